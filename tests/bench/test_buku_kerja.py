"""What it costs to look into a workbook, as a multiple of reading its values (calamine), in one run."""

from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from data_access.workbook.berkas.pindai_xlsx import pindai
from tests.bench.test_skp import tercepat

BARIS, KOLOM = 50_000, 12
KALI_BACA = 2
"""Measured: about 1 with the plain cells taken out first, 2,5 with expat alone, 13 with openpyxl's read-only mode."""


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    berkas = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(str(berkas), {"constant_memory": True}) as buku:
        kertas, persen = buku.add_worksheet("skp"), buku.add_format({"num_format": "0.0%"})
        for baris in range(BARIS):
            kertas.write_row(baris, 0, (f"kode {baris % 977}", "teks", "lain", *range(KOLOM - 4)))
            kertas.write_number(baris, KOLOM - 1, baris % 100 / 100, persen)
    return berkas


@pytest.mark.bench
def test_looking_into_a_sheet_costs_a_few_times_its_reading(berkas: Path) -> None:
    def baca() -> int:
        with CalamineWorkbook.from_path(str(berkas)) as buku:
            return len(buku.get_sheet_by_index(0).to_python(skip_empty_area=False))

    membaca, memindai = tercepat(baca, 5), tercepat(lambda: pindai(berkas), 5)
    (lembar,) = pindai(berkas).lembar
    assert sum(1 for _ in lembar.bergaya()) == BARIS
    print(f"\npindai {memindai * 1000:.0f} ms, calamine {membaca * 1000:.0f} ms: {memindai / membaca:.2f} kali")
    assert memindai < KALI_BACA * membaca
