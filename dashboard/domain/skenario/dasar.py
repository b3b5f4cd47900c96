"""Where a scenario starts: the official result of a position, and how its nodes hang together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.cascade.nilai import Graf, susun_graf
from dashboard.domain.dasar.indikator import DataKinerja, Komponen, Realisasi, Rumus, Sifat, Target, Variabel
from dashboard.domain.dasar.lingkaran import Lingkaran, urutan_hitung
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.graf import NilaiSimpul, aritmetik, komponen_per_induk
from dashboard.domain.hitung.hasil import HasilTahun, hitung_tahun
from dashboard.domain.hitung.posisi_realisasi import nilai_laporan


class Bagian(StrEnum):
    """Which input of a code a scenario changes: its value to date, its target to date, or a part of its ratio."""

    REALISASI = "realisasi"
    TARGET = "target"
    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"


@dataclass(frozen=True, slots=True, order=True)
class KunciUbahan:
    """One input that can be changed: of an indicator, or of a variabel (its value only)."""

    kode: str
    bagian: Bagian = Bagian.REALISASI


Ubahan = Mapping[KunciUbahan, Decimal]
"""The changes of a scenario: the new value of each changed input. Empty is the official state."""


@dataclass(frozen=True)
class DasarSkenario:
    """The official year at a position with its formula graph; everything else is derived from it once."""

    data: DataKinerja
    hasil: HasilTahun
    graf: Graf
    aturan: AturanBerlaku

    @property
    def sd(self) -> SampaiDengan:
        return self.hasil.sd

    @cached_property
    def variabel(self) -> dict[str, Variabel]:
        return {v.kode: v for v in self.data.variabel}

    @cached_property
    def realisasi(self) -> dict[str, tuple[Realisasi, ...]]:
        """Reports by code, of this year and the one before."""
        hasil: dict[str, list[Realisasi]] = {}
        for r in self.data.realisasi:
            hasil.setdefault(r.indikator, []).append(r)
        return {kode: tuple(isi) for kode, isi in hasil.items()}

    @cached_property
    def target(self) -> dict[str, tuple[Target, ...]]:
        hasil: dict[str, list[Target]] = {}
        for t in self.data.target:
            hasil.setdefault(t.indikator, []).append(t)
        return {kode: tuple(isi) for kode, isi in hasil.items()}

    @cached_property
    def tautan_atas(self) -> dict[str, tuple[Komponen, ...]]:
        """All links from a code to its parents, whatever their sifat."""
        hasil: dict[str, list[Komponen]] = {}
        for k in self.data.komponen:
            if k.indikator in self.graf.indikator:
                hasil.setdefault(k.komponen, []).append(k)
        return {kode: tuple(isi) for kode, isi in hasil.items()}

    @cached_property
    def semua_tautan(self) -> dict[str, tuple[Komponen, ...]]:
        """All links by parent."""
        return komponen_per_induk(self.data.komponen)

    @cached_property
    def masukan(self) -> dict[str, tuple[str, ...]]:
        """Codes whose value an indicator is computed from: its formula's, or the head count under a share of SKP."""
        hasil = {kode: tuple(k.komponen for k in ks) for kode, ks in self.graf.bagian.items()}
        for kode, i in self.graf.indikator.items():
            if i.rumus is Rumus.SKP_BAIK:
                tautan = self.semua_tautan.get(kode, ())
                hasil[kode] = tuple(k.komponen for k in tautan if aritmetik(k) and k.komponen in self.variabel)
        return hasil

    @cached_property
    def pembatas(self) -> dict[str, tuple[str, ...]]:
        """Codes whose value a code may not exceed: a bound that is no denominator of its formula."""
        hasil: dict[str, list[str]] = {}
        for k in self.data.komponen:
            if k.sifat is Sifat.PENYEBUT_BATAS and k not in self.graf.bagian.get(k.indikator, ()):
                hasil.setdefault(k.indikator, []).append(k.komponen)
        return {kode: tuple(sorted(isi)) for kode, isi in hasil.items()}

    @cached_property
    def urutan(self) -> tuple[str, ...]:
        """Every code after its komponen and its bounds; where bounds run in a circle, after its komponen only."""
        anak = self.masukan
        semua = sorted({*self.graf.indikator, *self.variabel})
        berbatas = {kode: [*anak.get(kode, ()), *self.pembatas.get(kode, ())] for kode in semua}
        try:
            return tuple(urutan_hitung(semua, berbatas))
        except Lingkaran:
            return tuple(urutan_hitung(semua, anak))

    def nilai(self, kode: str) -> NilaiSimpul:
        """The official value of an indicator or variabel. Raises KeyError on an unknown code."""
        return self.graf.nilai[kode] if kode in self.graf.nilai else self.hasil.variabel[kode]

    def nilai_kunci(self, kunci: KunciUbahan) -> Decimal | None:
        """The official value of an input; None where there is none (a range target is no single number)."""
        if kunci.bagian is Bagian.REALISASI:
            return self.nilai(kunci.kode).nilai
        if kunci.bagian is Bagian.TARGET:
            sampai = self.hasil.indikator[kunci.kode].target.sampai
            return sampai.nilai if sampai else None
        bagian = self.bagian_rasio(kunci.kode)
        return bagian[kunci.bagian is Bagian.PENYEBUT] if bagian else None

    def bagian_rasio(self, kode: str) -> tuple[Decimal, Decimal] | None:
        """Numerator and denominator to date of an indicator reported in parts; None for any other."""
        posisi = self.hasil.indikator[kode].realisasi if kode in self.hasil.indikator else None
        if posisi is None or posisi.nilai is None or not posisi.baris:
            return None
        bagian = [(r.pembilang, r.penyebut) for r in posisi.baris if r.pembilang is not None and r.penyebut]
        if len(bagian) < len(posisi.baris):
            return None
        atas = sum((p for p, _ in bagian if p is not None), Decimal(0))
        bawah = bagian[-1][1]
        return next(((p, d) for p, d in ((atas, bawah), bagian[-1]) if d and self._cocok(kode, p, d)), None)

    def _cocok(self, kode: str, pembilang: Decimal | None, penyebut: Decimal) -> bool:
        """Whether these parts are those of the value to date (a running total, or the last report)."""
        h = self.hasil.indikator[kode]
        uji = nilai_laporan(h.indikator, Realisasi(kode, self.sd.tahun, "TAHUN", None, pembilang, penyebut))
        return uji is not None and h.nilai is not None and abs(uji - h.nilai) < Decimal("0.01")

    def di_bawah(self, kode: Iterable[str]) -> set[str]:
        """These codes and everything their formulas are made of."""
        hasil: set[str] = set()
        tumpukan = list(kode)
        while tumpukan:
            satu = tumpukan.pop()
            if satu not in hasil:
                hasil.add(satu)
                tumpukan.extend(self.masukan.get(satu, ()))
        return hasil


def susun_dasar(data: DataKinerja, sd: SampaiDengan, aturan: AturanBerlaku) -> DasarSkenario:
    """The official start of a scenario at a position."""
    hasil = hitung_tahun(data, sd, aturan)
    return DasarSkenario(data, hasil, susun_graf(data, hasil), aturan)
