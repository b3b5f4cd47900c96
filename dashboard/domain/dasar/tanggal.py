"""Dates as they are written in Indonesian documents, and the two ways a workbook may hold one."""

import re
from dataclasses import dataclass
from datetime import date

from dashboard.domain.dasar.cara_tulis import CaraTulis

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_NOMOR_BULAN = {nama.lower(): nomor for nomor, nama in enumerate(BULAN, start=1)}
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ANGKA = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_PANJANG = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
CONTOH_TANGGAL = "Tulis 2026-11-21 atau 17 Agustus 2026."


@dataclass(frozen=True, slots=True)
class TanggalAmbigu:
    """Two days are possible; the person who handed it in must say which comes first, day or month."""

    hari_bulan: date
    bulan_hari: date

    @property
    def salah(self) -> str:
        return f"dapat berarti {tulis_tanggal(self.hari_bulan)} atau {tulis_tanggal(self.bulan_hari)}"


def tulis_tanggal(hari: date) -> str:
    """ "17 Agustus 2026"."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def urutan_tanggal(teks: str) -> CaraTulis | None:
    """The only order in which "25/12/2025" is a day; None where both are, or neither."""
    cocok = _ANGKA.fullmatch(teks.strip())
    if cocok is None:
        return None
    hari_bulan, bulan_hari = _dua_arti(cocok)
    if (hari_bulan is None) == (bulan_hari is None):
        return None
    return CaraTulis.HARI_BULAN if bulan_hari is None else CaraTulis.BULAN_HARI


def baca_tanggal(teks: str, cara: CaraTulis | None = None) -> date | TanggalAmbigu | None:
    """`2026-11-21`, `17 Agustus 2026` or `17/8/2026`; None when it is none of them or no such day exists.

    `cara` is the order of day and month in its column; without a word "1/2/2025" has two meanings.
    """
    isi = teks.strip()
    if cocok := _ISO.fullmatch(isi):
        return _hari(cocok[1], cocok[2], cocok[3])
    if cocok := _PANJANG.fullmatch(isi):
        return _hari(cocok[3], _NOMOR_BULAN.get(cocok[2].lower(), 0), cocok[1])
    if cocok := _ANGKA.fullmatch(isi):
        hari_bulan, bulan_hari = _dua_arti(cocok)
        if hari_bulan is None or bulan_hari is None or hari_bulan == bulan_hari:
            return hari_bulan or bulan_hari
        if cara is None:
            return TanggalAmbigu(hari_bulan, bulan_hari)
        return hari_bulan if cara is CaraTulis.HARI_BULAN else bulan_hari
    return None


def _dua_arti(cocok: re.Match[str]) -> tuple[date | None, date | None]:
    satu, dua, tahun = cocok[1], cocok[3], cocok[4]
    return _hari(tahun, dua, satu), _hari(tahun, satu, dua)


def _hari(tahun: str, bulan: str | int, hari: str) -> date | None:
    try:
        return date(int(tahun), int(bulan), int(hari))
    except ValueError:
        return None
