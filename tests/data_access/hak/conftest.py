"""The agency of two divisions, on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.dua_bidang import isi_dua_bidang


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    isi_dua_bidang(engine, tmp_path)
    return engine
