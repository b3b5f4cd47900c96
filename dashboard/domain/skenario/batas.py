"""How far an input of a scenario may go: its maximum, its whole, what has happened; where none is known, its target.

A rule of this dashboard [R]: no scenario and no advice takes an indicator beyond what it can be. Without a printed
maximum and without a whole that is its own target of the year, or what it is already.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Komponen, PeranKomponen, Polaritas, Rumus
from dashboard.domain.dasar.satuan_ukur import dicacah, persen
from dashboard.domain.hitung.batas import Batas, Jepitan, batas_kini
from dashboard.domain.hitung.capaian import NOL
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.rumus import NilaiSimpul, penyebut_skp
from dashboard.domain.skenario.dasar import BAGIAN_RASIO, BAGIAN_TARGET, Bagian, DasarSkenario, KunciUbahan, Ubahan
from dashboard.domain.skenario.masukan import propagate_ubahan

BATAS_TERJADI = "yang sudah terjadi tidak dapat dibatalkan"
BATAS_TARGET = "tanpa nilai maksimum (kolom maks kosong), tidak melebihi targetnya sendiri"
BATAS_KINI = "tanpa nilai maksimum (kolom maks kosong), tidak melebihi nilainya sekarang yang sudah di atas target"


def batas_masukan(dasar: DasarSkenario, ubahan: Ubahan, kunci: KunciUbahan) -> Batas:
    """Between which values an input may be moved; increments that were reported cannot be taken back."""
    if kunci.bagian in BAGIAN_TARGET:
        return Batas()
    if kunci.bagian in BAGIAN_RASIO:
        return _batas_bagian(dasar, ubahan, kunci)
    tetap = {k: n for k, n in ubahan.items() if k.kode != kunci.kode}
    nilai = propagate_ubahan(dasar, tetap).nilai
    batas = _dalam_utuh(dasar.graph, kunci.kode, batas_kini(dasar.graph, kunci.kode, nilai), nilai)
    if batas.atas is None:
        batas = _batas_sendiri(dasar, kunci.kode, batas)
    terjadi = _sudah_terjadi(dasar, kunci.kode)
    if terjadi is None or (batas.atas is not None and terjadi > batas.atas):
        return batas
    return Batas(terjadi, batas.atas, batas.alasan_atas, BATAS_TERJADI)


def tahan_pada_batas(dasar: DasarSkenario, ubahan: Ubahan) -> tuple[dict[KunciUbahan, Decimal], tuple[Jepitan, ...]]:
    """The changes, each within its bounds, and those that were held. What has happened is no bound of a what-if."""
    hasil: dict[KunciUbahan, Decimal] = dict(ubahan)
    jepitan: list[Jepitan] = []
    for kunci, nilai in ubahan.items():
        if kunci.bagian is not Bagian.REALISASI:
            continue
        batas = batas_masukan(dasar, hasil, kunci)
        dipakai, jepit = Batas(None, batas.atas, batas.alasan_atas).jepit(kunci.kode, nilai)
        if jepit is not None:
            hasil[kunci] = dipakai
            jepitan.append(jepit)
    return hasil, tuple(jepitan)


def penyebut(dasar: DasarSkenario, kunci: KunciUbahan, kode: str) -> bool:
    """Whether an input is what an indicator is divided by somewhere on the way up: less of it is no better work."""
    if kunci.bagian in BAGIAN_RASIO:
        return kunci.bagian is Bagian.PENYEBUT
    atas = dasar.graph.structure.below({kode})
    antre, dilihat = [kunci.kode], {kunci.kode}
    while antre:
        for k in _rumus_di_atas(dasar.graph, antre.pop()):
            if k.indikator not in atas:
                continue
            if k.peran is PeranKomponen.PENYEBUT:
                return True
            if k.indikator not in dilihat:
                dilihat.add(k.indikator)
                antre.append(k.indikator)
    return False


def _rumus_di_atas(graph: Graph, kode: str) -> Iterator[Komponen]:
    """The links by which a code is counted in the formulas above it; of a share of SKP the head count."""
    structure = graph.structure
    for k in structure.tautan_atas.get(kode, ()):
        skp = graph.indikator[k.indikator].rumus is Rumus.SKP_BAIK and penyebut_skp(structure.tautan[k.indikator])
        if k in graph.bagian.get(k.indikator, ()) or k == skp:
            yield k


def _dalam_utuh(graph: Graph, kode: str, batas: Batas, nilai: Mapping[str, NilaiSimpul]) -> Batas:
    """A lone numerator of a percentage is no more than its denominator, where it officially is not."""
    resmi = graph.nilai[kode].nilai
    for k in _rumus_di_atas(graph, kode):
        if k.peran is not PeranKomponen.PEMBILANG or not persen(graph.indikator[k.indikator].satuan):
            continue
        rasio = [b for b in graph.bagian[k.indikator] if b.kelompok == k.kelompok]
        bawah = [b.komponen for b in rasio if b.peran is PeranKomponen.PENYEBUT]
        if len(rasio) != 1 + len(bawah) or len(bawah) != 1:
            continue
        utuh, semula = (nilai.get(bawah[0]) or graph.nilai[bawah[0]]).nilai, graph.nilai[bawah[0]].nilai
        bagian = resmi is None or semula is None or resmi <= semula
        if utuh is not None and bagian and (batas.atas is None or utuh < batas.atas):
            batas = replace(batas, atas=utuh, alasan_atas=f"tidak dapat melebihi {bawah[0]}")
    return batas


def _batas_sendiri(dasar: DasarSkenario, kode: str, batas: Batas) -> Batas:
    """The farthest of an indicator's own targets and what it is already; none where less is better."""
    h = dasar.hasil.indikator.get(kode)
    if h is None or h.indikator.polaritas is Polaritas.NEGATIF:
        return batas
    ujung = [n for t in (h.target.sampai, h.target.tahunan) if t is not None for n in (t.nilai, t.nilai_maks) if n]
    if not ujung:
        return batas
    if h.nilai is not None and h.nilai > max(ujung):
        return replace(batas, atas=h.nilai, alasan_atas=BATAS_KINI)
    return replace(batas, atas=max(ujung), alasan_atas=BATAS_TARGET)


def _sudah_terjadi(dasar: DasarSkenario, kode: str) -> Decimal | None:
    """The running total reported so far, of an indicator whose increments only ever add up."""
    h = dasar.hasil.indikator.get(kode)
    if h is None or h.realisasi.nilai is None or not dicacah(h.indikator.satuan):
        return None
    return h.nilai if h.perilaku.bertambah else None


def _batas_bagian(dasar: DasarSkenario, ubahan: Ubahan, kunci: KunciUbahan) -> Batas:
    lawan = Bagian.PENYEBUT if kunci.bagian is Bagian.PEMBILANG else Bagian.PEMBILANG
    kunci_lawan = KunciUbahan(kunci.kode, lawan)
    nilai = ubahan.get(kunci_lawan, dasar.nilai_kunci(kunci_lawan))
    if kunci.bagian is Bagian.PEMBILANG:
        return Batas(NOL, nilai, "pembilang tidak dapat melebihi penyebut")
    return Batas(nilai, None, "", "penyebut tidak dapat kurang dari pembilang")
