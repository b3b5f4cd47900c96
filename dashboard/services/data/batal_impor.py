"""The imports of an agency and the undoing of the last one."""

from dataclasses import dataclass

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from data_access.batal_impor import Pembatalan, batalkan, periksa_batal
from data_access.engine import open_for_reading
from data_access.riwayat import BarisImpor, daftar_impor

MAKS_IMPOR = 20


@dataclass(frozen=True, slots=True)
class ImporTerakhir:
    """The latest imports, newest first; `versi` is the one that may be undone next, `halangan` why it may not."""

    daftar: tuple[BarisImpor, ...]
    versi: int | None = None
    halangan: str | None = None


def impor_terakhir(engine: Engine, pelaku: Pelaku, instansi: str) -> ImporTerakhir:
    """What was imported and what can be undone. Raises TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.IMPOR, instansi)
    with open_for_reading(engine) as connection, connection.begin():
        daftar = daftar_impor(connection, instansi, MAKS_IMPOR)
        versi = next((satu.versi for satu in daftar if satu.dibatalkan is None), None)
    halangan = None if versi is None else periksa_batal(engine, pelaku, instansi, versi)
    return ImporTerakhir(daftar, versi, halangan)


def batalkan_impor(engine: Engine, pelaku: Pelaku, instansi: str, versi: int) -> Pembatalan:
    """Undo that import. Raises TidakDapatDibatalkan and TidakBerwenang, both with nothing written."""
    return batalkan(engine, pelaku, instansi, versi)
