"""The result of one agency's year at a reporting position: every indicator with its explanation.

This is the single calculation behind screens, exports, simulation and tests.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.indikator import DataKinerja, Indikator, Realisasi, Rumus, SumberNilai, Target
from dashboard.domain.dasar.penjelasan import Kepastian, terlemah
from dashboard.domain.dasar.perilaku import perilaku_dari
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status, klasifikasi
from dashboard.domain.hitung.capaian import Capaian, hitung_capaian
from dashboard.domain.hitung.graf import NilaiSimpul, hitung_graf, komponen_per_induk
from dashboard.domain.hitung.posisi_realisasi import KOSONG, PosisiRealisasi, posisi_realisasi
from dashboard.domain.hitung.posisi_target import PosisiTarget, posisi_target
from dashboard.domain.hitung.skp_baik import bulan_acuan, nilai_skp_baik
from dashboard.domain.hitung.warisan import target_warisan

JENIS_PUNCAK = ("IKU", "tujuan", "sasaran", "IKI")
SKALA_BAWAAN = "PERMENDAGRI86"
SKALA_INSTRUMEN = ("SAKIP", "MERIT", "SKM", "IPASN")
TANPA_SKALA = "TANPA"


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """One indicator at a position; percentages are unrounded Decimals, None where unknown.

    `nilai` is the realisation to date that holds (reported, else computed).
    """

    indikator: Indikator
    target: PosisiTarget
    realisasi: PosisiRealisasi
    simpul: NilaiSimpul
    status: Status
    capaian: Capaian | None = None
    capaian_tahunan: Capaian | None = None
    predikat: str | None = None
    skala: str | None = None
    target_dari: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()

    @property
    def kode(self) -> str:
        return self.indikator.kode

    @property
    def nilai(self) -> Decimal | None:
        return self.simpul.nilai

    @property
    def kepastian(self) -> Kepastian:
        """Of the realisation; an inherited target weakens it to an assumption."""
        if self.target_dari and self.simpul.nilai is not None:
            return terlemah(self.simpul.kepastian, Kepastian.DIHITUNG_DENGAN_ASUMSI)
        return self.simpul.kepastian

    @property
    def sumber_nilai(self) -> SumberNilai | None:
        return self.simpul.sumber_nilai

    @property
    def memuat_simulasi(self) -> bool:
        return SumberNilai.SIMULASI in (self.sumber_nilai, self.target.sumber_nilai)

    @property
    def persen(self) -> Decimal | None:
        return self.capaian.nilai if self.capaian else None


@dataclass(frozen=True, slots=True)
class HasilTahun:
    """All indicators of an agency at a position, and the values of its variabel, by code."""

    sd: SampaiDengan
    indikator: Mapping[str, HasilIndikator]
    variabel: Mapping[str, NilaiSimpul]


def hitung_tahun(data: DataKinerja, sd: SampaiDengan, aturan: AturanBerlaku) -> HasilTahun:
    """Compute every indicator of `data` at a position; `aturan` are the rules of its last day.

    Raises Lingkaran when the formulas run in a circle.
    """
    per_kode = {i.kode: i for i in data.indikator}
    target = _kelompok(data.target)
    laporan = _kelompok(data.realisasi)
    induk = komponen_per_induk(data.komponen)
    posisi_t = {k: posisi_target(i, target.get(k, ()), sd) for k, i in per_kode.items()}
    warisan = {k: target_warisan(k, per_kode, induk, posisi_t) for k in per_kode}
    posisi_r = {k: _posisi_r(i, laporan.get(k, ()), sd, warisan[k][0]) for k, i in per_kode.items()}
    variabel = {v.kode: _nilai_variabel(laporan.get(v.kode, ()), sd) for v in data.variabel}

    def dilaporkan(kode: str) -> NilaiSimpul:
        if kode in variabel:
            return variabel[kode]
        posisi = posisi_r.get(kode, KOSONG)
        if posisi.nilai is None and kode in per_kode and per_kode[kode].rumus is Rumus.SKP_BAIK:
            return nilai_skp_baik(per_kode[kode], induk.get(kode, ()), variabel, bulan_acuan(data.skp, sd))
        return _tingkat(posisi)

    graf = hitung_graf(per_kode, data.komponen, dilaporkan, lambda k: _stok_awal(laporan.get(k, ()), sd.tahun))
    hasil = {k: _hasil(i, warisan[k], posisi_r[k], graf[k], aturan) for k, i in sorted(per_kode.items())}
    return HasilTahun(sd, hasil, variabel)


T = TypeVar("T", Target, Realisasi)


def _kelompok(baris: Sequence[T]) -> dict[str, tuple[T, ...]]:
    hasil: dict[str, list[T]] = {}
    for b in baris:
        hasil.setdefault(b.indikator, []).append(b)
    return {k: tuple(v) for k, v in hasil.items()}


def _posisi_r(
    indikator: Indikator, laporan: Sequence[Realisasi], sd: SampaiDengan, target: PosisiTarget
) -> PosisiRealisasi:
    """Without a target the report is still due at the position itself; a score published once a year holds on."""
    if indikator.dinilai_luar:
        return posisi_realisasi(indikator, laporan, sd, 0)
    jatuh_tempo = target.jatuh_tempo if target.sampai is not None else sd.triwulan
    return posisi_realisasi(indikator, laporan, sd, jatuh_tempo, target.lowong)


def _nilai_variabel(baris: Sequence[Realisasi], sd: SampaiDengan) -> NilaiSimpul:
    """A variabel is a level: the latest known one up to the position holds."""
    pengganti = Indikator("variabel", "", "", "")
    return _tingkat(posisi_realisasi(pengganti, baris, sd, 0))


def _stok_awal(baris: Sequence[Realisasi], tahun: int) -> NilaiSimpul:
    """The stock at the end of last year, as reported for its fourth quarter or the year."""
    lalu = SampaiDengan(tahun - 1, 4)
    pengganti = Indikator("stok", "", "", "")
    return _tingkat(posisi_realisasi(pengganti, baris, lalu, lalu.triwulan))


def _tingkat(posisi: PosisiRealisasi) -> NilaiSimpul:
    if posisi.nilai is None:
        return NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI)
    return NilaiSimpul(posisi.nilai, Kepastian.DILAPORKAN, posisi.sumber_nilai)


def _hasil(
    indikator: Indikator,
    warisan: tuple[PosisiTarget, tuple[str, ...]],
    realisasi: PosisiRealisasi,
    simpul: NilaiSimpul,
    aturan: AturanBerlaku,
) -> HasilIndikator:
    target, dari = warisan
    capaian, tahunan = _capaian(indikator, target, realisasi, simpul)
    status = _status_tanpa_warna(indikator, target, realisasi, simpul)
    if status is None and capaian is not None and capaian.nilai is not None:
        status = Status(klasifikasi(capaian.nilai, aturan.status).kode)
    skala, predikat = _predikat(indikator, simpul, capaian, aturan)
    _, asumsi = perilaku_dari(indikator)
    catatan = tuple(c for c in (asumsi, *target.catatan, *realisasi.catatan, *simpul.catatan) if c)
    return HasilIndikator(
        indikator,
        target,
        realisasi,
        simpul,
        status or Status.TIDAK_DAPAT_DIHITUNG,
        capaian,
        tahunan,
        predikat,
        skala,
        dari,
        catatan,
    )


def _capaian(
    indikator: Indikator, target: PosisiTarget, realisasi: PosisiRealisasi, simpul: NilaiSimpul
) -> tuple[Capaian | None, Capaian | None]:
    """Against the target to date (gives the status) and against the annual one (information)."""
    sampai = tahunan = None
    polaritas, varian = indikator.polaritas, indikator.rumus_capaian
    if simpul.sebagian:
        return None, None
    if simpul.nilai is not None and target.sampai is not None:
        sampai = hitung_capaian(simpul.nilai, target.sampai, polaritas, varian)
    nilai_tahun = realisasi.tahunan if realisasi.nilai is not None else simpul.nilai
    if nilai_tahun is not None and target.tahunan is not None:
        tahunan = hitung_capaian(nilai_tahun, target.tahunan, polaritas, varian)
    return sampai, tahunan


def _status_tanpa_warna(
    indikator: Indikator, target: PosisiTarget, realisasi: PosisiRealisasi, simpul: NilaiSimpul
) -> Status | None:
    """Why there is no achievement to colour; None when there is a value to hold against a target."""
    if target.tidak_ditargetkan:
        return Status.TIDAK_DITARGETKAN
    if not target.ada:
        return Status.TARGET_BELUM_ADA
    if indikator.dinilai_luar and simpul.nilai is None:
        return Status.MENUNGGU_PENILAIAN
    if target.sampai is None:
        return Status.TIDAK_DITARGETKAN
    if simpul.sebagian:
        return Status.BELUM_DILAPORKAN
    if simpul.nilai is not None:
        return None
    tak_terhitung = realisasi.tak_terhitung or (simpul.langkah and not simpul.kurang)
    return Status.TIDAK_DAPAT_DIHITUNG if tak_terhitung else Status.BELUM_DILAPORKAN


def _predikat(
    indikator: Indikator, simpul: NilaiSimpul, capaian: Capaian | None, aturan: AturanBerlaku
) -> tuple[str | None, str | None]:
    """The scale and class word: an index is read on its own value, everything else on its capaian."""
    skala = _skala_sendiri(indikator)
    if skala == TANPA_SKALA:
        return None, None
    if skala is not None and simpul.nilai is not None:
        baris = aturan.skala(skala)
        if baris:
            return skala, klasifikasi(simpul.nilai, baris).nama
    if skala is not None or capaian is None or capaian.nilai is None:
        return skala, None
    return SKALA_BAWAAN, klasifikasi(capaian.nilai, aturan.skala(SKALA_BAWAAN)).nama


def _skala_sendiri(indikator: Indikator) -> str | None:
    if indikator.skala:
        return indikator.skala.upper() if indikator.skala.upper() != SKALA_BAWAAN else None
    if indikator.jenis in JENIS_PUNCAK and indikator.instrumen in SKALA_INSTRUMEN:
        return indikator.instrumen
    return None
