"""Periods of a year: months, quarters and the year itself.

Source: WORKBOOK.md codes (TAHUN, TW1..TW4, BLN01..BLN12). TAHUN counts as TW4 (DOMAIN.md section 2).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

TRIWULAN = ("TW1", "TW2", "TW3", "TW4")
BULAN = tuple(f"BLN{nomor:02d}" for nomor in range(1, 13))
TAHUN = "TAHUN"
BULAN_TRIWULAN = len(BULAN) // len(TRIWULAN)
SEMUA_PERIODE = (TAHUN, *TRIWULAN, *BULAN)
POSISI = (*TRIWULAN, TAHUN)
"""The reporting positions: a month is none."""
ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}


class BukanPosisi(ValueError):
    """A code that is no reporting position; says so in Indonesian."""

    def __init__(self, kode: str) -> None:
        lain = f"{TRIWULAN[triwulan_dari(kode) - 1]}, triwulan yang memuatnya, atau {TAHUN}" if kode in BULAN else ""
        yang = "adalah bulan, bukan posisi pelaporan" if lain else "bukan posisi pelaporan"
        super().__init__(f"{kode or 'Yang kosong'} {yang}; pakai {lain or ', '.join(TRIWULAN) + f', atau {TAHUN}'}")


@dataclass(frozen=True, slots=True)
class SampaiDengan:
    """The reporting position "s.d. triwulan n" of a year, or the year itself (`setahun`), which ends with the fourth.

    The year is judged by its own result against the annual target; it differs from TW IV where periods repeat.
    """

    tahun: int
    triwulan: int
    setahun: bool = False

    def __post_init__(self) -> None:
        if self.triwulan not in ROMAWI:
            raise ValueError(f"triwulan must be 1..4, got {self.triwulan}")
        if self.setahun and self.triwulan != len(TRIWULAN):
            raise ValueError("a year ends with its fourth quarter")

    @property
    def kode(self) -> str:
        """TW1..TW4 or TAHUN."""
        return TAHUN if self.setahun else TRIWULAN[self.triwulan - 1]

    @property
    def label(self) -> str:
        """As a page says it: "s.d. TW II 2024", "Tahun 2024"."""
        if self.setahun:
            return f"Tahun {self.tahun}"
        return f"s.d. TW {ROMAWI[self.triwulan]} {self.tahun}"

    @property
    def nama(self) -> str:
        """The position without its year: "TW II", "Tahun"."""
        return nama_periode(self.kode)

    @property
    def bulan_akhir(self) -> int:
        """The number of its last month: SKP is kept by months."""
        return BULAN_TRIWULAN * self.triwulan

    @property
    def hari_akhir(self) -> date:
        """The last day of the quarter: what was in force then holds for the position."""
        return akhir_bulan(self.tahun, self.bulan_akhir)

    @classmethod
    def dari_kode(cls, tahun: int, periode: str) -> "SampaiDengan":
        """Read TW1..TW4 or TAHUN. Raises BukanPosisi on any other code: a month is no position of its own."""
        if periode not in POSISI:
            raise BukanPosisi(periode)
        return cls(tahun, triwulan_dari(periode), periode == TAHUN)

    @classmethod
    def yang_memuat(cls, tahun: int, periode: str) -> "SampaiDengan":
        """The quarter in which a report of that period counts; a month belongs to its quarter, the year to the last."""
        return cls(tahun, triwulan_dari(periode))


def awal_tahun(tahun: int) -> date:
    """Its first day."""
    return date(tahun, 1, 1)


def akhir_bulan(tahun: int, bulan: int) -> date:
    """Its last day."""
    return date(tahun, bulan, monthrange(tahun, bulan)[1])


def akhir_tahun(tahun: int) -> date:
    """Its last day."""
    return date(tahun, 12, 31)


def triwulan_dari(periode: str) -> int:
    """The quarter a period code belongs to (TAHUN -> 4). Raises ValueError on an unknown code."""
    if periode == TAHUN:
        return 4
    if periode in TRIWULAN:
        return TRIWULAN.index(periode) + 1
    if periode in BULAN:
        return BULAN.index(periode) // 3 + 1
    raise ValueError(f"unknown period code {periode!r}")


def nama_posisi(kode: str) -> str:
    """A position as the filter and the address write it: "II", "Tahun"."""
    return "Tahun" if kode == TAHUN else ROMAWI[triwulan_dari(kode)]


def nama_periode(periode: str) -> str:
    """The period as written on screen: "TW II", "Tahun", "bulan 3"."""
    if periode == TAHUN:
        return "Tahun"
    if periode in TRIWULAN:
        return f"TW {ROMAWI[triwulan_dari(periode)]}"
    return f"bulan {BULAN.index(periode) + 1}"
