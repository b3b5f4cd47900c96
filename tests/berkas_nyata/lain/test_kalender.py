"""A number in a format of dates that is no day of the calendar is refused at its cell, and made nothing else of."""

import struct
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.format_angka import FormatWaktu, format_waktu
from data_access.workbook.berkas.kalender import DI_LUAR_KALENDER, Kalender
from data_access.workbook.berkas.mentah import BukuMentah, SelRusak
from data_access.workbook.berkas_lain.sel_ods import TAK_TERBACA
from tests.berkas_nyata.lain.buat import BARIS, FOLDER
from tests.berkas_nyata.lain.ods_xml import baris, buku_ods
from tests.berkas_nyata.pembuat import buku_xml, gaya_xml, lembar_xml
from tests.berkas_rusak import ganti_bagian

HARI, JAM, LAMA = "dd/mm/yyyy", "h:mm", "[h]:mm"


def baca(folder: Path, isi: bytes, nama: str = "a.xlsx") -> BukuMentah:
    (folder / nama).write_bytes(isi)
    return baca_di_sini(folder / nama)


def berformat(format_sel: str, *nilai: str) -> bytes:
    """A column of these numbers in that format, beside plain days that are left out of the scan."""
    semua = "".join(
        f'<row r="{i}"><c r="A{i}" s="1"><v>45000</v></c><c r="B{i}" s="1"><v>{satu}</v></c>'
        f'<c r="C{i}"><v>{i}</v></c></row>'
        for i, satu in enumerate(nilai, start=1)
    )
    return buku_xml({"realisasi": lembar_xml(semua)}, gaya=gaya_xml(format_sel))


