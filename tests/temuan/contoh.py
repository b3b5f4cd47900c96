"""The sample agencies as the checks see them."""

from functools import cache
from pathlib import Path

from dashboard.domain.temuan.periksa import Bahan
from data_access.kinerja import daftar_tahun
from data_access.temuan import muat_bahan
from tests.sample_database import sample_engine

SAMPLE_DATA = Path(__file__).parents[2] / "sample_data"


@cache
def bahan_contoh(instansi: str) -> Bahan:
    with sample_engine().connect() as koneksi:
        return muat_bahan(koneksi, instansi, daftar_tahun(koneksi, instansi)[0])
