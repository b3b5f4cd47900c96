"""The sample agencies as the checks see them."""

from functools import cache
from pathlib import Path

from dashboard.domain.temuan.periksa import Bahan
from data_access.kinerja import daftar_tahun
from data_access.temuan import load_bahan
from tests.sample_database import sample_engine

SAMPLE_DATA = Path(__file__).parents[2] / "sample_data"


@cache
def bahan_contoh(instansi: str) -> Bahan:
    with sample_engine().connect() as connection:
        return load_bahan(connection, instansi, daftar_tahun(connection, instansi)[0])
