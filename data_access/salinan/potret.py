"""One state of a database as an SQLite file of its own, taken while others read and write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL, Engine

from data_access.engine import make_engine, open_for_reading, open_for_writing
from data_access.migrate import schema_version, upgrade_to
from data_access.salinan.isi import SidikTabel, ganti_isi, sidik_isi


def ambil_potret(engine: Engine, berkas: Path) -> dict[str, SidikTabel]:
    """Write the state into a new file, at the revision the database has; returns what it holds, by table."""
    if engine.dialect.name == "sqlite":
        _salin_berkas(Path(engine.url.database or ""), berkas)
    potret = open_copy(berkas)
    try:
        if engine.dialect.name == "sqlite":
            with potret.connect() as connection:
                return sidik_isi(connection)
        upgrade_to(potret, schema_version(engine) or "head")
        with open_for_reading(engine) as asal, asal.begin(), open_for_writing(potret) as tujuan, tujuan.begin():
            return ganti_isi(asal, tujuan)
    finally:
        close_copy(potret, berkas)


def open_copy(berkas: Path) -> Engine:
    """The Engine of a copy; to be closed with `close_copy`."""
    return make_engine(URL.create("sqlite", database=berkas.as_posix()))


def close_copy(engine: Engine, berkas: Path) -> None:
    """Nothing of the copy stays beside its file."""
    engine.dispose()
    with closing(sqlite3.connect(berkas)) as satu:
        satu.execute("PRAGMA journal_mode=DELETE")


def _salin_berkas(asal: Path, tujuan: Path) -> None:
    """SQLite's own online backup: all pages under one read lock, so that no writer is between them."""
    dibaca = sqlite3.connect(f"{asal.absolute().as_uri()}?mode=ro", uri=True)
    with closing(dibaca) as sumber, closing(sqlite3.connect(tujuan)) as salinan:
        sumber.backup(salinan)
