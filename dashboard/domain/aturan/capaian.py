"""How achievement is computed, by polarity: which formula each row names, and the row itself."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.dasar.ketentuan import Ketentuan


class RumusCapaian(StrEnum):
    """The formulas a row can name; T target, R realisasi, the result in percent."""

    BANDING = "R/T"
    SISA = "(2T-R)/T"
    TERBALIK = "T/R"

    @property
    def tertulis(self) -> str:
        """As it is shown."""
        return f"{self.value.replace('-', ' − ').replace('/', ' ÷ ')} × 100"


@dataclass(frozen=True, slots=True)
class AturanCapaian:
    """The row of each case. `varian` holds where an indicator chooses T/R, `target_nol` where lower is better."""

    positif: Ketentuan
    negatif: Ketentuan
    varian: Ketentuan
    rentang: Ketentuan
    target_nol: Ketentuan
