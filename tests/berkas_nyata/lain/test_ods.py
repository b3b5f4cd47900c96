"""What programs other than LibreOffice write into an .ods, and what somebody might write on purpose."""

import time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.mentah import BukuMentah
from tests.berkas_nyata.lain.ods_xml import baris, buku_ods, paket, realisasi, sel

SEL = "<table:table-cell {}>{}</table:table-cell>"
CORET = (
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
    '</style:style><style:style style:name="K" style:family="table-cell" style:parent-style-name="K0"/>'
    '<style:style style:name="K0" style:family="table-cell"><style:text-properties '
    'style:text-line-through-type="single"/></style:style>'
)


def angka(jenis: str, nilai: object, tampil: str | None = None, rumus: str = "") -> str:
    teks = "" if tampil is None else f"<text:p>{tampil}</text:p>"
    sifat = f'office:value-type="{jenis}" office:value="{nilai}"' + (f' table:formula="of:={rumus}"' if rumus else "")
    return SEL.format(sifat, teks)


def periksa(engine: Engine, isi: bytes, nama: str = "a.ods") -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan((Unggahan(nama, isi),)))


def nilai_baru(p: PratinjauBuku) -> list[str]:
    return [baru for satu in p.baris for nama, _, baru in satu.isi if nama == "Realisasi"]


def masalah(p: PratinjauBuku) -> list[tuple[str, str]]:
    return [(satu.sel, satu.salah) for satu in p.masalah]


def baca(folder: Path, isi: bytes) -> BukuMentah:
    (folder / "a.ods").write_bytes(isi)
    return baca_di_sini(folder / "a.ods")


@pytest.mark.parametrize(
    ("satu", "jadi"),
    [
        (angka("percentage", 0.855, "85,50%"), "85,5"),
        (angka("percentage", 0.855, "85.50 %"), "85,5"),
        (angka("percentage", 0.855), "85,5"),
        (angka("float", 0.855, "85,50%"), "85,5"),
        (angka("float", 85.5, "85,50%"), "85,5"),
        (angka("float", 85.5), "85,5"),
        (angka("float", 1234.5, "1.234,5"), "1234,5"),
        (angka("currency", 40, "Rp 40"), "40"),
        (angka("float", 40, "40", rumus="20+20"), "40"),
        (SEL.format("", "<text:p>40,5</text:p>"), "40,5"),
        (SEL.format('office:value-type="string" office:string-value="40,5"', ""), "40,5"),
        (SEL.format('office:value-type="string"', "<text:p>4<text:span>0</text:span></text:p>"), "40"),
        (
            SEL.format(
                'office:value-type="float" office:value="40"',
                "<office:annotation><text:p>bukan 99</text:p></office:annotation><text:p>40</text:p>",
            ),
            "40",
        ),
    ],
)
def test_a_value_is_read_as_it_is_meant(terisi: Engine, satu: str, jadi: str) -> None:
    p = periksa(terisi, buku_ods(realisasi(satu)))
    assert (masalah(p), nilai_baru(p)) == ([], [jadi])


ANGKA_MERAH = (
    '<style:style style:name="K" style:family="table-cell"/><number:number-style style:name="N1" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"><style:text-properties fo:color="#ffffff" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" style:text-line-through-style="solid"/>'
    "</number:number-style>"
)


def test_what_a_number_format_says_of_letters_is_said_of_no_cell(terisi: Engine) -> None:
    p = periksa(terisi, buku_ods(realisasi(sel(40, 'table:style-name="K"')), gaya=ANGKA_MERAH))
    assert (p.pertanyaan, masalah(p), nilai_baru(p)) == ((), [], ["40"])


@pytest.mark.parametrize(
    ("nilai", "tampil", "disebut"),
    [
        (0, "10.0", True),
        (0, "-", False),
        (0, "0,0", False),
        (75.2, "BB (75,20)", False),
        (-40.6, "40,6", True),
        (40.6, "-40,6", True),
        (-40.6, "(40,6)", False),
        (-40.6, "40,6-", False),
    ],
)
def test_a_number_shown_with_another_digit_or_sign_is_said(
    terisi: Engine, nilai: float, tampil: str, disebut: bool
) -> None:
    catatan = periksa(terisi, buku_ods(realisasi(angka("float", nilai, tampil)))).catatan
    assert any(f"tampil {tampil}" in satu for satu in catatan) is disebut


BEDA = "tersimpan lain daripada persen yang tampil"


@pytest.mark.parametrize(
    ("satu", "salah"),
    [
        (angka("float", 0, "#DIV/0!", rumus="1/0"), "berisi galat rumus"),
        (angka("float", 0, "Err:502", rumus="A1"), "berisi galat rumus"),
        (SEL.format('calcext:value-type="error" office:value-type="string"', "<text:p>#N/A</text:p>"), None),
        (SEL.format('table:formula="of:=A1*2"', ""), "berisi rumus yang belum dihitung"),
        (angka("percentage", 85.5, "85,50%"), BEDA),
        (angka("percentage", 0.855, "0,86"), BEDA),
        (angka("float", 0.004, "0%"), BEDA),
        (angka("float", 7, "85%"), BEDA),
        (angka("float", "NaN", "40"), "berisi nilai yang tidak dapat dibaca"),
        (angka("float", "1_0", "10"), "berisi nilai yang tidak dapat dibaca"),
        (angka("float", "1e999", "10"), "berisi nilai yang tidak dapat dibaca"),
        (angka("bilangan", "40", "40"), "berisi nilai yang tidak dapat dibaca"),
        (angka("float", 1, "TRUE", rumus="TRUE()"), "bukan bilangan"),
        (SEL.format('office:value-type="boolean" office:boolean-value="true"', "<text:p>BENAR</text:p>"), None),
        (SEL.format('office:value-type="date" office:date-value="2025-02-01"', "<text:p>1/2</text:p>"), None),
        (SEL.format('office:value-type="time" office:time-value="PT99999999999999999H"', ""), None),
    ],
)
def test_what_cannot_be_taken_for_sure_is_refused_at_its_cell(terisi: Engine, satu: str, salah: str | None) -> None:
    (kena,) = masalah(periksa(terisi, buku_ods(realisasi(satu))))
    assert kena[0] == "realisasi!D2"
    assert salah is None or kena[1] == salah


