"""Struck-out and raised text is no data: asked about where a number is left, else refused, never run together."""

import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from tests.berkas_nyata.pembuat import UTAMA, buku_xml, gaya_xml, realisasi_xml

KAYA = "<r><rPr><strike/></rPr><t>80</t></r><r><t> 85</t></r>"
SELURUH = '<r><rPr><strike val="1"/></rPr><t>80</t></r>'
NAIK = '<r><t>85</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r>'
SEMUA_NAIK = '<r><rPr><vertAlign val="superscript"/></rPr><t>85</t></r>'
TIDAK = '<r><rPr><strike val="0"/></rPr><t>8</t></r><r><t>5</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'


def bersama(isi: str) -> str:
    return f'<sst xmlns="{UTAMA}"><si><t>lain</t></si><si>{isi}</si></sst>'


def periksa(engine: Engine, isi: bytes, *jawaban: tuple[int, str, Decimal]) -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan((Unggahan("a.xlsx", isi),), jawaban=tuple(jawaban)))


def excel(isi: str) -> bytes:
    """Excel and WPS keep rich text among the shared strings."""
    return buku_xml({"realisasi": realisasi_xml('<c t="s"><v>1</v></c>')}, teks=bersama(isi))


def di_sel(isi: str) -> bytes:
    """Google and exports of applications keep it in the cell."""
    return buku_xml({"realisasi": realisasi_xml(f'<c t="inlineStr"><is>{isi}</is></c>')})


def openpyxl_kaya(_: str) -> bytes:
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "realisasi"
    lembar.append(("indikator", "tahun", "periode", "nilai", "sumber_nilai"))
    lembar.append(("IKU", 2024, "TW2", None, "resmi"))
    lembar["D2"] = CellRichText(TextBlock(InlineFont(strike=True), "80"), " 85")
    buku.save(keluar)
    return keluar.getvalue()


@pytest.mark.parametrize("tulis", [excel, di_sel, openpyxl_kaya])
def test_a_number_beside_a_struck_out_one_is_asked_and_the_answer_holds(terisi: Engine, tulis) -> None:
    pratinjau = periksa(terisi, tulis(KAYA))
    (tanya,) = pratinjau.pertanyaan
    assert (tanya.letak, tanya.pilihan) == ("realisasi!D2", (Decimal(85),))
    assert tanya.hal == "Sel ini memuat huruf yang dicoret. Angka yang berlaku:"
    assert not pratinjau.boleh_diambil
    jadi = periksa(terisi, tulis(KAYA), (0, tanya.sel, Decimal(85)))
    assert ("Realisasi", "", "85") in jadi.baris[0].isi


def test_a_struck_out_number_is_asked_whichever_way_the_strike_is_kept(terisi: Engine) -> None:
    gaya = gaya_xml(huruf="<font/><font><strike/></font>", xf='<xf numFmtId="0" fontId="1"/>')
    bergaya = buku_xml({"realisasi": realisasi_xml('<c s="1"><v>80</v></c>')}, gaya=gaya)
    for isi in (bergaya, excel(SELURUH), di_sel(SELURUH)):
        (tanya,) = periksa(terisi, isi).pertanyaan
        assert (tanya.pilihan, tanya.hal) == ((Decimal(80),), "Sel ini dicoret seluruhnya. Angka yang berlaku:")


@pytest.mark.parametrize("tulis", [excel, di_sel])
def test_text_that_is_not_struck_out_is_read_as_it_is(terisi: Engine, tulis) -> None:
    pratinjau = periksa(terisi, tulis(TIDAK))
    assert ("Realisasi", "", "85") in pratinjau.baris[0].isi


def test_a_struck_out_code_is_refused_with_its_cell(terisi: Engine) -> None:
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "realisasi"
    lembar.append(("indikator", "tahun", "periode", "nilai", "sumber_nilai"))
    lembar.append(("IKU", 2024, "TW2", 40, "resmi"))
    lembar["A2"].font = Font(strike=True)
    buku.save(keluar)
    (masalah,) = periksa(terisi, keluar.getvalue()).masalah
    assert masalah.teks().startswith('realisasi!A2: "IKU" dicoret seluruhnya. Hapus isinya')


@pytest.mark.parametrize("tulis", [excel, di_sel])
def test_the_number_of_a_footnote_is_no_digit_and_is_asked_about(terisi: Engine, tulis) -> None:
    (tanya,) = periksa(terisi, tulis(NAIK)).pertanyaan
    assert (tanya.letak, tanya.tertulis, tanya.pilihan) == ("realisasi!D2", "851)", (Decimal(85),))
    assert tanya.hal.startswith("Sel ini memuat huruf kecil yang naik atau turun")


def test_a_text_that_is_raised_as_a_whole_is_read_as_it_is(terisi: Engine) -> None:
    assert ("Realisasi", "", "85") in periksa(terisi, di_sel(SEMUA_NAIK)).baris[0].isi


def test_raised_letters_are_part_of_a_text_but_of_no_code(terisi: Engine) -> None:
    def variabel(kode: str | CellRichText, satuan: str | CellRichText) -> bytes:
        buku, keluar = openpyxl.Workbook(), io.BytesIO()
        lembar = buku.active
        assert lembar is not None
        lembar.title = "variabel"
        lembar.append(("kode", "nama", "satuan"))
        lembar.append((kode, "Luas", satuan))
        buku.save(keluar)
        return keluar.getvalue()

    def pangkat(awal: str, isi: str) -> CellRichText:
        return CellRichText(awal, TextBlock(InlineFont(vertAlign="superscript"), isi))

    assert ("Satuan", "", "m2") in periksa(terisi, variabel("LUAS", pangkat("m", "2"))).baris[0].isi
    (masalah,) = periksa(terisi, variabel(pangkat("LUAS", "1"), "m2")).masalah
    assert masalah.teks().startswith('variabel!A2: "LUAS1" memuat huruf kecil')
    assert masalah.benar == "Hapus huruf kecil itu; tersisa LUAS."
