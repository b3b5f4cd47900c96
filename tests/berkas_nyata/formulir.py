"""Forms as agencies lay them out, made by script: a letterhead over merged cells, headers of two rows, sums, notes."""

import io
from collections.abc import Mapping, Sequence
from itertools import pairwise

import openpyxl

KOP = ("BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM", "LAPORAN CAPAIAN KINERJA", "TAHUN 2024")
TRIWULAN = ("TW I", "TW II", "TW III", "TW IV")
IsiSel = str | float | None
_KANAN: tuple[IsiSel, ...] = (None,) * 5
KAKI: tuple[tuple[IsiSel, ...], ...] = (
    (None, "Keterangan: angka sementara"),
    (*_KANAN, "Kota Contoh, 10 Januari 2025"),
    (*_KANAN, "Kepala"),
)


def formulir(
    judul: Sequence[Sequence[IsiSel]],
    baris: Sequence[Sequence[IsiSel]],
    *,
    gabungan: Sequence[str] = (),
    kop: Sequence[str] = KOP,
    kaki: Sequence[Sequence[IsiSel]] = KAKI,
    mulai: int = 7,
    nama: str = "Rekap",
) -> bytes:
    """An .xlsx: the letterhead merged over columns A to H, the header rows from row `mulai` on, the rows, the foot."""
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = buku.active
    assert lembar is not None
    lembar.title = nama
    for nomor, teks in enumerate(kop, start=1):
        lembar.cell(nomor, 1, teks)
        lembar.merge_cells(start_row=nomor, end_row=nomor, start_column=1, end_column=8)
    nomor = mulai
    for satu in (*judul, *baris, (), *kaki):
        for kolom, isi in enumerate(satu, start=1):
            if isi is not None:
                lembar.cell(nomor, kolom, isi)
        nomor += 1
    for rentang in gabungan:
        lembar.merge_cells(rentang)
    buku.save(keluar)
    return keluar.getvalue()


def dua_baris(atas: Mapping[str, Sequence[IsiSel]], *depan: str) -> tuple[list[tuple[IsiSel, ...]], list[str]]:
    """A header of two rows from row 7 on: `depan` merged down, each group of `atas` merged over its columns."""
    baris1: list[IsiSel] = [*depan]
    baris2: list[IsiSel] = [None] * len(depan)
    tepi = [len(depan)]
    for kelompok, anggota in atas.items():
        baris1 += [kelompok, *[None] * (len(anggota) - 1)]
        baris2 += anggota
        tepi.append(tepi[-1] + len(anggota))
    turun = [f"{chr(65 + k)}7:{chr(65 + k)}8" for k in range(len(depan))]
    lintang = [f"{chr(65 + a)}7:{chr(64 + b)}7" for a, b in pairwise(tepi)]
    return [tuple(baris1), tuple(baris2)], [*turun, *lintang]
