"""The cells taken out before a sheet is scanned change nothing of what the scan finds, however the sheet is written."""

import io
from typing import Any
from xml.parsers.expat import ExpatError

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data_access.workbook.berkas.format_angka import FormatWaktu, format_angka
from data_access.workbook.berkas.gaya_sel import GayaSel
from data_access.workbook.berkas.mentah import Tercoret
from data_access.workbook.berkas.tolak import BerkasDitolak
from data_access.workbook.berkas_xlsx.cara_pindai import CaraPindai
from data_access.workbook.berkas_xlsx.pindai_lembar import PindaianLembar
from data_access.workbook.berkas_xlsx.sel_biasa import SelBiasa
from tests.berkas_nyata.pembuat import lembar_xml

PERSEN = GayaSel(format_angka("0%"), False)
HARI, HARI_CORET = GayaSel(None, False, FormatWaktu.HARI), GayaSel(None, True, FormatWaktu.HARI)
ALAMAT = st.sampled_from(["A", "B", "C", "Z", "AA", "XFD"])
SIFAT = st.sampled_from(["", ' s="0"', ' s="1"', ' s="5"', ' s="57"', ' t="s"', ' t="e"', ' t="str"', ' t="n"'])
SIFAT_BARIS = st.sampled_from(["", ' hidden="1"', ' ht="0"', ' spans="1:3"', ' ht="15" customHeight="1"'])
ISI = st.sampled_from(
    [
        "<v>1</v>",
        "<v>0</v>",
        "<v/>",
        "",
        "<v>-1.5e3</v>",
        "<v>45000</v>",
        "<v>45000.25</v>",
        "<v>4500000</v>",
        "<v>60</v>",
        "<f>A1*2</f>",
        "<f>A1*2</f><v>4</v>",
        "<v>#DIV/0!</v>",
        "<is><t>kata</t></is>",
        "<is><r><rPr><strike/></rPr><t>80</t></r><r><t>85</t></r></is>",
    ]
)


AKHIR = st.sampled_from(["</row>", "</row>", "</row>", "</row> ", "", "</row></row>"])
RAPI = ["<v>1</v>", "<is><t>kata</t></is>", "<f>A1*2</f>", "<v/>"]


@st.composite
def baris_rapi(gambar: st.DrawFn) -> str:
    """A row as programs write it, most often of plain cells alone; its number may be any."""
    nomor, akhir = gambar(st.integers(1, 9)), gambar(AKHIR)
    isi = gambar(st.lists(st.sampled_from([RAPI[0], RAPI[0], RAPI[0], *RAPI]), min_size=1, max_size=4))
    sel = "".join(f'<c r="{huruf}{nomor}">{satu}</c>' for huruf, satu in zip("ABCD", isi, strict=False))
    return f'<row r="{nomor}"{gambar(SIFAT_BARIS)}>{sel}{akhir}'


@st.composite
def baris_acak(gambar: st.DrawFn, nomor: int) -> str:
    """A row, now and then without its number, with cells of another row, of none, or in any order."""
    sel = ""
    for _ in range(gambar(st.integers(0, 5))):
        baris = gambar(st.sampled_from([nomor, nomor, nomor, nomor, nomor, nomor + 1]))
        alamat = gambar(st.sampled_from(["", "r", "r", "r", "r"]))
        alamat = f' r="{gambar(ALAMAT)}{baris}"' if alamat else ""
        sel += f"<c{alamat}{gambar(SIFAT)}>{gambar(ISI)}</c>{gambar(st.sampled_from(['', '', '', ' ']))}"
    bernomor = f' r="{nomor}"'
    return f"<row{gambar(st.sampled_from([bernomor, bernomor, '']))}{gambar(SIFAT_BARIS)}>{sel}</row>"


LEMBAR = st.tuples(*(baris_acak(nomor) for nomor in (1, 2, 3))).map("".join) | st.lists(
    baris_rapi() | baris_acak(3), min_size=1, max_size=5
).map("".join)


def temukan(isi: str, gaya: dict[str, GayaSel], cara: CaraPindai) -> Any:
    """All that the scan has to say of a sheet, or that it refuses it."""
    ulang: CaraPindai | None = cara
    while ulang:
        pindai = PindaianLembar("realisasi", gaya, cara=ulang)
        try:
            pindai.baca(io.BytesIO(lembar_xml(isi).encode()))
        except (BerkasDitolak, ValueError, ExpatError):
            return "ditolak"
        ulang = pindai.ulang
    return (
        pindai.luas,
        sorted(letak for letak, _ in pindai.bergaya()),
        pindai.rusak,
        pindai.tercoret,
        list(pindai.baris_tersembunyi),
        list(pindai.rumus_teks),
    )


@settings(max_examples=400)
@given(
    LEMBAR,
    st.sampled_from(
        [{}, {"1": PERSEN}, {"0": PERSEN}, {"5": PERSEN}, {"1": HARI}, {"0": HARI, "5": PERSEN}, {"5": HARI_CORET}]
    ),
    st.sampled_from([CaraPindai(coret_di_lembar=True), CaraPindai({1: Tercoret("80 85", "85", False)}, True)]),
)
@example('<row r="1"><c r="Z1"><v>1</v></c><c r="A1"><v>1</v></c></row>', {}, CaraPindai())
@example('<row r="1"><c r="A2"><v>1</v></c><c r="B1"><v>1</v></c></row>', {}, CaraPindai())
@example('<row r="1"><c r="A1"><v>1</v></c><c><v>1</v></c></row>', {}, CaraPindai())
@example('<row r="9"><c r="A9"><v>1</v></c></row><row r="2"></row>', {}, CaraPindai())
@example('<row r="9"><c r="A9"><v>1</v></c></row><row><c><v>1</v></c></row>', {}, CaraPindai())
@example('<row r="0"><c r="A0"><v>1</v></c></row><row r="2"></row>', {}, CaraPindai())
@example('<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row>', {}, CaraPindai())
@example('<row r="1"><c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>1</v></c></row></row>', {}, CaraPindai())
@example('<row r="1"><c r="A1" s="5"><v>-1</v></c><c r="B1"><v>1</v></c></row>', {"5": HARI}, CaraPindai())
@example('<row r="1"><c r="A1" s="5"><v>45000</v></c><c r="B1"><v>1</v></c></row>', {"5": HARI_CORET}, CaraPindai())
@example('<row r="1"><c r="A1" s="5"><v>1</v></c><c r="B1" s="57"><v>1</v></c></row>', {"5": PERSEN}, CaraPindai())
@example('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>1</v></c></row>', {}, CaraPindai())
@example('<row r="1"><c r="A1"><v>1</v></c><c s="2" r="A1"><v>2</v></c></row>', {}, CaraPindai())
def test_a_sheet_without_its_plain_cells_says_the_same(isi: str, gaya: dict[str, GayaSel], cara: CaraPindai) -> None:
    cepat = temukan(isi, gaya, cara)
    with pytest.MonkeyPatch.context() as ganti:
        ganti.setattr(SelBiasa, "buang", lambda _, potongan: potongan)
        assert temukan(isi, gaya, cara) == cepat


def test_most_cells_of_an_ordinary_sheet_are_taken_out() -> None:
    isi = "".join(
        f'<row r="{i}">' + "".join(f'<c r="{huruf}{i}" s="2"><v>{i}</v></c>' for huruf in "ABCDEFGH") + "</row>"
        for i in range(1, 100)
    )
    biasa = SelBiasa({"1"}, teks_bersama=True)
    assert len(biasa.buang(isi.encode())) < len(isi) / 3
    assert biasa.kolom_akhir == 7
