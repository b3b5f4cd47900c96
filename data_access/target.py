"""Target rows whole, as they are stored."""

from typing import Any

from sqlalchemy.engine import Connection

from data_access.baris import Baris, ambil

AWAL, PERUBAHAN = "awal", "perubahan"


def baca_target(connection: Connection, instansi: str, indikator: str, tahun: int) -> dict[tuple[str, str], Baris]:
    """All versions of an indicator's targets in a year, by (periode, versi)."""
    saring: dict[str, Any] = {"indikator": [indikator], "tahun": [tahun]}
    baris = ambil(connection, "target", instansi, saring=saring)
    return {(str(b["periode"]), str(b["versi"])): b for b in baris}
