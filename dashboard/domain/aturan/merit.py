"""The instrument a merit index is scored by, as rows."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.ketentuan import Ketentuan

NOL = Decimal(0)


@dataclass(frozen=True, slots=True)
class AspekMerit:
    """One aspect of an instrument; `poin` None where the agency enters it."""

    nama: str
    ketentuan: Ketentuan

    @property
    def poin(self) -> Decimal | None:
        return self.ketentuan.angka if self.ketentuan.nilai else None


@dataclass(frozen=True, slots=True)
class Instrumen:
    """The assessor's instrument; `skala` is the row of where its scale of categories ends."""

    versi: str
    aspek: tuple[AspekMerit, ...]
    skala: Ketentuan | None = None

    @property
    def maks_skala(self) -> Decimal | None:
        return self.skala.angka if self.skala else None

    @property
    def dasar(self) -> Ketentuan:
        """A row that names the regulation."""
        return self.aspek[0].ketentuan

    @property
    def dikonfirmasi(self) -> bool:
        return all(a.ketentuan.dikonfirmasi for a in self.aspek)

    @property
    def jumlah_poin(self) -> Decimal | None:
        """What the points of the aspects sum to; None while one is not entered."""
        poin = [a.poin for a in self.aspek if a.poin is not None]
        return sum(poin, NOL) if len(poin) == len(self.aspek) else None

    @property
    def bertentangan(self) -> bool:
        """The points do not sum to where the scale ends: both are kept, the conflict is shown."""
        return None not in (self.jumlah_poin, self.maks_skala) and self.jumlah_poin != self.maks_skala
