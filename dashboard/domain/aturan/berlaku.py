"""The rules in force on one day, as one object handed to every calculation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.dasar.skala import Kelas

SKALA_STATUS = "STATUS"
SKALA_SEBUTAN = "SKP_PERGUB5"


@dataclass(frozen=True)
class AturanBerlaku:
    """What regulations and the dashboard's own rules say on `hari`. `kelas` are the classes by scale, best first."""

    hari: date
    kelas: Mapping[str, tuple[Kelas, ...]]

    def skala(self, nama: str) -> tuple[Kelas, ...]:
        """The classes of a scale, best first; empty when it is not in force."""
        return self.kelas.get(nama, ())

    @property
    def status(self) -> tuple[Kelas, ...]:
        """The rows that give statuses their bounds, best first."""
        return self.skala(SKALA_STATUS)

    @property
    def sebutan(self) -> tuple[Kelas, ...]:
        """The classes of a numeric SKP score, best first."""
        return self.skala(SKALA_SEBUTAN)
