"""The result of one agency's year at a reporting position: every indicator with its explanation.

This is the single calculation behind screens, exports, simulation and tests.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from dashboard.domain.capaian import Capaian, NilaiTarget, hitung_capaian
from dashboard.domain.graf import NilaiSimpul, aritmetik, hitung_graf, komponen_per_induk
from dashboard.domain.indikator import DataKinerja, Indikator, Komponen, Realisasi, Rumus, SumberNilai, Target
from dashboard.domain.penjelasan import Kepastian, terlemah
from dashboard.domain.perilaku import perilaku_dari
from dashboard.domain.periode import SampaiDengan
from dashboard.domain.posisi_realisasi import KOSONG, PosisiRealisasi, posisi_realisasi
from dashboard.domain.posisi_target import PosisiTarget, posisi_target
from dashboard.domain.skala import Kelas, Status, kelas_skala, klasifikasi

JENIS_PUNCAK = ("IKU", "tujuan", "sasaran", "IKI")
SKALA_BAWAAN = "PERMENDAGRI86"
SKALA_INSTRUMEN = ("SAKIP", "MERIT", "SKM")
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


def hitung_tahun(data: DataKinerja, sd: SampaiDengan, kelas: Sequence[Kelas]) -> HasilTahun:
    """Compute every indicator of `data` at a position. Raises DaurRumus when the formulas run in a circle."""
    per_kode = {i.kode: i for i in data.indikator}
    target = _kelompok(data.target)
    laporan = _kelompok(data.realisasi)
    induk = komponen_per_induk(data.komponen)
    posisi_t = {k: posisi_target(i, target.get(k, ()), sd) for k, i in per_kode.items()}
    warisan = {k: _target_warisan(k, per_kode, induk, posisi_t) for k in per_kode}
    posisi_r = {
        k: posisi_realisasi(i, laporan.get(k, ()), sd, _jatuh_tempo(warisan[k][0], sd)) for k, i in per_kode.items()
    }
    variabel = {v.kode: _nilai_variabel(laporan.get(v.kode, ()), sd) for v in data.variabel}

    def dilaporkan(kode: str) -> NilaiSimpul | None:
        if kode in variabel:
            return variabel[kode]
        posisi = posisi_r.get(kode, KOSONG)
        if posisi.nilai is None:
            return None
        return NilaiSimpul(posisi.nilai, Kepastian.DILAPORKAN, posisi.sumber_nilai)

    graf = hitung_graf(per_kode, data.komponen, dilaporkan, lambda k: _stok_awal(laporan.get(k, ()), sd.tahun))
    hasil = {
        k: _hasil(i, warisan[k], posisi_r[k], graf[k], kelas, sd.tahun) for k, i in sorted(per_kode.items())
    }
    return HasilTahun(sd, hasil, variabel)


T = TypeVar("T", Target, Realisasi)


def _kelompok(baris: Sequence[T]) -> dict[str, tuple[T, ...]]:
    hasil: dict[str, list[T]] = {}
    for b in baris:
        hasil.setdefault(b.indikator, []).append(b)
    return {k: tuple(v) for k, v in hasil.items()}


def _jatuh_tempo(target: PosisiTarget, sd: SampaiDengan) -> int:
    """Without a target the report is still due at the position itself."""
    return target.jatuh_tempo if target.sampai is not None else sd.triwulan


def _nilai_variabel(baris: Sequence[Realisasi], sd: SampaiDengan) -> NilaiSimpul:
    """A variabel is a level: the latest known one up to the position holds."""
    pengganti = Indikator("variabel", "", "", "")
    posisi = posisi_realisasi(pengganti, baris, sd, 0)
    return NilaiSimpul(posisi.nilai, Kepastian.DILAPORKAN, posisi.sumber_nilai)


def _stok_awal(baris: Sequence[Realisasi], tahun: int) -> Decimal | None:
    """The stock at the end of last year, from its last approved report."""
    lalu = SampaiDengan(tahun - 1, 4)
    pengganti = Indikator("stok", "", "", "")
    return posisi_realisasi(pengganti, baris, lalu, 0).nilai


def _target_warisan(
    kode: str,
    per_kode: Mapping[str, Indikator],
    induk: Mapping[str, Sequence[Komponen]],
    posisi: Mapping[str, PosisiTarget],
) -> tuple[PosisiTarget, tuple[str, ...]]:
    """The own target, else for a sum the komponen's: one is taken over whole, several add up."""
    sendiri = posisi[kode]
    suku = [k for k in induk.get(kode, ()) if aritmetik(k) and k.komponen in per_kode]
    if sendiri.tahunan is not None or sendiri.tidak_ditargetkan or per_kode[kode].rumus is not Rumus.JUMLAH or not suku:
        return sendiri, ()
    bagian = [posisi[k.komponen] for k in suku]
    if any(b.sampai is None or b.tahunan is None for b in bagian):
        return sendiri, ()
    dari = tuple(k.komponen for k in suku)
    catatan = (f"Target diambil dari komponen {', '.join(dari)}: IKU ini tidak mencetak target.",)
    if len(bagian) == 1 and suku[0].bobot == 1:
        return replace(bagian[0], catatan=(*bagian[0].catatan, *catatan)), dari
    return _jumlah_target(suku, bagian, catatan), dari


