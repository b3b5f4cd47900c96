"""SKP of any number of employees: whole columns in, whole columns out, and exactly the rule of `baris.py`.

How a float may decide: columns hold whole numbers (scaled by a power of ten) below `terbesar`, so the bound of
efficiency, `a T <= b R` in whole numbers, is compared without rounding. Row values are kept as whole billionths of a
point, whose sums are exact in any order. Only a score within a ten-millionth of a half cent could be rounded the wrong
way; those few are computed again as fractions.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

from dashboard.domain.aturan.skp import SERATUS, AturanSkp
from dashboard.domain.skp.angka import MIKRO, MIKRO_PER_SEN, SETENGAH_SEN, mikro
from dashboard.domain.skp.baris import KOLOM_ANGKA

Angka = npt.NDArray[np.float64]
Bulat = npt.NDArray[np.int64]

BLOK = 16_384
"""Rows worked on at a time: all their columns stay in the processor's cache."""
NANO = 1e9
BULAT_PASTI = 2**53
"""Whole numbers up to it are held by a float as they are."""
BULAN_SETAHUN = 13
"""Twelve months, and 0 for the year."""
TERBESAR_NILAI = 1e5
"""Scores beyond it leave too few digits for the billionths; they are computed as fractions."""
DEKAT_SEN = 1e-6
"""In hundredths of a point: nearer to a half cent than this a float is not trusted; its own error is under 1e-7."""
KOSONG_MIKRO = np.iinfo(np.int64).min
"""Stands for "no score" in columns of millionths."""


@dataclass(frozen=True, slots=True)
class KolomSkp:
    """Targeted rows in columns, rows of one group (an employee's month or year) beside one another.

    `angka` maps KOLOM_ANGKA to floats that are whole numbers, scaled alike within target and realisasi of an aspect;
    NaN where nothing is reported. `mulai[i]` is the first row of group i; `mulai` ends with the number of rows.
    """

    angka: dict[str, Angka]
    mulai: Bulat

    @property
    def jumlah_grup(self) -> int:
        return len(self.mulai) - 1


def terbesar(aturan: AturanSkp) -> int:
    """Scaled inputs stay below it: either side of the bound of efficiency is whole to a float, for a year's sum too."""
    return BULAT_PASTI // (BULAN_SETAHUN * max(aturan.wajar))


def nilai_baris_nano(angka: dict[str, Angka], aturan: AturanSkp) -> Angka:
    """Each row's value in whole billionths of a point; NaN where it is not reported in full."""
    jumlah = len(angka[KOLOM_ANGKA[0]])
    hasil = np.empty(jumlah)
    with np.errstate(divide="ignore", invalid="ignore"):
        for awal in range(0, jumlah, BLOK):
            potong = slice(awal, awal + BLOK)
            hasil[potong] = _blok([angka[nama][potong] for nama in KOLOM_ANGKA], aturan)
    return hasil


def _blok(kolom: Sequence[Angka], aturan: AturanSkp) -> Angka:
    to, ro, tk, rk, tw, rw, tb, rb = kolom
    tiga = ro / to
    tiga += rk / tk
    hemat = _hemat(tw, rw, aturan)
    berbiaya = tb > 0
    if berbiaya.any():
        hemat += np.where(berbiaya, _hemat(tb, rb, aturan), 0.0)
        pengali = np.where(berbiaya, SERATUS * NANO / 4, SERATUS * NANO / 3)
    else:
        pengali = np.array(SERATUS * NANO / 3)
    kosong = ro == 0
    if kosong.any():
        hemat[kosong] = np.where(np.isnan(tw[kosong]), np.nan, 0.0)
    tiga += hemat
    tiga *= pengali
    return np.rint(tiga, out=tiga)


def _hemat(target: Angka, realisasi: Angka, aturan: AturanSkp) -> Angka:
    """Time or cost as a share of 100 points: the multiple less R/T within the bound of efficiency, R/T beyond."""
    bagian = realisasi / target
    a, b = aturan.wajar
    wajar = b * realisasi >= a * target
    if aturan.geser:
        np.add(bagian, float(aturan.geser) / SERATUS, out=bagian, where=~wajar)
    np.subtract(float(aturan.puncak) / SERATUS, bagian, out=bagian, where=wajar)
    return bagian


def nilai_grup(kolom: KolomSkp, nano: Angka) -> Angka:
    """The mean of each group's rows in points; NaN for a group that is empty or not reported in full."""
    banyak = np.diff(kolom.mulai)
    hasil = np.full(kolom.jumlah_grup, np.nan)
    berisi = banyak > 0
    if berisi.any():
        hasil[berisi] = np.add.reduceat(nano, kolom.mulai[:-1][berisi])
        hasil /= banyak * NANO
    return hasil


