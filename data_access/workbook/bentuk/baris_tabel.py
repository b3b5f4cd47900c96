"""The rows of a foreign table that are data, and those that only look like it: each kind left out is said.

Left out are the row that numbers the columns, headings repeated on the next page, sums and means, the a., b. under an
indicator that only explain its figure, rows without a value, and what stands below the table.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from data_access.workbook.bentuk.kepala import penomoran
from data_access.workbook.bentuk.nama_periode import baca_periode
from data_access.workbook.berkas.mentah import LembarMentah, Mentah, kosong
from data_access.workbook.cell_address import deret_baris
from data_access.workbook.periksa.masalah import ringkas

_JUMLAH = re.compile(r"(?:(?:sub|grand)[ -]?)?(?:jumlah|jml|total)|subtotal|rata ?-? ?rata|rerata|rataan")
_KATA_JUMLAH = re.compile(
    r"(?:(?:sub|grand)[ -]?)?(?:jumlah|jml|total)|subtotal|rata|rerata|rataan|dan|per|seluruh|keseluruhan|seluruhnya|"
    r"semua|umum|akhir|nilai|skor|persentase|capaian|kinerja|realisasi|target|indikator|sasaran|tujuan|program|kegiatan|"
    r"sub|strategis|utama|iku|iki|bidang|sekretariat|badan|opd|triwulan|tw|tahun|[ivx]+|[a-e]|\d+"
)
_HURUF = re.compile(r"\(?[a-z][.)]\s*|[-•*]\s+", re.IGNORECASE)
_BUTIR = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s*|[-•*]\s+", re.IGNORECASE)
_BUTIR_SENDIRI = re.compile(r"\(?[a-z][.)]*|[-•*]", re.IGNORECASE)
_BERANGKA = re.compile(r"\W*\d")
_TANGGAL = re.compile(r"\d{1,2}\s+[^\W\d]{3,}\s+\d{4}")
_NOMOR_KOLOM = re.compile(r"\(?\s*(\d{1,2})\s*\)?(?:\s*=.*)?")
MIN_NOMOR_KOLOM = 3
MAKS_KUTIPAN = 3
Nama = Mapping[str, str]
"""Names and codes, casefolded, to the codes they stand for."""


@dataclass(slots=True)
class BentukTabel:
    """Where things lie in a table: `kunci` is the column that says what a row is about, `nilai` those with figures.

    `isian` are all columns taken besides the key; `judul` is the heading over the key as printed.
    """

    kunci: int
    nilai: Sequence[int]
    isian: Sequence[int]
    judul: str
    nama: Nama
    alasan: dict[str, list[int]] = field(default_factory=dict)
    kutipan: dict[str, list[str]] = field(default_factory=dict)


TERLEWAT = {
    "nomor": "berisi nomor kolom",
    "judul": "mengulang judul kolom",
    "jumlah": "adalah jumlah atau rata-rata",
    "rincian": "merinci angka indikator di atasnya",
    "kosong": "tidak memuat nilai",
    "bawah": "berada di bawah tabel (catatan atau tanda tangan)",
}


def tanpa_butir(isi: str) -> str:
    """ "a. Nilai SAKIP" and "1) Nilai SAKIP:" -> "Nilai SAKIP"."""
    rapi = isi.strip()
    butir = _BUTIR.match(rapi)
    return rapi[butir.end() if butir else 0 :].rstrip(" :;")


def kode_bernama(isi: Mentah, nama: Nama) -> str | None:
    """The code a cell stands for: by name, however that is counted ("a.", "1)") or with its code in front."""
    if not isinstance(isi, str):
        return None
    rapi = " ".join(isi.split())
    for calon in (rapi, tanpa_butir(rapi)):
        if kode := nama.get(calon.casefold()):
            return kode
    depan, _, sisa = rapi.partition(" ")
    kode = nama.get(sisa.lstrip(" -:").casefold(), "")
    return kode if kode and kode.casefold() == depan.rstrip(".:").casefold() else None


def hanya_data(lembar: LembarMentah, bentuk: BentukTabel, asal: str) -> tuple[LembarMentah, list[str]]:
    """The rows that are data, and one sentence for each kind of row left out, with its rows."""
    semua = list(zip(lembar.nomor, lembar.baris, strict=True))
    akhir = next((i for i in reversed(range(len(semua))) if _berarti(semua[i][1], bentuk)), len(semua) - 1)
    induk = _Induk(bentuk)
    tetap: list[int] = []
    for i, (nomor, baris) in enumerate(semua):
        rincian = induk.rincian(baris)
        alasan = "bawah" if i > akhir else _alasan(baris, bentuk, awal=not tetap) or ("rincian" if rincian else "")
        if alasan:
            bentuk.alasan.setdefault(alasan, []).append(nomor)
            bentuk.kutipan.setdefault(alasan, []).append(_label(baris, bentuk))
        else:
            tetap.append(i)
    return lembar.hanya(tetap), list(_kalimat(bentuk, asal))


def _kalimat(bentuk: BentukTabel, asal: str) -> Iterator[str]:
    for alasan, kata in TERLEWAT.items():
        if nomor := bentuk.alasan.get(alasan):
            label = list(dict.fromkeys(satu for satu in bentuk.kutipan[alasan] if satu))[:MAKS_KUTIPAN]
            contoh = f" ({', '.join(f'“{satu}”' for satu in label)})" if label and alasan != "nomor" else ""
            yield f"Lembar {asal}: baris {deret_baris(nomor)} {kata}{contoh}, tidak diambil."


def _alasan(baris: Sequence[Mentah], bentuk: BentukTabel, *, awal: bool) -> str:
    """Why a row is none of data, by itself; "" for one that is."""
    periksa: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("nomor", lambda: awal and _nomor_kolom(baris)),
        ("judul", lambda: _mengulang_judul(baris, bentuk)),
        ("jumlah", lambda: _jumlah(baris, bentuk)),
        ("kosong", lambda: all(kosong(_isi(baris, k)) for k in bentuk.isian)),
    )
    return next((alasan for alasan, benar in periksa if benar()), "")


def _isi(baris: Sequence[Mentah], k: int) -> Mentah:
    return baris[k] if k < len(baris) else None


def _berangka(isi: Mentah) -> bool:
    if isinstance(isi, str):
        return bool(_BERANGKA.match(isi)) and not _TANGGAL.search(isi)
    return isinstance(isi, int | float) and not isinstance(isi, date)


def _berarti(baris: Sequence[Mentah], bentuk: BentukTabel) -> bool:
    """Whether a row belongs to the table: a figure stands in it, or it is about something known."""
    dikenal = bool(kode_bernama(_isi(baris, bentuk.kunci), bentuk.nama))
    return dikenal or any(_berangka(_isi(baris, k)) for k in bentuk.nilai)


def _label(baris: Sequence[Mentah], bentuk: BentukTabel) -> str:
    """What a row says it is about, else the first words before that."""
    depan = (_isi(baris, bentuk.kunci), *baris[: bentuk.kunci])
    kata = (isi for isi in depan if isinstance(isi, str) and not kosong(isi))
    return ringkas(next((isi for isi in kata if not penomoran(isi)), ""))


def _nomor_kolom(baris: Sequence[Mentah]) -> bool:
    """(1) (2) (3) or 1, 2, 3 = 2 : 1 below the heading."""
    isi = [str(int(satu) if isinstance(satu, float) else satu) for satu in baris if not kosong(satu)]
    nomor = [cocok[1] if (cocok := _NOMOR_KOLOM.fullmatch(satu.strip())) else "" for satu in isi]
    return len(nomor) >= MIN_NOMOR_KOLOM and nomor == [str(i) for i in range(1, len(nomor) + 1)]


def _mengulang_judul(baris: Sequence[Mentah], bentuk: BentukTabel) -> bool:
    kunci = _isi(baris, bentuk.kunci)
    if isinstance(kunci, str) and not kosong(kunci):
        return " ".join(kunci.split()).casefold() == bentuk.judul.casefold()
    terisi = [isi for k in bentuk.nilai if not kosong(isi := _isi(baris, k))]
    return bool(terisi) and all(
        isinstance(isi, str) and not _berangka(isi) and baca_periode(isi) != isi for isi in terisi
    )


def _jumlah(baris: Sequence[Mentah], bentuk: BentukTabel) -> bool:
    """Whether the first words of a row say that it sums up others; an item of the list, counted, does not."""
    for isi in baris[: bentuk.kunci + 1]:
        if kosong(isi):
            continue
        if not isinstance(isi, str) or penomoran(isi):
            return False
        teks = " ".join(re.sub(r"\([^)]*\)|[^\w\s-]", " ", isi.casefold()).split())
        kata = teks.replace("-", " ").split()
        return (
            bool(_JUMLAH.match(teks))
            and all(map(_KATA_JUMLAH.fullmatch, kata))
            and not kode_bernama(_isi(baris, bentuk.kunci), bentuk.nama)
        )
    return False


class _Induk:
    """The known indicator above a row, and whether it brought a figure of its own."""

    def __init__(self, bentuk: BentukTabel) -> None:
        self._bentuk = bentuk
        self._berangka = False

    def rincian(self, baris: Sequence[Mentah]) -> bool:
        """Whether a row only explains the figure above it: counted by a letter or a dash, and not known by itself."""
        b = self._bentuk
        kunci = _isi(baris, b.kunci)
        depan = [isi for isi in baris[: b.kunci] if not kosong(isi)]
        berhuruf = isinstance(kunci, str) and bool(_HURUF.match(kunci.strip()))
        berhuruf = berhuruf or (bool(depan) and bool(_BUTIR_SENDIRI.fullmatch(str(depan[-1]).strip())))
        if kode_bernama(kunci, b.nama):
            self._berangka = any(_berangka(_isi(baris, k)) for k in b.nilai)
        elif not berhuruf and not kosong(kunci):
            self._berangka = False
        return berhuruf and not kosong(kunci) and not kode_bernama(kunci, b.nama) and self._berangka
