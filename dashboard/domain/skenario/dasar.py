"""Where a scenario starts: the official result of a position, and the inputs that may be changed there."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.indikator import DataKinerja, Realisasi, Variabel
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN, SampaiDengan
from dashboard.domain.hitung.capaian import NOL
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun
from dashboard.domain.hitung.posisi_realisasi import nilai_laporan
from dashboard.domain.hitung.rumus import NilaiSimpul
from dashboard.domain.hitung.tahun import hitung_tahun

SELISIH_CETAK = Decimal("0.01")
"""How far a printed ratio may lie from that of its printed parts."""


class Bagian(StrEnum):
    """Which input of a code a scenario changes: its value to date, its target to date, or a part of its ratio.

    A target printed as a range has no single number: its two bounds are moved.
    """

    REALISASI = "realisasi"
    TARGET = "target"
    TARGET_MIN = "target_min"
    TARGET_MAKS = "target_maks"
    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"


BAGIAN_TARGET = (Bagian.TARGET, Bagian.TARGET_MIN, Bagian.TARGET_MAKS)
BAGIAN_RASIO = (Bagian.PEMBILANG, Bagian.PENYEBUT)


@dataclass(frozen=True, slots=True, order=True)
class KunciUbahan:
    """One input that can be changed: of an indicator, or of a variabel (its value only)."""

    kode: str
    bagian: Bagian = Bagian.REALISASI


Ubahan = Mapping[KunciUbahan, Decimal]
"""The changes of a scenario: the new value of each changed input. Empty is the official state."""


@dataclass(frozen=True)
class DasarSkenario:
    """The official year at a position, from which everything else is derived. `lapor_sampai` as in Masukan."""

    data: DataKinerja
    hasil: HasilTahun
    aturan: AturanBerlaku
    lapor_sampai: int = len(TRIWULAN)

    @property
    def sd(self) -> SampaiDengan:
        return self.hasil.sd

    @property
    def graph(self) -> Graph:
        return self.hasil.graph

    @property
    def variabel(self) -> Mapping[str, Variabel]:
        return self.graph.structure.variabel

    def nilai(self, kode: str) -> NilaiSimpul:
        """The official value of an indicator or variabel. Raises KeyError on an unknown code."""
        return self.graph.nilai[kode]

    def nilai_kunci(self, kunci: KunciUbahan) -> Decimal | None:
        """The official value of an input; None where there is none: of a range only its two bounds are inputs."""
        if kunci.bagian is Bagian.REALISASI:
            return self.nilai(kunci.kode).nilai
        if kunci.bagian in BAGIAN_TARGET:
            return self._target(kunci)
        bagian = self.bagian_rasio(kunci.kode)
        return bagian[BAGIAN_RASIO.index(kunci.bagian)] if bagian else None

    def _target(self, kunci: KunciUbahan) -> Decimal | None:
        sampai = self.hasil.indikator[kunci.kode].target.sampai
        if sampai is None:
            return None
        if kunci.bagian is Bagian.TARGET:
            return sampai.nilai
        if not sampai.rentang:
            return None
        return sampai.nilai_min if kunci.bagian is Bagian.TARGET_MIN else sampai.nilai_maks

    def bagian_rasio(self, kode: str) -> tuple[Decimal, Decimal] | None:
        """Numerator and denominator to date of an indicator reported in parts; None for any other."""
        h = self.hasil.indikator.get(kode)
        if h is None or h.realisasi.nilai is None or not h.realisasi.baris:
            return None
        baris = h.realisasi.baris
        bagian = [(r.pembilang, r.penyebut) for r in baris if r.pembilang is not None and r.penyebut]
        if len(bagian) < len(baris):
            return None
        atas, bawah = sum((p for p, _ in bagian), NOL), bagian[-1][1]
        return next(((p, d) for p, d in ((atas, bawah), bagian[-1]) if _cocok(h, p, d)), None)


def _cocok(h: HasilIndikator, pembilang: Decimal, penyebut: Decimal) -> bool:
    """Whether these parts are those of the value to date (a running total, or the last report)."""
    uji = nilai_bagian(h, pembilang, penyebut)
    return uji is not None and h.nilai is not None and abs(uji - h.nilai) < SELISIH_CETAK


def nilai_bagian(h: HasilIndikator, pembilang: Decimal, penyebut: Decimal) -> Decimal | None:
    """What an indicator's report in these parts amounts to; None over a denominator of zero."""
    return nilai_laporan(h.perilaku, Realisasi(h.kode, 0, TAHUN, None, pembilang, penyebut))


def susun_dasar(data: DataKinerja, sd: SampaiDengan, aturan: AturanBerlaku) -> DasarSkenario:
    """The official start of a scenario at a position."""
    return DasarSkenario(data, hitung_tahun(data, sd, aturan), aturan)
