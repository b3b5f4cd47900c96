"""An agency that files are handed in for."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from tests.builders import buku_kecil, tulis_csv


@pytest.fixture
def terisi(engine_sqlite: Engine, tmp_path: Path) -> Engine:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    return engine_sqlite
