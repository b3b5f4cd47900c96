"""A PostgreSQL that answers no more costs seconds and a sentence, not the page; when it is back, so are we."""

import time
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import OperationalError

from data_access import postgres
from data_access.database_state import explain
from data_access.engine import hold_agency, make_engine, open_for_writing
from tests.perantara import Perantara

SABAR = 0.5


@pytest.fixture
def perantara(mesin_postgres: Engine) -> Iterator[Perantara]:
    alamat = mesin_postgres.url
    satu = Perantara((alamat.host or "127.0.0.1", alamat.port or 5432))
    yield satu
    satu.tutup()


@pytest.fixture
def engine_jauh(mesin_postgres: Engine, perantara: Perantara, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(postgres.LimitedConnection, "patience", SABAR)
    alamat = make_url(mesin_postgres.url).set(host="127.0.0.1", port=perantara.port)
    engine = make_engine(alamat)
    yield engine
    engine.dispose()


def tanya(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(sa.text("SELECT count(*) FROM instansi")).scalar()


def test_a_silent_server_is_said_after_a_while_and_asked_again_when_it_speaks(
    engine_jauh: Engine, perantara: Perantara
) -> None:
    tanya(engine_jauh)
    perantara.hilang.set()
    mulai = time.monotonic()
    with pytest.raises(OperationalError) as galat:
        tanya(engine_jauh)
    assert time.monotonic() - mulai < postgres.CONNECT_SECONDS + 10 * SABAR
    assert "tidak menjawab" in explain(galat.value, engine_jauh.url)
    perantara.hilang.clear()
    tanya(engine_jauh)


def test_a_server_silent_in_the_middle_of_a_transaction_ends_it(engine_jauh: Engine, perantara: Perantara) -> None:
    with engine_jauh.connect() as connection:
        connection.execute(sa.text("SELECT 1")).scalar()
        perantara.hilang.set()
        with pytest.raises(OperationalError):
            connection.execute(sa.text("SELECT 1"))
    perantara.hilang.clear()
    tanya(engine_jauh)


def batas(engine: Engine, nama: str) -> str:
    with engine.connect() as connection:
        return str(connection.execute(sa.text(f"SHOW {nama}")).scalar())


def test_a_page_a_write_and_a_lock_each_have_their_limit_on_the_server(engine_postgres: Engine) -> None:
    assert batas(engine_postgres, "statement_timeout") == "15s"
    assert batas(engine_postgres, "lock_timeout") == "10s"
    with open_for_writing(engine_postgres) as connection, connection.begin():
        assert connection.execute(sa.text("SHOW statement_timeout")).scalar() == "2min"
    assert batas(engine_postgres, "statement_timeout") == "15s"


def test_what_the_address_says_itself_stays() -> None:
    alamat = make_url("postgresql+psycopg://u@h/d?connect_timeout=2&options=-cstatement_timeout%3D7s")
    pilihan = postgres.connect_options(alamat)
    assert "connect_timeout" not in pilihan
    assert pilihan["options"].endswith("-cstatement_timeout=7s")


def test_a_lock_held_by_another_is_said_and_not_waited_for_without_end(engine_postgres: Engine) -> None:
    with open_for_writing(engine_postgres) as satu, satu.begin(), open_for_writing(engine_postgres) as dua, dua.begin():
        hold_agency(satu, "UJI")
        dua.exec_driver_sql("SET LOCAL lock_timeout = 100")
        with pytest.raises(OperationalError) as galat:
            hold_agency(dua, "UJI")
    assert isinstance(galat.value.orig, psycopg.errors.LockNotAvailable)
    assert "sedang ditulis program lain" in explain(galat.value, engine_postgres.url)


def test_a_question_that_takes_too_long_is_no_silent_server(engine_postgres: Engine) -> None:
    with engine_postgres.connect() as connection:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 50")
        with pytest.raises(OperationalError) as galat:
            connection.exec_driver_sql("SELECT pg_sleep(5)")
    assert "terlalu sibuk" in explain(galat.value, engine_postgres.url)
