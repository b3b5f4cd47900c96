"""Two processes behind nginx on PostgreSQL, with one person of each role logged in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Peran
from tests.conftest import kosongkan
from tests.dua_bidang import isi_dua_bidang
from tests.e2e.akun.orang_masuk import kunci_setiap_peran
from tests.e2e.operasi.di_balik_nginx import DiBalikNginx, di_balik_nginx
from tests.lingkungan import find_nginx, in_ci

Instansi = tuple[DiBalikNginx, Engine, dict[Peran, str]]


@pytest.fixture(scope="session")
def nginx() -> Path:
    executable = find_nginx()
    if executable is None and in_ci():
        pytest.fail("Tidak ada nginx, sedangkan CI=true mewajibkannya.")
    if executable is None:
        pytest.skip("Tidak ada nginx di mesin ini: pengujian beberapa proses dilewati.")
    return executable


@pytest.fixture(scope="module")
def instansi(
    nginx: Path, mesin_postgres: Engine, alamat_postgres: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Instansi]:
    """The recipe running, its database, and the key of each role's login."""
    kosongkan(mesin_postgres)
    folder = tmp_path_factory.mktemp("operasi")
    isi_dua_bidang(mesin_postgres, folder)
    kunci = kunci_setiap_peran(mesin_postgres)
    with di_balik_nginx(folder, nginx, alamat_postgres) as layanan:
        yield layanan, mesin_postgres, kunci
