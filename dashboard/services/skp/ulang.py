"""Recomputing every score, agency by agency, each in a transaction of its own."""

from collections.abc import Iterator

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from data_access.engine import open_for_writing
from data_access.kinerja import daftar_instansi
from data_access.skp.ulang import HasilUlang, hitung_ulang


def hitung_ulang_semua(engine: Engine, pelaku: Pelaku, instansi: str | None = None) -> Iterator[HasilUlang]:
    """Compare and mend the stored scores of one agency, or of all. Raises TidakBerwenang.

    Neither rows nor their version change: scores are what the rows have always amounted to.
    """
    with engine.connect() as connection:
        semua = [satu.kode for satu in daftar_instansi(connection)] if instansi is None else [instansi]
    for kode in semua:
        wajib_boleh(pelaku, Tindakan.IMPOR, kode)
        with open_for_writing(engine) as connection, connection.begin():
            yield hitung_ulang(connection, kode)
