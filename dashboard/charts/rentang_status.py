"""Where on an indicator's own scale each status begins, so that a marker never stands on another colour than its own.

The bounds are not inverted by formulas of their own: the places where a status may change are tried out with the very
calculation that gives the status, whatever its polarity, variant or target.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.indikator import Indikator, Polaritas
from dashboard.domain.dasar.penjelasan import DUA_DESIMAL
from dashboard.domain.dasar.skala import Kelas, Status
from dashboard.domain.hitung.capaian import NOL, SERATUS, NilaiTarget, hitung_capaian
from dashboard.domain.hitung.hasil import kelas_status

SETENGAH = DUA_DESIMAL / 2
"""Half of the last shown digit: a value this close below a bound is rounded up to it."""


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
        return max(maks, realisasi or NOL)
    ruang = Decimal(2) if polaritas is Polaritas.NEGATIF else Decimal("1.25")
    return max(acuan * ruang, (realisasi or NOL) * Decimal("1.05"), Decimal(1))


def pita_status(target: NilaiTarget, indikator: Indikator, ujung: Decimal, aturan: AturanBerlaku) -> tuple[Pita, ...]:
    """Bands from zero to `ujung`, as fine as the classification: reaching the target exactly is a band too, a thin one.

    Empty where the target is nothing above zero; a stretch that has no achievement has no band.
    """
    if not any(t for t in (target.nilai, target.nilai_min, target.nilai_maks) if t is not None and t > 0):
        return ()
    batas = sorted({NOL, ujung, *(b for b in _calon(target, aturan.status) if 0 < b < ujung)})
    hasil: list[Pita] = []
    for mulai, akhir in pairwise(batas):
        status = _status((mulai + akhir) / 2, target, indikator, aturan)
        if status is None:
            continue
        if hasil and hasil[-1].status is status and hasil[-1].akhir == mulai:
            hasil[-1] = Pita(status, hasil[-1].mulai, akhir)
        else:
            hasil.append(Pita(status, mulai, akhir))
    return tuple(hasil)


def _calon(target: NilaiTarget, kelas: tuple[Kelas, ...]) -> Iterator[Decimal]:
    """Every realisation at which some formula may cross some bound, for either end of the target."""
    for t in (target.nilai, target.nilai_min, target.nilai_maks):
        if t is None:
            continue
        yield t
        for k in kelas:
            if k.batas is not None:
                capaian = k.batas - SETENGAH if k.inklusif else k.batas + SETENGAH
                yield from (t * capaian / SERATUS, t + t * (SERATUS - capaian) / SERATUS)
                if capaian > 0:
                    yield t * SERATUS / capaian


def _status(realisasi: Decimal, target: NilaiTarget, indikator: Indikator, aturan: AturanBerlaku) -> Status | None:
    capaian = hitung_capaian(realisasi, target, aturan.capaian, indikator.polaritas, indikator.rumus_capaian)
    kelas = kelas_status(capaian, aturan)
    return Status(kelas.kode) if kelas else None