def test_struck_out_text_is_asked_about_however_its_style_says_it(terisi: Engine) -> None:
    sebagian = SEL.format(
        'office:value-type="string"', '<text:p><text:span text:style-name="T1">80</text:span><text:s/>85</text:p>'
    )
    seluruh = SEL.format('office:value-type="float" office:value="40" table:style-name="K"', "")
    p = periksa(terisi, buku_ods(realisasi(sebagian, seluruh), gaya=CORET))
    assert [satu.sel for satu in p.pertanyaan] == ["realisasi!D2", "realisasi!D3"]
    kolom = '<table:table-column table:number-columns-repeated="5" table:default-cell-style-name="K"/>'
    p = periksa(terisi, buku_ods(kolom + realisasi(40), gaya=CORET))
    assert [satu.sel for satu in p.pertanyaan] == ["realisasi!D2"], "the style of a column"


def test_groups_that_are_folded_and_columns_without_width_are_hidden(tmp_path: Path) -> None:
    gaya = (
        '<style:style style:name="nol" style:family="table-column"><style:table-column-properties '
        'style:column-width="0in"/></style:style>'
    )
    kolom = (
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:style-name="nol"/>'
        '<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>'
        "<table:table-column/>"
    )
    isi = (
        baris("a", "b", "c", "d", "e")
        + f'<table:table-row-group table:display="false">{baris(1)}</table:table-row-group>'
        + f"<table:table-row-group>{baris(2)}</table:table-row-group>"
        + baris(3, sifat='table:visibility="filter"')
    )
    (lembar,) = baca(tmp_path, buku_ods(kolom + isi, gaya=gaya)).lembar
    assert lembar.pandangan.kolom == {2, 3}
    assert lembar.pandangan.baris == {2, 4}


def test_cells_and_rows_that_repeat_lie_where_they_are_seen(tmp_path: Path) -> None:
    isi = (
        baris("a", sel("b", 'table:number-columns-repeated="2"'), "c")
        + baris(sifat='table:number-rows-repeated="3"')
        + baris('<table:table-cell table:number-columns-repeated="3"/>', 5, sifat='table:number-rows-repeated="2"')
    )
    (lembar,) = baca(tmp_path, buku_ods(isi)).lembar
    assert list(lembar.judul) == ["a", "b", "b", "c"]
    assert (lembar.nomor, lembar.baris) == ([5, 6], [[None, None, None, 5.0]] * 2)


JAUH = baris("a") + baris(sifat='table:number-rows-repeated="1000000"') + baris(1)
LUAS = baris(sel("a", 'table:number-columns-repeated="16384"'), sifat='table:number-rows-repeated="400000"')
DALAM = SEL.format("", f'<table:table table:name="x">{baris(1)}</table:table>')


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        (buku_ods(JAUH), "memuat sel sangat jauh, A1000002, pada lembar realisasi"),
        (buku_ods(LUAS), "memuat sel sangat jauh, XFD400000, pada lembar realisasi"),
        (
            buku_ods(baris("a", sifat='table:number-rows-repeated="200002"')),
            "memuat lebih dari 200000 baris pada lembar realisasi",
        ),
        (buku_ods(baris(sel("a", 'table:number-columns-repeated="-1"'))), "rusak"),
        (buku_ods(baris(sel("a", 'table:number-columns-repeated="99999"'))), "rusak"),
        (buku_ods(baris(DALAM)), "memuat tabel di dalam sel"),
        (paket('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "rusak"),
        (paket("<a>"), "rusak"),
        (buku_ods("", lain="<encryption-data/>"), "dikunci kata sandi"),
    ],
)
def test_what_cannot_be_held_is_a_sentence_in_bounded_time(tmp_path: Path, isi: bytes, salah: str) -> None:
    mulai = time.monotonic()
    assert [satu.salah[: len(salah)] for satu in baca(tmp_path, isi).masalah] == [salah]
    assert time.monotonic() - mulai < 10


def test_a_sheet_that_is_not_ours_and_cannot_be_held_is_left_out_and_said(tmp_path: Path) -> None:
    lain = f'<table:table table:name="Lampiran">{JAUH}</table:table>'
    hasil = baca(tmp_path, buku_ods(realisasi(40), sebelum=lain))
    assert ([satu.nama for satu in hasil.lembar], len(hasil.masalah)) == (["realisasi"], 0)
    assert hasil.catatan == ("Lembar Lampiran tidak dibaca: memuat sel sangat jauh, A1000002, pada lembar Lampiran.",)


@pytest.mark.parametrize("jenis", ["percentage", "float"])
def test_two_percent_signs_are_refused_as_in_an_xlsx(terisi: Engine, jenis: str) -> None:
    (satu,) = masalah(periksa(terisi, buku_ods(realisasi(angka(jenis, 0.855, "85,50%%")))))
    assert (satu[0], "lebih dari satu tanda persen" in satu[1]) == ("realisasi!D2", True)
