"""SKP rows that cannot be right or that their position does not have, counted per position: no person is named."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KelompokSkp:
    """So many rows (or people) of a position, and the months they lie in. Without a position those of a unit."""

    jabatan: str | None
    unit: str
    banyak: int
    bulan: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RingkasanSkp:
    """What the checks read of a year of SKP.

    `tanpa_hasil`: rows with nothing made, yet quality, time or cost reported. `berbiaya`: rows with a cost target.
    `memimpin`: people marked as leading. `kepemimpinan`: people assessed on leading although nothing marks them.
    """

    tanpa_hasil: tuple[KelompokSkp, ...] = ()
    berbiaya: tuple[KelompokSkp, ...] = ()
    memimpin: tuple[KelompokSkp, ...] = ()
    kepemimpinan: tuple[KelompokSkp, ...] = ()
