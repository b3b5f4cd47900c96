"""The spread of scores without the scores: counts per half point, per class, per cell, and what follows from them.

A Rekap is what a unit's month is kept as. Rekap add up, so that a bidang is the sum of its units and nothing on
screen depends on how many employees there are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dashboard.domain.skp.angka import MIKRO
from dashboard.domain.skp.kalender import KeadaanNilai
from dashboard.domain.skp.predikat import SEL

BIN_PER_POIN = 2
BIN_TERENDAH, BIN_TERTINGGI = -1, 300
"""Scores under 0 share one bin, scores from 150 up another; sums and classes stay exact."""
KELAS_SEBUTAN = 5
TAHAP = ("lapor", "nilai", "verifikasi")

Histogram = tuple[tuple[int, int], ...]
"""(bin, count) by bin; bin b holds the rounded scores from b/2 up to, not including, (b+1)/2."""


@dataclass(frozen=True, slots=True)
class Rekap:
    """One unit's month, or several added up. Sums are millionths over those who have a prestasi.

    `kelas` counts sebutan best first, `kuadran` the cells SEL, `keadaan` the states of KeadaanNilai; `tepat` and
    `lambat` count report, assessment and verification.
    """

    orang: int = 0
    dinilai: int = 0
    jumlah_skp: int = 0
    jumlah_perilaku: int = 0
    jumlah_prestasi: int = 0
    terendah: int | None = None
    tertinggi: int | None = None
    keberatan: int = 0
    histogram: Histogram = ()
    kelas: tuple[int, ...] = (0,) * KELAS_SEBUTAN
    kuadran: tuple[int, ...] = (0,) * len(SEL)
    keadaan: tuple[int, ...] = (0,) * len(KeadaanNilai)
    tepat: tuple[int, ...] = (0,) * len(TAHAP)
    lambat: tuple[int, ...] = (0,) * len(TAHAP)

    @property
    def rerata(self) -> Decimal | None:
        """The mean prestasi in points."""
        return self._rerata(self.jumlah_prestasi)

    @property
    def rerata_skp(self) -> Decimal | None:
        return self._rerata(self.jumlah_skp)

    @property
    def rerata_perilaku(self) -> Decimal | None:
        return self._rerata(self.jumlah_perilaku)

    @property
    def rentang(self) -> Decimal | None:
        """Highest minus lowest prestasi."""
        if self.terendah is None or self.tertinggi is None:
            return None
        return Decimal(self.tertinggi - self.terendah) / MIKRO

    @property
    def baik(self) -> int:
        """How many are Baik or Sangat Baik."""
        return sum(self.kelas[:2])

    @property
    def berkuadran(self) -> int:
        return sum(self.kuadran)

    def _rerata(self, jumlah: int) -> Decimal | None:
        return Decimal(jumlah) / (self.dinilai * MIKRO) if self.dinilai else None


KOSONG = Rekap()
DERET = ("kelas", "kuadran", "keadaan", "tepat", "lambat")


def gabung(semua: Iterable[Rekap]) -> Rekap:
    """The recap of all of them together."""
    daftar = list(semua)
    if len(daftar) == 1:
        return daftar[0]
    isi: dict[str, Any] = {
        satu.name: sum(getattr(r, satu.name) for r in daftar) for satu in fields(Rekap) if satu.default == 0
    }
    for nama in DERET:
        isi[nama] = tuple(map(sum, zip(*(getattr(r, nama) for r in [KOSONG, *daftar]), strict=True)))
    isi["terendah"] = min((r.terendah for r in daftar if r.terendah is not None), default=None)
    isi["tertinggi"] = max((r.tertinggi for r in daftar if r.tertinggi is not None), default=None)
    return Rekap(**isi, histogram=_gabung_histogram(daftar))


def _gabung_histogram(daftar: Iterable[Rekap]) -> Histogram:
    jumlah = [0] * (BIN_TERTINGGI - BIN_TERENDAH + 1)
    for satu in daftar:
        for letak, n in satu.histogram:
            jumlah[letak - BIN_TERENDAH] += n
    return tuple((letak, n) for letak, n in enumerate(jumlah, start=BIN_TERENDAH) if n)


def kuantil(histogram: Histogram, bagian: Fraction) -> Decimal | None:
    """The score below which that share lies, evenly spread within a bin; never more than half a point off."""
    total = sum(n for _, n in histogram)
    if not total:
        return None
    dicari = bagian * total
    lewat = 0
    for letak, n in histogram:
        if lewat + n >= dicari:
            di_dalam = max(dicari - lewat, Fraction(0)) / n
            hasil = (letak + di_dalam) / BIN_PER_POIN
            return Decimal(hasil.numerator) / hasil.denominator
        lewat += n
    return Decimal(histogram[-1][0] + 1) / BIN_PER_POIN


def lima_angka(rekap: Rekap) -> tuple[Decimal, Decimal, Decimal, Decimal, Decimal] | None:
    """Lowest, quartiles and highest; lowest and highest are exact, the quartiles come from the bins."""
    kuartil = [kuantil(rekap.histogram, Fraction(i, 4)) for i in (1, 2, 3)]
    if rekap.terendah is None or rekap.tertinggi is None or None in kuartil:
        return None
    rendah, tinggi = Decimal(rekap.terendah) / MIKRO, Decimal(rekap.tertinggi) / MIKRO
    q1, q2, q3 = (min(max(q, rendah), tinggi) for q in kuartil if q is not None)
    return rendah, q1, q2, q3, tinggi


def disembunyikan(jumlah: Mapping[str, int], batas: int) -> frozenset[str]:
    """Which groups may not be shown to those who may not see persons, when the total is shown.

    Every group of fewer than `batas`; and, where the rest could be had by subtraction, the next smallest with them,
    until what is hidden is at least two groups and at least `batas` persons.
    """
    urut = sorted((nama for nama, n in jumlah.items() if n), key=lambda nama: (jumlah[nama], nama))
    hasil = [nama for nama in urut if jumlah[nama] < batas]
    for nama in urut[len(hasil) :]:
        if not hasil or (len(hasil) > 1 and sum(jumlah[satu] for satu in hasil) >= batas):
            break
        hasil.append(nama)
    return frozenset(hasil)
