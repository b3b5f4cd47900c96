"""What lies under no heading is refused at its cell, in .csv and .xlsx: it is part of a number or of nothing."""

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from tests.builders import buku_kecil, tulis_csv

JUDUL = "indikator,tahun,periode,sumber_nilai,nilai"


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    return engine


@pytest.mark.parametrize(
    ("isi", "sel"),
    [
        (f"{JUDUL}\nIKU,2024,TW2,resmi,38,5\n", "realisasi!F2"),
        (f"{JUDUL},\nIKU,2024,TW2,resmi,38,5\n", "realisasi!F2"),
        (f"{JUDUL}\nIKU,2024,TW1,resmi,30\nIKU,2024,TW2,resmi,38,,,catatan\n", "realisasi!H3"),
    ],
)
def test_a_csv_row_with_more_than_its_headings_is_refused(terisi: Engine, tmp_path: Path, isi: str, sel: str) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "realisasi.csv").write_text(isi, encoding="utf-8")
    laporan = ambil_alih(terisi, tmp_path / "b", pelaku=PERENCANA_BAWAAN, instansi="UJI")
    assert not laporan.diambil
    assert [m.sel for m in laporan.masalah] == [sel]
    assert "tanda kutip" in laporan.teks()


def test_a_decimal_that_its_own_comma_parts_into_a_remark_is_refused(terisi: Engine, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    isi = f"{JUDUL},kendala\nIKU,2024,TW2,resmi,38,5\nIKU,2024,TW3,resmi,40,kurang 5 orang\nIKU,2024,TW4,resmi,41\n"
    (tmp_path / "b" / "realisasi.csv").write_text(isi, encoding="utf-8")
    laporan = ambil_alih(terisi, tmp_path / "b", pelaku=PERENCANA_BAWAAN, instansi="UJI")
    assert [m.sel for m in laporan.masalah] == ["realisasi!F2"]
    assert "mungkin desimal dari 38" in laporan.teks()


def test_quoted_decimals_and_empty_columns_beside_the_table_are_taken(terisi: Engine, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    isi = f'{JUDUL},,\nIKU,2024,TW2,resmi,"38,5",,\n'
    (tmp_path / "b" / "realisasi.csv").write_text(isi, encoding="utf-8")
    laporan = ambil_alih(terisi, tmp_path / "b", pelaku=PERENCANA_BAWAAN, instansi="UJI")
    assert laporan.diambil, laporan.teks()


def test_a_value_beside_the_table_of_an_xlsx_is_refused(terisi: Engine, tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "realisasi"
    for baris in (JUDUL.split(","), ("IKU", 2024, "TW2", "resmi", 38, 5)):
        lembar.append(baris)
    buku.save(tmp_path / "b.xlsx")
    laporan = ambil_alih(terisi, tmp_path / "b.xlsx", pelaku=PERENCANA_BAWAAN, instansi="UJI")
    assert [m.sel for m in laporan.masalah] == ["realisasi!F2"]
    assert "Beri judul pada kolom itu" in laporan.teks()
    assert "tanda kutip" not in laporan.teks()
