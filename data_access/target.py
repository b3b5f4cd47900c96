"""Target rows whole, as they are stored."""

from datetime import date
from typing import Any

from sqlalchemy.engine import Connection

from dashboard.domain.kamus.buku_kerja import SEJAK_AWAL
from data_access.baris import Baris, ambil

AWAL, PERUBAHAN = "awal", "perubahan"


def baca_target(
    connection: Connection, instansi: str, indikator: str, tahun: int
) -> dict[tuple[str, str, date], Baris]:
    """All versions of an indicator's targets in a year, by (periode, versi, berlaku_mulai)."""
    saring: dict[str, Any] = {"indikator": [indikator], "tahun": [tahun]}
    baris = ambil(connection, "target", instansi, saring=saring)
    return {(str(b["periode"]), str(b["versi"]), _tanggal(b)): b for b in baris}


def _tanggal(baris: Baris) -> date:
    mulai = baris["berlaku_mulai"]
    return mulai if isinstance(mulai, date) else SEJAK_AWAL
