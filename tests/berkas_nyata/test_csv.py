"""A .csv in the letters and with the delimiter of whichever program wrote it: recognised, or refused by name."""

from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.mentah import BukuMentah

ISI = "kode,nama\nA,Jumlah pegawai\n"
STRIP = 'kode;nama\nA;"Naik 5–7"\n'


def baca(folder: Path, bita: bytes) -> BukuMentah:
    (folder / "variabel.csv").write_bytes(bita)
    return baca_di_sini(folder)


@pytest.mark.parametrize(
    "bita",
    [
        ISI.encode(),
        ISI.encode("utf-8-sig"),
        ISI.encode("utf-16"),
        ISI.encode("utf-16-le"),
        ISI.encode("utf-16-be"),
        ISI.replace(",", ";").encode(),
        ISI.replace(",", "\t").encode("utf-16"),
        f"sep=;\r\n{ISI.replace(',', ';')}".encode(),
        ISI.replace(",", "|").encode(),
        f"sep=|\n{ISI.replace(',', '|')}".encode(),
    ],
    ids=[
        "Google",
        "Excel UTF-8",
        "Unicode Text",
        "tanpa BOM",
        "terbalik",
        "Excel Indonesia",
        "Excel Unicode",
        "sep=",
        "basis data",
        "sep=|",
    ],
)
def test_letters_and_delimiters_that_can_mean_one_thing_only_are_read(tmp_path: Path, bita: bytes) -> None:
    hasil = baca(tmp_path, bita)
    (lembar,) = hasil.lembar
    assert (list(lembar.judul), list(lembar.baris[0])) == (["kode", "nama"], ["A", "Jumlah pegawai"])
    assert (len(hasil.masalah), hasil.catatan) == (0, ())


def test_dashes_and_quotes_of_windows_are_read_and_said(tmp_path: Path) -> None:
    hasil = baca(tmp_path, STRIP.encode("cp1252"))
    assert hasil.lembar[0].baris[0][1] == "Naik 5–7"
    assert hasil.catatan == ("Lembar variabel dibaca sebagai Windows-1252 (ANSI), misalnya “–” pada baris 2.",)


def test_a_letter_that_several_code_pages_have_elsewhere_is_refused_with_its_row(tmp_path: Path) -> None:
    (masalah,) = baca(tmp_path, "kode,nama\nA,Café\n".encode("cp1252")).masalah
    assert (masalah.sel, masalah.salah) == ("variabel!A2", "memuat huruf yang bukan UTF-8")
    assert "LibreOffice" in masalah.benar


@pytest.mark.parametrize("bita", ["k\0ode,nama\n".encode("utf-16"), b"k\0o", "kode".encode("utf-16") + b"\0"])
def test_what_only_begins_like_text_is_refused(tmp_path: Path, bita: bytes) -> None:
    assert [satu.salah for satu in baca(tmp_path, bita).masalah] == ["bukan teks"]


def test_a_comma_within_a_heading_parts_nothing_where_the_rows_say_so(tmp_path: Path) -> None:
    (lembar,) = baca(tmp_path, b"kode;nama, lengkap\nA;Jumlah pegawai\n").lembar
    assert list(lembar.judul) == ["kode", "nama, lengkap"]


def test_a_delimiter_nobody_can_tell_is_refused(tmp_path: Path) -> None:
    (masalah,) = baca(tmp_path, b"kode;nama, lengkap\nA;Jumlah, semua\n").masalah
    assert masalah.salah == "tidak jelas pemisah kolomnya: koma atau titik koma"


def test_a_list_within_a_cell_parts_no_column(tmp_path: Path) -> None:
    (lembar,) = baca(tmp_path, b"kode,pemilik\nA,P1|P2\nB,P1\n").lembar
    assert [list(baris) for baris in lembar.baris] == [["A", "P1|P2"], ["B", "P1"]]


@pytest.mark.parametrize("baris", ["B,Pegawai,orang", "B\tPegawai\torang", '"B|Pegawai|orang"'])
def test_a_row_parted_otherwise_than_its_heading_is_refused_with_its_row(tmp_path: Path, baris: str) -> None:
    buku = baca(tmp_path, f"kode;nama;satuan\nA;Jumlah;orang\n{baris}\n".encode())
    (masalah,) = buku.masalah
    assert masalah.sel == "variabel!A3"
    assert masalah.salah.startswith("baris ini dipisah ")
    assert masalah.salah.endswith(", sedangkan judulnya dipisah titik koma")


def test_a_note_below_a_table_is_no_row_of_it(tmp_path: Path) -> None:
    buku = baca(tmp_path, b"kode;nama;satuan\nA;Jumlah;orang\nSerang, 5 Januari 2025\n")
    assert not list(buku.masalah)


def test_a_line_above_the_table_does_not_hide_what_parts_it(tmp_path: Path) -> None:
    (lembar,) = baca(tmp_path, b"Variabel tahun 2024\nkode;nama\nA;Jumlah, semua\n").lembar
    assert list(lembar.baris[-1]) == ["A", "Jumlah, semua"]


@pytest.mark.parametrize(
    ("bita", "sebutan"),
    [
        (b"kode^nama\nA^Jumlah\n", "“^”"),
        (b"kode:nama\nA:Jumlah\n", "“:”"),
        ("kode¦nama\nA¦Jumlah\n".encode(), "“¦”"),
        (b"kode     nama\nA        Jumlah\n", "spasi"),
        (b"sep=^\nkode^nama\nA^Jumlah\n", "“^”"),
        (b"kode:nama:batas_atas\nA:Jumlah:38,5\nB:Lain:7\n", "“:”"),
        (b'"Kode"^"Nama"^"Batas Atas"\n"A"^"Jumlah"^"38,5"\n', "“^”"),
        (b"Variabel; tahun 2024\nkode~nama~satuan\nA~Jumlah~orang\n", "“~”"),
    ],
)
def test_a_delimiter_that_is_not_read_is_named(tmp_path: Path, bita: bytes, sebutan: str) -> None:
    (masalah,) = baca(tmp_path, bita).masalah
    assert (masalah.sel, masalah.salah) == ("variabel!A1", f"kolomnya dipisah {sebutan}, pemisah yang tidak dibaca")
    assert "titik koma, tab, garis tegak" in masalah.benar


def test_a_heading_that_stands_alone_is_parted_by_nothing(tmp_path: Path) -> None:
    (lembar,) = baca(tmp_path, b"Nilai Akhir (%) *\n38\n").lembar
    assert list(lembar.judul) == ["Nilai Akhir (%) *"]
