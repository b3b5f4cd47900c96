"""A cell that the reader of values cannot take is named, and one it would take in part is refused."""

from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.mentah import SelRusak
from tests.berkas_nyata.pembuat import buku_xml, realisasi_xml


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        ('<c t="n"><v> 40 </v></c>', "40"),
        ('<c t="n"><v>40,5</v></c>', "40,5"),
        ('<c t="s"><v>99</v></c>', "99"),
        ('<c t="b"><v>2</v></c>', "2"),
        ('<c t="e"><v>40</v></c>', "40"),
        ('<c t="x"><v>40</v></c>', "40"),
    ],
)
def test_one_cell_that_cannot_be_read_is_named_and_the_file_is_not_called_broken(
    tmp_path: Path, sel: str, nilai: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(buku_xml({"Realisasi": realisasi_xml(39, sel, 41)}))
    (masalah,) = baca_di_sini(tmp_path / "a.xlsx").masalah
    assert (masalah.sel, masalah.salah) == (
        "realisasi!D3",
        f"berisi nilai yang tidak dapat dibaca dari berkasnya: {nilai}",
    )


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        ('<c t="n"><v>40</v><v>50</v></c>', "4050"),
        ('<c t="inlineStr"><v>40</v></c>', "40"),
        ('<c t="inlineStr"><is><t>40</t></is><v>50</v></c>', "4050"),
        ("<c><f>A1</f><v>40</v><f>x</f></c>", "40"),
    ],
)
def test_a_filled_cell_that_would_come_back_blank_or_in_part_is_refused(tmp_path: Path, sel: str, nilai: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(buku_xml({"realisasi": realisasi_xml(39, sel, 41)}))
    (lembar,) = baca_di_sini(tmp_path / "a.xlsx").lembar
    isi = [baris[3] for baris in lembar.baris]
    assert isi == [39, nilai, 41]
    assert isinstance(isi[1], SelRusak)
    assert "tidak dapat dibaca" in isi[1].alasan


@pytest.mark.parametrize(
    "sel", ['<c t="s"><v>0</v></c>', '<c t="str"><v></v></c>', '<c t="inlineStr"><is><t/></is></c>']
)
def test_an_empty_text_is_blank(tmp_path: Path, sel: str) -> None:
    teks = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t></t></si></sst>'
    (tmp_path / "a.xlsx").write_bytes(buku_xml({"realisasi": realisasi_xml(39, sel, 41)}, teks=teks))
    (lembar,) = baca_di_sini(tmp_path / "a.xlsx").lembar
    assert [baris[3] for baris in lembar.baris] == [39, "", 41]
