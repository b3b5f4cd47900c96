"""Accounts under test: hashes that cost nothing to make, and one agency with one head of a unit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.akun import kata_sandi, kelola
from dashboard.services.akun.masuk import ganti_sandi, masuk
from dashboard.services.akun.sso import hubungkan_sso
from dashboard.services.data.impor import ambil_alih
from dashboard.serving import logged_in, login
from dashboard.serving.gate import LoginGate
from dashboard.serving.sso import routes
from dashboard.serving.sso.settings import SsoSettings
from tests.builders import buku_kecil, tulis_csv
from tests.data_access.akun.alur_sso import HALAMAN, RAHASIA
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, SANDI, bidang
from tests.data_access.akun.test_gerbang import HOST
from tests.data_access.akun.test_gerbang import data as halaman_data
from tests.penyedia_sso import EMAIL, KLIEN, Penyedia, penyedia_berjalan


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Thousands of attempts, none of them worth a tenth of a second."""
    monkeypatch.setattr(kata_sandi, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    kata_sandi._no_ones.cache_clear()
    yield
    kata_sandi._no_ones.cache_clear()


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    """Agency UJI, Budi as head of its unit BIDANG with a password of his own."""
    assert ambil_alih(engine, tulis_csv(tmp_path / "UJI", buku_kecil("UJI")), pelaku=PERENCANA_BAWAAN).diambil
    awal = kelola.buat_akun(engine, ADMIN, "Budi", "Budi Santoso")
    kelola.tugaskan(engine, ADMIN, bidang("budi"))
    satu = masuk(engine, "budi", awal, ALAMAT)
    ganti_sandi(engine, satu.kunci, awal, SANDI, ALAMAT)
    return engine


@pytest.fixture
def penyedia() -> Iterator[Penyedia]:
    with penyedia_berjalan() as satu:
        yield satu


@pytest.fixture
def peramban(terisi: Engine, penyedia: Penyedia, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    hubungkan_sso(terisi, ADMIN, "budi", EMAIL)
    atur = SsoSettings(penyedia.penerbit, KLIEN, HOST, RAHASIA, nama="SSO Uji")
    monkeypatch.setattr(routes, "sso_settings", lambda: atur)
    for modul in (logged_in, login, routes):
        monkeypatch.setattr(modul, "make_engine", lambda: terisi)
    rute = [Route(jalur, halaman_data) for jalur in HALAMAN]
    app = Starlette(routes=[*rute, *login.login_routes(HALAMAN)], middleware=[Middleware(LoginGate)])
    with TestClient(app, base_url=HOST, follow_redirects=False) as klien:
        yield klien
