"""From a red indicator down to the leaves behind it.

Where arithmetic reaches, a leaf's share is the points its parent would gain were the leaf exactly on target;
elsewhere only the lowest achievements below are named, as a direction and never as a number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.cascade.kontribusi import Cara, geser, linier, nilai_pada_target
from dashboard.domain.cascade.pohon import Pohon
from dashboard.domain.dasar.cycles import urutan_kode
from dashboard.domain.dasar.indikator import Komponen, Polaritas, Sifat
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.capaian import SERATUS
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun

JUMLAH_DAUN = 3


@dataclass(frozen=True, slots=True)
class Penyebab:
    """One leaf: `poin` in the unit of the indicator explained, None where it is only a direction."""

    kode: str
    cara: Cara
    poin: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """`penyebab` worst first; `belum` the leaves below that have not reported."""

    kode: str
    penyebab: tuple[Penyebab, ...]
    belum: tuple[str, ...]


def kekurangan(tahun: HasilTahun, pohon: Pohon, komponen: Iterable[Komponen], kode: str) -> Kekurangan:
    """The three leaves that explain most of what `kode` lacks; none when it is on or above its target."""
    graph, hasil = tahun.graph, tahun.indikator
    h = hasil[kode]
    if h.tak_hingga or (h.persen is not None and h.persen >= SERATUS):
        return Kekurangan(kode, (), ())
    asal = _sumber(graph, hasil, kode)
    daun, antara = _di_bawah(pohon, komponen, hasil, asal)
    belum = tuple(k for k in daun if hasil[k].status is Status.BELUM_DILAPORKAN)
    arah = (*_terendah(hasil, daun), *_terendah(hasil, antara))[:JUMLAH_DAUN]
    return Kekurangan(kode, _dalam_poin(graph, hasil, asal) or arah, belum)


def _sumber(graph: Graph, hasil: Mapping[str, HasilIndikator], kode: str) -> str:
    """Where an indicator merely repeats another and takes over its target, that other one is explained."""
    terlihat = {kode}
    while len(hasil[kode].target_dari) == 1 and len(graph.bagian.get(kode, ())) == 1:
        kode = hasil[kode].target_dari[0]
        if kode in terlihat:
            break
        terlihat.add(kode)
    return kode


def _dalam_poin(graph: Graph, hasil: Mapping[str, HasilIndikator], kode: str) -> tuple[Penyebab, ...]:
    arah = -1 if graph.indikator[kode].polaritas is Polaritas.NEGATIF else 1
    tak_linier = _daun_tak_linier(graph, kode)
    calon = []
    for daun in graph.structure.leaves(kode):
        pada_target = nilai_pada_target(hasil.get(daun))
        poin = None if pada_target is None else geser(graph, daun, pada_target, kode)
        if poin is not None and poin * arah > 0:
            calon.append(Penyebab(daun, Cara.SATU_PER_SATU if daun in tak_linier else Cara.PASTI, poin))
    calon.sort(key=lambda p: (-abs(p.poin or Decimal(0)), urutan_kode(p.kode)))
    return tuple(calon[:JUMLAH_DAUN])


def _daun_tak_linier(graph: Graph, kode: str) -> frozenset[str]:
    """Leaves that reach `kode` through a ratio on any way."""
    hasil: set[str] = set()
    tumpukan = [(k, linier(graph, kode, k)) for k in graph.bagian.get(kode, ())]
    while tumpukan:
        k, lurus = tumpukan.pop()
        if not lurus:
            hasil.add(k.komponen)
        bawah = graph.bagian.get(k.komponen, ())
        tumpukan.extend((b, lurus and linier(graph, k.komponen, b)) for b in bawah)
    return frozenset(hasil)


def _di_bawah(
    pohon: Pohon, komponen: Iterable[Komponen], hasil: Mapping[str, HasilIndikator], kode: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Indicators below, along the links, else along the boxes: those nothing feeds, and those in between."""
    pemasok: dict[str, list[str]] = {}
    for k in komponen:
        if k.komponen in hasil and k.sifat is not Sifat.TANPA_HUBUNGAN:
            pemasok.setdefault(k.indikator, []).append(k.komponen)
    terlihat = {kode}
    tumpukan = list(pemasok.get(kode, ()))
    while tumpukan:
        satu = tumpukan.pop()
        if satu not in terlihat:
            terlihat.add(satu)
            tumpukan.extend(pemasok.get(satu, ()))
    bawah = sorted(terlihat - {kode} or _di_bawah_simpul(pohon, hasil[kode].indikator.simpul), key=urutan_kode)
    return tuple(k for k in bawah if k not in pemasok), tuple(k for k in bawah if k in pemasok)


def _di_bawah_simpul(pohon: Pohon, simpul: str) -> set[str]:
    if simpul not in pohon.simpul:
        return set()
    return {i for kode, dalam in pohon.telusuri(simpul) if dalam for i in pohon.indikator[kode]}


def _terendah(hasil: Mapping[str, HasilIndikator], kode: tuple[str, ...]) -> tuple[Penyebab, ...]:
    """Those below their target, lowest achievement first."""
    kurang = [(p, urutan_kode(k), k) for k in kode if (p := hasil[k].persen) is not None and p < SERATUS]
    return tuple(Penyebab(k, Cara.HANYA_ARAH) for _, _, k in sorted(kurang))
