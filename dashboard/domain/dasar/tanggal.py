"""Dates as they are written in Indonesian documents, and the two ways a workbook may hold one."""

import re
from datetime import date

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
_PANJANG = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
CONTOH_TANGGAL = "Tulis 2026-11-21 atau 17 Agustus 2026."


def baca_tanggal(teks: str) -> date | None:
    """`2026-11-21` or `17 Agustus 2026`; None when it is neither or no such day exists."""
    isi = teks.strip()
    if cocok := _ISO.fullmatch(isi):
        tahun, bulan, hari = (int(bagian) for bagian in cocok.groups())
    elif cocok := _PANJANG.fullmatch(isi):
        hari, tahun = int(cocok[1]), int(cocok[3])
        bulan = _NOMOR_BULAN.get(cocok[2].lower(), 0)
    else:
        return None
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None
