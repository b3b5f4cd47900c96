"""Inputs that a scenario hands to the official calculation, as inputs: no row of a report is invented for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.hitung.capaian import NilaiTarget


@dataclass(frozen=True, slots=True)
class Masukan:
    """What takes the place of reports and targets at the position.

    `nilai` are values to date of indicators or variabel, `target` targets to date of indicators, both by code.
    What was due when stays as the official targets say.
    """

    nilai: Mapping[str, Decimal] = field(default_factory=dict)
    target: Mapping[str, NilaiTarget] = field(default_factory=dict)

    @property
    def kosong(self) -> bool:
        return not self.nilai and not self.target


TANPA_MASUKAN = Masukan()
