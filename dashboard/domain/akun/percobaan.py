"""How long one has to wait after wrong passwords: a little longer each time, never for ever.

Kept for a name whether or not there is such an account, and for an address, so that neither guessing many passwords
of one person nor one password of many persons is quick, and waiting tells nothing about who exists.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

BEBAS_NAMA, BEBAS_ALAMAT = 5, 25
"""Wrong attempts before the first wait. An address may be a whole office behind one router."""
MULAI, TERLAMA = timedelta(seconds=15), timedelta(minutes=20)
DILUPAKAN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Percobaan:
    """Wrong attempts in a row, and until when (UTC) the next is refused unread."""

    gagal: int = 0
    tahan_sampai: datetime | None = None
    terakhir: datetime | None = None

    def ditahan(self, kini: datetime) -> bool:
        """Whether an attempt now is refused without looking at it."""
        return self.tahan_sampai is not None and kini < self.tahan_sampai


def sesudah_gagal(lama: Percobaan, kini: datetime, bebas: int) -> Percobaan:
    """The state after one more wrong attempt; those of a day ago are forgotten."""
    lupa = lama.terakhir is None or kini - lama.terakhir > DILUPAKAN
    gagal = 1 if lupa else lama.gagal + 1
    lebih = gagal - bebas
    tunda = min(MULAI * 2 ** min(lebih, 20), TERLAMA) if lebih >= 0 else None
    return Percobaan(gagal, kini + tunda if tunda else None, kini)
