"""Valid XML that the reader of values reads otherwise than Excel is refused, and nothing is read in part."""

import io
from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.tolak import BerkasDitolak
from data_access.workbook.berkas_xlsx.pindai_lembar import POTONGAN, PindaianLembar
from data_access.workbook.berkas_xlsx.urutan_sel import UrutanSel
from tests.berkas_nyata.pembuat import buku_xml, lembar_xml


@pytest.mark.parametrize("isi", ["4<!-- x -->0", "<![CDATA[40]]>", "&#52;0", "4<?x y?>0", "4&#x30;", " <!-- -->40"])
@pytest.mark.parametrize("sebelum", [0, POTONGAN - 60])
def test_a_number_that_the_reader_of_values_takes_in_part_refuses_the_file(isi: str, sebelum: int) -> None:
    lembar = lembar_xml(f'<row r="1"><c r="A1"><v>{isi}</v></c></row>', "<!--" + "x" * sebelum + "-->")
    with pytest.raises(BerkasDitolak, match="rusak"):
        PindaianLembar("a", {}).baca(io.BytesIO(lembar.encode()))


def test_comments_between_cells_and_signs_by_their_code_in_texts_are_read() -> None:
    isi = '<c r="A1" t="inlineStr"><is><t>4&#48;<![CDATA[5]]></t></is></c><!-- x -->'
    isi += '<c r="B1" t="str"><v>a&#10;b</v></c>'
    PindaianLembar("a", {}).baca(io.BytesIO(lembar_xml(f'<!-- x --><row r="1">{isi}</row>').encode()))


@pytest.mark.parametrize("tinggi", ["0", "0.0", "0.00", "0.25"])
def test_a_height_or_width_of_nothing_hides_however_it_is_written(tinggi: str) -> None:
    lembar = PindaianLembar("a", {})
    baris = f'<row r="1" ht="{tinggi}" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2" ht="2.5"/>'
    baris += '<row r="3" ht="1.5" customHeight="1"><c r="A3"><v>1</v></c></row>'
    lembar.baca(io.BytesIO(lembar_xml(baris, f'<cols><col min="2" max="2" width="{tinggi}"/></cols>').encode()))
    assert (list(lembar.baris_tersembunyi), lembar.kolom_tersembunyi) == ([0, 2], [range(1, 2)])


def baris(nomor: int, *sel: str) -> str:
    return f'<row r="{nomor}">' + "".join(f'<c r="{satu}"><v>1</v></c>' for satu in sel) + "</row>"


GANDA = [
    (baris(1, "A1", "B1", "B1", "C1"), "B1"),
    (baris(1, "A1", "B1", "A1"), "A1"),
    (baris(2, "A2", "AA2", "B2"), "B2"),
    (baris(1, "A1") + baris(3, "A3", "B3") + baris(3, "A3", "C3"), "A3"),
    (baris(1, "B1") + baris(3, "B3") + baris(2, "B2") + baris(3, "B3"), "A2"),
    ('<row r="1"><c r="A1"><v>1</v></c><c s="0" r="A1"><v>2</v></c></row>', "A1"),
    (baris(1, "A1") + '<row><c r="A1"><v>2</v></c></row>', "A1"),
    (baris(1, "A1") + "</sheetData><sheetData>" + baris(2, "A2"), "A1"),
    (baris(1, "A2"), "A2"),
]


@pytest.mark.parametrize(("isi", "sel"), GANDA)
@pytest.mark.parametrize("sebelum", [0, POTONGAN - 160])
@pytest.mark.parametrize("awalan", ["", "x:"])
def test_a_cell_written_twice_or_out_of_its_place_is_refused_with_its_address(
    isi: str, sel: str, sebelum: int, awalan: str, tmp_path: Path
) -> None:
    lembar = lembar_xml(isi, "<!--" + "x" * sebelum + "-->")
    if awalan:
        for nama in ("worksheet", "sheetData", "row", "c", "v"):
            for kurung in ("<", "</"):
                for ujung in (" ", ">"):
                    lembar = lembar.replace(f"{kurung}{nama}{ujung}", f"{kurung}{awalan}{nama}{ujung}")
        lembar = lembar.replace("xmlns=", "xmlns:x=")
    (tmp_path / "a.xlsx").write_bytes(buku_xml({"realisasi": lembar}))
    assert [(satu.sel, "dua kali" in satu.salah) for satu in baca_di_sini(tmp_path / "a.xlsx").masalah] == [
        (f"realisasi!{sel}", True)
    ]


def test_rows_that_go_down_and_cells_that_go_right_are_in_order_over_every_border_of_pieces() -> None:
    isi = "".join(baris(nomor, f"A{nomor}", f"Z{nomor}", f"AA{nomor}") for nomor in range(1, 200)).encode()
    for panjang in range(1, 40):
        urutan = UrutanSel("realisasi")
        assert all(urutan.lazim(isi[i : i + panjang]) for i in range(0, len(isi), panjang))


@pytest.mark.parametrize("panjang", [*range(1, 40), 1000])
def test_a_cell_written_twice_is_found_over_every_border_of_pieces(panjang: int) -> None:
    isi = (baris(11, "A11", "B11") + baris(12, "A12", "C12", "B12")).encode()
    urutan = UrutanSel("realisasi")
    with pytest.raises(BerkasDitolak, match="memuat sel B12"):
        [urutan.lazim(isi[i : i + panjang]) for i in range(0, len(isi), panjang)]
