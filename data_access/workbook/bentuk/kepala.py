"""The header of a foreign table: one row or several, with merged cells, joined into one heading for each column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from dashboard.domain.dasar.teks import satu_baris
from data_access.workbook.berkas.mentah import Gabungan, LembarMentah, Mentah, Tercoret, kosong

MAKS_TINGGI = 3
PANJANG_JUDUL = 100
BARIS_DIBANDINGKAN = 200
"""Rows looked at to see in which of the columns under one merged heading the values lie."""
_PENOMORAN = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]*|[-•*]", re.IGNORECASE)
Sumber = tuple[tuple[int, int], ...]
"""The cells a heading was joined from, (row number, column)."""


def semua_baris(lembar: LembarMentah) -> Iterator[tuple[int, Sequence[Mentah]]]:
    """Every filled row with its row number, whichever was taken for the header."""
    yield lembar.nomor_judul, lembar.judul
    yield from zip(lembar.nomor, lembar.baris, strict=True)


def penomoran(isi: Mentah) -> bool:
    """Whether a cell holds nothing but how an item is counted: "a.", "1)", "-"."""
    return isinstance(isi, int | float) or (isinstance(isi, str) and bool(_PENOMORAN.fullmatch(isi.strip())))


def utuh(lembar: LembarMentah, baris: int, tinggi: int) -> bool:
    """Whether no merged cell reaches over the edge of those header rows."""
    atas = baris - tinggi + 1
    return not any(
        (b1 < atas <= b2) or (atas <= b1 <= baris < b2) for b1, _, b2, _ in lembar.pandangan.gabungan if b1 != b2
    )


def judul_kolom(lembar: LembarMentah, baris: int, tinggi: int = 1) -> list[str]:
    """The heading of each column from the `tinggi` rows that end at row number `baris`; "" where there is none.

    A merged cell heads every column it covers. Where one heading covers several columns to the bottom, the column with
    the values keeps it and the others get it in brackets, as what is there to be read only.
    """
    isi = dict(takewhile(lambda satu: satu[0] <= baris + BARIS_DIBANDINGKAN, semua_baris(lembar)))
    nomor = range(baris - tinggi + 1, baris + 1)
    lebar = max((len(isi.get(n, ())) for n in nomor), default=0)
    gabungan = [satu for satu in lembar.pandangan.gabungan if satu[0] in nomor]
    lebar = max([lebar, *(min(k2 + 1, len(lembar.judul) + lebar) for _, _, _, k2 in gabungan)])
    sel = {n: _sel_baris(isi.get(n, ()), lebar, [g for g in gabungan if g[0] == n], n) for n in nomor}
    for n in nomor[:-1]:
        _lanjutkan(sel, n, baris, [g for g in gabungan if g[0] == n])
    semua = [_gabung([sel[n][k] for n in nomor]) for k in range(lebar)]
    return _satu_kolom_satu_judul(semua, isi, baris)


def _sel_baris(
    isi: Sequence[Mentah], lebar: int, gabungan: Sequence[Gabungan], nomor: int
) -> list[tuple[str, tuple[int, int]] | None]:
    """What heads each column in one row: (text, the cell it stands in)."""
    hasil: list[tuple[str, tuple[int, int]] | None] = [
        (_teks(isi[k]), (nomor, k)) if k < len(isi) and not kosong(isi[k]) else None for k in range(lebar)
    ]
    for _, k1, _, k2 in gabungan:
        for k in range(k1 + 1, min(k2 + 1, lebar)):
            hasil[k] = hasil[k] or hasil[k1]
    return hasil


def _teks(isi: Mentah) -> str:
    """A heading as it is seen: a year or the number of a quarter is whole, the number of a footnote no part of it."""
    if isinstance(isi, Tercoret) and isi.naik:
        isi = isi.sisa
    angka = int(isi) if isinstance(isi, float) and isi.is_integer() else isi
    return satu_baris(str(angka))


def _lanjutkan(
    sel: dict[int, list[tuple[str, tuple[int, int]] | None]], nomor: int, baris: int, gabungan: Sequence[Gabungan]
) -> None:
    """A heading over several others whose cells were not merged reaches as far as the row below is filled."""
    bergabung = {k for _, k1, _, k2 in gabungan for k in range(k1, min(k2 + 1, len(sel[nomor])))}
    for k in range(1, len(sel[nomor])):
        di_bawah = any(sel[n][k] and sel[n][k - 1] for n in range(nomor + 1, baris + 1))
        if sel[nomor][k] is None and di_bawah and k - 1 not in bergabung:
            sel[nomor][k] = sel[nomor][k - 1]


def _gabung(bagian: Sequence[tuple[str, tuple[int, int]] | None]) -> tuple[str, Sumber]:
    teks: list[str] = []
    sumber: list[tuple[int, int]] = []
    for satu in bagian:
        if satu is not None and satu[1] not in sumber:
            sumber.append(satu[1])
            if not teks or teks[-1] != satu[0]:
                teks.append(satu[0])
    return " ".join(teks)[:PANJANG_JUDUL].strip(), tuple(sumber)


def _satu_kolom_satu_judul(
    semua: Sequence[tuple[str, Sumber]], isi: Mapping[int, Sequence[Mentah]], baris: int
) -> list[str]:
    kelompok: dict[Sumber, list[int]] = {}
    for k, (_, sumber) in enumerate(semua):
        if sumber:
            kelompok.setdefault(sumber, []).append(k)
    data = [satu for nomor, satu in isi.items() if nomor > baris]
    hasil = [teks for teks, _ in semua]
    for kolom in kelompok.values():
        if len(kolom) > 1:
            utama = max(kolom, key=lambda k: (*_isi_kolom(data, k), -k))
            for k in kolom:
                hasil[k] = hasil[k] if k == utama else f"({hasil[k]})"
    return hasil


def _isi_kolom(data: Sequence[Sequence[Mentah]], k: int) -> tuple[int, int]:
    """How many words stand in that column, and how many filled cells."""
    terisi = [baris[k] for baris in data if k < len(baris) and not kosong(baris[k])]
    return sum(isinstance(isi, str) and not penomoran(isi) for isi in terisi), len(terisi)
