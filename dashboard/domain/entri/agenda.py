"""What stands on the agenda of a performance meeting: things to act on, and what changed since last quarter."""

from dataclasses import dataclass

from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.janji import Janji
from dashboard.domain.hitung.hasil import HasilIndikator

TANPA_NILAI = (Status.BELUM_DILAPORKAN, Status.TIDAK_DAPAT_DIHITUNG)


@dataclass(frozen=True, slots=True)
class Prioritas:
    """One thing to act on. `asal` is the indicator whose report names the obstacle and the promise: itself, or a leaf
    behind its shortfall; None where no report names any. `sejak` is the first quarter of the unbroken run,
    `menunggu` the inputs it waits for, as a reader calls them. `tersembunyi`: who looks may not read its entries.
    """

    hasil: HasilIndikator
    pemilik: str
    sejak: SampaiDengan
    asal: str | None = None
    kendala: str | None = None
    janji: Janji | None = None
    menunggu: tuple[str, ...] = ()
    tersembunyi: bool = False


@dataclass(frozen=True, slots=True)
class Pergeseran:
    """One indicator at the quarter before and now."""

    lalu: HasilIndikator
    kini: HasilIndikator


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """What changed since `sejak`: worse and better class (IKU first), first values, and reports that stopped."""

    sejak: SampaiDengan
    memburuk: tuple[Pergeseran, ...]
    membaik: tuple[Pergeseran, ...]
    baru: int
    hilang: int
