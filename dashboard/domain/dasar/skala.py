"""Classes read from rows of data: scales, instruments and the status colours.

The rows live in data_access/aturan/kelas.csv with their source and validity; a new regulation is rows, not code.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.dasar.ketentuan import Ketentuan
from dashboard.domain.dasar.penjelasan import bulat2


class Status(StrEnum):
    """State of an indicator to date; the first four carry colour, the rest are grey with their reason."""

    MELAMPAUI = "melampaui"
    TERCAPAI = "tercapai"
    PERLU_PERHATIAN = "perlu_perhatian"
    KRITIS = "kritis"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    MENUNGGU_PENILAIAN = "menunggu_penilaian"
    TIDAK_DITARGETKAN = "tidak_ditargetkan"
    TARGET_BELUM_ADA = "target_belum_ada"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"

    @property
    def berwarna(self) -> bool:
        return self in (Status.MELAMPAUI, Status.TERCAPAI, Status.PERLU_PERHATIAN, Status.KRITIS)


@dataclass(frozen=True, slots=True)
class Kelas:
    """One class: values above `batas` (or equal to it when `inklusif`); `batas` None is the last one.

    `ketentuan` is the row it was read from.
    """

    skala: str
    kode: str
    nama: str
    batas: Decimal | None
    inklusif: bool
    ketentuan: Ketentuan

    def memuat(self, nilai: Decimal) -> bool:
        if self.batas is None:
            return True
        return nilai >= self.batas if self.inklusif else nilai > self.batas


def kelas_skala(semua: Iterable[Kelas], skala: str, hari: date) -> tuple[Kelas, ...]:
    """The classes of one scale in force on a day, best first; of a class with several rows the latest begun.

    Empty when the scale is unknown then.
    """
    berlaku: dict[str, Kelas] = {}
    for k in sorted((k for k in semua if k.skala == skala), key=lambda k: k.ketentuan.berlaku_mulai):
        if k.ketentuan.berlaku(hari):
            berlaku[k.kode] = k
    return tuple(sorted(berlaku.values(), key=lambda k: (k.batas is None, -(k.batas or 0), k.inklusif)))


def klasifikasi(nilai: Decimal, kelas: Sequence[Kelas]) -> Kelas:
    """The class of a value, read on the value rounded half-up to two decimals.

    Raises ValueError when no class takes the value (the rows have no last class).
    """
    dibulatkan = bulat2(nilai)
    for baris in kelas:
        if baris.memuat(dibulatkan):
            return baris
    raise ValueError(f"no class for {nilai} in scale {kelas[0].skala if kelas else '(empty)'}")
