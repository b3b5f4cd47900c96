"""The formula graph: every node's value from its report and its komponen, each carrying its weakest link.

Source: DOMAIN.md section 6. A reported value wins over a computed one, and the difference between the two is kept.
What a change does is said by the same evaluation (propagation.py), over the nodes it reaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import HitunganSkp, Indikator, Komponen, Rumus
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.hitung.masukan_periode import (
    Bolong,
    Periode,
    geser_setahun,
    masukan_berperiode,
    rerata_setahun,
    sebagian_setahun,
    terisi,
)
from dashboard.domain.hitung.rumus import NilaiSimpul, terapkan_rumus
from dashboard.domain.hitung.skp_baik import nilai_skp_baik
from dashboard.domain.hitung.structure import Structure

TAK_DIKENAL = NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI)


@dataclass(frozen=True, slots=True)
class Graph:
    """The formulas of one agency at a position with all they are computed from, and the values they yield.

    `laporan` are the reported values by code, `stok_awal` last year's ends of stocks, `acuan` the numbers targeted
    to date; `nilai` holds every indicator, variabel and komponen. `tempo` is the last quarter due of each indicator;
    `lalu` the values of each computed repetition in the quarters before, of which at the year (`setahun`) it is the
    mean. `bolong` are the repetitions whose year has a gap. `resmi` are the official values where `nilai` are those
    of changed inputs.
    """

    structure: Structure
    laporan: Mapping[str, NilaiSimpul]
    stok_awal: Mapping[str, NilaiSimpul]
    acuan: Mapping[str, Decimal]
    skp: HitunganSkp | None
    nilai: Mapping[str, NilaiSimpul]
    tempo: Mapping[str, int] = field(default_factory=dict)
    lalu: Mapping[str, Periode] = field(default_factory=dict)
    setahun: bool = False
    bolong: Mapping[str, Bolong] = field(default_factory=dict)
    resmi: Mapping[str, NilaiSimpul] | None = None

    @property
    def indikator(self) -> Mapping[str, Indikator]:
        return self.structure.indikator

    @property
    def bagian(self) -> Mapping[str, tuple[Komponen, ...]]:
        return self.structure.bagian

    def dilaporkan(self, kode: str) -> bool:
        """Whether the code has a value of its own that wins over its formula."""
        return kode in self.laporan

    def terhitung(self, kode: str, nilai: Mapping[str, NilaiSimpul]) -> NilaiSimpul:
        """What a node's formula makes of these values of its komponen, whatever is reported."""
        indikator = self.indikator.get(kode)
        if indikator is None or (kode not in self.bagian and indikator.rumus is not Rumus.SKP_BAIK):
            return TAK_DIKENAL
        simpul = self._menurut_rumus(indikator, nilai)
        return self._setahun(indikator, simpul, nilai) if self.setahun and kode in self.lalu else simpul

    def _menurut_rumus(self, indikator: Indikator, nilai: Mapping[str, NilaiSimpul]) -> NilaiSimpul:
        kode = indikator.kode
        masukan, catatan = masukan_berperiode(
            self._tautan_masukan(kode), nilai, self.tempo.get(kode, 0), self.structure.variabel
        )
        if indikator.rumus is Rumus.SKP_BAIK:
            simpul = nilai_skp_baik(indikator, self.structure.tautan.get(kode, ()), masukan, self.skp)
        else:
            simpul = terapkan_rumus(indikator, self.bagian[kode], masukan, self.stok_awal.get(kode))
        return replace(simpul, catatan=(*catatan, *simpul.catatan))

    def _setahun(self, indikator: Indikator, simpul: NilaiSimpul, nilai: Mapping[str, NilaiSimpul]) -> NilaiSimpul:
        """The year of a repetition: officially the mean of its periods, from where changed inputs move it."""
        kode = indikator.kode
        resmi, periode = self.nilai.get(kode), self.lalu[kode]
        if resmi is None or resmi.terhitung is None or not terisi(periode):
            return rerata_setahun(simpul, periode)
        setahun = {k.komponen for k in self.bagian[kode] if self.structure.berulang(k.komponen)}
        antara = {k.komponen: (nilai if k.komponen in setahun else self.nilai)[k.komponen] for k in self.bagian[kode]}
        awal, tengah = (self._menurut_rumus(indikator, satu).nilai for satu in (self.nilai, {**self.nilai, **antara}))
        if simpul.nilai is None or awal is None or tengah is None:
            return simpul
        return geser_setahun(simpul, resmi.terhitung, (tengah - awal, simpul.nilai - tengah), periode)

    def sebagian(self, kode: str, simpul: NilaiSimpul) -> NilaiSimpul:
        """The value of a node, without a colour where its year has a gap."""
        return sebagian_setahun(simpul, self.bolong.get(kode), self.acuan.get(kode))

    def lapor_sampai(self, triwulan: int) -> "Graph":
        """The same while no quarter after that one could report: none of them is missing."""
        hilang = {k: tuple(tw for tw in b.hilang if tw <= triwulan) for k, b in self.bolong.items()}
        return replace(self, bolong={k: replace(self.bolong[k], hilang=tw) for k, tw in hilang.items() if tw})

    def _tautan_masukan(self, kode: str) -> tuple[Komponen, ...]:
        """The links through which a variabel enters the value of an indicator."""
        return tuple(k for k in self.structure.tautan.get(kode, ()) if k.komponen in self.structure.variabel)

    def hitung(self, kode: str, nilai: Mapping[str, NilaiSimpul]) -> NilaiSimpul:
        """The value that holds: the report, with what was computed and what that lacked beside it; else the formula's.

        A reported share of SKP stands alone: the scores behind it are not compared with it.
        """
        laporan = self.laporan.get(kode)
        if laporan is None or kode not in self.bagian:
            return laporan or self.terhitung(kode, nilai)
        rumus = self.terhitung(kode, nilai)
        return replace(laporan, terhitung=rumus.nilai, langkah=rumus.langkah, kurang=rumus.kurang)


@dataclass(frozen=True, slots=True)
class Waktu:
    """What the position means for each node; the fields are those of Graph."""

    tempo: Mapping[str, int] = field(default_factory=dict)
    lalu: Mapping[str, Periode] = field(default_factory=dict)
    setahun: bool = False
    bolong: Mapping[str, Bolong] = field(default_factory=dict)


def evaluate_graph(
    structure: Structure,
    laporan: Mapping[str, NilaiSimpul],
    stok_awal: Mapping[str, NilaiSimpul] | None = None,
    acuan: Mapping[str, Decimal] | None = None,
    skp: HitunganSkp | None = None,
    waktu: Waktu | None = None,
) -> Graph:
    """Evaluate every node, komponen before what is made of them."""
    waktu = waktu or Waktu()
    nilai: dict[str, NilaiSimpul] = {}
    ada = {kode: simpul for kode, simpul in laporan.items() if simpul.nilai is not None}
    isi = (waktu.tempo, waktu.lalu, waktu.setahun, waktu.bolong)
    graph = Graph(structure, ada, stok_awal or {}, acuan or {}, skp, nilai, *isi)
    for kode in structure.order:
        nilai[kode] = graph.sebagian(kode, graph.hitung(kode, nilai))
    return graph
