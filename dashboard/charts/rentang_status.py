"""Where on an indicator's own scale each status begins, so that gauges show their green end truly.

Higher is better: red below, green above. Lower is better: green below. A range target is green inside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.skala import Kelas, Status
from dashboard.domain.hitung.capaian import NilaiTarget


@dataclass(frozen=True, slots=True)
class Pita:
    """A band of the scale, from `mulai` to `akhir` in the indicator's unit."""

    status: Status
    mulai: Decimal
    akhir: Decimal


def skala_maks(realisasi: Decimal | None, target: NilaiTarget, polaritas: Polaritas, maks: Decimal | None) -> Decimal:
    """The end of the axis: the printed maximum, or room enough for target and value."""
    acuan = target.nilai_maks or target.acuan or Decimal(1)
    if maks is not None and maks >= acuan:
        return max(maks, realisasi or Decimal(0))
    ruang = Decimal(2) if polaritas is Polaritas.NEGATIF else Decimal("1.25")
    return max(acuan * ruang, (realisasi or Decimal(0)) * Decimal("1.05"), Decimal(1))


def pita_status(target: NilaiTarget, polaritas: Polaritas, ujung: Decimal, kelas: Sequence[Kelas]) -> tuple[Pita, ...]:
    """Bands from zero to `ujung`; `kelas` are the rows of the STATUS scale."""
    acuan = target.acuan
    if acuan is None or acuan <= 0:
        return ()
    ambang = next((k.batas for k in kelas if k.kode == Status.PERLU_PERHATIAN.value), None)
    porsi = (ambang or Decimal(76)) / 100
    if polaritas is Polaritas.NEGATIF:
        batas = [(Status.TERCAPAI, acuan), (Status.PERLU_PERHATIAN, acuan * (2 - porsi)), (Status.KRITIS, ujung)]
    else:
        batas = [(Status.KRITIS, acuan * porsi), (Status.PERLU_PERHATIAN, acuan), (Status.TERCAPAI, ujung)]
    hasil: list[Pita] = []
    mulai = Decimal(0)
    for status, akhir in batas:
        akhir = min(akhir, ujung)
        if akhir > mulai:
            hasil.append(Pita(status, mulai, akhir))
            mulai = akhir
    return tuple(hasil)
