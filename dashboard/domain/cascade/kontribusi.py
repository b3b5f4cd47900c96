"""What each komponen does to its parent: exact in sums and weighted means, one at a time in ratios.

Source: DOMAIN.md section 6. `bagian` is what a komponen makes of the parent's value; `pengaruh` is how far the
parent would move if that komponen alone stood exactly on its target to date. In sums and means these add up; in a
ratio they do not, so there it is said that they were taken one at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.cascade.nilai import Graf, dengan_nilai
from dashboard.domain.dasar.indikator import Komponen, PeranKomponen, Rumus
from dashboard.domain.hitung.hasil import HasilIndikator


class Cara(StrEnum):
    """How a contribution was found."""

    PASTI = "pasti"
    SATU_PER_SATU = "satu_per_satu"
    HANYA_ARAH = "hanya_arah"


@dataclass(frozen=True, slots=True)
class Kontribusi:
    """One komponen of one parent; numbers are points of the parent, None where no number may pass."""

    komponen: Komponen
    cara: Cara
    bagian: Decimal | None = None
    pengaruh: Decimal | None = None


def kontribusi(
    graf: Graf, hasil: Mapping[str, HasilIndikator], induk: str, komponen: Sequence[Komponen]
) -> tuple[Kontribusi, ...]:
    """The contribution of every link in `komponen` (all links of `induk`, whatever their sifat)."""
    return tuple(_satu(graf, hasil, induk, k) for k in komponen)


def _satu(graf: Graf, hasil: Mapping[str, HasilIndikator], induk: str, k: Komponen) -> Kontribusi:
    if k not in graf.bagian.get(induk, ()):
        return Kontribusi(k, Cara.HANYA_ARAH)
    pada_target = nilai_pada_target(hasil.get(k.komponen))
    pengaruh = None if pada_target is None else geser(graf, k.komponen, pada_target, induk)
    if not linier(graf, induk, k):
        return Kontribusi(k, Cara.SATU_PER_SATU, None, pengaruh)
    return Kontribusi(k, Cara.PASTI, _bagian(graf, induk, k), pengaruh)


def linier(graf: Graf, induk: str, k: Komponen) -> bool:
    """Whether the parent moves in proportion to this komponen: a term of a sum or of a weighted mean."""
    if graf.indikator[induk].rumus is not Rumus.RERATA:
        return graf.indikator[induk].rumus is not Rumus.RASIO
    return not any(s.peran is PeranKomponen.PENYEBUT for s in _sekelompok(graf.bagian[induk], k))


def geser(graf: Graf, kode: str, nilai: Decimal, induk: str) -> Decimal | None:
    """How far `induk` moves when `kode` alone takes another value; None when either has no number."""
    lama = graf.nilai[induk].nilai
    baru = dengan_nilai(graf, {kode: nilai})[induk].nilai
    return None if lama is None or baru is None else baru - lama


def nilai_pada_target(hasil: HasilIndikator | None) -> Decimal | None:
    """The value that would be exactly on the target to date; inside a range the present one. None without either."""
    sampai = hasil.target.sampai if hasil else None
    if hasil is None or sampai is None or hasil.nilai is None:
        return None
    if sampai.rentang and sampai.nilai_min is not None and sampai.nilai_maks is not None:
        return min(max(hasil.nilai, sampai.nilai_min), sampai.nilai_maks)
    return sampai.acuan


def _bagian(graf: Graf, induk: str, k: Komponen) -> Decimal | None:
    nilai = graf.nilai[k.komponen].nilai
    bobot = _bobot_total(graf.bagian[induk]) if graf.indikator[induk].rumus is Rumus.RERATA else Decimal(1)
    return None if nilai is None or not bobot else k.bobot * nilai / bobot


def _bobot_total(bagian: Sequence[Komponen]) -> Decimal:
    """A mean's weights: one for each ratio, each term's own."""
    rasio = {s.kelompok for s in bagian if s.peran is PeranKomponen.PENYEBUT}
    return len(rasio) + sum((s.bobot for s in bagian if s.kelompok not in rasio or s.kelompok is None), Decimal(0))


def _sekelompok(bagian: Sequence[Komponen], k: Komponen) -> tuple[Komponen, ...]:
    return (k,) if k.kelompok is None else tuple(s for s in bagian if s.kelompok == k.kelompok)
