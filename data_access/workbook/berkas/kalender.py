"""The days a spreadsheet has. Outside of them a number in a format of dates or times is shown as ####.

A reader makes something else of it: a time of day of -1, a plain number of 2958466, the 28th of February 1900 of 60,
which is the 29th, a day that never was; of -9e300 it dies.
"""

import math
from dataclasses import dataclass

from data_access.workbook.berkas.format_angka import FormatWaktu
from data_access.workbook.berkas.mentah import SelRusak
from data_access.workbook.berkas.tolak import LembarDitolak

DI_LUAR_KALENDER = "berformat tanggal atau jam, padahal nilainya tidak ada pada kalender (di Excel tampil ####)"
TERAKHIR = 2_958_466
"""One day after 31 December 9999, counted from 1900."""
SELISIH_1904 = 1462
KABISAT_1900 = 60
PANJANG = 60
TERBACA = 1e8
"""Days beyond which calamine cannot be asked for the sheet at all."""


@dataclass(frozen=True, slots=True)
class Kalender:
    """How a workbook counts its days: from 1900, or from 1904 as old ones from a Mac do."""

    dari_1904: bool = False

    def memuat(self, nilai: float, waktu: FormatWaktu) -> bool:
        """Whether there is such a day, or such a time; day 0 is none, and calamine takes it for midnight."""
        if waktu is FormatWaktu.HARI and (nilai < 1 or (not self.dari_1904 and int(nilai) == KABISAT_1900)):
            return False
        return 0 <= nilai < TERAKHIR - (SELISIH_1904 if self.dari_1904 else 0)

    def periksa_teks(self, tulisan: str, waktu: FormatWaktu, sel: str) -> SelRusak | None:
        """The same of a number as it is written. Raises LembarDitolak where its sheet cannot be read at all."""
        nilai = float(tulisan) if len(tulisan) < PANJANG else math.inf
        if not abs(nilai) < TERBACA:
            raise LembarDitolak(DI_LUAR_KALENDER, "Ubah format selnya menjadi angka biasa, atau tulis harinya.", sel)
        return self.periksa(tulisan, nilai, waktu)

    def periksa(self, tulisan: str, nilai: float, waktu: FormatWaktu) -> SelRusak | None:
        """The cell as one that cannot be used where there is no such day."""
        return None if self.memuat(nilai, waktu) else SelRusak(tulisan, DI_LUAR_KALENDER)
