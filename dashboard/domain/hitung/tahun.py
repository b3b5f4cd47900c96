"""One agency's year at a reporting position: the single calculation behind screens, exports, scenarios and tests.

A scenario is this calculation over changed inputs (Masukan): the nodes they reach are evaluated again by the same
graph, and their results are made by the same functions. No input gives the official result itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.deret_tersendiri import baca_deret
from dashboard.domain.dasar.indikator import DataKinerja, Indikator, PeranKomponen, Realisasi, Rumus
from dashboard.domain.dasar.perilaku import TINGKAT
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN, SampaiDengan
from dashboard.domain.hitung.graph import TAK_DIKENAL, Graph, Waktu, evaluate_graph
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun, hasil_indikator
from dashboard.domain.hitung.jalur_target import versi_berlaku
from dashboard.domain.hitung.masukan import TANPA_MASUKAN, Masukan
from dashboard.domain.hitung.masukan_periode import Bolong, Periode, rerata, terisi, tingkat_variabel
from dashboard.domain.hitung.posisi_realisasi import PosisiRealisasi, ganti_nilai, posisi_realisasi, sah
from dashboard.domain.hitung.posisi_target import PosisiTarget, ganti_target, posisi_target
from dashboard.domain.hitung.propagation import Propagation, propagate
from dashboard.domain.hitung.rumus import NilaiSimpul
from dashboard.domain.hitung.skp_baik import hitungan_acuan
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

    `aturan` are the rules of its last day. Raises Cycle when the formulas run in a circle, KeyError on an input
    the agency does not have.
    """
    return dengan_masukan(hitung_posisi(build_structure(data), sd, aturan), masukan, aturan)


def hitung_posisi(structure: Structure, sd: SampaiDengan, aturan: AturanBerlaku) -> HasilTahun:
    """The official result at a position; the quarters of a year share their `structure`."""
    indikator, perilaku = structure.indikator, structure.perilaku
    masuk = _baca_posisi(structure, sd)
    graph = _graph(structure, sd, masuk, _lalu(structure, sd))
    hasil = {
        k: hasil_indikator(
            i,
            perilaku[k],
            masuk.warisan[k],
            masuk.realisasi[k],
            graph.nilai[k],
            aturan,
            nilai_tahun=nilai_tahun(graph, k),
        )
        for k, i in sorted(indikator.items())
    }
    return HasilTahun(sd, hasil, masuk.variabel, graph, masuk.target)


@dataclass(frozen=True, slots=True)
class _BacaanPosisi:
    """The rows read at a position, by code; `warisan` are the targets with the komponen they were taken over from."""

    target: Mapping[str, PosisiTarget]
    warisan: Mapping[str, tuple[PosisiTarget, tuple[str, ...]]]
    realisasi: Mapping[str, PosisiRealisasi]
    variabel: Mapping[str, NilaiSimpul]


def _baca_posisi(structure: Structure, sd: SampaiDengan) -> _BacaanPosisi:
    indikator, laporan = structure.indikator, structure.realisasi
    target = {k: _posisi_target(structure, i, sd) for k, i in indikator.items()}
    warisan = {k: target_warisan(k, indikator, structure.bagian, target) for k in indikator}
    realisasi = {k: _posisi_realisasi(structure, i, sd, warisan[k][0]) for k, i in indikator.items()}
    return _BacaanPosisi(
        target, warisan, realisasi, {k: tingkat_variabel(laporan.get(k, ()), sd) for k in structure.variabel}
    )


def _graph(structure: Structure, sd: SampaiDengan, masuk: _BacaanPosisi, lalu: Mapping[str, Periode]) -> Graph:
    indikator, laporan, warisan = structure.indikator, structure.realisasi, masuk.warisan
    tempo = {k: _tempo(i, warisan[k][0], sd) for k, i in indikator.items()}
    acuan = {k: s.acuan for k, (t, _) in warisan.items() if (s := t.sampai) is not None and s.acuan is not None}
    terlapor = {k: _tingkat(r) for k, r in masuk.realisasi.items()}
    bolong = {k: b for k, r in masuk.realisasi.items() if (b := _bolong(r, lalu.get(k, {}))) is not None}
    return evaluate_graph(
        structure,
        {**terlapor, **masuk.variabel},
        {k: _stok_awal(laporan.get(k, ()), sd.tahun) for k, i in indikator.items() if i.rumus is Rumus.STOK},
        acuan,
        hitungan_acuan(structure.skp, sd),
        Waktu(tempo, lalu, sd.setahun, bolong),
    )


def _bolong(realisasi: PosisiRealisasi, lalu: Periode) -> Bolong | None:
    """The gap of a repetition's year: of its own reports where they make its value, else of those of its formula."""
    terhitung = len(terisi(lalu))
    if realisasi.nilai is None and terhitung:
        hilang = tuple(tw for tw in sorted(lalu) if lalu[tw].nilai is None)
        return Bolong(terhitung, hilang) if hilang else None
    if not realisasi.periode_bolong:
        return None
    return Bolong(realisasi.periode_terisi, realisasi.periode_bolong)


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
    propagation = propagate(graph, masukan.nilai, masukan.lapor_sampai)
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
        tahunan = nilai_tahun(propagation.on(graph), kode)
        baru = hasil_indikator(lama.indikator, lama.perilaku, warisan, realisasi, simpul, aturan, nilai_tahun=tahunan)
        tetap = tahunan == nilai_tahun(graph, kode) and _sama(graph.nilai[kode], baru, lama)
        indikator[kode] = replace(lama, simpul=simpul, realisasi=realisasi) if tetap else baru
    return PerubahanHasil(indikator, propagation, target)


