"""Odd cells and headings of our own sheets: read exactly, asked, or refused at the cell; never changed, never lost."""

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from tests.berkas_nyata.pembuat import buku_xml, realisasi_xml

TEKS = '<c t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>'


def periksa(engine: Engine, isi: bytes, nama: str = "a.xlsx") -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan((Unggahan(nama, isi),)))


def dibaca(p: PratinjauBuku) -> list[str]:
    assert not p.masalah, p.masalah
    return [baru for baris in p.baris for nama, _, baru in baris.isi if nama == "Realisasi"]


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        (TEKS.format("\u0668\u0660"), "80"), (TEKS.format("\uff18\uff10"), "80"), (TEKS.format("8\u00ad0"), "80"),
        (TEKS.format("80\u200f"), "80"), (TEKS.format("80\t"), "80"), (TEKS.format("-0"), "0"),
        (TEKS.format("8_x0030_"), "80"), (TEKS.format("(80)"), "-80"), ("<c><v>-0</v></c>", "0"),
        ("<c><v>1E5</v></c>", "100000"), ("<c><v> 40 </v></c>", "40"),
        ('<c t="inlineStr"><is><t>80</t><rPh sb="0" eb="1"><t>9</t></rPh></is></c>', "80"),
        ('<c><f t="array" ref="D2">SUM(1)</f><v>41</v></c>', "41"),
    ],
)  # fmt: skip
def test_what_is_one_number_however_it_is_written_is_that_number(terisi: Engine, sel: str, nilai: str) -> None:
    assert dibaca(periksa(terisi, buku_xml({"realisasi": realisasi_xml(sel)}))) == [nilai]


@pytest.mark.parametrize(
    "isi",
    [
        "80*", "40 *)", "'80", "1e5", "\u0668\u0660\u066b\u0665", "#REF!", "#N/A", "?", "n/a", "80,", "80.", ",5",
        "1.920.00", "1'920", "1 920", "1_920", "+80", "\u00bd", "\u2163", "80-", "80&#10;81", "=80", "TRUE", "0x10",
        "8\u00a00", "80!", "~80", "80/", "--80", "8.0,5", "80 %%", "Rp",
    ],
)  # fmt: skip
def test_what_is_none_is_refused_at_its_cell(terisi: Engine, isi: str) -> None:
    p = periksa(terisi, buku_xml({"realisasi": realisasi_xml(TEKS.format(isi))}))
    assert [satu.sel for satu in p.masalah] == ["realisasi!D2"]
    assert not p.boleh_diambil


@pytest.mark.parametrize("isi", ["80 (sementara)", "80\u00b2", "4O", "1.920", "1.920 dok", "80 (delapan puluh)"])
def test_what_a_person_can_tell_is_asked(terisi: Engine, isi: str) -> None:
    p = periksa(terisi, buku_xml({"realisasi": realisasi_xml(TEKS.format(isi))}))
    assert [satu.sel for satu in p.pertanyaan] == ["realisasi!D2"] or [satu.sel for satu in p.masalah] == [
        "realisasi!D2"
    ]
    assert not p.boleh_diambil


@pytest.mark.parametrize("judul", ["nilai\u200b", "ni\u00adlai", "\ufeffNilai *", "nilai\u00a0", "\u200eNILAI"])
def test_letters_that_nobody_sees_lose_no_column(terisi: Engine, judul: str) -> None:
    lembar = realisasi_xml(40).replace(">nilai<", f">{judul}<")
    p = periksa(terisi, buku_xml({"realisasi\u200b ": lembar}))
    assert (dibaca(p), p.catatan) == (["40"], ())


def gabungan(rentang: str, lembar: str) -> bytes:
    gabung = f'</sheetData><mergeCells><mergeCell ref="{rentang}"/></mergeCells>'
    return buku_xml({"realisasi": lembar.replace("</sheetData>", gabung)})


def test_one_figure_merged_over_two_rows_of_our_own_sheet_is_refused(terisi: Engine) -> None:
    (masalah,) = periksa(terisi, gabungan("D2:D3", realisasi_xml(40, "<c/>"))).masalah
    assert masalah.sel == "realisasi!D2"
    assert masalah.salah.startswith("adalah satu sel gabungan (D2:D3)")


def test_a_code_merged_over_its_quarters_in_our_own_sheet_is_missed_where_it_is_not(terisi: Engine) -> None:
    lembar = realisasi_xml(40, 41).replace('<c r="A3" t="inlineStr"><is><t>IKU</t></is></c>', '<c r="A3"/>')
    assert [satu.sel for satu in periksa(terisi, gabungan("A2:A3", lembar)).masalah] == ["realisasi!A3"]