def ke_mikro(nilai: Angka, tepat: Callable[[int], Fraction]) -> Bulat:
    """Points to whole millionths, on the right side of every half cent. `tepat` gives a score exactly, by index."""
    hasil = np.empty(len(nilai), np.int64)
    for awal in range(0, len(nilai), BLOK):
        potong = slice(awal, awal + BLOK)
        hasil[potong], ragu = _mikro_blok(nilai[potong])
        for i in ragu + awal:
            hasil[i] = mikro(tepat(int(i)))
    return hasil


def _mikro_blok(nilai: Angka) -> tuple[Bulat, Bulat]:
    """Millionths, held to the side of the half cent the float is on, and the indices where that is not certain."""
    besar = np.abs(nilai)
    ada = besar <= TERBESAR_NILAI
    ragu = besar > TERBESAR_NILAI
    besar[~ada] = 0.0
    sen_pecah = besar * 100
    sen_pecah += 0.5
    sen_bulat = np.floor(sen_pecah)
    sen_pecah -= sen_bulat
    ragu |= (np.minimum(sen_pecah, 1 - sen_pecah) < DEKAT_SEN) & ada
    sen_bulat *= MIKRO_PER_SEN
    besar *= MIKRO
    np.rint(besar, out=besar)
    np.clip(besar, sen_bulat - SETENGAH_SEN, sen_bulat + SETENGAH_SEN - 1, out=besar)
    np.copysign(besar, nilai, out=besar)
    hasil = besar.astype(np.int64)
    hasil[~ada] = KOSONG_MIKRO
    return hasil, np.flatnonzero(ragu)


def hitung_skp(kolom: KolomSkp, tambahan: Bulat, aturan: AturanSkp) -> tuple[Angka, Bulat, Callable[[int], Fraction]]:
    """Nilai SKP of each group: points as floats, whole millionths, and the exact value by group.

    `tambahan` holds the points of extra duties and creativity, added once to the mean.
    """
    nilai = nilai_grup(kolom, nilai_baris_nano(kolom.angka, aturan)) + tambahan

    def tepat(i: int) -> Fraction:
        return _tepat(kolom, i, aturan) + int(tambahan[i])

    return nilai, ke_mikro(nilai, tepat), tepat


def _tepat(kolom: KolomSkp, grup: int, aturan: AturanSkp) -> Fraction:
    """The exact mean of a group's rows, over one common denominator."""
    potong = slice(int(kolom.mulai[grup]), int(kolom.mulai[grup + 1]))
    isi = [[int(x) if x == x else 0 for x in kolom.angka[nama][potong].tolist()] for nama in KOLOM_ANGKA]
    bersama = lcm(*(target for satu in isi[::2] for target in satu if target))
    jumlah: int | Fraction = 0
    for to, ro, tk, rk, tw, rw, tb, rb in zip(*isi, strict=True):
        nilai: int | Fraction = SERATUS * (ro * (bersama // to) + rk * (bersama // tk))
        if ro:
            nilai += _hemat_tepat(tw, rw, bersama, aturan) + (_hemat_tepat(tb, rb, bersama, aturan) if tb else 0)
        jumlah += nilai * (3 if tb else 4)
    return Fraction(jumlah, 12 * bersama * (potong.stop - potong.start))


def _hemat_tepat(target: int, realisasi: int, bersama: int, aturan: AturanSkp) -> int | Fraction:
    bagian = SERATUS * realisasi * (bersama // target)
    a, b = aturan.wajar
    return aturan.puncak * bersama - bagian if b * realisasi >= a * target else bagian + aturan.geser * bersama


def poin_tugas(jumlah: Bulat, aturan: AturanSkp) -> Bulat:
    """Points of counts of extra duties."""
    mulai = [m for m, _ in aturan.tangga_tugas]
    poin = np.array([0, *(p for _, p in aturan.tangga_tugas)], np.int64)
    return poin[np.searchsorted(np.array(mulai), jumlah, side="right")]


def sen(nilai_mikro: Bulat) -> Bulat:
    """Hundredths of a point, rounded half-up; meaningless where there is no score."""
    hasil: Bulat = np.sign(nilai_mikro) * ((np.abs(nilai_mikro) + SETENGAH_SEN) // MIKRO_PER_SEN)
    return hasil
