"""Number formats that round in their own way: powers of ten (0.0E+0) and fractions (# ?/?, # ?/8).

Source: ECMA-376 part 1, 18.8.31.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from dashboard.domain.dasar.angka import ANGKA_BERMAKNA_EXCEL, tulis_angka

TEMPAT, PANGKAT, GARIS = "0#?", ("E+", "E-"), "/"
WAKTU = frozenset("yYmMdDhHsS")


@dataclass(frozen=True, slots=True)
class Pangkat:
    """A mantissa of so many digits before and after its point; with several before it the power goes by as many."""

    bulat: int
    desimal: int

    def tampil(self, nilai: Decimal) -> str | None:
        """What is shown of a number from 0 on where that is another one."""
        if not nilai:
            return None
        pangkat = nilai.adjusted()
        pangkat -= pangkat % max(self.bulat, 1)
        terbaca = nilai.quantize(Decimal(1).scaleb(pangkat - self.desimal), ROUND_HALF_UP)
        return None if terbaca == nilai else tulis_angka(terbaca)


@dataclass(frozen=True, slots=True)
class Pecahan:
    """A fraction over a printed denominator, else over the nearest one up to `maks`."""

    penyebut: int | None
    maks: int

    def tampil(self, nilai: Decimal) -> str | None:
        """As `Pangkat.tampil`, as "2 1/3"."""
        tepat = Fraction(nilai)
        terbaca = (
            Fraction(round(tepat * self.penyebut), self.penyebut)
            if self.penyebut
            else tepat.limit_denominator(self.maks)
        )
        if _sama(terbaca, tepat):
            return None
        utuh, sisa = divmod(terbaca.numerator, terbaca.denominator)
        bagian = [str(utuh)] if utuh or not sisa else []
        return " ".join([*bagian, *([f"{sisa}/{terbaca.denominator}"] if sisa else [])])


def _sama(satu: Fraction, dua: Fraction) -> bool:
    """Whether a spreadsheet holds the same number for both: it keeps so many digits of a third."""
    kiri, kanan = (format(float(n), f".{ANGKA_BERMAKNA_EXCEL}g") for n in (satu, dua))
    return kiri == kanan


def baca_bentuk(tanda: Sequence[str]) -> Pangkat | Pecahan | None:
    """The form a section of signs shows its numbers in; None for a plain one, a date or a time."""
    for letak, satu in enumerate(tanda):
        berikut = tanda[letak + 1] if letak + 1 < len(tanda) else ""
        sebelum = "".join(teks for teks in tanda[:letak] if len(teks) == 1)
        if satu.upper() + berikut in PANGKAT:
            bulat, _, pecahan = sebelum.partition(".")
            return Pangkat(_tempat(bulat), _tempat(pecahan))
        if satu == GARIS and _tempat(sebelum) and WAKTU.isdisjoint(tanda):
            return _pecahan(tanda[letak + 1 :])
    return None


def _tempat(teks: str) -> int:
    return sum(satu in TEMPAT for satu in teks)


def _pecahan(sesudah: Sequence[str]) -> Pecahan | None:
    penyebut = ""
    for satu in sesudah:
        if not (satu in TEMPAT or satu.isdigit()):
            break
        penyebut += satu
    if penyebut.isdecimal() and penyebut.strip("0"):
        return Pecahan(int(penyebut), 0)
    return Pecahan(None, 10 ** _tempat(penyebut) - 1) if penyebut else None
