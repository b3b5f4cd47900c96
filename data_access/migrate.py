"""Bringing a database to the schema of this version, and asking whether it is there."""

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

import data_access.engine
from data_access.database_state import DatabaseNewer, check_file
from data_access.engine import open_for_writing
from data_access.postgres import FOR_EVER, give_time
from data_access.skp.asal import berasal_lain
from data_access.skp.dampak import tahun_bernilai
from data_access.skp.ulang import HasilUlang, hitung_ulang

FOLDER = Path(__file__).parent / "migrations"
MIGRATION_LOCK = 7_220_024
"""Any constant: the advisory lock that keeps two starting processes from migrating at the same time."""


def _pengaturan(connection: Connection | None = None) -> Config:
    pengaturan = Config()
    pengaturan.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    pengaturan.attributes["connection"] = connection
    return pengaturan


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        give_time(connection, FOR_EVER)
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:kunci)"), {"kunci": MIGRATION_LOCK})


def migrate(engine: Engine, menghitung: Callable[[str], None] | None = None) -> tuple[HasilUlang, ...]:
    """Upgrade to the newest schema, in one transaction; does nothing when it is there.

    Stored scores that an older program or other rules computed are computed again in it and returned; closed quarters
    keep theirs. `menghitung` hears of each agency before, for that takes time.

    Raises DatabaseUnusable, with nothing written, for a database of another program or of a newer version of this one.
    """
    check_database(engine)
    if is_current(engine) and not _of_other_origin(engine):
        return ()
    with open_for_writing(engine) as connection, connection.begin():
        _lock(connection)
        command.upgrade(_pengaturan(connection), "head")
        hasil = []
        for kode in berasal_lain(connection):
            if menghitung is not None and tahun_bernilai(connection, kode):
                menghitung(kode)
            hasil.append(hitung_ulang(connection, kode))
        return tuple(hasil)


def upgrade_to(engine: Engine, revisi: str) -> None:
    """Bring a database of nobody else's to that revision and no further; no score is computed."""
    with open_for_writing(engine) as connection, connection.begin():
        command.upgrade(_pengaturan(connection), revisi)


def _of_other_origin(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return berasal_lain(connection)


def stale_scores(engine: Engine) -> list[str]:
    """The agencies whose stored scores another program or other rules computed; the next `migrate` mends them."""
    with engine.connect() as connection:
        return [kode for kode in berasal_lain(connection) if tahun_bernilai(connection, kode)]


def check_database(engine: Engine, *, semua: bool = False) -> None:
    """Raises DatabaseUnusable unless it is a database of ours, of this version or an older one, or not yet made.

    `semua` also looks at every page of an SQLite file. Raises SQLAlchemyError when a server does not answer.
    """
    berkas = Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None
    if berkas is not None:
        check_file(berkas, data_access.engine.LOCK_WAIT_MS, semua=semua)
        if not berkas.exists():
            return
    versi = schema_version(engine)
    if versi is not None and versi not in _known_versions():
        nama = berkas or engine.url.database
        raise DatabaseNewer(
            f"{nama} dibuat oleh versi dasbor yang lebih baru (skema {versi}). Perbarui program ini, lalu ulangi."
        )


def _known_versions() -> set[str]:
    return {satu.revision for satu in ScriptDirectory.from_config(_pengaturan()).walk_revisions()}


def schema_version(engine: Engine) -> str | None:
    """The revision the database is at, None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current(engine: Engine) -> bool:
    return schema_version(engine) == ScriptDirectory.from_config(_pengaturan()).get_current_head()
