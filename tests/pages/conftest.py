"""Pages through AppTest on a database with the four sample agencies."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import caching
from tests.sample_database import copy_sample_database, is_untouched

AKAR = Path(__file__).resolve().parents[2]
BATAS_DETIK = 30
PembukaHalaman = Callable[..., AppTest]


@pytest.fixture
def sample_url(tmp_path: Path) -> str:
    """A database of the test's own with the sample agencies."""
    return copy_sample_database(tmp_path / "dasbor.db")


@pytest.fixture
def buka_halaman(sample_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[PembukaHalaman]:
    """buka_halaman("capaian_iku.py", instansi="PASER", tahun=2023, triwulan=2) runs that page and returns it.

    What was computed and drawn of the sample agencies is kept for the next test, as it is for the next visitor: its key
    names the state of the data. A test that wrote leaves nothing behind, for another one's writes count alike.
    """
    monkeypatch.setenv("DATABASE_URL", sample_url)
    caching.shared_engine.clear()

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
    if not is_untouched(sample_url):
        st.cache_data.clear()
        st.cache_resource.clear()
