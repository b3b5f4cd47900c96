"""The result of one indicator at a reporting position: its value held against its target, with status and class."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.indikator import Indikator, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian, terlemah
from dashboard.domain.dasar.perilaku import PerilakuPeriode
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Kelas, Status, klasifikasi
from dashboard.domain.hitung.capaian import Capaian, hitung_capaian
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.posisi_realisasi import PosisiRealisasi
from dashboard.domain.hitung.posisi_target import PosisiTarget
from dashboard.domain.hitung.rumus import NilaiSimpul

JENIS_PUNCAK = ("IKU", "tujuan", "sasaran", "IKI")
SKALA_BAWAAN = "PERMENDAGRI86"
SKALA_MERIT = "MERIT"
SKALA_INSTRUMEN = ("SAKIP", SKALA_MERIT, "SKM", "IPASN")
TANPA_SKALA = "TANPA"
CATATAN_TEMPO = "Belum jatuh tempo: target sampai periode ini nol, baru sesudahnya ada yang ditargetkan."


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """One indicator at a position; percentages are unrounded Decimals, None where unknown.

    `nilai` is the realisation to date that holds (reported, else computed). `kelas_status` and `kelas_predikat` are the
    class rows that status and predikat were read from.
    """

    indikator: Indikator
    perilaku: PerilakuPeriode
    target: PosisiTarget
    realisasi: PosisiRealisasi
    simpul: NilaiSimpul
    status: Status
    capaian: Capaian | None = None
    capaian_tahunan: Capaian | None = None
    kelas_status: Kelas | None = None
    kelas_predikat: Kelas | None = None
    skala: str | None = None
    target_dari: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    predikat_tersegel: str | None = None

    @property
    def kode(self) -> str:
        return self.indikator.kode

    @property
    def predikat(self) -> str | None:
        """The class word; of a closed quarter the one it kept."""
        if self.predikat_tersegel is not None:
            return self.predikat_tersegel
        return self.kelas_predikat.nama if self.kelas_predikat else None

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
    def memuat_contoh(self) -> bool:
        return SumberNilai.SIMULASI in (self.sumber_nilai, self.target.sumber_nilai)

    @property
    def tak_hingga(self) -> bool:
        """Nothing could be better, and the formula has no number for it: it divides by zero."""
        return self.capaian is not None and self.capaian.nilai is None and self.capaian.tak_hingga

    @property
    def persen(self) -> Decimal | None:
        return self.capaian.nilai if self.capaian else None


@dataclass(frozen=True, slots=True)
class HasilTahun:
    """All indicators of an agency at a position, and the values of its variabel, by code.

    `graph` is what they were computed from; `target` are the own targets, before any is taken over from komponen.
    """

    sd: SampaiDengan
    indikator: Mapping[str, HasilIndikator]
    variabel: Mapping[str, NilaiSimpul]
    graph: Graph = field(repr=False)
    target: Mapping[str, PosisiTarget] = field(repr=False)

    def sebut(self, kode: str) -> str:
        """What a reader calls it: an indicator by its code, a variabel by its name."""
        variabel = self.graph.structure.variabel.get(kode)
        return variabel.nama if variabel is not None else kode


def hasil_indikator(
    indikator: Indikator,
    perilaku: PerilakuPeriode,
    warisan: tuple[PosisiTarget, tuple[str, ...]],
    realisasi: PosisiRealisasi,
    simpul: NilaiSimpul,
    aturan: AturanBerlaku,
    *,
    nilai_tahun: Decimal | None,
) -> HasilIndikator:
    """Hold a value against its target; `warisan` is the target with the komponen it was taken over from.

    `nilai_tahun` is what the year has come to by the formula, where no report says it.
    """
    target, dari = warisan
    tahun = realisasi.tahunan if realisasi.nilai is not None else nilai_tahun
    capaian, tahunan = _capaian(indikator, target, tahun, simpul, aturan)
    status = _status_tanpa_warna(indikator, target, realisasi, simpul)
    kelas = kelas_status(capaian, aturan) if status is None else None
    skala, predikat = _predikat(indikator, simpul, capaian, aturan)
    tanpa_kategori = _tanpa_kategori(indikator, skala, simpul, aturan) if predikat is None else None
    tempo = CATATAN_TEMPO if target.belum_tempo(indikator.polaritas) else None
    catatan = tuple(
        c for c in (perilaku.asumsi, tempo, tanpa_kategori, *target.catatan, *realisasi.catatan, *simpul.catatan) if c
    )
    return HasilIndikator(
        indikator,
        perilaku,
        target,
        realisasi,
        simpul,
        status or (Status(kelas.kode) if kelas else Status.TIDAK_DAPAT_DIHITUNG),
        capaian,
        tahunan,
        kelas,
        predikat,
        skala,
        dari,
        catatan,
    )


def kelas_status(capaian: Capaian | None, aturan: AturanBerlaku) -> Kelas | None:
    """The class of the status scale; a value divided by nothing left is in the best one."""
    if capaian is None or (capaian.nilai is None and not capaian.tak_hingga):
        return None
    return aturan.status[0] if capaian.nilai is None else klasifikasi(capaian.nilai, aturan.status)


def _capaian(
    indikator: Indikator, target: PosisiTarget, nilai_tahun: Decimal | None, simpul: NilaiSimpul, aturan: AturanBerlaku
) -> tuple[Capaian | None, Capaian | None]:
    """Against the target to date (gives the status) and against the annual one (information)."""
    sampai = tahunan = None
    polaritas, varian = indikator.polaritas, indikator.rumus_capaian
    if simpul.sebagian:
        return None, None
    if simpul.nilai is not None and target.sampai is not None and not target.belum_tempo(polaritas):
        sampai = hitung_capaian(simpul.nilai, target.sampai, aturan.capaian, polaritas, varian)
    if nilai_tahun is not None and target.tahunan is not None:
        tahunan = hitung_capaian(nilai_tahun, target.tahunan, aturan.capaian, polaritas, varian)
    return sampai, tahunan


def _status_tanpa_warna(
    indikator: Indikator, target: PosisiTarget, realisasi: PosisiRealisasi, simpul: NilaiSimpul
) -> Status | None:
    """Why there is no achievement to colour; None when there is a value to hold against a target."""
    if target.tidak_ditargetkan:
        return Status.TIDAK_DITARGETKAN
    if not target.ada:
        return Status.TARGET_BELUM_ADA
    if (indikator.dinilai_luar or target.deret) and simpul.nilai is None:
        return Status.MENUNGGU_PENILAIAN
    if target.sampai is None or target.belum_tempo(indikator.polaritas):
        return Status.TIDAK_DITARGETKAN
    if simpul.sebagian:
        return Status.BELUM_DILAPORKAN
    if simpul.nilai is not None:
        return None
    tak_terhitung = realisasi.tak_terhitung or (simpul.langkah and not simpul.kurang)
    return Status.TIDAK_DAPAT_DIHITUNG if tak_terhitung else Status.BELUM_DILAPORKAN


def _predikat(
    indikator: Indikator, simpul: NilaiSimpul, capaian: Capaian | None, aturan: AturanBerlaku
) -> tuple[str | None, Kelas | None]:
    """The scale and class: an index is read on its own value, everything else on its capaian."""
    skala = _skala_sendiri(indikator)
    if skala == TANPA_SKALA:
        return None, None
    if skala is not None and simpul.nilai is not None:
        baris = kelas_indeks(indikator, skala, aturan)
        if baris:
            return skala, klasifikasi(simpul.nilai, baris)
    if skala is not None or capaian is None or capaian.nilai is None:
        return skala, None
    return SKALA_BAWAAN, klasifikasi(capaian.nilai, aturan.skala(SKALA_BAWAAN))


def kelas_indeks(indikator: Indikator, skala: str, aturan: AturanBerlaku) -> tuple[Kelas, ...]:
    """The classes an index is read on; a merit index only on those of the instrument it says it is scored by."""
    if skala == SKALA_MERIT and (aturan.merit is None or indikator.instrumen_versi != aturan.merit.versi):
        return ()
    return aturan.skala(skala)


def _tanpa_kategori(indikator: Indikator, skala: str | None, simpul: NilaiSimpul, aturan: AturanBerlaku) -> str | None:
    """Why a merit index that has a value has no category."""
    if skala != SKALA_MERIT or simpul.nilai is None or aturan.merit is None:
        return None
    disebut = indikator.instrumen_versi
    sebab = f'dinilai dengan instrumen "{disebut}"' if disebut else "tidak tercatat dengan instrumen mana dinilai"
    return f'Kategori sistem merit tidak dibaca: {sebab}, padahal kategori tahun ini milik "{aturan.merit.versi}".'


def _skala_sendiri(indikator: Indikator) -> str | None:
    if indikator.skala:
        return indikator.skala.upper() if indikator.skala.upper() != SKALA_BAWAAN else None
    if indikator.jenis in JENIS_PUNCAK and indikator.instrumen in SKALA_INSTRUMEN:
        return indikator.instrumen
    return None
