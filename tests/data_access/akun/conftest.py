"""Accounts under test: hashes that cost nothing to make, and one agency with one head of a unit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.akun import kata_sandi, kelola
from dashboard.services.akun.masuk import ganti_sandi, masuk
from dashboard.services.data.impor import ambil_alih
from tests.builders import buku_kecil, tulis_csv
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, SANDI, bidang


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
