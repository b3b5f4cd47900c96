"""Bounds a scenario may not leave. A value is held at its bound and that is said, never hidden.

Source: DOMAIN.md section 6 and the reconstruction of the cascade: ratios 0..100, a part not above its whole,
bounds of variabel, printed maxima. Where the official value is already outside, the bound is that value: a
scenario never corrects what is official.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Komponen, PeranKomponen, Rumus
from dashboard.domain.dasar.perilaku import persen
from dashboard.domain.hitung.capaian import NOL, SERATUS
from dashboard.domain.skenario.dasar import DasarSkenario

SKALA_SERATUS = ("SAKIP", "IPASN", "SKM")


@dataclass(frozen=True, slots=True)
class Jepitan:
    """A value that was held: what was asked or computed, what was used, and the bound in words."""

    kode: str
    diminta: Decimal
    dipakai: Decimal
    alasan: str


@dataclass(frozen=True, slots=True)
class Batas:
    """The bounds of a value and the words for the upper one; None is no bound."""

    bawah: Decimal | None = NOL
    atas: Decimal | None = None
    alasan_atas: str = ""
    alasan_bawah: str = "tidak dapat kurang dari 0"

    def jepit(self, kode: str, nilai: Decimal) -> tuple[Decimal, Jepitan | None]:
        if self.atas is not None and nilai > self.atas:
            return self.atas, Jepitan(kode, nilai, self.atas, self.alasan_atas)
        if self.bawah is not None and nilai < self.bawah:
            return self.bawah, Jepitan(kode, nilai, self.bawah, self.alasan_bawah)
        return nilai, None


def batas_nilai(dasar: DasarSkenario, kode: str) -> Batas:
    """The bounds of a code's value that do not depend on other values."""
    resmi = dasar.nilai(kode).nilai
    if kode in dasar.variabel:
        v = dasar.variabel[kode]
        bawah = v.batas_bawah if v.batas_bawah is not None else NOL
        return _luas(Batas(bawah, v.batas_atas, "batas atas variabel", "batas bawah variabel"), resmi)
    indikator = dasar.graf.indikator[kode]
    if indikator.maks is not None:
        return _luas(Batas(NOL, indikator.maks, "nilai maksimum"), resmi)
    if indikator.instrumen in SKALA_SERATUS:
        return _luas(Batas(NOL, SERATUS, "skala berakhir di 100"), resmi)
    if persen(indikator.satuan):
        sampai = dasar.hasil.indikator[kode].target.sampai
        atas = max(SERATUS, (sampai.acuan or NOL) if sampai else NOL)
        return _luas(Batas(NOL, atas, "persentase paling tinggi 100"), resmi)
    return _luas(Batas(), resmi)


def _luas(batas: Batas, resmi: Decimal | None) -> Batas:
    if resmi is None:
        return batas
    bawah = min(batas.bawah, resmi) if batas.bawah is not None else None
    atas = max(batas.atas, resmi) if batas.atas is not None else None
    return Batas(bawah, atas, batas.alasan_atas, batas.alasan_bawah)


def koreksi_kelompok(
    indikator: Indikator, bagian: Sequence[Komponen], nilai: dict[str, Decimal], resmi: dict[str, Decimal]
) -> Decimal:
    """What must be added to a mean so that none of its percentage groups counts above 100 or below 0."""
    if indikator.rumus is not Rumus.RERATA or not persen(indikator.satuan):
        return NOL
    kelompok: dict[str | None, list[Komponen]] = {}
    for k in bagian:
        if k.kelompok is not None:
            kelompok.setdefault(k.kelompok, []).append(k)
    koreksi = berat = NOL
    for ks in kelompok.values():
        rasio = _rasio(ks, nilai)
        if rasio is not None:
            semula = _rasio(ks, resmi)
            atas = max(SERATUS, semula) if semula is not None else SERATUS
            bawah = min(NOL, semula) if semula is not None else NOL
            koreksi += min(max(rasio, bawah), atas) - rasio
    berat = _berat(bagian)
    return koreksi / berat if koreksi and berat else NOL


def _rasio(ks: Sequence[Komponen], nilai: dict[str, Decimal]) -> Decimal | None:
    if not any(k.peran is PeranKomponen.PENYEBUT for k in ks) or not all(k.komponen in nilai for k in ks):
        return None
    atas = sum((k.bobot * nilai[k.komponen] for k in ks if k.peran is PeranKomponen.PEMBILANG), NOL)
    bawah = sum((k.bobot * nilai[k.komponen] for k in ks if k.peran is PeranKomponen.PENYEBUT), NOL)
    return atas * SERATUS / bawah if bawah else None


def _berat(bagian: Sequence[Komponen]) -> Decimal:
    """The total weight of a mean: one for each ratio group, the weights themselves elsewhere."""
    rasio = {k.kelompok for k in bagian if k.peran is PeranKomponen.PENYEBUT}
    return Decimal(len(rasio)) + sum((k.bobot for k in bagian if k.kelompok not in rasio), NOL)
