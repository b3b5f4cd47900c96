"""How a number was made: the same object is shown on screen, noted on slides and exported.

Steps keep their numbers apart from their wording, so that every output formats them its own way.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from dashboard.domain.dasar.indikator import PeranKomponen, Sifat, SumberNilai
from dashboard.domain.dasar.ketentuan import Ketentuan

DUA_DESIMAL = Decimal("0.01")
LEBAR = Context(prec=80)  # the default 28 digits refuse to round a huge quotient (10^18 over a tiny target)


class Kepastian(StrEnum):
    """How sure a value is, strongest first; a chain carries its weakest (DOMAIN.md section 6)."""

    DILAPORKAN = "dilaporkan"
    DIHITUNG = "dihitung"
    DIHITUNG_DENGAN_ASUMSI = "dihitung_dengan_asumsi"
    HANYA_ARAH = "hanya_arah"
    TIDAK_DIKETAHUI = "tidak_diketahui"


URUTAN_KEPASTIAN = tuple(Kepastian)


def terlemah(*kepastian: Kepastian) -> Kepastian:
    """The weakest of the given certainties; with none given, DILAPORKAN."""
    return max(kepastian, key=URUTAN_KEPASTIAN.index, default=Kepastian.DILAPORKAN)


def bulat2(nilai: Decimal) -> Decimal:
    """Half-up to two decimals: for showing and for reading a class, never in between."""
    return nilai.quantize(DUA_DESIMAL, rounding=ROUND_HALF_UP, context=LEBAR)


def tulis_terhadap(nilai: Fraction | Decimal, batas: Fraction | Decimal, desimal: int = 2) -> Decimal:
    """A number held against a limit, as it is shown: half-up to `desimal`, or to the decimal that tells them apart.

    117 of 196 against 60 % is 59,7 %, not 60 %.
    """
    satu, dua = Fraction(nilai), Fraction(batas)
    while True:
        kali = 10**desimal
        bulat = floor(satu * kali + Fraction(1, 2))
        if satu == dua or bulat != dua * kali:
            return Decimal(bulat).scaleb(-desimal)
        desimal += 1


@dataclass(frozen=True, slots=True)
class MasukanRumus:
    """One input of a formula and where it was read; `hubungan` is how a komponen enters, `sumber` whose a report is."""

    nama: str
    nilai: Decimal | None
    satuan: str | None = None
    dokumen: str | None = None
    letak: str | None = None
    keterangan: str | None = None
    hubungan: tuple[PeranKomponen, Sifat] | None = None
    sumber: SumberNilai | None = None


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: `pola` has a ``{}`` for each number in `nilai`; `hasil` is what it yields."""

    pola: str
    nilai: tuple[Decimal, ...] = ()
    hasil: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A row that one part of a number rests on; `perihal` says which part, as on screen."""

    perihal: str
    ketentuan: Ketentuan


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """Formula, inputs, steps, rules and certainty of one number. `susunan` says what it rests on without a rule."""

    rumus: str
    masukan: tuple[MasukanRumus, ...] = ()
    langkah: tuple[Langkah, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    susunan: str = ""
    kepastian: Kepastian = Kepastian.DILAPORKAN
    catatan: tuple[str, ...] = ()
