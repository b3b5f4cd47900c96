"""One agency's year at a reporting position: the single calculation behind screens, exports, scenarios and tests.

A scenario is this calculation over changed inputs (Masukan): the nodes they reach are evaluated again by the same
graph, and their results are made by the same functions. No input gives the official result itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.indikator import DataKinerja, Indikator, Realisasi, Rumus
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.perilaku import TINGKAT
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.graph import TAK_DIKENAL, Graph, evaluate_graph
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun, hasil_indikator
from dashboard.domain.hitung.masukan import TANPA_MASUKAN, Masukan
from dashboard.domain.hitung.posisi_realisasi import PosisiRealisasi, ganti_nilai, posisi_realisasi
from dashboard.domain.hitung.posisi_target import PosisiTarget, ganti_target, posisi_target
from dashboard.domain.hitung.propagation import Propagation, propagate
from dashboard.domain.hitung.rumus import NilaiSimpul
from dashboard.domain.hitung.skp_baik import bulan_acuan
from dashboard.domain.hitung.structure import Structure, build_structure
from dashboard.domain.hitung.warisan import target_warisan


@dataclass(frozen=True, slots=True)
class PerubahanHasil:
    """What inputs do to a year: the results of the indicators they reach, by code, and how they got there."""

    indikator: Mapping[str, HasilIndikator]
    propagation: Propagation
    target: Mapping[str, PosisiTarget]


def hitung_tahun(
    data: DataKinerja, sd: SampaiDengan, aturan: AturanBerlaku, masukan: Masukan = TANPA_MASUKAN
) -> HasilTahun:
    """Compute every indicator of `data` at a position, over `masukan` where given.

    `aturan` are the rules of its last day. Raises Lingkaran when the formulas run in a circle, KeyError on an input
    the agency does not have.
    """
    return dengan_masukan(hitung_posisi(build_structure(data), sd, aturan), masukan, aturan)


def hitung_posisi(structure: Structure, sd: SampaiDengan, aturan: AturanBerlaku) -> HasilTahun:
    """The official result at a position; the quarters of a year share their `structure`."""
    indikator, perilaku, laporan = structure.indikator, structure.perilaku, structure.realisasi
    target = {k: posisi_target(perilaku[k], structure.target.get(k, ()), sd) for k in indikator}
    warisan = {k: target_warisan(k, indikator, structure.bagian, target) for k in indikator}
    realisasi = {k: _posisi_realisasi(structure, i, sd, warisan[k][0]) for k, i in indikator.items()}
    variabel = {k: _tingkat(posisi_realisasi(TINGKAT, laporan.get(k, ()), sd, 0)) for k in structure.variabel}
    graph = evaluate_graph(
        structure,
        {**{k: _tingkat(r) for k, r in realisasi.items()}, **variabel},
        {k: _stok_awal(laporan.get(k, ()), sd.tahun) for k, i in indikator.items() if i.rumus is Rumus.STOK},
        {k: s.acuan for k, (t, _) in warisan.items() if (s := t.sampai) is not None and s.acuan is not None},
        bulan_acuan(structure.skp, sd),
    )
    hasil = {
        k: hasil_indikator(i, perilaku[k], warisan[k], realisasi[k], graph.nilai[k], aturan)
        for k, i in sorted(indikator.items())
    }
    return HasilTahun(sd, hasil, variabel, graph, target)


def dengan_masukan(hasil: HasilTahun, masukan: Masukan, aturan: AturanBerlaku) -> HasilTahun:
    """The whole year over changed inputs."""
    if masukan.kosong:
        return hasil
    baru = ubah(hasil, masukan, aturan)
    return HasilTahun(
        hasil.sd,
        {**hasil.indikator, **baru.indikator},
        {k: baru.propagation.nilai.get(k, lama) for k, lama in hasil.variabel.items()},
        baru.propagation.on(hasil.graph),
        baru.target,
    )


def ubah(hasil: HasilTahun, masukan: Masukan, aturan: AturanBerlaku) -> PerubahanHasil:
    """Only what the inputs reach. Raises KeyError on a code the agency does not have."""
    graph = hasil.graph
    propagation = propagate(graph, masukan.nilai)
    target = {**hasil.target}
    for kode, sampai in masukan.target.items():
        target[kode] = ganti_target(hasil.indikator[kode].target, sampai, hasil.sd)
    pewaris = {k for kode in masukan.target for k in graph.structure.induk(kode)}
    kena = sorted({*propagation.nilai, *masukan.target, *pewaris} & set(graph.indikator))
    indikator = {}
    for kode in kena:
        lama = hasil.indikator[kode]
        warisan = (lama.target, lama.target_dari)
        if kode in masukan.target or kode in pewaris:
            warisan = target_warisan(kode, graph.indikator, graph.bagian, target)
        simpul = propagation.nilai.get(kode, lama.simpul)
        realisasi = _realisasi_baru(graph, lama, simpul, hasil.sd)
        indikator[kode] = hasil_indikator(lama.indikator, lama.perilaku, warisan, realisasi, simpul, aturan)
    return PerubahanHasil(indikator, propagation, target)


def _realisasi_baru(graph: Graph, lama: HasilIndikator, simpul: NilaiSimpul, sd: SampaiDengan) -> PosisiRealisasi:
    """An input, or a report that moved, stands where the report stood; a computed value has none."""
    lain = simpul is not lama.simpul and (simpul.masukan or graph.dilaporkan(lama.kode))
    if not lain or simpul.nilai is None or simpul.nilai == lama.realisasi.nilai:
        return lama.realisasi
    return ganti_nilai(lama.perilaku, lama.realisasi, simpul.nilai, sd)


def _posisi_realisasi(
    structure: Structure, indikator: Indikator, sd: SampaiDengan, target: PosisiTarget
) -> PosisiRealisasi:
    """Without a target the report is still due at the position itself; a score published once a year holds on."""
    laporan, perilaku = structure.realisasi.get(indikator.kode, ()), structure.perilaku[indikator.kode]
    if indikator.dinilai_luar:
        return posisi_realisasi(perilaku, laporan, sd, 0)
    jatuh_tempo = target.jatuh_tempo if target.sampai is not None else sd.triwulan
    return posisi_realisasi(perilaku, laporan, sd, jatuh_tempo, target.lowong)


def _stok_awal(baris: Sequence[Realisasi], tahun: int) -> NilaiSimpul:
    """The stock at the end of last year, as reported for its fourth quarter or the year."""
    lalu = SampaiDengan(tahun - 1, 4)
    return _tingkat(posisi_realisasi(TINGKAT, baris, lalu, lalu.triwulan))


def _tingkat(posisi: PosisiRealisasi) -> NilaiSimpul:
    if posisi.nilai is None:
        return TAK_DIKENAL
    return NilaiSimpul(posisi.nilai, Kepastian.DILAPORKAN, posisi.sumber_nilai)
