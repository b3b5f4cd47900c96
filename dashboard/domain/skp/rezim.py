"""The one place that says which appraisal a year has for everybody, and who counts as assessed and as good in it.

Source: DOMAIN.md section 8: by the year and the agency's setting; a person without a result of that regime is not yet
assessed, whatever else is known of the person.
"""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.aturan.predikat import AturanPredikat
from dashboard.domain.skp.predikat import PredikatKinerja, jumlah_predikat
from dashboard.domain.skp.sebaran import Rekap


class Rezim(StrEnum):
    """The numbers of Pergub 5/2017 or the predikat of 6/2022."""

    NUMERIK = "numerik"
    PREDIKAT = "predikat"


MENURUT = {Rezim.NUMERIK: "nilai prestasi", Rezim.PREDIKAT: "predikat kinerja"}
"""What people are assessed by."""


@dataclass(frozen=True, slots=True)
class Penilaian:
    """Of a recap: how many are assessed, and how many of them are Baik or Sangat Baik."""

    dinilai: int
    baik: int


def rezim(aturan: AturanPredikat, pilihan: str | None = None) -> Rezim:
    """The agency's choice, else whether the matrix is in force; before that there are only numbers."""
    if not aturan.berlaku:
        return Rezim.NUMERIK
    return Rezim(pilihan) if pilihan else Rezim.PREDIKAT


def penilaian(rekap: Rekap, rezim: Rezim, aturan: AturanPredikat) -> Penilaian:
    """Counted by that regime alone."""
    if rezim is Rezim.NUMERIK:
        return Penilaian(rekap.dinilai, rekap.baik)
    jumlah = jumlah_predikat(rekap.kuadran, aturan)
    return Penilaian(rekap.berkuadran, jumlah[PredikatKinerja.SANGAT_BAIK] + jumlah[PredikatKinerja.BAIK])
