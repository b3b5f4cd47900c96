"""How changed inputs reach the nodes above them: the evaluation of the graph again, over the nodes they reach.

Only links of a formula carry a number (rumus.bagian_rumus). A node that has its own report keeps the difference
between report and formula; one whose formula is incomplete keeps its report and passes a direction only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dashboard.domain.dasar.penjelasan import Kepastian, terlemah
from dashboard.domain.dasar.periode import TRIWULAN
from dashboard.domain.hitung.batas import ALASAN_KELOMPOK, Batas, Jepitan, batas_hitungan, batas_kini, koreksi_kelompok
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.rumus import NilaiSimpul, sumber_terlemah


@dataclass(frozen=True, slots=True)
class Propagation:
    """New values by code: of the inputs, and of what is computed from them.

    `selisih` are the kept differences between report and formula, `jepitan` the values that were held at a bound.
    `lapor_sampai` is that of Masukan.
    """

    nilai: Mapping[str, NilaiSimpul]
    selisih: Mapping[str, Decimal]
    jepitan: tuple[Jepitan, ...]
    lapor_sampai: int

    def on(self, graph: Graph) -> Graph:
        """The graph with these values: where a report was moved, or an input set, it is what is reported now."""
        laporan = {k: n for k, n in self.nilai.items() if n.masukan or graph.dilaporkan(k)}
        return replace(
            graph.lapor_sampai(self.lapor_sampai),
            laporan={**graph.laporan, **laporan},
            nilai={**graph.nilai, **self.nilai},
            resmi=graph.resmi or graph.nilai,
        )


def propagate(graph: Graph, masukan: Mapping[str, Decimal], lapor_sampai: int = len(TRIWULAN)) -> Propagation:
    """Propagate; `lapor_sampai` as in Masukan. Raises KeyError on an unknown code."""
    graph = graph.lapor_sampai(lapor_sampai)
    run = _Propagator(graph, dict(graph.nilai))
    berubah: set[str] = set()
    for kode in graph.structure.above(masukan):
        tergerak = any(k in berubah for k in graph.structure.inputs.get(kode, ()))
        if kode in masukan and (tergerak or not _already_so(graph, kode, masukan[kode])):
            run.set_masukan(kode, masukan[kode])
        elif tergerak:
            run.hitung(kode)
        elif any(p in berubah for p in graph.structure.pembatas.get(kode, ())):
            run.hold_at_batas(kode)
        baru, lama = run.nilai[kode], graph.nilai[kode]
        terbit = kode in masukan and lapor_sampai < len(TRIWULAN)  # of a later quarter, even where it is the same
        if terbit or (baru.nilai, baru.sebagian) != (lama.nilai, lama.sebagian):
            berubah.add(kode)
    return Propagation({kode: run.nilai[kode] for kode in run.touched}, run.selisih, tuple(run.jepitan), lapor_sampai)


def _already_so(graph: Graph, kode: str, nilai: Decimal) -> bool:
    """A computed value set to what it already is: taking it for a report would change what is known about it."""
    return not graph.dilaporkan(kode) and graph.nilai[kode].nilai == nilai


@dataclass(slots=True)
class _Propagator:
    """The values so far: `nilai` of all nodes, `touched` those that were set anew."""

    graph: Graph
    nilai: dict[str, NilaiSimpul]
    touched: list[str] = field(default_factory=list)
    selisih: dict[str, Decimal] = field(default_factory=dict)
    jepitan: list[Jepitan] = field(default_factory=list)

    def set_masukan(self, kode: str, nilai: Decimal) -> None:
        """An input stands where a report would: over its formula, held within its bounds, without a source."""
        dasar = self.graph.hitung(kode, self.nilai)
        simpul = replace(
            dasar, nilai=nilai, kepastian=Kepastian.DILAPORKAN, sumber_nilai=None, batas=None, catatan=(), masukan=True
        )
        self._set(kode, simpul, batas_kini(self.graph, kode, self.nilai))

    def hold_at_batas(self, kode: str) -> None:
        """A part cannot stay above its whole: when the whole shrinks, it is pulled down and that is said."""
        resmi = self.graph.nilai[kode].nilai
        atas = batas_kini(self.graph, kode, self.nilai).atas
        if resmi is not None and atas is not None and resmi > atas:
            self.set_masukan(kode, resmi)

    def hitung(self, kode: str) -> None:
        """The formula over the new values; a report keeps its distance from it."""
        lama, baru = self.graph.nilai[kode], self.graph.terhitung(kode, self.nilai)
        if self.graph.dilaporkan(kode) and (lama.terhitung is None or baru.nilai is None):
            return
        if baru.nilai is None:
            if lama.nilai is not None:
                self._store(kode, baru)
            return
        koreksi = self._correction(kode)
        terhitung = baru.nilai + koreksi
        if koreksi:
            self.jepitan.append(Jepitan(kode, baru.nilai, terhitung, ALASAN_KELOMPOK))
        baru = replace(baru, nilai=terhitung, terhitung=terhitung)
        if self.graph.dilaporkan(kode):
            baru = self._shift_laporan(kode, lama, baru)
        self._set(kode, baru, batas_hitungan(self.graph, kode))

    def _shift_laporan(self, kode: str, lama: NilaiSimpul, baru: NilaiSimpul) -> NilaiSimpul:
        """The report, moved as far as its formula moves: the distance between the two stays, and is an assumption."""
        assert lama.nilai is not None
        assert lama.terhitung is not None
        assert baru.nilai is not None
        jarak, kepastian = lama.nilai - lama.terhitung, baru.kepastian
        if lama.selisih is not None:
            self.selisih[kode] = jarak
            kepastian = terlemah(kepastian, Kepastian.DIHITUNG_DENGAN_ASUMSI)
        nilai = lama.nilai if baru.nilai == lama.terhitung else baru.nilai + jarak
        return replace(
            baru, nilai=nilai, kepastian=kepastian, sumber_nilai=sumber_terlemah((lama.sumber_nilai, baru.sumber_nilai))
        )

    def _correction(self, kode: str) -> Decimal:
        """Held by what is official, also where further changes start from projected values."""
        bagian = self.graph.bagian.get(kode, ())
        kini, resmi = (
            {k.komponen: n for k in bagian if (n := nilai[k.komponen].nilai) is not None}
            for nilai in (self.nilai, self.graph.resmi or self.graph.nilai)
        )
        return koreksi_kelompok(self.graph.indikator[kode], bagian, kini, resmi)

    def _set(self, kode: str, simpul: NilaiSimpul, batas: Batas) -> None:
        assert simpul.nilai is not None
        dipakai, jepitan = batas.jepit(kode, simpul.nilai)
        if jepitan is not None:
            self.jepitan.append(jepitan)
            terhitung = dipakai if simpul.terhitung == simpul.nilai else simpul.terhitung
            simpul = replace(simpul, nilai=dipakai, terhitung=terhitung)
        self._store(kode, simpul)

    def _store(self, kode: str, simpul: NilaiSimpul) -> None:
        self.nilai[kode] = self.graph.sebagian(kode, simpul)
        self.touched.append(kode)
