"""Valid XML that the reader of values reads otherwise than Excel is refused, and nothing is read in part."""

import io

import pytest

from data_access.workbook.berkas.tolak import BerkasDitolak
from data_access.workbook.berkas_xlsx.pindai_lembar import POTONGAN, PindaianLembar
from tests.berkas_nyata.pembuat import lembar_xml


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


@pytest.mark.parametrize("tinggi", ["0", "0.0", "0.00"])
def test_a_height_or_width_of_nothing_hides_however_it_is_written(tinggi: str) -> None:
    lembar = PindaianLembar("a", {})
    baris = f'<row r="1" ht="{tinggi}" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0.5"/>'
    lembar.baca(io.BytesIO(lembar_xml(baris, f'<cols><col min="2" max="2" width="{tinggi}"/></cols>').encode()))
    assert (list(lembar.baris_tersembunyi), lembar.kolom_tersembunyi) == ([0], [range(1, 2)])
