"""What can be chosen on screen: the periods an agency has reported. Reads realisasi."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from data_access.schema import TABEL


def periode_terlapor(connection: Connection, instansi: str, tahun: int) -> frozenset[str]:
    """The period codes of that year with at least one reported value; empty when there is none."""
    r = TABEL["realisasi"].c
    terisi = sa.or_(r.nilai.is_not(None), r.pembilang.is_not(None))
    pilih = sa.select(r.periode).where(r.instansi == instansi, r.tahun == tahun, terisi).distinct()
    return frozenset(connection.execute(pilih).scalars())
