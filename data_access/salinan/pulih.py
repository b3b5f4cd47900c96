"""Bringing a backup back. What is there is never overwritten before a backup of it lies beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from data_access.akun.tabel import SESI_MASUK
from data_access.database_state import DatabaseDamaged, DatabaseNewer
from data_access.engine import open_for_writing
from data_access.files.bukti import folder_bukti
from data_access.files.private import PRIVATE_FOLDER, write_private
from data_access.migrate import check_database, migrate
from data_access.salinan.arsip import BASIS, BUKTI, Manifes, buka_arsip, tulis_arsip
from data_access.salinan.folder import SAAT, SebabCadangan, folder_cadangan, nama_cadangan
from data_access.salinan.isi import berisi, ganti_isi, tabel_tersimpan, wait_for_ever
from data_access.salinan.potret import close_copy, open_copy

BESIDE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Pemulihan:
    """What was brought back, and where what was there before lies now; None where nothing was."""

    manifes: Manifes
    sebelumnya: Path | None


def pulihkan(engine: Engine, arsip: Path) -> Pemulihan:
    """Put a backup in the place of the whole database, in one transaction; its evidence files are added.

    All sessions of accounts end. Raises ArsipRusak, DatabaseUnusable, SalinanBerbeda and OSError, each with the
    database as it was; a damaged file was put aside by then.
    """
    with buka_arsip(arsip) as (folder, manifes):
        isi = open_copy(folder / BASIS)
        try:
            migrate(isi)
            sebelumnya = _sisihkan(engine)
            migrate(engine)
            for nama in manifes.berkas:
                if nama.startswith(BUKTI):
                    write_private(folder_bukti(engine) / nama.removeprefix(BUKTI), (folder / nama).read_bytes())
            with _terkunci(engine) as tujuan, isi.connect() as asal:
                if berisi(tujuan):
                    sebelumnya = folder_cadangan(engine) / nama_cadangan(SebabCadangan.SEBELUM_PULIH, datetime.now(UTC))
                    tulis_arsip(engine, sebelumnya)
                ganti_isi(asal, tujuan)
                tujuan.execute(sa.delete(SESI_MASUK))
        finally:
            close_copy(isi, folder / BASIS)
    return Pemulihan(manifes, sebelumnya)


@contextmanager
def _terkunci(engine: Engine) -> Iterator[Connection]:
    """A transaction beside which nobody writes; others go on reading. SQLite has one writer anyway."""
    with open_for_writing(engine) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            wait_for_ever(connection)
            nama = ", ".join(sa.table(t.name).name for t in tabel_tersimpan(connection))
            connection.exec_driver_sql(f"LOCK TABLE {nama} IN EXCLUSIVE MODE")
        yield connection


def _sisihkan(engine: Engine) -> Path | None:
    """Put a file of SQLite that cannot be used aside, with what lies beside it; the way is free for a new one.

    Raises DatabaseUnusable for what is no file of ours.
    """
    try:
        check_database(engine, semua=True)
    except (DatabaseDamaged, DatabaseNewer):
        if engine.dialect.name != "sqlite":
            raise
        berkas = Path(engine.url.database or "")
        engine.dispose()
        tujuan = folder_cadangan(engine) / f"disisihkan-{datetime.now(UTC):{SAAT}}"
        tujuan.mkdir(mode=PRIVATE_FOLDER, parents=True)
        for akhiran in BESIDE:
            satu = berkas.with_name(berkas.name + akhiran)
            if satu.exists():
                satu.rename(tujuan / satu.name)
        return tujuan
    return None
