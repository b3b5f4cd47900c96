"""A PostgreSQL that takes questions and never answers: the dashboard says so within seconds, and recovers."""

import http.client
import json
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import Engine, make_url

from dashboard.asgi import READY_SECONDS
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.postgres import CONNECT_SECONDS, PING_SECONDS
from tests.builders import buku_kecil, tulis_csv
from tests.e2e.alat import Server, buka, new_context, running_server
from tests.perantara import Perantara

HALAMAN = "/?instansi=UJI&tahun=2024&triwulan=I"
SISA_DETIK = 4
"""What a browser and a busy machine may take on top."""


@pytest.fixture
def perantara(engine_postgres: Engine, tmp_path: Path) -> Iterator[Perantara]:
    assert ambil_alih(engine_postgres, tulis_csv(tmp_path / "UJI", buku_kecil()), pelaku=PERENCANA_BAWAAN).diambil
    url = engine_postgres.url
    satu = Perantara((url.host or "127.0.0.1", url.port or 5432))
    yield satu
    satu.tutup()


@pytest.fixture
def server_jauh(engine_postgres: Engine, perantara: Perantara, tmp_path: Path) -> Iterator[Server]:
    url = make_url(engine_postgres.url).set(host="127.0.0.1", port=perantara.port)
    with running_server(tmp_path, url.render_as_string(hide_password=False)) as running:
        yield running


def siap(server: Server) -> tuple[int, str, float]:
    """Status, sentence, and how long it took."""
    mulai = time.monotonic()
    sambungan = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    sambungan.request("GET", "/siap")
    jawaban = sambungan.getresponse()
    return jawaban.status, json.loads(jawaban.read())["keterangan"], time.monotonic() - mulai


def test_readiness_and_pages_say_so_within_seconds_and_recover(
    browser: Browser, server_jauh: Server, perantara: Perantara
) -> None:
    page = new_context(browser, server_jauh, "laptop", "light", "id-ID").new_page()
    buka(page, HALAMAN)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert siap(server_jauh)[0] == 200

    perantara.hilang.set()
    mulai = time.monotonic()
    page.reload()
    expect(page.get_by_text("tidak menjawab. Nyalakan servernya")).to_be_visible(timeout=60_000)
    assert time.monotonic() - mulai < PING_SECONDS + CONNECT_SECONDS + SISA_DETIK
    status, kalimat, detik = siap(server_jauh)
    assert (status, kalimat) == (503, "Basis data tidak menjawab pada waktunya.")
    assert detik < READY_SECONDS + SISA_DETIK

    perantara.hilang.clear()
    buka(page, HALAMAN)
    expect(page.get_by_text("tidak menjawab")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert siap(server_jauh)[0] == 200