def _sama(resmi: NilaiSimpul, baru: HasilIndikator, lama: HasilIndikator) -> bool:
    """The official value against the official target: what a closed quarter kept of it stays."""
    target = (baru.target, baru.target_dari) == (lama.target, lama.target_dari)
    nilai = baru.nilai is not None and baru.nilai == resmi.nilai == lama.nilai
    return target and nilai and baru.simpul.sebagian == resmi.sebagian


def _realisasi_baru(graph: Graph, lama: HasilIndikator, simpul: NilaiSimpul, sd: SampaiDengan) -> PosisiRealisasi:
    """An input, or a report that moved, stands where the report stood; a computed value has none."""
    lain = simpul is not lama.simpul and (simpul.masukan or graph.dilaporkan(lama.kode))
    if not lain or simpul.nilai is None or simpul.nilai == lama.realisasi.nilai:
        return lama.realisasi
    return ganti_nilai(lama.perilaku, lama.realisasi, simpul.nilai, sd)


def _posisi_target(structure: Structure, indikator: Indikator, sd: SampaiDengan) -> PosisiTarget:
    """Quarters that speak of another unit than the year stand beside it; the year's own target holds alone."""
    baris, perilaku = structure.target.get(indikator.kode, ()), structure.perilaku[indikator.kode]
    laporan = structure.realisasi.get(indikator.kode, ())
    deret = baca_deret(indikator.satuan, perilaku, versi_berlaku(baris, sd), laporan, sd)
    if deret is None:
        return posisi_target(perilaku, baris, sd, indikator.polaritas)
    tahunan = [b for b in baris if b.periode == TAHUN]
    posisi = posisi_target(TINGKAT, tahunan, sd, indikator.polaritas)
    return replace(posisi, catatan=(deret.catatan,), deret=deret)


def _posisi_realisasi(
    structure: Structure, indikator: Indikator, sd: SampaiDengan, target: PosisiTarget
) -> PosisiRealisasi:
    """Without a target the report is still due at the position itself; a score published once a year holds on."""
    laporan, perilaku = structure.realisasi.get(indikator.kode, ()), structure.perilaku[indikator.kode]
    if target.deret is not None:
        laporan = tuple(r for r in laporan if r.periode == TAHUN)
    lowong = () if indikator.dinilai_luar else target.lowong
    return posisi_realisasi(perilaku, laporan, sd, _tempo(indikator, target, sd), lowong)


def _tempo(indikator: Indikator, target: PosisiTarget, sd: SampaiDengan) -> int:
    """The last quarter for which a value was due; 0 where none is asked for before it is published."""
    if indikator.dinilai_luar or target.deret is not None:
        return 0
    return target.jatuh_tempo if target.sampai is not None else sd.triwulan


def _lalu(structure: Structure, sd: SampaiDengan) -> dict[str, dict[int, NilaiSimpul]]:
    """The values of computed repetitions by the quarter they were due for, before the position; of the year all four,
    without a value for one that is missing.

    Nothing where a part reports its year: that one makes the year of the whole.
    """
    ulang = [kode for kode in structure.bagian if structure.berulang(kode) and not _melapor_tahun(structure, kode, sd)]
    if not ulang:
        return {}
    hasil: dict[str, dict[int, NilaiSimpul]] = {kode: {} for kode in ulang}
    for tw in range(1, sd.triwulan + sd.setahun):
        satu = SampaiDengan(sd.tahun, tw)
        graph = _graph(structure, satu, _baca_posisi(structure, satu), {})
        for kode in ulang:
            tempo, simpul = graph.tempo[kode], graph.nilai[kode]
            if simpul.nilai is not None or (tempo and sd.setahun):
                hasil[kode][tempo] = simpul if simpul.nilai is not None else hasil[kode].get(tempo, simpul)
    return hasil


def _melapor_tahun(structure: Structure, kode: str, sd: SampaiDengan) -> bool:
    """Whether a term or numerator of the formula has a report of the whole year: before its end there is none."""
    if sd.triwulan < len(TRIWULAN):
        return False
    bagian = [k.komponen for k in structure.bagian[kode] if k.peran is not PeranKomponen.PENYEBUT]
    laporan = (r for k in bagian for r in structure.realisasi.get(k, ()))
    return any((r.tahun, r.periode) == (sd.tahun, TAHUN) and sah(r) for r in laporan)


def nilai_tahun(graph: Graph, kode: str) -> Decimal | None:
    """What the year has come to so far by the formula: of repetitions the mean, of all else the value itself."""
    simpul = graph.nilai[kode]
    if simpul.nilai is None or graph.setahun or graph.dilaporkan(kode):
        return simpul.nilai
    return rerata(terisi({**graph.lalu.get(kode, {}), graph.tempo.get(kode, 0): simpul}))


def _stok_awal(baris: Sequence[Realisasi], tahun: int) -> NilaiSimpul:
    """The stock at the end of last year, as reported for its fourth quarter or the year."""
    lalu = SampaiDengan(tahun - 1, 4)
    return _tingkat(posisi_realisasi(TINGKAT, baris, lalu, lalu.triwulan))


def _tingkat(posisi: PosisiRealisasi) -> NilaiSimpul:
    if posisi.nilai is None:
        return TAK_DIKENAL
    return NilaiSimpul(posisi.nilai, posisi.kepastian, posisi.sumber_nilai)