@pytest.mark.parametrize(
    ("format_sel", "nilai"),
    [
        (HARI, "-1"), (HARI, "-0.5"), (HARI, "0"), (HARI, "0.5"), (HARI, "60"), (HARI, "60.25"), (HARI, "2958466"),
        (HARI, "1e7"), (JAM, "-0.25"), (JAM, "2958466"), (LAMA, "-1"), (LAMA, "3e6"),
        ('[$-421]d mmmm yyyy;@', "-1"), ('mmm-yy', "-3"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_a_broken_cell_and_nothing_else(tmp_path: Path, format_sel: str, nilai: str) -> None:
    (lembar,) = baca(tmp_path, berformat(format_sel, "45000", nilai)).lembar
    assert lembar.judul[0] == date(2023, 3, 15) or format_sel == LAMA
    sel = lembar.baris[0][1]
    assert isinstance(sel, SelRusak)
    assert (str(sel), sel.alasan) == (nilai, DI_LUAR_KALENDER)


@pytest.mark.parametrize(
    ("format_sel", "nilai", "isi"),
    [
        (HARI, "1", date(1900, 1, 1)),
        (HARI, "59", date(1900, 2, 28)),
        (HARI, "61", date(1900, 3, 1)),
        (HARI, "2958465", date(9999, 12, 31)),
        (JAM, "0", time(0, 0)),
        (JAM, "0.75", time(18, 0)),
        (LAMA, "60", timedelta(days=60)),
        ("0.00", "-1", -1.0),
        ('0 "hari"', "0", 0.0),
        ("0.00E+00", "-5", -5.0),
        (r"[Red]\d0", "-5", -5.0),
    ],
)
def test_what_is_a_day_a_time_or_a_number_is_read_as_it_is(
    tmp_path: Path, format_sel: str, nilai: str, isi: object
) -> None:
    (lembar,) = baca(tmp_path, berformat(format_sel, "45000", nilai)).lembar
    assert lembar.baris[0][1] == isi


@pytest.mark.parametrize("nilai", ["-9e300", "-1e10", "1e300", "-" + "0" * 80 + "9e300"])
@pytest.mark.parametrize("format_sel", [HARI, LAMA])
def test_where_the_reader_would_die_the_sheet_is_refused_with_its_cell(
    tmp_path: Path, format_sel: str, nilai: str
) -> None:
    (masalah,) = baca(tmp_path, berformat(format_sel, "45000", nilai)).masalah
    assert (masalah.sel, masalah.salah) == ("realisasi!B2", DI_LUAR_KALENDER)


def test_a_sheet_that_is_not_ours_is_left_out_and_said(tmp_path: Path) -> None:
    sel = '<row r="1"><c r="A1" s="1"><v>-9e300</v></c></row>'
    milik = '<row r="1"><c r="A1" t="inlineStr"><is><t>indikator</t></is></c></row>'
    isi = buku_xml({"Lampiran": lembar_xml(sel), "realisasi": lembar_xml(milik)}, gaya=gaya_xml(HARI))
    buku = baca(tmp_path, isi)
    assert ([satu.nama for satu in buku.lembar], len(buku.masalah)) == (["realisasi"], 0)
    assert buku.catatan == (f"Lembar Lampiran tidak dibaca: {DI_LUAR_KALENDER}.",)


def rk(bulat: int) -> bytes:
    """A whole number as an .xls stores it."""
    return struct.pack("<i", bulat << 2 | 2)


@pytest.mark.parametrize("nilai", [-1, 0, 60, 2_958_466])
def test_an_xls_has_the_same_days(tmp_path: Path, nilai: int) -> None:
    isi = (FOLDER / "tabel.xls").read_bytes()
    assert isi.count(rk(45689)) == 1, "the cell of 1 February 2025"
    buku = baca(tmp_path, isi.replace(rk(45689), rk(nilai)), "a.xls")
    sel = buku.lembar[0].baris[BARIS["tanggal"] - 2][1]
    assert isinstance(sel, SelRusak)
    assert sel.alasan == DI_LUAR_KALENDER


@pytest.mark.parametrize("nilai", ["-0001-01-01", "10000-01-01", "1900-02-29", "0000-00-00T00:00:00", "2025-04-31"])
def test_an_ods_states_a_day_that_is_one_or_is_refused(tmp_path: Path, nilai: str) -> None:
    sel = (
        f'<table:table-cell office:value-type="date" office:date-value="{nilai}"><text:p>#</text:p></table:table-cell>'
    )
    (lembar,) = baca(tmp_path, buku_ods(baris("batas_waktu") + baris(sel)), "a.ods").lembar
    isi = lembar.baris[0][0]
    assert isinstance(isi, SelRusak)
    assert (str(isi), isi.alasan) == (nilai, TAK_TERBACA)


def test_a_workbook_that_counts_from_1904_has_its_own_days(tmp_path: Path) -> None:
    isi = ganti_bagian(
        berformat(HARI, "45000", "0", "60", "-1"), "xl/workbook.xml", b"<sheets>", b'<workbookPr date1904="1"/><sheets>'
    )
    nol, kabisat, kurang = (baris[1] for baris in baca(tmp_path, isi).lembar[0].baris)
    assert kabisat == date(1904, 3, 1)
    assert [isinstance(satu, SelRusak) for satu in (nol, kurang)] == [True, True]
    lama = Kalender(dari_1904=True)
    assert lama.memuat(0, FormatWaktu.JAM)
    assert lama.memuat(60, FormatWaktu.HARI)
    assert not lama.memuat(2_957_004, FormatWaktu.HARI)
    assert not lama.memuat(-1, FormatWaktu.JAM)


@pytest.mark.parametrize(
    ("kode", "waktu"),
    [
        ("d-mmm", FormatWaktu.HARI), ("mmmm", FormatWaktu.HARI), ("m/d/yy h:mm", FormatWaktu.HARI),
        ("mm:ss", FormatWaktu.JAM), ("h:mm AM/PM", FormatWaktu.JAM), ("[mm]:ss", FormatWaktu.JAM), ("General", None),
        ("0.00E+00", None), ("@", None),
        ('#,##0 "Rp/hari"', None), (r"0\ \d\a\y", None), ("[Red]0", None),
    ],
)  # fmt: skip
def test_a_format_says_whether_it_shows_a_day(kode: str, waktu: FormatWaktu | None) -> None:
    assert format_waktu(kode) is waktu
