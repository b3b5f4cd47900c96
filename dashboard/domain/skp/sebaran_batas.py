"""What is worth a second look in a spread of scores. Limits are settings of the agency (DOMAIN.md section 8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.skp.sebaran import Rekap


class Tanda(StrEnum):
    """A remark on a group's scores."""

    SERAGAM = "seragam"
    MENGGELEMBUNG = "menggelembung"
    TERLAMBAT = "terlambat"


@dataclass(frozen=True, slots=True)
class BatasSkp:
    """The limits; the names of settings are those of the fields with `skp_` before them."""

    sembunyi_di_bawah: int = 5
    seragam_minimum: int = 5
    seragam_rentang: Decimal = Decimal("0.5")
    menggelembung_rerata: Decimal = Decimal(91)
    menggelembung_capaian: Decimal = Decimal(76)
    terlambat_persen: Decimal = Decimal(10)
    hari_kerja_pekan: int = 5

    @classmethod
    def dari_pengaturan(cls, pengaturan: Mapping[str, str]) -> "BatasSkp":
        """The agency's settings over the defaults. Raises ValueError on what is no number."""
        bawaan = cls()

        def isi(nama: str) -> Decimal:
            teks = pengaturan.get(f"skp_{nama}")
            return Decimal(teks.replace(",", ".")) if teks else Decimal(getattr(bawaan, nama))

        return cls(
            int(isi("sembunyi_di_bawah")),
            int(isi("seragam_minimum")),
            isi("seragam_rentang"),
            isi("menggelembung_rerata"),
            isi("menggelembung_capaian"),
            isi("terlambat_persen"),
            int(isi("hari_kerja_pekan")),
        )


def seragam(rekap: Rekap, batas: BatasSkp) -> bool:
    """Enough people and hardly any difference between them."""
    rentang = rekap.rentang
    return rekap.dinilai >= batas.seragam_minimum and rentang is not None and rentang <= batas.seragam_rentang


def menggelembung(rekap: Rekap, capaian_unit: Decimal | None, batas: BatasSkp) -> bool:
    """Very good people in a unit that misses its own targets."""
    rerata = rekap.rerata
    if rerata is None or capaian_unit is None:
        return False
    return rerata >= batas.menggelembung_rerata and capaian_unit < batas.menggelembung_capaian


def terlambat(rekap: Rekap, batas: BatasSkp) -> bool:
    """One of the three steps came late for more than a few."""
    return rekap.orang > 0 and Decimal(100 * max(rekap.lambat)) / rekap.orang > batas.terlambat_persen


def tanda(rekap: Rekap, capaian_unit: Decimal | None, batas: BatasSkp) -> tuple[Tanda, ...]:
    """All remarks that apply."""
    berlaku = {
        Tanda.SERAGAM: seragam(rekap, batas),
        Tanda.MENGGELEMBUNG: menggelembung(rekap, capaian_unit, batas),
        Tanda.TERLAMBAT: terlambat(rekap, batas),
    }
    return tuple(satu for satu, ya in berlaku.items() if ya)
