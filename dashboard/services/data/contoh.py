"""The sample agencies of sample_data/, taken in when the dashboard starts on an empty database."""

import csv
from collections.abc import Generator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from dashboard.domain.dasar.hak import Pelaku, Peran
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.kinerja import daftar_instansi
from data_access.schema import JEJAK, PENGHAPUSAN

FOLDER_CONTOH = Path(__file__).resolve().parents[3] / "sample_data"
PENGISI_CONTOH = Pelaku("Data contoh", Peran.PERENCANA)


def isi_contoh(engine: Engine, folder: Path = FOLDER_CONTOH) -> Generator[LaporanImpor, None, None]:
    """Take in each sample agency that is missing, as long as nobody else has written to the database.

    Each is a transaction of its own; a start that was interrupted after two of four is finished by the next one.
    """
    with engine.connect() as connection:
        terdaftar = {satu.kode for satu in daftar_instansi(connection)}
        kurang = [satu for satu in _buku_kerja(folder) if not _kode(satu) <= terdaftar]
        if not kurang or _ditulis_orang_lain(connection):
            return
    for satu in kurang:
        yield ambil_alih(engine, satu, pelaku=PENGISI_CONTOH)


def _buku_kerja(folder: Path) -> list[Path]:
    return sorted(satu for satu in folder.iterdir() if (satu / "instansi.csv").is_file())


def _kode(buku_kerja: Path) -> set[str]:
    with (buku_kerja / "instansi.csv").open(encoding="utf-8-sig", newline="") as berkas:
        return {baris["kode"] for baris in csv.DictReader(berkas)}


def _ditulis_orang_lain(connection: Connection) -> bool:
    if connection.execute(sa.select(PENGHAPUSAN.c.versi).limit(1)).first() is not None:
        return True
    tanya = sa.select(JEJAK.c.pelaku).where(JEJAK.c.pelaku != PENGISI_CONTOH.nama).limit(1)
    return connection.execute(tanya).first() is not None
