"""Databases to copy: one with evidence in it, and an empty one of each kind beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.bukti import serahkan_bukti
from data_access.engine import make_engine
from tests.builders import buku_kecil, buku_pegawai, tulis_csv

YANG_MEMBACA_BUKTI = tuple(
    f"data_access.{nama}" for nama in ("files.bukti", "salinan.arsip", "salinan.folder", "salinan.pulih")
)
ISI = b"%PDF-1.7 laporan"


@pytest.fixture
def bukti_terpisah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL keeps its evidence under the test's folder too, each database its own."""

    def folder(engine: Engine) -> Path:
        skema = str(engine.url.query.get("options", "")).rpartition("=")[2]
        berkas = engine.url.database if engine.dialect.name == "sqlite" else None
        return (Path(berkas).parent if berkas else tmp_path / f"milik-{skema}") / "bukti"

    for modul in (*YANG_MEMBACA_BUKTI, "dashboard.services.rumah.pindah"):
        monkeypatch.setattr(f"{modul}.folder_bukti", folder)


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path, bukti_terpisah: None) -> Engine:
    """An agency with people, scores and one evidence file."""
    isi = buku_kecil() | buku_pegawai()
    assert ambil_alih(engine, tulis_csv(tmp_path / "UJI", isi), pelaku=PERENCANA_BAWAAN).diambil
    serahkan_bukti(engine, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, nama="bukti.pdf", isi=ISI)
    return engine


@pytest.fixture(params=["sqlite", "postgresql"])
def tujuan(request: pytest.FixtureRequest, tmp_path: Path, bukti_terpisah: None) -> Iterator[Engine]:
    """A database that is not there yet."""
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{(tmp_path / 'lain' / 'dasbor.db').as_posix()}")
        yield engine
        engine.dispose()
        return
    pengelola: Engine = request.getfixturevalue("mesin_postgres")
    skema = f"{str(pengelola.url.query['options']).rpartition('=')[2]}_lain"
    with pengelola.begin() as connection:
        connection.execute(sa.schema.CreateSchema(skema))
    alamat = make_url(pengelola.url).update_query_dict({"options": f"-csearch_path={skema}"})
    engine = make_engine(alamat)
    yield engine
    engine.dispose()
    with pengelola.begin() as connection:
        connection.execute(sa.schema.DropSchema(skema, cascade=True))
