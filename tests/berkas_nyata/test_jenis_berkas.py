"""A file that is not read is called by its name, with what to do in the programs people have."""

import io
import zipfile
from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from tests.berkas_rusak import BENAR, OLE_HEADER, realisasi


def ole(bagian: str) -> bytes:
    """The container of old Office files as far as its directory names a part."""
    return OLE_HEADER + b"\0" * 1000 + bagian.encode("utf-16-le") + b"\0" * 40


def arsip(*nama: str) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as tulis:
        for satu in nama:
            tulis.writestr(satu, "isi")
    return keluar.getvalue()


HALAMAN_SIPD = b"<!DOCTYPE html>\n<html><body><table><tr><td>Indikator</td></tr></table></body></html>"
XML_2003 = b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'


@pytest.mark.parametrize(
    ("nama", "isi", "salah", "benar"),
    [
        ("a.xls", ole("Workbook"), "rusak atau bukan buku kerja", "simpan sebagai .xlsx"),
        ("a.xlsx", ole("EncryptedPackage"), "dikunci kata sandi", "Encrypt with Password"),
        ("a.doc", ole("WordDocument"), "adalah dokumen Word lama (.doc)", "Salin tabelnya"),
        ("a.xlsb", arsip("xl/workbook.bin"), "adalah .xlsb (Excel biner)", "Google Spreadsheet"),
        ("a.ods", arsip("mimetype", "content.xml"), "rusak atau bukan buku kerja", "simpan sebagai .xlsx"),
        ("a.xlsx", arsip("word/document.xml"), "adalah dokumen Word (.docx)", "Simpan sebagai .xlsx"),
        ("a.numbers", arsip("Index/Document.iwa"), "adalah Apple Numbers", "Simpan sebagai .xlsx"),
        ("a.zip", arsip("TW1.xlsx", "TW2.xlsx"), "adalah arsip ZIP", "di dalamnya"),
        ("a.xls", HALAMAN_SIPD, "adalah halaman web (HTML)", "Simpan sebagai .xlsx"),
        ("a.xls", HALAMAN_SIPD.decode().encode("utf-16"), "adalah halaman web (HTML)", "Simpan sebagai .xlsx"),
        ("a.xls", XML_2003, "adalah XML Spreadsheet 2003", "Simpan sebagai .xlsx"),
        ("a.gsheet", b'{"url": "https://contoh.invalid", "doc_id": "x"}', "adalah pintasan Google", "Download"),
        ("a.xlsx", b"%PDF-1.7", "adalah PDF", "buku kerja asalnya"),
        ("a.xlsx", b"\xff\xd8\xff\xe0", "adalah foto JPEG", "buku kerja asalnya"),
        ("a.xlsx", b"halo", "bukan berkas .xlsx, atau terpotong", "Kirim ulang"),
    ],
)
def test_a_format_is_named_and_the_way_to_xlsx_is_told(
    tmp_path: Path, nama: str, isi: bytes, salah: str, benar: str
) -> None:
    (tmp_path / nama).write_bytes(isi)
    (masalah,) = baca_di_sini(tmp_path / nama).masalah
    assert masalah.salah.startswith(salah)
    assert benar in masalah.benar


def test_a_workbook_under_the_name_of_an_older_format_is_read_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(realisasi(BENAR))
    hasil = baca_di_sini(tmp_path / "a.xls")
    assert (len(hasil.masalah), hasil.lembar[0].baris[0][3]) == (0, 40.0)
