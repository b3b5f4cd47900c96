"""What an .xlsx says beside its values, however its XML is written: errors, percentages, far-away cells."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from data_access.workbook.berkas.baca import baca_di_sini as baca
from data_access.workbook.berkas.format_angka import format_angka
from data_access.workbook.berkas.gaya_sel import GayaSel, kenakan
from data_access.workbook.berkas.mentah import BukuMentah, Persen, SelRusak
from data_access.workbook.berkas_xlsx.pindai_xlsx import pindai
from data_access.workbook.cell_address import huruf_kolom, parse_cell_address

LEMBAR = "xl/worksheets/sheet1.xml"
UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KETAT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELASI_KETAT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def buku(berkas: Path, ubah: Callable[[bytes], bytes] = bytes, bagian: str = LEMBAR) -> Path:
    """A sheet with a percentage, an error and a formula nobody calculated, its XML written another way."""
    with xlsxwriter.Workbook(str(berkas)) as tulis:
        kertas = tulis.add_worksheet("realisasi")
        kertas.write_row(0, 0, ("a", "b", "c"))
        kertas.write_number(1, 0, 0.5, tulis.add_format({"num_format": "0.0%"}))
        kertas.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        kertas.write_formula(1, 2, "=A2*2", None, "")
    with zipfile.ZipFile(berkas) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    isi[LEMBAR] = isi[LEMBAR].replace(b' t="str"><f>A2*2</f><v></v>', b"><f>A2*2</f>")
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, bita in isi.items():
            arsip.writestr(nama, ubah(bita) if re.fullmatch(bagian, nama) else bita)
    return berkas


def berawalan(xml: bytes) -> bytes:
    return re.sub(rb"<(/?)(?=\w)", rb"<\1x:", xml).replace(b"xmlns=", b"xmlns:x=")


def tanpa_alamat(xml: bytes) -> bytes:
    return re.sub(rb'(<c) r="[A-Z]+\d+"', rb"\1", xml)


def nomor_di_sel(xml: bytes) -> bytes:
    return re.sub(rb'(<row) r="\d+"', rb"\1", xml)


def tanpa_nomor(xml: bytes) -> bytes:
    return re.sub(rb'(<row) r="\d+"', rb"\1", tanpa_alamat(xml))


def ketat(xml: bytes) -> bytes:
    return xml.replace(UTAMA.encode(), KETAT.encode()).replace(RELASI.encode(), RELASI_KETAT.encode())


def pesan(hasil: BukuMentah) -> list[str]:
    return [satu.salah for satu in hasil.masalah]


@pytest.mark.parametrize(
    ("ubah", "bagian"),
    [
        (bytes, LEMBAR),
        (berawalan, LEMBAR),
        (berawalan, r"xl/(workbook|styles|sharedStrings|worksheets/sheet1)\.xml"),
        (tanpa_alamat, LEMBAR),
        (tanpa_nomor, LEMBAR),
        (nomor_di_sel, LEMBAR),
        (ketat, ".*"),
    ],
    ids=[
        "biasa",
        "awalan",
        "awalan di mana-mana",
        "tanpa alamat",
        "tanpa nomor baris",
        "nomor hanya di sel",
        "kosakata ketat",
    ],
)
def test_a_sheet_says_the_same_however_its_xml_is_written(
    tmp_path: Path, ubah: Callable[[bytes], bytes], bagian: str
) -> None:
    (lembar,) = baca(buku(tmp_path / "b.xlsx", ubah, bagian)).lembar
    persen, error, rumus = lembar.baris[0]
    assert persen == 0.5
    assert isinstance(persen, Persen)
    assert isinstance(error, SelRusak)
    assert isinstance(rumus, SelRusak)
    assert (error, error.alasan) == ("#DIV/0!", "berisi galat rumus")
    assert (rumus, rumus.alasan) == ("=A2*2", "berisi rumus yang belum dihitung")


@st.composite
def lembar_xml(draw: st.DrawFn) -> tuple[str, int]:
    """A sheet of numbers in which some rows and cells leave out their address and some cells are empty."""
    baris, jumlah, nomor = [], 0, 0
    for _ in range(draw(st.integers(0, 5))):
        lompat = draw(st.integers(0, 3))
        nomor += lompat + 1
        sel, kolom = [], -1
        for _ in range(draw(st.integers(0, 6))):
            maju = draw(st.integers(0, 30))
            kolom += maju + 1
            alamat = f' r="{huruf_kolom(kolom)}{nomor}"' if maju or draw(st.booleans()) else ""
            isi = draw(st.booleans())
            jumlah += isi
            sel.append(f'<c{alamat} s="1">{"<v>7</v>" if isi else ""}</c>')
        atribut = f' r="{nomor}"' if lompat or draw(st.booleans()) else ""
        baris.append(f"<row{atribut}>{''.join(sel)}</row>")
    return f'<worksheet xmlns="{UTAMA}"><sheetData>{"".join(baris)}</sheetData></worksheet>', jumlah


@given(lembar_xml())
def test_a_cell_without_an_address_lies_where_the_reader_of_values_has_it(
    tmp_path_factory: pytest.TempPathFactory, buatan: tuple[str, int]
) -> None:
    xml, jumlah = buatan
    berkas = buku(tmp_path_factory.mktemp("buku") / "b.xlsx", lambda _: xml.encode())
    (pindaian,) = pindai(berkas).lembar
    with CalamineWorkbook.from_path(str(berkas)) as isi:
        nilai = isi.get_sheet_by_index(0).to_python(skip_empty_area=False)
    terisi = {(i, k) for i, satu in enumerate(nilai) for k, angka in enumerate(satu) if angka == 7}
    assert {letak for letak, _ in pindaian.bergaya()} == terisi
    assert len(terisi) == jumlah


@pytest.mark.parametrize(
    ("kode", "nilai", "persen"),
    [
        ("0%", 0.5, True),
        ("#,##0.00 %", 0.5, True),
        ('0.00"%"', 0.5, False),
        (r"0.00\%", 0.5, False),
        ("0_%", 0.5, False),
        ("0*%", 0.5, False),
        ('0"per seratus"%', 0.5, True),
        (r"0.0\"%", 0.5, True),
        ("[Red]0%", 0.5, True),
        ("[$%-421]0", 0.5, False),
        ('0;-0;0;@"%"%', 0.5, False),
        ("0%;-0%;-", 0.0, False),
        ("0%;[Red]-0", -0.5, False),
        ("0;-0%", -0.5, True),
        ("[<1]0.0%;0", 0.5, True),
        ("[<1]0.0%;0", 85.5, False),
        ("[>=1]0;[<0]-0;0%", 0.5, True),
        ("General", 0.5, False),
        ('"', 0.5, False),
        ("", 0.5, False),
    ],
)
def test_only_a_percent_sign_that_scales_makes_a_percentage(kode: str, nilai: float, persen: bool) -> None:
    format_sel = format_angka(kode)
    assert (format_sel is not None and format_sel.berlaku(nilai)) is persen


@pytest.mark.parametrize("kode", ["0.00%%", "0% %", '%"a"0%', "[Red]0%%;-0"])
def test_two_percent_signs_scale_ten_thousandfold_so_the_cell_is_refused(kode: str) -> None:
    satu, tampil = kenakan(0.855, GayaSel(format_angka(kode), False))
    assert isinstance(satu, SelRusak)
    assert (satu, tampil) == ("0,855", None)
    assert "satu tanda persen" in satu.benar


@pytest.mark.parametrize(("kode", "nilai"), [("0%%", 0.0), ('0%"%"', 0.5), (r"0\%%", 0.5), ("0%;-0%%", 0.5)])
def test_a_sign_that_is_a_letter_or_of_another_section_is_no_second_one(kode: str, nilai: float) -> None:
    satu, _ = kenakan(nilai, GayaSel(format_angka(kode), False))
    assert isinstance(satu, Persen)


def test_the_default_style_may_be_a_percentage(tmp_path: Path) -> None:
    berkas = buku(tmp_path / "b.xlsx", lambda xml: xml.replace(b'numFmtId="0"', b'numFmtId="9"'), "xl/styles.xml")
    (pindaian,) = pindai(berkas).lembar
    assert {letak for letak, _ in pindaian.bergaya()} >= {(0, 0), (1, 0)}


def selipkan(baris: str) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</sheetData>", baris.encode() + b"</sheetData>")


@pytest.mark.parametrize(
    ("ubah", "salah"),
    [
        (selipkan('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "memuat sel sangat jauh"),
        (selipkan('<row r="1048576"><c r="XFD1048576" t="e"/></row>'), "memuat sel sangat jauh"),
        (selipkan('<row r="3"><c r="XFE3"><v>1</v></c></row>'), "rusak"),
        (selipkan('<row r="-3"><c><v>1</v></c></row>'), "rusak"),
        (selipkan('<row r="tiga"/>'), "rusak"),
        (selipkan("<c><v>1</v></c>" * 20_000), "rusak"),
        (selipkan("<row>"), "rusak"),
        (selipkan('<row r="3"><c r="A4"><v>1</v></c></row>'), "memuat sel A4 yang tertulis dua kali"),
        (lambda xml: b'<!DOCTYPE w [<!ENTITY a "b">]>' + xml.split(b"?>", 1)[1], "rusak"),
        (lambda xml: xml.replace(b"UTF-8", b"UTF-16").decode().encode("utf-16"), "rusak"),
        (lambda xml: xml.split(b"?>", 1)[1].decode().encode("utf-16"), "rusak"),
        (lambda xml: xml.replace(b"UTF-8", b"ISO-8859-1"), "rusak"),
    ],
)
def test_a_sheet_that_cannot_be_held_or_understood_is_refused(
    tmp_path: Path, ubah: Callable[[bytes], bytes], salah: str
) -> None:
    assert [salah in satu for satu in pesan(baca(buku(tmp_path / "b.xlsx", ubah)))] == [True]


def test_an_empty_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    hasil = baca(buku(tmp_path / "b.xlsx", selipkan('<row r="1048576"><c r="XFD1048576" s="1"/></row>')))
    assert (len(hasil.lembar), len(hasil.masalah)) == (1, 0)


def test_very_many_broken_cells_are_one_sentence(tmp_path: Path) -> None:
    baris = "".join(f"<row>{'<c><f>A1</f></c>' * 200}</row>" for _ in range(251))
    (satu,) = pesan(baca(buku(tmp_path / "b.xlsx", selipkan(baris))))
    assert satu == "memuat lebih dari 50000 rumus tanpa nilai pada lembar realisasi"


def test_styles_that_would_fill_the_memory_are_refused(tmp_path: Path) -> None:
    acak = Random(1)
    gaya = "".join(f'<xf numFmtId="{acak.randrange(10**9)}"/>' for _ in range(700_000)).encode()
    berkas = buku(tmp_path / "b.xlsx", lambda xml: xml.replace(b"<cellXfs", gaya + b"<cellXfs"), "xl/styles.xml")
    assert pesan(baca(berkas)) == ["memuat gaya sel yang tidak wajar banyaknya"]


@pytest.mark.parametrize(("alamat", "letak"), [("A1", (0, 0)), ("d14", (13, 3)), ("XFD1048576", (1_048_575, 16_383))])
def test_an_address_is_a_row_and_a_column(alamat: str, letak: tuple[int, int]) -> None:
    assert parse_cell_address(alamat) == letak
    assert f"{huruf_kolom(letak[1])}{letak[0] + 1}" == alamat.upper()
