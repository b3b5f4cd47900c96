"""The constants of a numeric SKP score, exact, and the rows they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from dashboard.domain.dasar.ketentuan import Ketentuan

SERATUS = 100


@dataclass(frozen=True)
class AturanSkp:
    """`efisiensi` are the rows of time and cost by name, `tugas_tambahan` and `kreativitas` points by key.

    Keys of `tugas_tambahan` are the counts of extra duties from which that many points are given.
    """

    efisiensi: Mapping[str, Ketentuan]
    bobot_skp: Ketentuan
    bobot_perilaku: Ketentuan
    tugas_tambahan: Mapping[int, Ketentuan]
    kreativitas: Mapping[str, Ketentuan]
    tambahan: Ketentuan
    setahun: Ketentuan

    @property
    def batas(self) -> Ketentuan:
        """Efficiency up to it, in percent, is rewarded."""
        return self.efisiensi["batas"]

    @property
    def pengali(self) -> Ketentuan:
        """How many times the target time and cost are measured against."""
        return self.efisiensi["pengali"]

    @property
    def pangkal(self) -> Ketentuan:
        """Points from which efficiency beyond the bound is taken off."""
        return self.efisiensi["pangkal"]

    @cached_property
    def wajar(self) -> tuple[int, int]:
        """(a, b): efficiency is within the bound where b * realisasi >= a * target; decided in whole numbers."""
        bagian = 1 - self.batas.pecahan / SERATUS
        return bagian.numerator, bagian.denominator

    @cached_property
    def puncak(self) -> int | Fraction:
        """Points that R/T is taken off within the bound; a whole number where it is one, so that sums stay quick."""
        return _ringkas(SERATUS * self.pengali.pecahan)

    @cached_property
    def geser(self) -> int | Fraction:
        """Points added to R/T beyond the bound."""
        return _ringkas(self.pangkal.pecahan + SERATUS - SERATUS * self.pengali.pecahan)

    @cached_property
    def bagian_skp(self) -> Fraction:
        return self.bobot_skp.pecahan / SERATUS

    @cached_property
    def bagian_perilaku(self) -> Fraction:
        return self.bobot_perilaku.pecahan / SERATUS

    @cached_property
    def tangga_tugas(self) -> tuple[tuple[int, int], ...]:
        """(count, points) by count: that many extra duties or more."""
        return tuple((mulai, baris.bulat) for mulai, baris in sorted(self.tugas_tambahan.items()))

    @cached_property
    def poin_kreativitas(self) -> Mapping[str, int]:
        """Points by who benefits; none where nobody does."""
        return {tingkat: baris.bulat for tingkat, baris in self.kreativitas.items()}

    @property
    def komposisi(self) -> str:
        """ "60/40", as the composition of a prestasi is called."""
        return f"{self.bobot_skp.nilai}/{self.bobot_perilaku.nilai}"


def _ringkas(pecahan: Fraction) -> int | Fraction:
    return int(pecahan) if pecahan.denominator == 1 else pecahan
