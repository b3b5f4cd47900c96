"""The sample agencies as the checks see them: taken in once by the workbook's own reader."""

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy.engine import Engine

from dashboard.domain.temuan.periksa import Bahan
from dashboard.services.data.contoh import isi_contoh
from data_access.engine import buat_engine
from data_access.kinerja import daftar_tahun
from data_access.migrasi import mutakhirkan
from data_access.temuan import muat_bahan

SAMPLE_DATA = Path(__file__).parents[2] / "sample_data"
FOLDER = tempfile.TemporaryDirectory(prefix="mutu-", ignore_cleanup_errors=True)


@cache
def engine_contoh() -> Engine:
    """A database of this test run with the four agencies in it; only to be read."""
    engine = buat_engine(f"sqlite:///{(Path(FOLDER.name) / 'contoh.db').as_posix()}")
    mutakhirkan(engine)
    for laporan in isi_contoh(engine):
        assert laporan.diambil, [str(m) for m in laporan.masalah]
    return engine


@cache
def bahan_contoh(instansi: str) -> Bahan:
    with engine_contoh().connect() as koneksi:
        return muat_bahan(koneksi, instansi, daftar_tahun(koneksi, instansi)[0])
