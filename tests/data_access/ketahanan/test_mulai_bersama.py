"""Two processes that start at once on an empty database: one makes it, the other waits, both are ready."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from data_access.engine import make_engine
from data_access.migrate import is_current
from tests.contoh_dasar import TAHUN

AKAR = Path(__file__).resolve().parents[3]
BATAS_DETIK = 180


@pytest.fixture(params=["sqlite", "postgresql"])
def alamat_kosong(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        yield f"sqlite:///{(tmp_path / 'dasbor.db').as_posix()}"
        return
    engine: Engine = request.getfixturevalue("mesin_postgres")
    skema = f"{str(engine.url.query['options']).rpartition('=')[2]}_mulai"
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(skema))
    alamat = make_url(engine.url).update_query_dict({"options": f"-csearch_path={skema}"})
    yield alamat.render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(sa.schema.DropSchema(skema, cascade=True))


def test_one_makes_it_and_the_other_waits(alamat_kosong: str) -> None:
    lingkungan = {**os.environ, "DATABASE_URL": alamat_kosong, "PYTHONPATH": str(AKAR)}
    perintah = [sys.executable, "-m", "dashboard.cli", "siapkan"]
    semua = [
        subprocess.Popen(perintah, env=lingkungan, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    galat = [satu.communicate(timeout=BATAS_DETIK)[1] for satu in semua]
    assert [satu.returncode for satu in semua] == [0, 0], galat
    engine = make_engine(alamat_kosong)
    assert is_current(engine)
    with engine.connect() as connection:
        assert set(connection.execute(sa.text("SELECT kode FROM instansi")).scalars()) == set(TAHUN)
    engine.dispose()
