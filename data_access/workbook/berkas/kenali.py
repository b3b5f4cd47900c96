"""What a file is by its first bytes and its parts, whatever its name says; and what to do where it is not read."""

import zipfile
from enum import Enum, auto
from pathlib import Path

from data_access.workbook.berkas.tolak import TERKUNCI, BerkasDitolak

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DILIHAT = 4096
MAKS_BITA_OLE = 1 << 24
SIMPAN = (
    "Simpan sebagai .xlsx: di Excel, WPS, dan LibreOffice lewat File > Simpan Sebagai (Save As); "
    "di Google Spreadsheet lewat File > Download > Microsoft Excel (.xlsx)."
)
MACRO = BerkasDitolak("dapat memuat makro", "Simpan sebagai .xlsx.")
AWAL = (
    (b"%PDF", "PDF", "Serahkan buku kerja asalnya; angka dalam PDF tidak dibaca."),
    (b"\x89PNG", "gambar PNG", "Serahkan buku kerja asalnya; angka dalam gambar tidak dibaca."),
    (b"\xff\xd8\xff", "foto JPEG", "Serahkan buku kerja asalnya; angka dalam foto tidak dibaca."),
    (b"{\\rtf", "dokumen RTF", "Salin tabelnya ke buku kerja Excel."),
    (b"Rar!", "arsip RAR", "Buka arsipnya lalu serahkan berkas .xlsx di dalamnya."),
    (b"7z\xbc\xaf", "arsip 7z", "Buka arsipnya lalu serahkan berkas .xlsx di dalamnya."),
    (b"\x1f\x8b", "arsip gzip", "Buka arsipnya lalu serahkan berkas .xlsx di dalamnya."),
)
TEKS = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", "XML Spreadsheet 2003"),
    (b"<html", "halaman web (HTML) dengan nama buku kerja, seperti yang diunduh dari beberapa aplikasi"),
    (b"<table", "tabel halaman web (HTML) dengan nama buku kerja, seperti yang diunduh dari beberapa aplikasi"),
    (b'"doc_id"', "pintasan Google Spreadsheet, bukan isinya"),
    (b'"url"', "pintasan Google Spreadsheet, bukan isinya"),
)
ISI_ZIP = (
    ("xl/workbook.bin", ".xlsb (Excel biner)"),
    ("index/document.iwa", "Apple Numbers"),
    ("word/document.xml", "dokumen Word (.docx)"),
    ("ppt/presentation.xml", "presentasi (.pptx)"),
)


class JenisBerkas(Enum):
    """The formats that are read."""

    XLSX = auto()
    ODS = auto()
    XLS = auto()


def jenis_berkas(berkas: Path) -> JenisBerkas:
    """The reader it is for. Raises BerkasDitolak, with the name of its format, where there is none. Raises OSError."""
    with berkas.open("rb") as alir:
        awal = alir.read(DILIHAT)
        if awal.startswith(OLE):
            _periksa_ole(awal + alir.read(MAKS_BITA_OLE))
            return JenisBerkas.XLS
    if berkas.suffix.lower() in {".xlsm", ".xltm"}:
        raise MACRO
    for tanda, jenis, benar in AWAL:
        if awal.startswith(tanda):
            raise BerkasDitolak(f"adalah {jenis}", benar)
    if zipfile.is_zipfile(berkas):
        return _jenis_zip(berkas)
    if nama := _teks(awal):
        raise BerkasDitolak(f"adalah {nama}", SIMPAN)
    if berkas.suffix.lower() not in {".xlsx", ".xls", ".xlsb", ".ods", ".et", ".xltx"}:
        raise BerkasDitolak("bukan buku kerja", "Beri berkas .xlsx atau folder berisi .csv.")
    raise BerkasDitolak("bukan berkas .xlsx, atau terpotong saat dikirim", f"Kirim ulang berkasnya. {SIMPAN}")


def _periksa_ole(isi: bytes) -> None:
    """Old Excel files and encrypted new ones lie in the same container; only the former are read."""
    if _nama_ole("EncryptedPackage") in isi:
        raise TERKUNCI
    if _nama_ole("WordDocument") in isi:
        raise BerkasDitolak("adalah dokumen Word lama (.doc)", "Salin tabelnya ke buku kerja Excel.")
    if _nama_ole("Workbook") not in isi and _nama_ole("Book") not in isi:
        raise BerkasDitolak("adalah berkas Office lama atau dikunci kata sandi", f"{SIMPAN} Simpan tanpa kata sandi.")
    if _nama_ole("_VBA_PROJECT_CUR") in isi:
        raise BerkasDitolak("memuat makro", "Simpan sebagai .xlsx tanpa makro.")


def _nama_ole(nama: str) -> bytes:
    """How the directory of the container spells the name of a part."""
    return nama.encode("utf-16-le") + b"\0\0"


def _jenis_zip(berkas: Path) -> JenisBerkas:
    try:
        with zipfile.ZipFile(berkas) as arsip:
            nama = {satu.filename.lower() for satu in arsip.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return JenisBerkas.XLSX
    if "mimetype" in nama and "content.xml" in nama:
        return JenisBerkas.ODS
    for bagian, jenis in ISI_ZIP:
        if bagian in nama:
            raise BerkasDitolak(f"adalah {jenis}", SIMPAN)
    if "xl/workbook.xml" not in nama and any(satu.endswith((".xlsx", ".xls", ".csv")) for satu in nama):
        raise BerkasDitolak("adalah arsip ZIP", "Buka arsipnya lalu serahkan berkas di dalamnya.")
    return JenisBerkas.XLSX


def _teks(awal: bytes) -> str:
    kecil = awal.replace(b"\0", b"").lower()
    if not kecil.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith((b"<", b"{")):
        return ""
    return next((jenis for tanda, jenis in TEKS if tanda in kecil), "")
