"""The predikat of PermenPANRB 6/2022: two ratings, one word, and the spread that a unit's own result leads to expect.

Source: the rows of data_access/aturan/predikat.csv (DOMAIN.md section 4). The pola distribusi is a
guide, not a quota: it warns and never blocks.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from dashboard.domain.aturan.predikat import AturanPredikat, BatasPola
from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.penjelasan import tulis_terhadap


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


SEL = tuple((hasil, perilaku) for hasil in Rating for perilaku in Rating)
"""The nine cells in the order their counts are kept."""
SERATUS = 100


def predikat_kinerja(hasil: str | None, perilaku: str | None, aturan: AturanPredikat) -> PredikatKinerja | None:
    """The word for two ratings; None before the matrix is in force or where a rating is missing."""
    if not aturan.berlaku or hasil is None or perilaku is None:
        return None
    return predikat_sel(Rating(hasil), Rating(perilaku), aturan)


def predikat_sel(hasil: Rating, perilaku: Rating, aturan: AturanPredikat) -> PredikatKinerja:
    """What one cell of the matrix says."""
    return PredikatKinerja(aturan.kuadran[hasil, perilaku].nilai)


def nomor_sel(hasil: Rating, perilaku: Rating) -> int:
    return SEL.index((hasil, perilaku))


def jumlah_predikat(kuadran: Sequence[int], aturan: AturanPredikat) -> dict[PredikatKinerja, int]:
    """Counts per predikat, best first, out of the nine cells."""
    jumlah = dict.fromkeys(PredikatKinerja, 0)
    for (hasil, perilaku), n in zip(SEL, kuadran, strict=True):
        jumlah[predikat_sel(hasil, perilaku, aturan)] += n
    return jumlah


def peringatan_pola(
    unit: PredikatUnit, jumlah: Mapping[PredikatKinerja, int], aturan: AturanPredikat
) -> tuple[str, ...]:
    """In which ways a group's spread departs from its unit's pola; empty when it fits or the group is too small."""
    total = sum(jumlah.values())
    if total < aturan.pola_minimum.bulat:
        return ()
    pola = aturan.pola[unit]
    terbanyak = PredikatKinerja(pola.terbanyak.nilai)
    pesan = [f"{terbanyak} bukan yang terbanyak"] if jumlah.get(terbanyak, 0) < max(jumlah.values()) else []
    for batas in pola.batas:
        bagian = Fraction(sum(jumlah.get(PredikatKinerja(p), 0) for p in batas.predikat), total)
        pesan += _peringatan(batas, bagian)
    return tuple(pesan)


def _peringatan(batas: BatasPola, bagian: Fraction) -> list[str]:
    nama = " atau ".join(batas.predikat)
    if batas.ada:
        return [] if bagian else [f"{nama} belum ada"]
    persen = batas.ketentuan.pecahan / SERATUS
    if batas.paling_banyak:
        return [f"{nama} {_terhadap(bagian, persen)}, paling banyak {_tulis(persen)}"] if bagian > persen else []
    return [f"{nama} {_terhadap(bagian, persen)}, paling sedikit {_tulis(persen)}"] if bagian < persen else []


def _terhadap(bagian: Fraction, batas: Fraction) -> str:
    """A share held against a limit, in whole percent, or with the decimals that tell it from the limit."""
    return f"{tulis_angka(tulis_terhadap(bagian * SERATUS, batas * SERATUS, 0))} %"


def _tulis(bagian: Fraction) -> str:
    persen = bagian * SERATUS
    return f"{tulis_angka(Decimal(persen.numerator) / persen.denominator)} %"
