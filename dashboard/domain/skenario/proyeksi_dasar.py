"""The year end as a starting point: every reported input projected, everything above them computed officially."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.periode import SampaiDengan, triwulan_dari
from dashboard.domain.hitung.batas import batas_nilai
from dashboard.domain.hitung.capaian import NOL
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun
from dashboard.domain.skenario.dasar import DasarSkenario, KunciUbahan, Ubahan, susun_dasar
from dashboard.domain.skenario.hitungan import HasilSkenario, dasar_skenario, hitung_skenario, nilai_dalam
from dashboard.domain.skenario.proyeksi import AKHIR, Proyeksi, proyeksi, proyeksi_variabel

DARI_MASUKAN = "dihitung dari masukan yang diproyeksikan"


@dataclass(frozen=True, slots=True)
class AkhirTahun:
    """The projected year. `dasar` is a start for scenarios at the year; `masukan` how each input was projected."""

    dasar: DasarSkenario
    masukan: Mapping[str, Proyeksi]
    tahun: HasilSkenario

    def indikator(self, kode: str) -> HasilIndikator:
        """One indicator at the projected year end."""
        return self.dasar.hasil.indikator[kode]


def akhir_tahun(dasar: DasarSkenario, per_triwulan: Sequence[HasilTahun]) -> AkhirTahun:
    """Project every own report to the year end and compute officially over them.

    `dasar` is the position, `per_triwulan` the results of quarter I up to it.
    """
    setahun = susun_dasar(_sampai_posisi(dasar), SampaiDengan(dasar.sd.tahun, AKHIR, setahun=True), dasar.aturan)
    resmi = replace(setahun, lapor_sampai=dasar.sd.triwulan)
    masukan = {k: proyeksi(per_triwulan, k) for k, h in dasar.hasil.indikator.items() if h.realisasi.nilai is not None}
    masukan |= {k: p for k in dasar.variabel if (p := proyeksi_variabel(per_triwulan, k)).nilai is not None}
    ubahan = ubahan_proyeksi(masukan)
    return AkhirTahun(dasar_skenario(resmi, ubahan), masukan, hitung_skenario(resmi, ubahan))


def _sampai_posisi(dasar: DasarSkenario) -> DataKinerja:
    """What is known at the position: later reports of the year, though already stored, tell nothing yet."""
    tahun, triwulan = dasar.sd.tahun, dasar.sd.triwulan
    tahu = (r for r in dasar.data.realisasi if r.tahun != tahun or triwulan_dari(r.periode) <= triwulan)
    return replace(dasar.data, realisasi=tuple(tahu))


def ubahan_proyeksi(masukan: Mapping[str, Proyeksi]) -> Ubahan:
    return {KunciUbahan(kode): p.nilai for kode, p in masukan.items() if p.nilai is not None}


def rentang_proyeksi(akhir: AkhirTahun, kode: str) -> Proyeksi:
    """The projection of any indicator: its own where it reports, else what the inputs' intervals make of it.

    The interval of a computed value adds up what each input does alone at its lower and at its upper end.
    """
    if kode in akhir.masukan:
        return akhir.masukan[kode]
    nilai = akhir.indikator(kode).nilai
    if nilai is None:
        return Proyeksi(kode, alasan="masukannya belum lengkap")
    turun = naik = NOL
    for satu in sorted(akhir.dasar.graph.structure.below({kode}) & set(akhir.masukan)):
        p = akhir.masukan[satu]
        geser = [_geser(akhir.dasar, satu, ujung, kode, nilai) for ujung in (p.bawah, p.atas) if ujung is not None]
        turun += min([NOL, *geser])
        naik += max([NOL, *geser])
    if not turun and not naik:
        return Proyeksi(kode, nilai, None, None, DARI_MASUKAN)
    batas = batas_nilai(akhir.dasar.graph, kode)
    bawah, atas = (batas.jepit(kode, nilai + geser)[0] for geser in (turun, naik))
    return Proyeksi(kode, nilai, bawah, atas, DARI_MASUKAN)


def _geser(dasar: DasarSkenario, masukan: str, ujung: Decimal, kode: str, nilai: Decimal) -> Decimal:
    baru = nilai_dalam(dasar, {KunciUbahan(masukan): ujung}, kode)
    return NOL if baru is None else baru - nilai
