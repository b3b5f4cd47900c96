"""The rules in force on one day, as one object handed to every calculation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.aturan.capaian import AturanCapaian
from dashboard.domain.aturan.kalender import AturanKalender
from dashboard.domain.aturan.merit import Instrumen
from dashboard.domain.aturan.predikat import AturanPredikat
from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.dasar.ketentuan import Ketentuan
from dashboard.domain.dasar.skala import Kelas

SKALA_STATUS = "STATUS"
SKALA_SEBUTAN = "SKP_PERGUB5"


@dataclass(frozen=True)
class AturanBerlaku:
    """What regulations and the dashboard's own rules say on `hari`.

    `kelas` are the classes by scale, best first. `batas_rerata` are the caps an agency may choose for the items of an
    average, `bawaan` what each setting is where an agency sets none. `instrumen` are the merit instruments in force
    and to come, oldest first.
    """

    hari: date
    kelas: Mapping[str, tuple[Kelas, ...]]
    capaian: AturanCapaian
    skp: AturanSkp
    predikat: AturanPredikat
    kalender: AturanKalender
    instrumen: tuple[Instrumen, ...]
    batas_rerata: tuple[Ketentuan, ...]
    bawaan: Mapping[str, Ketentuan]

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

    @property
    def merit(self) -> Instrumen | None:
        """The merit instrument in force."""
        return next((i for i in self.instrumen if i.dasar.berlaku(self.hari)), None)

    @property
    def merit_berikut(self) -> Instrumen | None:
        """The merit instrument that takes over later."""
        return next((i for i in self.instrumen if i.dasar.berlaku_mulai > self.hari), None)
