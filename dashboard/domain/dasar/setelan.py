"""The settings of an agency as they are written: each row counts from its day on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class SetelanBertanggal:
    """One row: from when, which key, what."""

    berlaku_mulai: date
    kunci: str
    nilai: str


def setelan_pada(semua: Iterable[SetelanBertanggal], hari: date) -> dict[str, str]:
    """What holds for each key on a day: the row that began last, up to that day."""
    return {satu.kunci: satu.nilai for satu in sorted(semua) if satu.berlaku_mulai <= hari}
