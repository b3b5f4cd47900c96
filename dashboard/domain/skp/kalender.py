"""The monthly calendar of an appraisal: report, assessment, objection, verification, and where a score stands.

Source: Pergub Banten 5/2017 lampiran bab V huruf D. Dates 2, 4 and 5 of the next month move to the next working day;
verification is due by date 10 itself. The Pergub's own example assesses on Saturday 4 June 2016: an agency that works
six days sets `hari_kerja_pekan` to 6.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

HARI_KERJA_BAWAAN = 5
TANGGAL_LAPOR, TANGGAL_NILAI, TANGGAL_KEBERATAN, TANGGAL_VERIFIKASI = 2, 4, 5, 10
HARI_BKD = 7
BULAN_TAHUNAN = 0


class KeadaanNilai(StrEnum):
    """Where a month's score stands, furthest last."""

    BELUM_DILAPORKAN = "belum_dilaporkan"
    DILAPORKAN = "dilaporkan"
    DINILAI = "dinilai"
    KEBERATAN = "keberatan"
    DIVERIFIKASI = "diverifikasi"


@dataclass(frozen=True, slots=True)
class Jatuh:
    """The due dates of one month's appraisal."""

    lapor: date
    nilai: date
    keberatan: date
    verifikasi: date
    bkd: date


@dataclass(frozen=True, slots=True)
class Tahapan:
    """What happened when; None: not yet."""

    lapor: date | None = None
    nilai: date | None = None
    keberatan: date | None = None
    verifikasi: date | None = None

    @property
    def keadaan(self) -> KeadaanNilai:
        if self.verifikasi is not None:
            return KeadaanNilai.DIVERIFIKASI
        if self.keberatan is not None:
            return KeadaanNilai.KEBERATAN
        if self.nilai is not None:
            return KeadaanNilai.DINILAI
        return KeadaanNilai.DILAPORKAN if self.lapor is not None else KeadaanNilai.BELUM_DILAPORKAN

    def tepat(self, jatuh: Jatuh) -> tuple[bool | None, bool | None, bool | None]:
        """Whether report, assessment and verification came in time; None where they have not come."""
        pasangan = ((self.lapor, jatuh.lapor), (self.nilai, jatuh.nilai), (self.verifikasi, jatuh.verifikasi))
        lapor, nilai, verifikasi = (None if terjadi is None else terjadi <= batas for terjadi, batas in pasangan)
        return lapor, nilai, verifikasi


def hari_kerja(hari: date, libur: Collection[date], sepekan: int = HARI_KERJA_BAWAAN) -> bool:
    return hari.weekday() < sepekan and hari not in libur


def hari_kerja_berikut(hari: date, libur: Collection[date], sepekan: int = HARI_KERJA_BAWAAN) -> date:
    """The day itself, or the next one worked on."""
    while not hari_kerja(hari, libur, sepekan):
        hari += timedelta(days=1)
    return hari


def jatuh_tempo(tahun: int, bulan: int, libur: Collection[date], sepekan: int = HARI_KERJA_BAWAAN) -> Jatuh:
    """Due dates for the work of a month (1..12; 0, the year, is appraised after December)."""
    berikut = date(tahun + 1, 1, 1) if bulan in {BULAN_TAHUNAN, 12} else date(tahun, bulan + 1, 1)
    lapor, nilai, keberatan = (
        hari_kerja_berikut(berikut.replace(day=tanggal), libur, sepekan)
        for tanggal in (TANGGAL_LAPOR, TANGGAL_NILAI, TANGGAL_KEBERATAN)
    )
    verifikasi = bkd = berikut.replace(day=TANGGAL_VERIFIKASI)
    for _ in range(HARI_BKD):
        bkd = hari_kerja_berikut(bkd + timedelta(days=1), libur, sepekan)
    return Jatuh(lapor, nilai, keberatan, verifikasi, bkd)
