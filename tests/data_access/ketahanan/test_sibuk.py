"""A write that waits too long for another says so as what it is, wherever it waited, and may be tried again."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
import streamlit
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from dashboard.components.bidang import pesan
from dashboard.components.umum import sabar
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Tindakan
from data_access.database_state import DatabaseBusy
from data_access.engine import hold_agency, open_for_writing
from data_access.uow import UnitOfWork

SEBENTAR_MS = 100


@pytest.fixture
def tak_sabar(engine: Engine) -> Iterator[Engine]:
    """The database with a short wait for a lock, so that the test has one too."""

    def segera(connection: Any, _: object) -> None:
        kursor = connection.cursor()
        sqlite = engine.dialect.name == "sqlite"
        kursor.execute(f"PRAGMA busy_timeout={SEBENTAR_MS}" if sqlite else f"SET lock_timeout={SEBENTAR_MS}")
        kursor.close()

    engine.dispose()
    sa.event.listen(engine, "connect", segera)
    yield engine
    sa.event.remove(engine, "connect", segera)
    engine.dispose()


def tulis(engine: Engine) -> str:
    with UnitOfWork(engine, PERENCANA_BAWAAN, "UJI", Tindakan.IMPOR) as uow:
        uow.commit()
    return "tersimpan"


def test_a_write_beside_one_that_does_not_end_is_told_that_the_database_is_busy(tak_sabar: Engine) -> None:
    with open_for_writing(tak_sabar) as lain, lain.begin():
        hold_agency(lain, "UJI")
        with pytest.raises(DatabaseBusy):
            tulis(tak_sabar)
    assert tulis(tak_sabar) == "tersimpan"


def test_what_is_no_other_writer_is_not_called_busy(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(sa.exc.DBAPIError) as galat:
        connection.exec_driver_sql("SELECT * FROM tidak_ada")
    assert not isinstance(galat.value, DatabaseBusy)


def test_a_busy_write_is_tried_again_and_the_wait_is_said(tak_sabar: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    dikatakan: list[str] = []
    lain = open_for_writing(tak_sabar)
    transaksi = lain.begin()
    hold_agency(lain, "UJI")

    def toast(kata: str, **_: object) -> None:
        dikatakan.append(kata)
        transaksi.rollback()
        lain.close()

    monkeypatch.setattr(streamlit, "toast", toast)
    assert sabar.bersabar(lambda: tulis(tak_sabar)) == "tersimpan"
    assert dikatakan == [sabar.MENUNGGU]


def test_a_write_that_never_gets_its_turn_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    dicoba: list[int] = []

    def kerja() -> None:
        dicoba.append(1)
        raise DatabaseBusy(None, None, OperationalError("x", None, Exception()))

    keadaan: dict[str, object] = {}
    monkeypatch.setattr(streamlit, "toast", lambda *_, **__: None)
    monkeypatch.setattr(streamlit, "session_state", keadaan)
    assert not pesan.coba("sini", kerja, "Tersimpan.")
    assert list(keadaan.values()) == [("sini", False, sabar.SIBUK)]
    assert len(dicoba) == sabar.PERCOBAAN
