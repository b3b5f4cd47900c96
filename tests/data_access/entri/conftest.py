"""The small agency whose entries these tests move: on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from tests.builders import buku_kecil, tulis_csv


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    """PRG1 (target 4.230) is entered by the Kabid, IKU by the Kepala's unit and seen by the Kabid."""
    isi = buku_kecil()
    isi["unit"].append({"kode": "LAIN", "nama": "Bidang Lain", "induk": "BADAN", "alias": ""})
    isi["indikator"][1]["pemilik"] = "KABID"
    isi["indikator"][2]["pemilik"] = "KABID"
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN).diambil
    return engine
