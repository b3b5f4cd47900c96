"""Bounds a changed input may not leave. A value is held at its bound and that is said, never hidden.

Source: DOMAIN.md section 6 and the reconstruction of the cascade: ratios 0..100, a part not above its whole,
bounds of variabel, printed maxima. Where the official value is already outside, the bound is that value: a
change never corrects what is official.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Komponen, Rumus
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.hitung.capaian import NOL, SERATUS
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.rumus import NilaiSimpul, berasio, berat_kelompok, hitung_kelompok, kelompok_rerata

SKALA_SERATUS = ("SAKIP", "IPASN", "SKM")
ALASAN_KELOMPOK = "persentase penyusun dibatasi 0 sampai 100"


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


def batas_nilai(graph: Graph, kode: str) -> Batas:
    """The bounds of a code's value that do not depend on other values. Raises KeyError on an unknown code."""
    resmi = graph.nilai[kode].nilai
    v = graph.structure.variabel.get(kode)
    if v is not None:
        bawah = v.batas_bawah if v.batas_bawah is not None else NOL
        return _luas(Batas(bawah, v.batas_atas, "batas atas variabel", "batas bawah variabel"), resmi)
    indikator = graph.indikator[kode]
    if indikator.maks is not None:
        return _luas(Batas(NOL, indikator.maks, "nilai maksimum"), resmi)
    if indikator.instrumen in SKALA_SERATUS:
        return _luas(Batas(NOL, SERATUS, "skala berakhir di 100"), resmi)
    if persen(indikator.satuan):
        atas = max(SERATUS, graph.acuan.get(kode, NOL))
        return _luas(Batas(NOL, atas, "persentase paling tinggi 100"), resmi)
    return _luas(Batas(), resmi)


def batas_hitungan(graph: Graph, kode: str) -> Batas:
    """A computed value is held by a printed maximum and, as a percentage, by 0 and 100; else by nothing."""
    indikator = graph.indikator[kode]
    if indikator.maks is None and not persen(indikator.satuan):
        return Batas(None)
    return batas_nilai(graph, kode)


def batas_kini(graph: Graph, kode: str, nilai: Mapping[str, NilaiSimpul]) -> Batas:
    """The bounds of a code given the values of the moment: its own, and those of the wholes it is a part of."""
    batas = batas_nilai(graph, kode)
    for pembatas in graph.structure.pembatas.get(kode, ()):
        resmi, resmi_pembatas = graph.nilai[kode].nilai, graph.nilai[pembatas].nilai
        kini = (nilai.get(pembatas) or graph.nilai[pembatas]).nilai
        if kini is None:
            continue
        if resmi is not None and resmi_pembatas is not None and resmi > resmi_pembatas:
            kini = max(kini, resmi)
        if batas.atas is None or kini < batas.atas:
            batas = replace(batas, atas=kini, alasan_atas=f"tidak dapat melebihi {pembatas}")
    return batas


def _luas(batas: Batas, resmi: Decimal | None) -> Batas:
    if resmi is None:
        return batas
    bawah = min(batas.bawah, resmi) if batas.bawah is not None else None
    atas = max(batas.atas, resmi) if batas.atas is not None else None
    return Batas(bawah, atas, batas.alasan_atas, batas.alasan_bawah)


def koreksi_kelompok(
    indikator: Indikator, bagian: Sequence[Komponen], nilai: Mapping[str, Decimal], resmi: Mapping[str, Decimal]
) -> Decimal:
    """What must be added to a mean so that none of its percentage groups counts above 100 or below 0."""
    if indikator.rumus is not Rumus.RERATA or not persen(indikator.satuan):
        return NOL
    kelompok = kelompok_rerata(bagian)
    berat = sum((berat_kelompok(ks) for ks in kelompok), NOL)
    koreksi = sum((_kelebihan(indikator, ks, nilai, resmi) for ks in kelompok if berasio(ks)), NOL)
    return koreksi / berat if koreksi and berat else NOL


def _kelebihan(
    indikator: Indikator, ks: Sequence[Komponen], nilai: Mapping[str, Decimal], resmi: Mapping[str, Decimal]
) -> Decimal:
    """How far a group must be moved to lie within its bounds."""
    rasio, semula = _rasio(indikator, ks, nilai), _rasio(indikator, ks, resmi)
    if rasio is None:
        return NOL
    atas = max(SERATUS, semula) if semula is not None else SERATUS
    bawah = min(NOL, semula) if semula is not None else NOL
    return min(max(rasio, bawah), atas) - rasio


def _rasio(indikator: Indikator, ks: Sequence[Komponen], nilai: Mapping[str, Decimal]) -> Decimal | None:
    return hitung_kelompok(indikator, ks, nilai)[0] if all(k.komponen in nilai for k in ks) else None
