"""The settings an agency has made, in force on a day. Reads pengaturan."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.engine import Connection

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.aturan.pengaturan import Pengaturan, baca_pengaturan
from dashboard.domain.aturan.toleransi import dengan_toleransi
from dashboard.domain.dasar.setelan import SetelanBertanggal, setelan_pada
from data_access.aturan import untuk
from data_access.baris import ambil


def setelan_bertanggal(connection: Connection, instansi: str) -> tuple[SetelanBertanggal, ...]:
    """Every row of the agency's settings, oldest first."""
    return tuple(
        sorted(
            SetelanBertanggal(mulai, str(satu["kunci"]), str(satu["nilai"]))
            for satu in ambil(connection, "pengaturan", instansi)
            if isinstance(mulai := satu["berlaku_mulai"], date)
        )
    )


def aturan_instansi(setelan: Iterable[SetelanBertanggal], hari: date) -> AturanBerlaku:
    """The rules an agency's results of that day are computed by: those in force, with the tolerance it has set."""
    aturan = untuk(hari)
    return dengan_toleransi(aturan, baca_pengaturan(setelan_pada(setelan, hari), aturan).toleransi_tercapai)


def pengaturan(connection: Connection, instansi: str, hari: date) -> Pengaturan:
    """The typed settings, over the defaults in force on that day."""
    return baca_pengaturan(setelan_pada(setelan_bertanggal(connection, instansi), hari), untuk(hari))
