"""What is worth a second look in a spread of scores. Limits are settings of the agency (DOMAIN.md section 8)."""

from decimal import Decimal
from enum import StrEnum

from dashboard.domain.aturan.pengaturan import Pengaturan
from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.skp.sebaran import Rekap


class Tanda(StrEnum):
    """A remark on a group's scores."""

    SERAGAM = "seragam"
    MENGGELEMBUNG = "menggelembung"
    TERLAMBAT = "terlambat"


def seragam(rekap: Rekap, batas: Pengaturan) -> bool:
    """Enough people and hardly any difference between them."""
    rentang = rekap.rentang
    return rekap.dinilai >= batas.seragam_minimum and rentang is not None and rentang <= batas.seragam_rentang


def menggelembung(rekap: Rekap, capaian_unit: Decimal | None, batas: Pengaturan) -> bool:
    """Very good people in a unit that misses its own targets, both as they are shown."""
    rerata = rekap.rerata
    if rerata is None or capaian_unit is None:
        return False
    return bulat2(rerata) >= batas.menggelembung_rerata and bulat2(capaian_unit) < batas.menggelembung_capaian


def terlambat(rekap: Rekap, batas: Pengaturan) -> bool:
    """One of the three steps came late for more than a few."""
    return rekap.orang > 0 and Decimal(100 * max(rekap.lambat)) / rekap.orang > batas.terlambat_persen


def tanda(rekap: Rekap, capaian_unit: Decimal | None, batas: Pengaturan) -> tuple[Tanda, ...]:
    """All remarks that apply."""
    berlaku = {
        Tanda.SERAGAM: seragam(rekap, batas),
        Tanda.MENGGELEMBUNG: menggelembung(rekap, capaian_unit, batas),
        Tanda.TERLAMBAT: terlambat(rekap, batas),
    }
    return tuple(satu for satu, ya in berlaku.items() if ya)
