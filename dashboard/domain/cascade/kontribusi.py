"""What each komponen does to its parent: exact in sums and weighted means, one at a time in ratios.

Source: DOMAIN.md section 6. `bagian` is what a komponen makes of the parent's value; `pengaruh` is how far the
parent would move if that komponen alone stood exactly on its target to date. In sums and means these add up; in a
ratio they do not, so there it is said that they were taken one at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.dasar.indikator import Komponen, Rumus
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun
from dashboard.domain.hitung.propagation import propagate
from dashboard.domain.hitung.rumus import berasio, berat_kelompok, kelompok_rerata


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


def kontribusi(hasil: HasilTahun, induk: str, komponen: Sequence[Komponen]) -> tuple[Kontribusi, ...]:
    """The contribution of every link in `komponen` (all links of `induk`, whatever their sifat)."""
    return tuple(_satu(hasil, induk, k) for k in komponen)


def _satu(hasil: HasilTahun, induk: str, k: Komponen) -> Kontribusi:
    graph = hasil.graph
    if k not in graph.bagian.get(induk, ()):
        return Kontribusi(k, Cara.HANYA_ARAH)
    pada_target = nilai_pada_target(hasil.indikator.get(k.komponen))
    pengaruh = None if pada_target is None else geser(graph, k.komponen, pada_target, induk)
    if not linier(graph, induk, k):
        return Kontribusi(k, Cara.SATU_PER_SATU, None, pengaruh)
    return Kontribusi(k, Cara.PASTI, _bagian(graph, induk, k), pengaruh)


def linier(graph: Graph, induk: str, k: Komponen) -> bool:
    """Whether the parent moves in proportion to this komponen: a term of a sum or of a weighted mean."""
    if graph.indikator[induk].rumus is not Rumus.RERATA:
        return graph.indikator[induk].rumus is not Rumus.RASIO
    return not any(berasio(ks) for ks in kelompok_rerata(graph.bagian[induk]) if k in ks)


def geser(graph: Graph, kode: str, nilai: Decimal, induk: str) -> Decimal | None:
    """How far `induk` moves when `kode` alone takes another value; None when either has no number."""
    lama = graph.nilai[induk].nilai
    baru = propagate(graph, {kode: nilai}).nilai.get(induk, graph.nilai[induk]).nilai
    return None if lama is None or baru is None else baru - lama


def nilai_pada_target(hasil: HasilIndikator | None) -> Decimal | None:
    """The value that would be exactly on the target to date; inside a range the present one. None without either."""
    sampai = hasil.target.sampai if hasil else None
    if hasil is None or sampai is None or hasil.nilai is None:
        return None
    if sampai.rentang and sampai.nilai_min is not None and sampai.nilai_maks is not None:
        return min(max(hasil.nilai, sampai.nilai_min), sampai.nilai_maks)
    return sampai.acuan


def _bagian(graph: Graph, induk: str, k: Komponen) -> Decimal | None:
    nilai = graph.nilai[k.komponen].nilai
    bobot = Decimal(1)
    if graph.indikator[induk].rumus is Rumus.RERATA:
        bobot = sum((berat_kelompok(ks) for ks in kelompok_rerata(graph.bagian[induk])), Decimal(0))
    return None if nilai is None or not bobot else k.bobot * nilai / bobot
