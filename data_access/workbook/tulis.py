"""The contract format on the way out; handed in again it changes nothing. Reads every sheet of one agency."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.angka import muat_dalam_excel, tulis_terbaca
from dashboard.domain.kamus.buku_kerja import LEMBAR, SEJAK_AWAL, Lembar
from dashboard.lembar_cetak import (
    FORMAT_TANGGAL,
    LIPAT,
    SEBARIS,
    dapat_dilipat,
    lebar_kolom,
    siap_cetak,
    tinggi_sebaris,
)
from data_access.baris import Baris, Nilai, ambil
from data_access.files.private import replacing

TANPA_RUMUS = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
"""Text is data: a cell that begins with "=" must not come alive in Excel."""

TANGGAL_EXCEL_PERTAMA = date(1900, 3, 1)


class _Gaya(NamedTuple):
    """The cell formats of one workbook."""

    lipat: Any
    sebaris: Any
    hari: Any

    def untuk(self, nilai: Nilai, lebar: float) -> Any:
        """The format for this value in a column of this width."""
        if isinstance(nilai, date):
            return self.hari
        return self.lipat if dapat_dilipat(nilai, lebar) else self.sebaris


def tulis_folder(connection: Connection, instansi: str, folder: Path) -> None:
    """One .csv a sheet, each replaced whole; sheets without rows keep their header, so nothing old stays behind."""
    folder.mkdir(parents=True, exist_ok=True)
    for lembar in LEMBAR:
        with (
            replacing(folder / f"{lembar.nama}.csv") as sementara,
            sementara.open("w", encoding="utf-8", newline="") as berkas,
        ):
            penulis = csv.writer(berkas, lineterminator="\n")
            penulis.writerow(lembar.nama_kolom)
            penulis.writerows(map(_teks, isi) for isi in _isi(connection, lembar, instansi))


def tulis_xlsx(connection: Connection, instansi: str, tujuan: Path) -> None:
    """One worksheet a sheet; numbers and dates native, everything else text."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with replacing(tujuan) as sementara, xlsxwriter.Workbook(str(sementara), TANPA_RUMUS) as buku:
        tebal = buku.add_format(LIPAT | {"bold": True})
        gaya = _Gaya(
            buku.add_format(LIPAT), buku.add_format(SEBARIS), buku.add_format(LIPAT | {"num_format": FORMAT_TANGGAL})
        )
        for lembar in LEMBAR:
            kertas = buku.add_worksheet(lembar.nama)
            kertas.freeze_panes(1, 0)
            baris = list(_isi(connection, lembar, instansi))
            lebar = [lebar_kolom(kolom, (isi[k] for isi in baris)) for k, kolom in enumerate(lembar.kolom)]
            siap_cetak(kertas, lebar, 0, f"{lembar.nama} · {instansi}")
            kertas.set_row(0, tinggi_sebaris(lembar.nama_kolom, lebar))
            for kolom, judul in enumerate(lembar.nama_kolom):
                kertas.write_string(0, kolom, judul, tebal)
            for nomor, isi in enumerate(baris, start=1):
                kertas.set_row(nomor, tinggi_sebaris(isi, lebar))
                for kolom, nilai in enumerate(isi):
                    _tulis_sel(kertas, nomor, kolom, nilai, gaya.untuk(nilai, lebar[kolom]))


def _isi(connection: Connection, lembar: Lembar, instansi: str) -> Iterator[list[Nilai]]:
    """Rows in the order of their key by code point, with blanks for what only storage needs to hold."""

    def urutan(baris: Baris) -> tuple[Any, ...]:
        return tuple(baris[kolom] for kolom in lembar.kunci)

    for baris in sorted(ambil(connection, lembar.nama, instansi), key=urutan):
        yield ["-" if kolom.strip and baris[kolom.nama] is None else baris[kolom.nama] for kolom in lembar.kolom]


def _teks(nilai: Nilai) -> str:
    if nilai is None or nilai == SEJAK_AWAL:
        return ""
    if isinstance(nilai, Decimal):
        return tulis_terbaca(nilai)
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)


def _tulis_sel(kertas: Any, baris: int, kolom: int, nilai: Nilai, gaya: Any) -> None:
    """A number that a binary float cannot hold goes out as Indonesian text, a date before Excel's era as ISO text."""
    if isinstance(nilai, int) or (isinstance(nilai, Decimal) and muat_dalam_excel(nilai)):
        kertas.write_number(baris, kolom, float(nilai), gaya)
    elif isinstance(nilai, date) and nilai >= TANGGAL_EXCEL_PERTAMA:
        kertas.write_datetime(baris, kolom, nilai, gaya)
    elif isi := _teks(nilai):
        kertas.write_string(baris, kolom, isi, gaya)
