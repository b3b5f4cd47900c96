"""One dated row of a rule, with the regulation it comes from: what every result that rests on it carries along."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

SEBELUM_ADA_DATA = date(2000, 1, 1)
"""The day on rows that hold for as long as there is data; no year before it can be handed in."""
BELUM_DIKONFIRMASI = "belum dikonfirmasi"
PERATURAN_DAERAH = ("Pergub ", "Perbup ", "Perwal", "Perda ", "Keputusan ")
"""How the regulations of one region begin."""


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """What one rule says from `berlaku_mulai` on, both days included.

    `nilai` is written as in the file (numbers with a decimal comma), in `satuan`. `letak` is the article or place in
    `peraturan`. `dikonfirmasi`: read in the regulation's own text or in public guides to it.
    """

    kunci: str
    nilai: str
    satuan: str
    berlaku_mulai: date
    berlaku_selesai: date | None
    peraturan: str
    letak: str
    dikonfirmasi: bool
    catatan: str = ""

    @property
    def angka(self) -> Decimal:
        """The value as a number. Raises ValueError where the rule is no number."""
        try:
            return Decimal(self.nilai.replace(",", "."))
        except InvalidOperation:
            raise ValueError(f"rule {self.kunci} is no number: {self.nilai!r}") from None

    @property
    def pecahan(self) -> Fraction:
        """The value, exactly. Raises ValueError where the rule is no number."""
        return Fraction(self.angka)

    @property
    def bulat(self) -> int:
        """The value as a whole number. Raises ValueError where the rule is none."""
        if self.angka != self.angka.to_integral_value():
            raise ValueError(f"rule {self.kunci} is no whole number: {self.nilai!r}")
        return int(self.angka)

    @property
    def sumber(self) -> str:
        """Regulation and place, and that it is not confirmed where it is not."""
        tempat = ", ".join(satu for satu in (self.peraturan, self.letak) if satu)
        return tempat if self.dikonfirmasi else f"{tempat} ({BELUM_DIKONFIRMASI})"

    @property
    def daerah(self) -> bool:
        """Whether it is one region's own: for the others no more than a reference."""
        return self.peraturan.startswith(PERATURAN_DAERAH)

    def berlaku(self, hari: date) -> bool:
        return self.berlaku_mulai <= hari and (self.berlaku_selesai is None or hari <= self.berlaku_selesai)
