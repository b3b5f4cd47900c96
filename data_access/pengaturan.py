"""The settings an agency has made, in force on a day. Reads pengaturan."""

from datetime import date

from sqlalchemy.engine import Connection

from dashboard.domain.aturan.pengaturan import Pengaturan, baca_pengaturan
from data_access.aturan import untuk
from data_access.baris import ambil


def setelan_berlaku(connection: Connection, instansi: str, hari: date) -> dict[str, str]:
    """What is stored for each key: the row that began last, up to that day."""
    baris = [
        (mulai, str(satu["kunci"]), str(satu["nilai"]))
        for satu in ambil(connection, "pengaturan", instansi)
        if isinstance(mulai := satu["berlaku_mulai"], date) and mulai <= hari
    ]
    return {kunci: nilai for _, kunci, nilai in sorted(baris)}


def pengaturan(connection: Connection, instansi: str, hari: date) -> Pengaturan:
    """The typed settings, over the defaults in force on that day."""
    return baca_pengaturan(setelan_berlaku(connection, instansi, hari), untuk(hari))
