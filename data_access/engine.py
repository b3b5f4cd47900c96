"""One shared Engine per database address, set up the same way everywhere."""

import os
import sqlite3
from functools import cache, partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from data_access.database_state import CONTOH_ALAMAT, DatabaseUnusable, tell_busy
from data_access.files.private import PRIVATE_FOLDER, make_private
from data_access.postgres import (
    POOL_SECONDS,
    WRITE_MS,
    be_quick,
    connect_limited,
    connect_options,
    give_time,
    take_time_back,
)

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_FILE = ROOT / "data" / "dasbor.db"
LOCK_WAIT_MS = 5000
SYNCHRONOUS = "FULL"
DRIVERS = frozenset({"sqlite", "sqlite+pysqlite", "postgresql+psycopg"})
WRITING = "dasbor_menulis"
"""Execution option of a connection that is going to write; see `open_for_writing`."""


def default_url() -> str | URL:
    """DATABASE_URL, else an SQLite file under data/: as parts, for a folder may be named with a "?" or a "%"."""
    return os.environ.get("DATABASE_URL") or URL.create("sqlite", database=DEFAULT_FILE.as_posix())


def make_engine(url: str | URL | None = None) -> Engine:
    """The Engine of that address (default DATABASE_URL, else data/dasbor.db); the same object each time.

    Raises DatabaseUnusable for an address that leads to no database of ours: an unknown kind, or an SQLite database
    in memory, of which every thread would see its own.
    """
    return _engine(url or default_url())


@cache
def _engine(url: str | URL) -> Engine:
    alamat = _parsed(url)
    if alamat.get_backend_name() != "sqlite":
        return _postgres(alamat)
    if not alamat.database or alamat.database == ":memory:":
        raise DatabaseUnusable("Basis data SQLite harus berupa berkas, misalnya sqlite:///data/dasbor.db.")
    berkas = Path(alamat.database)
    try:
        berkas.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        folder = berkas.parent
        raise DatabaseUnusable(
            f"Folder {folder} tidak dapat dibuat. Periksa hak tulisnya, atau pilih DATABASE_URL yang lain."
        ) from error
    if berkas.parent == DEFAULT_FILE.parent:  # another folder may be shared with other programs
        make_private(berkas.parent)
    engine = sa.create_engine(alamat)
    sa.event.listen(engine, "connect", partial(_prepare_sqlite, berkas))
    sa.event.listen(engine, "begin", _begin_sqlite)
    sa.event.listen(engine, "handle_error", tell_busy)
    return engine


def _postgres(alamat: URL) -> Engine:
    engine = sa.create_engine(
        alamat, pool_pre_ping=True, pool_timeout=POOL_SECONDS, connect_args=connect_options(alamat)
    )
    sa.event.listen(engine, "do_connect", connect_limited)
    sa.event.listen(engine, "checkin", be_quick)
    sa.event.listen(engine, "begin", _begin_postgres)
    sa.event.listen(engine, "handle_error", tell_busy)
    return engine


def _parsed(url: str | URL) -> URL:
    try:
        alamat = _with_driver(make_url(url))
        jenis = alamat.drivername
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnusable(f"DATABASE_URL bukan alamat basis data. Contoh: {CONTOH_ALAMAT}.") from error
    if jenis not in DRIVERS:
        raise DatabaseUnusable(
            f'Basis data jenis "{jenis}" tidak dapat dipakai. Pakai SQLite atau PostgreSQL, misalnya {CONTOH_ALAMAT}.'
        )
    return alamat


def _with_driver(alamat: URL) -> URL:
    """`postgresql://` and `postgres://` mean psycopg 3."""
    if alamat.drivername in {"postgresql", "postgres"}:
        return alamat.set(drivername="postgresql+psycopg")
    return alamat


def _prepare_sqlite(berkas: Path, connection: sqlite3.Connection, _: Any) -> None:
    """What was said to be saved is on the disk, and in the file itself: a copy of that file alone is whole.

    Only a page that is just being read keeps the last write in the journal beside it until the next one.
    """
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, see _begin_sqlite
    kursor = connection.cursor()
    kursor.execute(f"PRAGMA busy_timeout={LOCK_WAIT_MS}")
    kursor.execute("PRAGMA journal_mode=WAL")
    kursor.execute(f"PRAGMA synchronous={SYNCHRONOUS}")
    kursor.execute("PRAGMA wal_autocheckpoint=1")
    kursor.execute("PRAGMA foreign_keys=ON")
    kursor.close()
    for akhiran in ("", "-wal", "-shm"):
        make_private(berkas.with_name(berkas.name + akhiran))


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the write lock at once: a read that later upgrades could fail without waiting."""
    mode = "IMMEDIATE" if connection.get_execution_options().get(WRITING) else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


def _begin_postgres(connection: Connection) -> None:
    """A write may take longer than a page may wait."""
    if connection.get_execution_options().get(WRITING):
        give_time(connection, WRITE_MS)
    else:
        take_time_back(connection)


def open_for_reading(engine: Engine) -> Connection:
    """A connection whose transaction sees one state of the database from its first read to its end."""
    if engine.dialect.name == "sqlite":
        return engine.connect()  # a transaction in WAL mode already reads one snapshot
    return engine.connect().execution_options(isolation_level="REPEATABLE READ")


def open_for_writing(engine: Engine) -> Connection:
    """A connection whose transactions are going to write."""
    return engine.connect().execution_options(**{WRITING: True})


def hold_agency(connection: Connection, instansi: str) -> None:
    """Keep every other writer of that agency waiting until this transaction ends, also where it has no row yet."""
    hold(connection, instansi)


def hold(connection: Connection, nama: str) -> None:
    """Keep whoever else holds that name waiting until this transaction ends.

    A writer of SQLite already holds the whole database.
    """
    if connection.dialect.name == "postgresql":
        kunci = sa.func.hashtextextended(sa.func.current_schema() + "/" + sa.literal(nama), 0)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(kunci)))
