"""The monthly calendar of an appraisal: report, assessment, objection, verification, and where a score stands.

Source: the rows of data_access/aturan/kalender.csv. Report, assessment and objection move to the next working day;
verification is due by its date itself. The Pergub's own example assesses on Saturday 4 June 2016: an agency that works
on Saturdays says so in the setting `skp_hari_kerja_pekan`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dashboard.domain.aturan.kalender import AturanKalender

BULAN_TAHUNAN = 0
BULAN_TERAKHIR = 12


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


def bulan_ditunggu(berbaris: Collection[int], tanpa_target: Collection[int]) -> tuple[int, ...]:
    """The months a year of one employee waits for: from the first with a row of SKP on, but those that target nothing.

    Source: Pergub Banten 5/2017: targets stand for January to December, and who moves after January draws them up from
    the month of the order on. A month of leave or after a move says so with targets of "-".
    """
    mulai = min(berbaris, default=BULAN_TERAKHIR + 1)
    return tuple(b for b in range(mulai, BULAN_TERAKHIR + 1) if b not in tanpa_target)


def hari_kerja(hari: date, libur: Collection[date], sepekan: int) -> bool:
    return hari.weekday() < sepekan and hari not in libur


def hari_kerja_berikut(hari: date, libur: Collection[date], sepekan: int) -> date:
    """The day itself, or the next one worked on."""
    while not hari_kerja(hari, libur, sepekan):
        hari += timedelta(days=1)
    return hari


def jatuh_tempo(tahun: int, bulan: int, libur: Collection[date], sepekan: int, aturan: AturanKalender) -> Jatuh:
    """Due dates for the work of a month (1..12; 0, the year, is appraised after December)."""
    berikut = date(tahun + 1, 1, 1) if bulan in {BULAN_TAHUNAN, 12} else date(tahun, bulan + 1, 1)
    lapor, nilai, keberatan = (
        hari_kerja_berikut(berikut.replace(day=baris.bulat), libur, sepekan)
        for baris in (aturan.lapor, aturan.nilai, aturan.keberatan)
    )
    verifikasi = bkd = berikut.replace(day=aturan.verifikasi.bulat)
    for _ in range(aturan.bkd.bulat):
        bkd = hari_kerja_berikut(bkd + timedelta(days=1), libur, sepekan)
    return Jatuh(lapor, nilai, keberatan, verifikasi, bkd)
