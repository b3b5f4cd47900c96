"""The matrix of two ratings and the spread a unit's own predikat leads to expect, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.dasar.ketentuan import Ketentuan


@dataclass(frozen=True, slots=True)
class BatasPola:
    """One expectation of a unit's spread: the share of these predikat is at least or at most what `ketentuan` says.

    `ada`: at least somebody, whatever the share.
    """

    predikat: tuple[str, ...]
    paling_banyak: bool
    ketentuan: Ketentuan
    ada: bool = False


@dataclass(frozen=True, slots=True)
class Pola:
    """What a unit's predikat leads to expect; `terbanyak` should be the most frequent one."""

    terbanyak: Ketentuan
    batas: tuple[BatasPola, ...]


@dataclass(frozen=True, slots=True)
class AturanPredikat:
    """`kuadran` by rating of hasil kerja and of perilaku, `pola` by the unit's predikat.

    Where the matrix is not in force yet, `berlaku` is False and the rows are those that will be.
    """

    kuadran: Mapping[tuple[str, str], Ketentuan]
    pola: Mapping[str, Pola]
    pola_minimum: Ketentuan
    berlaku: bool

    @property
    def dasar(self) -> Ketentuan:
        """A row that names the regulation and the day it takes effect."""
        return next(iter(self.kuadran.values()))
