"""Inputs that a scenario hands to the official calculation, as inputs: no row of a report is invented for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.dasar.periode import TRIWULAN
from dashboard.domain.hitung.capaian import NilaiTarget


@dataclass(frozen=True, slots=True)
class Masukan:
    """What takes the place of reports and targets at the position.

    `nilai` are values to date of indicators or variabel, `target` targets to date of indicators, both by code.
    What was due when stays as the official targets say. `lapor_sampai` is the last quarter that could report: a later
    one is foreseen by the values, an earlier one without a report stays missing.
    """

    nilai: Mapping[str, Decimal] = field(default_factory=dict)
    target: Mapping[str, NilaiTarget] = field(default_factory=dict)
    lapor_sampai: int = len(TRIWULAN)

    @property
    def kosong(self) -> bool:
        return not self.nilai and not self.target


TANPA_MASUKAN = Masukan()
