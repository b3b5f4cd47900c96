"""Databases for the tests: the same migrated schema on SQLite and on PostgreSQL, empty at the start of each test."""

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings
from sqlalchemy import Engine, make_url

import data_access.engine
from data_access.akun.tabel import METADATA_AKUN
from data_access.engine import make_engine
from data_access.migrate import is_current, migrate
from data_access.schema import METADATA
from tests.lingkungan import POSTGRES, in_ci, postgres_answers

ALAMAT_POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgresql://root@{}:{}/test".format(*POSTGRES))
BASIS_DATA = ("sqlite", "postgresql")

data_access.engine.SYNCHRONOUS = "OFF"  # thousands of commits; ketahanan/test_di_disk.py asks the program itself
settings.register_profile("sibuk", deadline=None)  # a machine busy with something else is no failure
settings.load_profile("sibuk")


@pytest.fixture(scope="session")
def templat_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file to copy."""
    berkas = tmp_path_factory.mktemp("templat") / "kosong.db"
    engine = make_engine(f"sqlite:///{berkas.as_posix()}")
    migrate(engine)
    engine.dispose()
    return berkas


@pytest.fixture(scope="session")
def alamat_postgres() -> Iterator[str]:
    """The address of a schema of its own, dropped at the end. Without a server: skipped here, failed under CI."""
    if not postgres_answers():
        pesan = "PostgreSQL tidak menjawab di {}:{}".format(*POSTGRES)
        pytest.fail(pesan) if in_ci() else pytest.skip(pesan)
    skema = f"uji_{uuid.uuid4().hex[:12]}"
    pengelola = make_engine(ALAMAT_POSTGRES)
    with pengelola.begin() as connection:
        connection.execute(sa.schema.CreateSchema(skema))
    alamat = make_url(ALAMAT_POSTGRES).update_query_dict({"options": f"-csearch_path={skema}"})
    yield alamat.render_as_string(hide_password=False)
    with pengelola.begin() as connection:
        connection.execute(sa.schema.DropSchema(skema, cascade=True))
    pengelola.dispose()


@pytest.fixture(scope="session")
def mesin_postgres(alamat_postgres: str) -> Iterator[Engine]:
    engine = make_engine(alamat_postgres)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def engine_sqlite(tmp_path: Path, templat_sqlite: Path) -> Iterator[Engine]:
    berkas = tmp_path / "basis" / "dasbor.db"
    berkas.parent.mkdir()
    shutil.copyfile(templat_sqlite, berkas)
    engine = make_engine(f"sqlite:///{berkas.as_posix()}")
    yield engine
    engine.dispose()


@pytest.fixture
def engine_postgres(mesin_postgres: Engine) -> Engine:
    """Empty and current, also after a test that stopped while the schema was an older one."""
    kosongkan(mesin_postgres)
    return mesin_postgres


def kosongkan(engine: Engine) -> None:
    """No row in any table of that PostgreSQL, whose schema is the current one afterwards."""
    if not is_current(engine):
        migrate(engine)
    nama = ", ".join(f'"{tabel}"' for tabel in (*METADATA.tables, *METADATA_AKUN.tables))
    with engine.begin() as connection:
        connection.execute(sa.text(f"TRUNCATE {nama}"))


@pytest.fixture(params=BASIS_DATA)
def engine(request: pytest.FixtureRequest) -> Engine:
    """An empty, migrated database; the test runs once on each kind."""
    engine: Engine = request.getfixturevalue(f"engine_{'sqlite' if request.param == 'sqlite' else 'postgres'}")
    return engine
