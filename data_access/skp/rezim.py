"""Which appraisal a year has. Reads pengaturan."""

from sqlalchemy.engine import Connection

from dashboard.domain.dasar.periode import awal_tahun
from dashboard.domain.skp.rezim import Rezim, rezim
from data_access.aturan import untuk_skp
from data_access.pengaturan import pengaturan


def rezim_tahun(connection: Connection, instansi: str, tahun: int) -> Rezim:
    """By the rules and the setting of the year's first day: what is set later holds from the next year on."""
    return rezim(untuk_skp(tahun).predikat, pengaturan(connection, instansi, awal_tahun(tahun)).rezim_skp)
