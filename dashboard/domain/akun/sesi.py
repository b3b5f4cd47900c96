"""How long somebody stays logged in: a working day at most, less when nothing is done."""

from dataclasses import dataclass
from datetime import datetime, timedelta

TERLAMA = timedelta(hours=12)
DIAM = timedelta(hours=2)
DICATAT_SETIAP = timedelta(minutes=5)
"""Use is written down this often at most: a rerun is a read, not a write."""


@dataclass(frozen=True, slots=True)
class Sesi:
    """One login. Times are UTC. `penugasan` is the number of the post chosen, None for the first one in force."""

    akun: str
    dibuat: datetime
    terakhir: datetime
    dicabut: datetime | None = None
    penugasan: int | None = None

    def berlaku(self, kini: datetime) -> bool:
        """Whether it still lets in. A clock that went back ends nothing."""
        return self.dicabut is None and kini - self.dibuat < TERLAMA and kini - self.terakhir < DIAM

    def perlu_dicatat(self, kini: datetime) -> bool:
        """Whether its use should be written down now."""
        return kini - self.terakhir >= DICATAT_SETIAP
