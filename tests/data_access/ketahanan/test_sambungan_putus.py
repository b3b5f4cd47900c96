"""Connections the server cuts: those that wait are replaced unseen, what was being written is not half done."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import OperationalError

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Tindakan
from dashboard.services.data.impor import ambil_alih
from data_access.baris import Baris
from data_access.database_state import explain
from data_access.engine import make_engine
from data_access.kinerja import nomor_versi
from data_access.schema import JEJAK
from data_access.uow import UnitOfWork
from tests.builders import buku_kecil, tulis_csv

NAMA = "dasbor-uji-putus"


@pytest.fixture
def engine_bernama(engine_postgres: Engine, tmp_path: Path) -> Iterator[Engine]:
    """Its connections bear a name, so that only they are cut; an agency is in it."""
    assert ambil_alih(engine_postgres, tulis_csv(tmp_path / "UJI", buku_kecil()), pelaku=PERENCANA_BAWAAN).diambil
    engine = make_engine(make_url(engine_postgres.url).update_query_dict({"application_name": NAMA}))
    yield engine
    engine.dispose()


def putuskan(engine: Engine) -> int:
    """Ends every connection of that name; returns how many there were."""
    perintah = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = :nama"
    with engine.begin() as connection:
        return int(connection.execute(sa.text(perintah), {"nama": NAMA}).scalar_one())


def versi(engine: Engine) -> int:
    with engine.connect() as connection:
        return nomor_versi(connection, "UJI")


def baris_jejak(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(JEJAK)).scalar_one())


def tulis(engine: Engine, di_tengah: Callable[[], object] = lambda: None) -> None:
    """Adds a document; something may happen before it is made to last."""
    dokumen: Baris = {"instansi": "UJI", "kode": "DOK2", "judul": "Keputusan Dua", "tanggal": None}
    with UnitOfWork(engine, PERENCANA_BAWAAN, "UJI", Tindakan.IMPOR) as uow:
        uow.tambah("dokumen", [dokumen])
        di_tengah()
        uow.commit()


def test_connections_cut_while_they_wait_are_replaced_unseen(engine_bernama: Engine, engine_postgres: Engine) -> None:
    semua = [engine_bernama.connect() for _ in range(3)]
    for satu in semua:
        satu.execute(sa.text("SELECT 1"))
        satu.close()
    assert putuskan(engine_postgres) == 3
    assert [versi(engine_bernama) for _ in range(3)] == [1, 1, 1]


def test_a_write_cut_in_the_middle_says_so_writes_nothing_and_can_be_done_again(
    engine_bernama: Engine, engine_postgres: Engine
) -> None:
    sebelum = baris_jejak(engine_postgres)
    with pytest.raises(OperationalError) as galat:
        tulis(engine_bernama, lambda: putuskan(engine_postgres))
    assert "terputus" in explain(galat.value, engine_bernama.url)
    assert (versi(engine_bernama), baris_jejak(engine_postgres)) == (1, sebelum)
    tulis(engine_bernama)
    assert (versi(engine_bernama), baris_jejak(engine_postgres)) == (2, sebelum + 1)


def test_a_reading_cut_in_the_middle_does_not_spoil_the_next_one(
    engine_bernama: Engine, engine_postgres: Engine
) -> None:
    with engine_bernama.connect() as connection:
        connection.execute(sa.text("SELECT 1"))
        putuskan(engine_postgres)
        with pytest.raises(OperationalError):
            connection.execute(sa.text("SELECT 1"))
    assert versi(engine_bernama) == 1