def _jumlah_target(
    suku: Sequence[Komponen], bagian: Sequence[PosisiTarget], catatan: tuple[str, ...]
) -> PosisiTarget:
    def total(nilai: Sequence[NilaiTarget | None]) -> NilaiTarget:
        acuan = [k.bobot * (n.acuan or Decimal(0)) for k, n in zip(suku, nilai, strict=True) if n is not None]
        return NilaiTarget(sum(acuan, Decimal(0)))

    sumber = [b.sumber_nilai for b in bagian if b.sumber_nilai is not None]
    return PosisiTarget(
        total([b.sampai for b in bagian]),
        total([b.tahunan for b in bagian]),
        tuple(baris for b in bagian for baris in b.baris),
        max(b.jatuh_tempo for b in bagian),
        sumber_nilai=min(sumber, key=list(SumberNilai).index, default=None),
        catatan=catatan,
    )


def _hasil(
    indikator: Indikator,
    warisan: tuple[PosisiTarget, tuple[str, ...]],
    realisasi: PosisiRealisasi,
    simpul: NilaiSimpul,
    kelas: Sequence[Kelas],
    tahun: int,
) -> HasilIndikator:
    target, dari = warisan
    capaian, tahunan = _capaian(indikator, target, realisasi, simpul)
    status = _status(indikator, target, simpul, capaian, kelas, tahun)
    skala, predikat = _predikat(indikator, simpul, capaian, kelas, tahun)
    _, asumsi = perilaku_dari(indikator)
    catatan = tuple(c for c in (asumsi, *target.catatan, *realisasi.catatan) if c)
    return HasilIndikator(
        indikator, target, realisasi, simpul, status, capaian, tahunan, predikat, skala, dari, catatan
    )


def _capaian(
    indikator: Indikator, target: PosisiTarget, realisasi: PosisiRealisasi, simpul: NilaiSimpul
) -> tuple[Capaian | None, Capaian | None]:
    """Against the target to date (gives the status) and against the annual one (information)."""
    sampai = tahunan = None
    polaritas, varian = indikator.polaritas, indikator.rumus_capaian
    if simpul.nilai is not None and target.sampai is not None:
        sampai = hitung_capaian(simpul.nilai, target.sampai, polaritas, varian)
    nilai_tahun = realisasi.tahunan if realisasi.nilai is not None else simpul.nilai
    if nilai_tahun is not None and target.tahunan is not None:
        tahunan = hitung_capaian(nilai_tahun, target.tahunan, polaritas, varian)
    return sampai, tahunan


def _status(
    indikator: Indikator,
    target: PosisiTarget,
    simpul: NilaiSimpul,
    capaian: Capaian | None,
    kelas: Sequence[Kelas],
    tahun: int,
) -> Status:
    if target.tidak_ditargetkan:
        return Status.TIDAK_DITARGETKAN
    if target.tahunan is None:
        return Status.TARGET_BELUM_ADA
    if indikator.dinilai_luar and simpul.nilai is None:
        return Status.MENUNGGU_PENILAIAN
    if target.sampai is None:
        return Status.TIDAK_DITARGETKAN
    if simpul.nilai is None:
        return Status.BELUM_DILAPORKAN
    if capaian is None or capaian.nilai is None:
        return Status.TIDAK_DAPAT_DIHITUNG
    return Status(klasifikasi(capaian.nilai, kelas_skala(kelas, "STATUS", tahun)).kode)


def _predikat(
    indikator: Indikator, simpul: NilaiSimpul, capaian: Capaian | None, kelas: Sequence[Kelas], tahun: int
) -> tuple[str | None, str | None]:
    """The scale and class word: an index is read on its own value, everything else on its capaian."""
    skala = _skala_sendiri(indikator)
    if skala == TANPA_SKALA:
        return None, None
    if skala is not None and simpul.nilai is not None:
        baris = kelas_skala(kelas, skala, tahun)
        if baris:
            return skala, klasifikasi(simpul.nilai, baris).nama
    if skala is not None or capaian is None or capaian.nilai is None:
        return skala, None
    return SKALA_BAWAAN, klasifikasi(capaian.nilai, kelas_skala(kelas, SKALA_BAWAAN, tahun)).nama


def _skala_sendiri(indikator: Indikator) -> str | None:
    if indikator.skala:
        return indikator.skala.upper()
    if indikator.jenis in JENIS_PUNCAK and indikator.instrumen in SKALA_INSTRUMEN:
        return indikator.instrumen
    return None
