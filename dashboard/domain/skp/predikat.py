"""The predikat of PermenPANRB 6/2022: two ratings, one word, and the spread that a unit's own result leads to expect.

Source: DOMAIN.md section 4. The pola distribusi is a guide, not a quota: it warns and never blocks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

TAHUN_PREDIKAT = 2022
MINIMUM_POLA = 5


class Rating(StrEnum):
    """Against what was expected, lowest first."""

    DI_BAWAH = "di_bawah"
    SESUAI = "sesuai"
    DI_ATAS = "di_atas"


class PredikatKinerja(StrEnum):
    """An employee's predikat, best first."""

    SANGAT_BAIK = "Sangat Baik"
    BAIK = "Baik"
    BUTUH_PERBAIKAN = "Butuh Perbaikan"
    KURANG = "Kurang/Misconduct"
    SANGAT_KURANG = "Sangat Kurang"


class PredikatUnit(StrEnum):
    """A unit's own predikat, as it is entered, best first."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class Rezim(StrEnum):
    """Which appraisal leads: the numbers of Pergub 5/2017 or the predikat of 6/2022."""

    NUMERIK = "numerik"
    PREDIKAT = "predikat"


P = PredikatKinerja
KUADRAN: Mapping[Rating, tuple[P, P, P]] = {
    Rating.DI_BAWAH: (P.SANGAT_KURANG, P.BUTUH_PERBAIKAN, P.BUTUH_PERBAIKAN),
    Rating.SESUAI: (P.KURANG, P.BAIK, P.BAIK),
    Rating.DI_ATAS: (P.KURANG, P.BAIK, P.SANGAT_BAIK),
}
"""hasil kerja -> perilaku (di bawah, sesuai, di atas)."""
SEL = tuple((hasil, perilaku) for hasil in Rating for perilaku in Rating)
"""The nine cells in the order their counts are kept."""


def predikat_kinerja(hasil: str | None, perilaku: str | None, tahun: int) -> PredikatKinerja | None:
    """The word for two ratings; None before 2022 or where a rating is missing."""
    if tahun < TAHUN_PREDIKAT or hasil is None or perilaku is None:
        return None
    return KUADRAN[Rating(hasil)][tuple(Rating).index(Rating(perilaku))]


def nomor_sel(hasil: Rating, perilaku: Rating) -> int:
    return SEL.index((hasil, perilaku))


def jumlah_predikat(kuadran: Sequence[int]) -> dict[PredikatKinerja, int]:
    """Counts per predikat, best first, out of the nine cells."""
    jumlah = dict.fromkeys(PredikatKinerja, 0)
    for (hasil, perilaku), n in zip(SEL, kuadran, strict=True):
        jumlah[KUADRAN[hasil][tuple(Rating).index(perilaku)]] += n
    return jumlah


def rezim(tahun: int, pengaturan: str | None = None) -> Rezim:
    """The agency's setting `rezim_skp`, else the year. Raises ValueError on an unknown setting."""
    if pengaturan:
        return Rezim(pengaturan)
    return Rezim.PREDIKAT if tahun >= TAHUN_PREDIKAT else Rezim.NUMERIK


def skala_lama(tahun: int) -> bool:
    """Whether numeric scores of that year belong to the scale the ratings replaced."""
    return tahun >= TAHUN_PREDIKAT


@dataclass(frozen=True, slots=True)
class BatasPola:
    """One expectation: the share of `predikat` lies between `minimum` and `maksimum`."""

    predikat: tuple[PredikatKinerja, ...]
    minimum: Fraction | None = None
    maksimum: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Pola:
    """What a unit's predikat leads to expect; `terbanyak` should be the most frequent one."""

    terbanyak: PredikatKinerja
    batas: tuple[BatasPola, ...]


ADA = Fraction(1, 10**9)
"""At least somebody."""


def _persen(angka: int) -> Fraction:
    return Fraction(angka, 100)


POLA: Mapping[PredikatUnit, Pola] = {
    PredikatUnit.ISTIMEWA: Pola(P.SANGAT_BAIK, (BatasPola((P.SANGAT_BAIK,), maksimum=_persen(70)),)),
    PredikatUnit.BAIK: Pola(
        P.BAIK, (BatasPola((P.BAIK,), maksimum=_persen(70)), BatasPola((P.BUTUH_PERBAIKAN, P.KURANG), minimum=ADA))
    ),
    PredikatUnit.BUTUH_PERBAIKAN: Pola(
        P.BUTUH_PERBAIKAN,
        (BatasPola((P.BUTUH_PERBAIKAN,), minimum=_persen(60)), BatasPola((P.SANGAT_BAIK,), maksimum=_persen(10))),
    ),
    PredikatUnit.KURANG: Pola(
        P.KURANG,
        (
            BatasPola((P.KURANG,), minimum=_persen(60)),
            BatasPola((P.BUTUH_PERBAIKAN,), minimum=_persen(10)),
            BatasPola((P.SANGAT_BAIK,), maksimum=_persen(10)),
        ),
    ),
    PredikatUnit.SANGAT_KURANG: Pola(
        P.SANGAT_KURANG,
        (BatasPola((P.SANGAT_KURANG,), minimum=_persen(60)), BatasPola((P.SANGAT_BAIK,), maksimum=Fraction(0))),
    ),
}
"""Percentages as quoted from the ministry's circular; not confirmed (belum dikonfirmasi)."""


def peringatan_pola(unit: PredikatUnit, jumlah: Mapping[PredikatKinerja, int]) -> tuple[str, ...]:
    """In which ways a group's spread departs from its unit's pola; empty when it fits or the group is too small."""
    total = sum(jumlah.values())
    if total < MINIMUM_POLA:
        return ()
    pola = POLA[unit]
    pesan = []
    if jumlah.get(pola.terbanyak, 0) < max(jumlah.values()):
        pesan.append(f"{pola.terbanyak} bukan yang terbanyak")
    for batas in pola.batas:
        bagian = Fraction(sum(jumlah.get(p, 0) for p in batas.predikat), total)
        nama = " atau ".join(batas.predikat)
        if batas.maksimum is not None and bagian > batas.maksimum:
            pesan.append(f"{nama} {_tulis(bagian)}, paling banyak {_tulis(batas.maksimum)}")
        if batas.minimum == ADA and bagian == 0:
            pesan.append(f"{nama} belum ada")
        elif batas.minimum is not None and bagian < batas.minimum:
            pesan.append(f"{nama} {_tulis(bagian)}, paling sedikit {_tulis(batas.minimum)}")
    return tuple(pesan)


def _tulis(bagian: Fraction) -> str:
    """Whole percent, half-up."""
    return f"{(bagian.numerator * 200 + bagian.denominator) // (2 * bagian.denominator)} %"
