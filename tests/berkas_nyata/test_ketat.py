"""Strict Open XML, and parts under other names, are read like the usual ones: dates, percentages, strikes."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.mentah import Persen, SelRusak, Tercoret
from tests.berkas_nyata.pembuat import RELASI, UTAMA, buku_xml, gaya_xml, lembar_xml

UTAMA_KETAT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELASI_KETAT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SEL = (
    '<c t="d"><v>2024-08-17</v></c>',
    '<c s="1"><v>45000</v></c>',
    '<c s="2"><v>0.855</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>80</t></r><r><t>85</t></r></is></c>',
)


def ketat(isi: bytes) -> bytes:
    asal, keluar = zipfile.ZipFile(io.BytesIO(isi)), io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        for nama in asal.namelist():
            xml = asal.read(nama).replace(UTAMA.encode(), UTAMA_KETAT.encode())
            arsip.writestr(nama, xml.replace(RELASI.encode(), RELASI_KETAT.encode()))
    return keluar.getvalue()


def test_a_strict_workbook_says_the_same(tmp_path: Path) -> None:
    isi = buku_xml({"realisasi": lembar_xml(f'<row r="1">{"".join(SEL)}</row>')}, gaya=gaya_xml("dd/mm/yyyy", "0.0%"))
    (tmp_path / "a.xlsx").write_bytes(ketat(isi))
    (lembar,) = baca_di_sini(tmp_path / "a.xlsx").lembar
    hari, lain, persen, galat, coret = lembar.judul
    assert hari == date(2024, 8, 17)
    assert isinstance(lain, date)
    assert isinstance(persen, Persen)
    assert isinstance(galat, SelRusak)
    assert isinstance(coret, Tercoret)
    assert coret.sisa == "85"


@pytest.mark.parametrize(("nama", "jadi"), [("Styles", Persen), ("gaya", None)])
def test_styles_under_another_name_are_found_or_nothing_is_read(tmp_path: Path, nama: str, jadi: type | None) -> None:
    isi = buku_xml({"realisasi": lembar_xml(f'<row r="1">{SEL[1]}</row>')}, gaya=gaya_xml("0.00%"))
    asal = zipfile.ZipFile(io.BytesIO(isi))
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as arsip:
        for satu in asal.namelist():
            baru = satu.replace("xl/styles", f"xl/{nama}")
            arsip.writestr(baru, asal.read(satu).replace(b"styles.xml", f"{nama}.xml".encode()))
    hasil = baca_di_sini(tmp_path / "a.xlsx")
    assert [type(satu.judul[0]) for satu in hasil.lembar] == ([jadi] if jadi else [])
    assert len(hasil.masalah) == (0 if jadi else 1)
