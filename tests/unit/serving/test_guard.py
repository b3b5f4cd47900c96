"""Who is let in, and how long anybody waits to be told that the database is silent."""

import threading
from typing import Any

import anyio
import pytest
from starlette.requests import Request

from dashboard import asgi
from dashboard.serving.guard import FOREIGN_NAME, FOREIGN_PAGE, NOT_SERVED, OTHER_COMPUTER, refusal


def permintaan(
    host: str | None = "127.0.0.1:8501",
    *,
    origin: str | None = None,
    server: tuple[str, int | None] | None = ("127.0.0.1", 8501),
    client: tuple[str, int | None] | None = ("127.0.0.1", 50000),
    jenis: str = "websocket",
    path: str = "/_stcore/stream",
) -> dict[str, Any]:
    kepala = {"host": host, "origin": origin}
    return {
        "type": jenis,
        "path": path,
        "server": server,
        "client": client,
        "headers": [(nama.encode(), isi.encode()) for nama, isi in kepala.items() if isi is not None],
    }


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "LOCALHOST", "[::1]:8501"])
def test_this_computer_is_let_in_by_each_of_its_names(host: str) -> None:
    assert refusal(permintaan(host, origin=f"http://{host}")) is None
    assert refusal(permintaan(host, jenis="http", path="/")) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.com",
        "evil.com:8501",
        "127.0.0.1.evil.com",
        "localhost.evil.com",
        "127.0.0.1@evil.com",
        "",
        None,
        "192.168.1.9",
    ],
)
@pytest.mark.parametrize("jenis", ["http", "websocket"])
def test_another_name_is_refused_though_its_page_comes_from_there_too(host: str | None, jenis: str) -> None:
    assert refusal(permintaan(host, origin=f"http://{host}", jenis=jenis)) == FOREIGN_NAME


@pytest.mark.parametrize("origin", ["https://evil.com", "null", "http://127.0.0.1:9999", "file://"])
def test_a_page_of_another_site_opens_no_session(origin: str) -> None:
    assert refusal(permintaan(origin=origin)) == FOREIGN_PAGE


@pytest.mark.parametrize("ujung", ["server", "client"])
@pytest.mark.parametrize("alamat", ["192.168.1.20", "10.0.0.3", "2001:db8::1", "0.0.0.0", "tidak-dikenal"])
def test_without_accounts_no_other_computer_is_served_whatever_it_calls_us(ujung: str, alamat: str) -> None:
    assert refusal(permintaan(**{ujung: (alamat, 8501)})) == OTHER_COMPUTER  # type: ignore[arg-type]


def test_a_socket_in_the_file_system_is_this_computer() -> None:
    assert refusal(permintaan(server=("/run/dasbor.sock", None), client=None)) is None


def test_what_streamlit_counts_is_not_served() -> None:
    assert refusal(permintaan(jenis="http", path="/_stcore/metrics")) == NOT_SERVED


def test_a_silent_database_is_said_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    berhenti = threading.Event()
    monkeypatch.setattr(asgi, "READY_SECONDS", 0.05)
    monkeypatch.setattr(asgi, "check_readiness", lambda: {"terbaca": berhenti.wait(30)})
    try:
        jawaban = anyio.run(asgi.ready, Request({"type": "http"}))
    finally:
        berhenti.set()
    assert jawaban.status_code == 503
    assert b'"menjawab":false' in bytes(jawaban.body)
