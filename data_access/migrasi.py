"""Bringing a database to the schema of this version, and asking whether it is there."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

from data_access.engine import buka_tulis

FOLDER = Path(__file__).parent / "migrations"
KUNCI_MIGRASI = 7_220_024
"""Any constant: the advisory lock that keeps two starting processes from migrating at the same time."""


def _pengaturan(koneksi: Connection | None = None) -> Config:
    pengaturan = Config()
    pengaturan.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    pengaturan.attributes["connection"] = koneksi
    return pengaturan


def _kunci(koneksi: Connection) -> None:
    if koneksi.dialect.name == "postgresql":
        koneksi.execute(sa.text("SELECT pg_advisory_xact_lock(:kunci)"), {"kunci": KUNCI_MIGRASI})


def mutakhirkan(engine: Engine) -> None:
    """Upgrade to the newest schema, in one transaction; does nothing when it is there."""
    if terkini(engine):
        return
    with buka_tulis(engine) as koneksi, koneksi.begin():
        _kunci(koneksi)
        command.upgrade(_pengaturan(koneksi), "head")


def versi_skema(engine: Engine) -> str | None:
    """The revision the database is at, None when it is empty."""
    with engine.connect() as koneksi:
        return MigrationContext.configure(koneksi).get_current_revision()


def terkini(engine: Engine) -> bool:
    return versi_skema(engine) == ScriptDirectory.from_config(_pengaturan()).get_current_head()
