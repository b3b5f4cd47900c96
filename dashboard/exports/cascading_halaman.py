"""Where the pages of the wide sheet end: no box is cut by an end unseen, its text stands on the next page again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from dashboard.lembar_cetak import SelBerteks, tinggi_baris, tinggi_teks

LANJUTAN = " (lanjutan)"
HURUF_SINGKAT = 60


@dataclass(frozen=True, slots=True)
class SelPanjang:
    """One cell: rows `awal` to `akhir` (counted from 0, both included) of column `kolom`.

    `lanjutan` marks what stands on a later page than its beginning.
    """

    kolom: int
    awal: int
    akhir: int
    teks: str
    lanjutan: bool = False


@dataclass(frozen=True, slots=True)
class BagianHalaman:
    """The cells cut at the ends of pages, the heights of the rows, and the rows with which a page begins."""

    sel: tuple[SelPanjang, ...]
    tinggi: tuple[float, ...]
    mulai: tuple[int, ...]


def bagi_halaman(isi: Sequence[SelPanjang], lebar: Sequence[float], muat: float, ukuran: float) -> BagianHalaman:
    """Lay the rows on pages of that height, in points before shrinking.

    Page after page: a box that ends there has fewer rows for its text, so that they may grow beyond the page again.
    """
    jumlah = 1 + max(satu.akhir for satu in isi)

    def susun(mulai: Sequence[int]) -> tuple[list[SelPanjang], list[float]]:
        sel = [potong for satu in isi for potong in _potong(satu, mulai)]
        berteks = (SelBerteks(s.awal, s.akhir, _singkat(s), lebar[s.kolom]) for s in sel)
        return sel, tinggi_baris(berteks, jumlah, ukuran)

    mulai: list[int] = []
    sel, tinggi = susun(mulai)
    awal = 0
    while (akhir := _penuh(tinggi, awal, muat)) < jumlah:
        sel, tinggi = susun([*mulai, akhir])
        while sum(tinggi[awal:akhir]) > muat and akhir > awal + 1:
            akhir -= 1
            sel, tinggi = susun([*mulai, akhir])
        mulai.append(akhir)
        awal = akhir
    utuh = tuple(_seutuhnya(s, sum(tinggi[s.awal : s.akhir + 1]), lebar[s.kolom], ukuran) for s in sel)
    return BagianHalaman(utuh, tuple(tinggi), tuple(mulai))


def pecah_tinggi(isi: Sequence[SelPanjang], lebar: Sequence[float], batas: float, ukuran: float) -> list[SelPanjang]:
    """A row with a text higher than `batas` becomes several, over which that text goes on line by line."""
    bagian = [_bagian(s, lebar[s.kolom], batas, ukuran) if s.awal == s.akhir else [s.teks] for s in isi]
    baris = [1] * (1 + max(satu.akhir for satu in isi))
    for satu, teks in zip(isi, bagian, strict=True):
        baris[satu.awal] = max(baris[satu.awal], len(teks))
    letak = list(accumulate(baris, initial=0))
    hasil = []
    for satu, teks in zip(isi, bagian, strict=True):
        awal, akhir = letak[satu.awal], letak[satu.akhir + 1] - 1
        *depan, ujung = teks
        hasil += [replace(satu, awal=awal + n, akhir=awal + n, teks=kata) for n, kata in enumerate(depan)]
        hasil.append(replace(satu, awal=awal + len(depan), akhir=akhir, teks=ujung))
    return hasil


def _bagian(satu: SelPanjang, lebar: float, batas: float, ukuran: float) -> list[str]:
    bagian: list[list[str]] = [[]]
    for kata in satu.teks.split("\n"):
        if bagian[-1] and tinggi_teks("\n".join([*bagian[-1], kata]), lebar, ukuran) > batas:
            bagian.append([LANJUTAN.strip()])
        bagian[-1].append(kata)
    return ["\n".join(baris) for baris in bagian]


def _potong(satu: SelPanjang, mulai: Sequence[int]) -> Iterator[SelPanjang]:
    batas = [satu.awal, *(b for b in mulai if satu.awal < b <= satu.akhir), satu.akhir + 1]
    for n, (awal, akhir) in enumerate(pairwise(batas)):
        yield replace(satu, awal=awal, akhir=akhir - 1, lanjutan=bool(n))


def _singkat(satu: SelPanjang) -> str:
    """The least that a later page says of a box: how it begins."""
    if not satu.lanjutan:
        return satu.teks
    baris, *lain = satu.teks.split("\n")
    potong = baris[:HURUF_SINGKAT].rsplit(" ", 1)[0] if len(baris) > HURUF_SINGKAT else baris
    return potong + ("" if potong == baris and not lain else " …") + LANJUTAN


def _seutuhnya(satu: SelPanjang, tinggi: float, lebar: float, ukuran: float) -> SelPanjang:
    """All of the text again where the later page has room for it."""
    penuh = satu.teks + LANJUTAN
    muat = satu.lanjutan and tinggi_teks(penuh, lebar, ukuran) <= tinggi
    return replace(satu, teks=penuh if muat else _singkat(satu))


def _penuh(tinggi: Sequence[float], awal: int, muat: float) -> int:
    """The first row that the page beginning at `awal` has no room for; one row it has, however high."""
    terpakai = tinggi[awal]
    for baris in range(awal + 1, len(tinggi)):
        terpakai += tinggi[baris]
        if terpakai > muat:
            return baris
    return len(tinggi)
