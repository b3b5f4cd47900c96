"""Pages through AppTest on a database with the four sample agencies, prepared once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.services.data.contoh import isi_contoh
from data_access.engine import buat_engine
from data_access.migrasi import mutakhirkan

AKAR = Path(__file__).resolve().parents[2]
BATAS_DETIK = 30
PembukaHalaman = Callable[..., AppTest]


@pytest.fixture(scope="session")
def contoh_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that holds the sample agencies."""
    berkas = tmp_path_factory.mktemp("contoh") / "contoh.db"
    mesin = buat_engine(f"sqlite:///{berkas.as_posix()}")
    mutakhirkan(mesin)
    assert all(laporan.diambil for laporan in isi_contoh(mesin))
    mesin.dispose()
    return berkas


@pytest.fixture
def alamat_contoh(contoh_sqlite: Path, tmp_path: Path) -> str:
    """A database of the test's own with the sample agencies."""
    berkas = tmp_path / "dasbor.db"
    shutil.copyfile(contoh_sqlite, berkas)
    return f"sqlite:///{berkas.as_posix()}"


@pytest.fixture
def buka_halaman(alamat_contoh: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[PembukaHalaman]:
    """buka_halaman("capaian_iku.py", instansi="PASER", tahun=2023, triwulan=2) runs that page and returns it."""
    monkeypatch.setenv("DATABASE_URL", alamat_contoh)
    st.cache_data.clear()
    st.cache_resource.clear()

    def buka(halaman: str = "ringkasan.py", **alamat: object) -> AppTest:
        uji = AppTest.from_file(str(AKAR / "dashboard" / "app.py"), default_timeout=BATAS_DETIK)
        for kunci, nilai in alamat.items():
            uji.query_params[kunci] = str(nilai)
        uji.run()
        if halaman != "ringkasan.py":
            uji.switch_page(f"../pages/{halaman}").run()
        assert not uji.exception, uji.exception
        return uji

    yield buka
    st.cache_data.clear()
    st.cache_resource.clear()
