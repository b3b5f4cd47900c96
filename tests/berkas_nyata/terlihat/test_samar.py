"""What stands in a cell and is not seen there is asked on the page and listed on the command line, as hidden rows."""

import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Color, Font, PatternFill
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import periksa_berkas
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from dashboard.services.data.terlihat import PILIHAN
from tests.berkas_nyata.pembuat import buku_xml, gaya_xml, realisasi_xml

IKUT, LEWAT = PILIHAN
SEL = "realisasi?sel"
PUTIH = '<font><color rgb="FFFFFFFF"/></font>'
HITAM = '<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill>'
NOL = '<sheetViews><sheetView showZeros="0"/></sheetViews>'


def periksa(engine: Engine, isi: bytes, *jawaban: tuple[str, Decimal]) -> PratinjauBuku:
    semua = tuple((0, sel, nilai) for sel, nilai in jawaban)
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan((Unggahan("a.xlsx", isi),), jawaban=semua))


def bergaya(nilai: object, *, sebelum: str = "", format_sel: str = "0", huruf: str = "", isian: str = "") -> bytes:
    """A file whose value in D2 has the second font and fill."""
    gaya = gaya_xml(
        format_sel, huruf=f"<font/>{huruf}", isian=f"<fill/>{isian}", xf='<xf numFmtId="0" fontId="1" fillId="1"/>'
    )
    if not isian:
        gaya = gaya.replace('fillId="1"', 'fillId="0"')
    if not huruf:
        gaya = gaya.replace('fontId="1"', 'fontId="0"')
    nomor = 2 if huruf or isian else 1
    sel = nilai if isinstance(nilai, str) else f'<c s="{nomor}"><v>{nilai}</v></c>'
    return buku_xml({"realisasi": realisasi_xml(sel, 41, sebelum=sebelum)}, gaya=gaya)


TAK_TERLIHAT = {
    "putih di atas putih": bergaya(40, huruf=PUTIH),
    "warna jendela": bergaya(40, huruf='<font><color theme="0"/></font>'),
    "hampir putih": bergaya(40, huruf='<font><color theme="0" tint="-0.04"/></font>'),
    "bernomor": bergaya(40, huruf='<font><color indexed="9"/></font>'),
    "hitam di atas hitam": bergaya(40, isian=HITAM),
    "satu titik": bergaya(40, huruf='<font><sz val="1"/></font>'),
    "format tanpa isi": bergaya(40, format_sel=";;;"),
    "nol tak tampil": bergaya(0, format_sel="0;-0;;@"),
    "lembar tanpa nol": bergaya(0, sebelum=NOL, format_sel="General"),
    "putih pada format": bergaya(40, format_sel="[White]0.0"),
    "nol tanpa digit": bergaya(0, format_sel="#,###"),
    "teks": bergaya('<c s="1" t="inlineStr"><is><t>40</t></is></c>', format_sel="0;0;0;"),
}


@pytest.mark.parametrize("isi", TAK_TERLIHAT.values(), ids=TAK_TERLIHAT)
def test_a_value_that_nobody_sees_is_asked_on_the_page_and_listed_on_the_command_line(
    terisi: Engine, tmp_path: Path, isi: bytes
) -> None:
    pratinjau = periksa(terisi, isi)
    assert [satu.sel for satu in pratinjau.pertanyaan] == [SEL]
    assert pratinjau.pertanyaan[0].letak == "isi sel D2 (warna, ukuran huruf, atau formatnya)"
    assert not pratinjau.boleh_diambil
    assert periksa(terisi, isi, (SEL, IKUT)).jumlah["tambah"] == 2
    (tmp_path / "a.xlsx").write_bytes(isi)
    catatan = periksa_berkas(terisi, tmp_path / "a.xlsx").catatan
    assert any("isi sel D2 (" in satu and "tersembunyi dan ikut diambil" in satu for satu in catatan)


def test_it_is_left_out_when_that_is_the_answer(terisi: Engine) -> None:
    pratinjau = periksa(terisi, bergaya(40, huruf=PUTIH), (SEL, LEWAT))
    assert pratinjau.pertanyaan == ()
    assert [("Realisasi", "", "40") in satu.isi for satu in pratinjau.baris] == [False, False]


@pytest.mark.parametrize(
    "isi",
    [
        bergaya(40, huruf=PUTIH, isian=HITAM),
        bergaya(40, huruf='<font><color theme="1"/><sz val="8"/></font>'),
        bergaya(40, huruf=PUTIH, isian='<fill><patternFill patternType="gray125"/></fill>'),
        bergaya(0, format_sel='0;-0;"-"'),
        bergaya(0, format_sel="#,##0"),
        bergaya(40, format_sel="#,###"),
        bergaya(0, sebelum='<sheetViews><sheetView showZeros="1"/></sheetViews>'),
        bergaya('<c s="1" t="inlineStr"><is><t>40</t></is></c>', format_sel="0;0;0;@"),
    ],
)
def test_what_is_seen_is_not_asked(terisi: Engine, isi: bytes) -> None:
    assert SEL not in [satu.sel for satu in periksa(terisi, isi).pertanyaan]


ANGKA_LAIN = '<dxf><numFmt numFmtId="201" formatCode="0%"/></dxf>'
MERAH = '<dxf><font><color rgb="FFFF0000"/></font></dxf>'


@pytest.mark.parametrize(
    ("gaya", "aturan", "disebut"),
    [
        (ANGKA_LAIN, '<cfRule type="expression" dxfId="0" priority="1"><formula>1</formula></cfRule>', True),
        (f"<dxf>{PUTIH}</dxf>", '<cfRule type="expression" dxfId="0" priority="1"/>', True),
        (MERAH, '<cfRule type="expression" dxfId="0" priority="1"/>', False),
        ("", '<cfRule type="iconSet" priority="1"><iconSet showValue="0"/></cfRule>', True),
        ("", '<cfRule type="dataBar" priority="1"><dataBar/></cfRule>', False),
    ],
)
def test_a_conditional_format_that_may_show_another_number_is_said(
    terisi: Engine, gaya: str, aturan: str, disebut: bool
) -> None:
    lembar = realisasi_xml(0.4).replace(
        "</sheetData>", f'</sheetData><conditionalFormatting sqref="D2:D9">{aturan}</conditionalFormatting>'
    )
    catatan = periksa(terisi, buku_xml({"realisasi": lembar}, gaya=gaya_xml(bersyarat=gaya))).catatan
    assert any(satu.startswith("Lembar realisasi: D2:D9 berformat bersyarat") for satu in catatan) is disebut


def test_the_colours_of_the_theme_of_the_file_count(terisi: Engine) -> None:
    def isi(warna: str) -> bytes:
        buku = openpyxl.load_workbook(io.BytesIO(buku_xml({"realisasi": realisasi_xml(40, 41)})))
        sel = buku["realisasi"]["D2"]
        sel.font, sel.fill = Font(color=Color(theme=3)), PatternFill("solid", fgColor=warna)
        buku.save(keluar := io.BytesIO())
        return keluar.getvalue()

    assert [satu.sel for satu in periksa(terisi, isi("FF1F497D")).pertanyaan] == [SEL]
    assert periksa(terisi, isi("FFFFFF00")).pertanyaan == ()
