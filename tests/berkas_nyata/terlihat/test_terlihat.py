"""What a workbook holds but does not show is said: asked on the page, listed on the command line."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import periksa_berkas
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from dashboard.services.data.terlihat import PILIHAN
from data_access.workbook.berkas.format_angka import format_angka
from tests.berkas_nyata.pembuat import buku_xml, gaya_xml, realisasi_xml

IKUT, LEWAT = PILIHAN
SEMBUNYI = 'hidden="1"'
KOLOM_D = f'<cols><col min="1" max="3"/><col min="4" max="4" {SEMBUNYI}/></cols>'


def periksa(engine: Engine, isi: bytes, *jawaban: tuple[str, Decimal]) -> PratinjauBuku:
    semua = tuple((0, sel, nilai) for sel, nilai in jawaban)
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan((Unggahan("a.xlsx", isi),), jawaban=semua))


def baris_tersembunyi() -> bytes:
    return buku_xml({"realisasi": realisasi_xml(40, 41, 42, baris={3: SEMBUNYI, 4: 'ht="0" customHeight="1"'})})


@pytest.mark.parametrize(
    ("isi", "kunci", "sebutan"),
    [
        (baris_tersembunyi(), "realisasi?baris", "baris 3-4"),
        (buku_xml({"realisasi": realisasi_xml(40, sebelum=KOLOM_D)}), "realisasi?kolom", "kolom D"),
        (
            buku_xml({"realisasi": realisasi_xml(40)}, sifat={"realisasi": 'state="veryHidden"'}),
            "realisasi?lembar",
            "seluruh lembar (1 baris)",
        ),
        (
            buku_xml({"realisasi": realisasi_xml(40, sebelum='<sheetFormatPr zeroHeight="1"/>')}),
            "realisasi?lembar",
            "seluruh lembar (1 baris)",
        ),
    ],
)
def test_what_is_hidden_and_filled_is_asked_on_the_page_and_listed_on_the_command_line(
    terisi: Engine, tmp_path: Path, isi: bytes, kunci: str, sebutan: str
) -> None:
    pratinjau = periksa(terisi, isi)
    (tanya,) = pratinjau.pertanyaan
    assert (tanya.sel, tanya.letak, tanya.pilihan) == (kunci, sebutan, PILIHAN)
    assert not pratinjau.boleh_diambil
    assert periksa(terisi, isi, (kunci, IKUT)).boleh_diambil
    (tmp_path / "a.xlsx").write_bytes(isi)
    laporan = periksa_berkas(terisi, tmp_path / "a.xlsx")
    assert f"Lembar realisasi: {sebutan} tersembunyi dan ikut diambil." in laporan.catatan


def test_hidden_rows_are_left_out_when_that_is_the_answer(terisi: Engine) -> None:
    pratinjau = periksa(terisi, baris_tersembunyi(), ("realisasi?baris", LEWAT))
    assert (pratinjau.jumlah["tambah"], pratinjau.pertanyaan) == (1, ())


def test_a_hidden_sheet_and_a_hidden_column_are_left_out_when_that_is_the_answer(terisi: Engine) -> None:
    lembar = buku_xml(
        {"variabel": realisasi_xml(1).replace("indikator", "kode"), "realisasi": realisasi_xml(40)},
        sifat={"realisasi": 'state="hidden"'},
    )
    pratinjau = periksa(terisi, lembar, ("realisasi?lembar", LEWAT))
    assert {satu.hal.split()[0] for satu in pratinjau.baris} != {"realisasi"}
    kolom = buku_xml({"realisasi": realisasi_xml(40, sebelum=KOLOM_D)})
    pratinjau = periksa(terisi, kolom, ("realisasi?kolom", LEWAT))
    assert pratinjau.pertanyaan == ()
    assert all("Realisasi" not in judul for baris in pratinjau.baris for judul, *_ in baris.isi)


def test_hidden_and_empty_is_not_worth_a_question(terisi: Engine) -> None:
    kosong = '<cols><col min="6" max="16384" hidden="1"/></cols>'
    isi = buku_xml({"realisasi": realisasi_xml(40, sebelum=kosong, baris={9: SEMBUNYI})})
    assert periksa(terisi, isi).boleh_diambil


@pytest.mark.parametrize(
    ("format_sel", "nilai", "kalimat"),
    [
        ("0", 40.6, "tersimpan 40,6, tampil 41"),
        ("#,##0.00", 40.4567, "tersimpan 40,4567, tampil 40,46"),
        ("0%", 0.4049, "tersimpan 40,49 %, tampil 40 %"),
        ("#,##0,", 40_500, "tersimpan 40500, tampil 41"),
        (";;;", 40, "tersimpan 40, tampil tanpa angka"),
    ],
)
def test_a_number_shown_otherwise_than_stored_is_stored_and_said(
    terisi: Engine, format_sel: str, nilai: float, kalimat: str
) -> None:
    isi = buku_xml({"realisasi": realisasi_xml(f'<c s="1"><v>{nilai}</v></c>')}, gaya=gaya_xml(format_sel))
    pratinjau = periksa(terisi, isi)
    assert f"realisasi!D2: {kalimat}. Yang diambil nilai tersimpan." in pratinjau.catatan
    assert pratinjau.jumlah["tambah"] == 1


@pytest.mark.parametrize(
    ("format_sel", "kalimat"),
    [
        ('"1"@', "realisasi!D2: tersimpan 40, tampil 140."),
        ('0;-0;0;@" ribu"', "realisasi!D2: tersimpan 40, tampil 40 ribu."),
        ("@", ""),
        ("_(@_)", ""),
        ('"1"0', ""),
    ],
)
def test_letters_that_a_format_adds_to_a_text_are_said(terisi: Engine, format_sel: str, kalimat: str) -> None:
    sel = '<c s="1" t="inlineStr"><is><t>40</t></is></c>'
    catatan = periksa(terisi, buku_xml({"realisasi": realisasi_xml(sel)}, gaya=gaya_xml(format_sel))).catatan
    assert [satu for satu in catatan if "tampil" in satu] == (
        [f"{kalimat} Yang diambil nilai tersimpan."] * bool(kalimat)
    )


def test_what_is_shown_otherwise_in_a_code_or_a_remark_is_said_as_well(terisi: Engine) -> None:
    isi = realisasi_xml(40).replace('<c r="A2" t', '<c r="A2" s="1" t')
    catatan = periksa(terisi, buku_xml({"realisasi": isi}, gaya=gaya_xml('"IKU-"@'))).catatan
    assert "realisasi!A2: tersimpan IKU, tampil IKU-IKU. Yang diambil nilai tersimpan." in catatan


def test_a_text_made_by_a_formula_is_said(terisi: Engine) -> None:
    sel = '<c t="str"><f>TEXT(40.46,"0,0")</f><v>40,5</v></c>'
    pratinjau = periksa(terisi, buku_xml({"realisasi": realisasi_xml(sel)}))
    assert "realisasi!D2: 40,5 adalah teks hasil rumus; bilangan di baliknya dapat berbeda." in pratinjau.catatan
    assert ("Realisasi", "", "40,5") in pratinjau.baris[0].isi


@pytest.mark.parametrize("format_sel", ['0.00"%"', r"0.00\%", '0"%"'])
def test_a_quoted_percent_sign_scales_nothing(terisi: Engine, format_sel: str) -> None:
    isi = buku_xml({"realisasi": realisasi_xml('<c s="1"><v>85.5</v></c>')}, gaya=gaya_xml(format_sel))
    assert ("Realisasi", "", "85,5") in periksa(terisi, isi).baris[0].isi


@pytest.mark.parametrize("bentuk", ["awalan", "tanpa alamat"])
def test_a_percentage_and_an_error_are_found_however_cells_are_written(terisi: Engine, bentuk: str) -> None:
    lembar = realisasi_xml('<c s="1"><v>0.855</v></c>', '<c t="e"><v>#DIV/0!</v></c>')
    if bentuk == "awalan":
        for nama in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
            lembar = lembar.replace(f"<{nama} ", f"<x:{nama} ").replace(f"<{nama}>", f"<x:{nama}>")
            lembar = lembar.replace(f"</{nama}>", f"</x:{nama}>")
        lembar = lembar.replace("xmlns=", "xmlns:x=")
    else:
        for huruf in "ABCDE":
            for nomor in range(1, 4):
                lembar = lembar.replace(f' r="{huruf}{nomor}"', "")
    pratinjau = periksa(terisi, buku_xml({"realisasi": lembar}, gaya=gaya_xml("0.00%")))
    assert [satu.teks()[:40] for satu in pratinjau.masalah] == ['realisasi!D3: "#DIV/0!" berisi galat rum']
    assert any(("Realisasi", "", "85,5") in baris.isi for baris in pratinjau.baris)


@pytest.mark.parametrize(
    ("kode", "nilai", "tampil"),
    [
        ("General", 0.1234, None),
        ("0.00", 1e300, None),
        ("0.0", 0.25, "0,3"),
        ("0.00E+00", 12345.0, "12300"),
        ("0.0E+0", -1250.0, "-1300"),
        ("0.0E+0", 1200.0, None),
        ("##0.0E+0", 123456.0, "123500"),
        ("0.00E+00", 0.0, None),
        ("# ?/?", 0.3, "2/7"),
        ("# ?/?", 0.5, None),
        ("# ?/?", 1 / 3, None),
        ("# ??/??", 2.3333, "2 1/3"),
        ("# ?/8", -2.4, "-2 3/8"),
        ("# ?/10", 0.04, "0"),
        ("dd/mm/yyyy", 45000.5, None),
        ("[h]:mm", 1.5, None),
        ('0.0,,"juta"', 1_250_000.0, "1,3"),
        ('_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 0.0, None),
        ("#,##0;(#,##0)", -5.0, None),
        ('"1"0.0', 40.6, "140.6"),
        (r"0.0\5", 40.6, "40.65"),
        ("[$1-421]0", 5.0, "15"),
        ('"1"0.0', -40.6, "-140.6"),
        ('"1"0.0', 0.0, "10.0"),
        ('0"."0', 0.0, None),
        ('0"."00', 4056.0, "40.56"),
        ('0" 000"', 40.0, "40 000"),
        (r"#\.##0", 1234.0, None),
        ("# ##0", 1234.0, None),
        ('0.0" m2"', 40.6, None),
        ('"Rp"#,##0",-"', 40.0, None),
        ('"-"0.0', 40.6, "-40,6"),
        ("(0)", 5.0, "-5"),
        ('"(a) "0', 5.0, None),
        ('"BB ("0.00")"', 75.2, None),
        ('"Rp ("0")"', 5.0, "-5"),
        ("0.0;0.0", -40.6, "40,6"),
        ("General;General", -3.5, "3,5"),
        ("[<0]0;0", -5.0, "5"),
        ("#,##0;[Red]#,##0", -5.0, "5"),
        ("0.0;-0.0", -40.6, None),
        ("0.0-;0.0-", -40.6, None),
        ("[<1]0.0%;0", -5.0, None),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"_-', -5.0, None),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"_-', 5.0, None),
    ],
)
def test_a_format_says_what_is_shown_only_where_it_differs(kode: str, nilai: float, tampil: str | None) -> None:
    satu = format_angka(kode)
    assert (satu.tampil(nilai) if satu else None) == tampil


@pytest.mark.parametrize(("tersembunyi", "sebutan"), [("PRG2", "isi A3"), ("IKU", "")])
def test_what_lies_under_a_merged_cell_is_not_taken_for_what_is_seen_there(
    terisi: Engine, tersembunyi: str, sebutan: str
) -> None:
    isi = realisasi_xml(40, 41).replace('IKU</t></is></c><c r="B3"', f'{tersembunyi}</t></is></c><c r="B3"')
    isi = isi.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    pratinjau = periksa(terisi, buku_xml({"realisasi": isi}))
    assert [satu.sel for satu in pratinjau.masalah] == (["realisasi!A3"] if sebutan else [])
    kata = f"Lembar realisasi: {sebutan} tertutup sel gabungan, tidak terlihat dan tidak diambil."
    assert (kata in pratinjau.catatan) == bool(sebutan)


def test_merged_cells_that_cover_each_other_without_end_are_refused(terisi: Engine) -> None:
    tumpuk = "".join(f'<mergeCell ref="A1:E{n}"/>' for n in range(2, 400))
    isi = realisasi_xml(40, 41).replace("</sheetData>", f"</sheetData><mergeCells>{tumpuk}</mergeCells>")
    assert [satu.salah for satu in periksa(terisi, buku_xml({"realisasi": isi})).masalah] == [
        "rusak atau bukan buku kerja Excel"
    ]
