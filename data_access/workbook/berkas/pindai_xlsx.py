"""Looking into an .xlsx before it is opened: is it one, is it safe, and what does its reader not tell us."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError

from defusedxml.ElementTree import fromstring

from data_access.workbook.berkas.format_angka import BAWAAN, FormatPersen, format_persen
from data_access.workbook.berkas.pindai_lembar import PindaianLembar
from data_access.workbook.berkas.tolak import RUSAK, BerkasDitolak

MAKS_BITA_BERKAS = 10 * 1024 * 1024
MAKS_BITA_URAI = 200 * 1024 * 1024
MAKS_BITA_KECIL = 4 * 1024 * 1024
MAKS_BITA_POHON = 16 * 1024 * 1024
"""Of a part that is read as a whole: the list of sheets, the styles."""
MAKS_RASIO = 200
BUKAN_XLSX = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    SyntaxError,
    ExpatError,
    NotImplementedError,
)
"""How Python says that an archive, a part of it or the XML inside is none."""


def pindai(berkas: Path) -> list[PindaianLembar]:
    """Raises BerkasDitolak for anything that is not a plain, sane .xlsx."""
    if berkas.stat().st_size > MAKS_BITA_BERKAS:
        raise BerkasDitolak("lebih besar dari 10 MB", "Pecah buku kerja menjadi beberapa berkas.")
    if not zipfile.is_zipfile(berkas):
        raise BerkasDitolak("bukan berkas .xlsx", "Buka di Excel (tanpa kata sandi) lalu simpan sebagai .xlsx.")
    try:
        with zipfile.ZipFile(berkas) as arsip:
            _periksa_arsip(arsip)
            return _pindai_lembar(arsip)
    except BUKAN_XLSX as error:
        raise RUSAK from error


def _periksa_arsip(arsip: zipfile.ZipFile) -> None:
    isi = arsip.infolist()
    if any(satu.filename.lower().endswith("vbaproject.bin") for satu in isi):
        raise BerkasDitolak("memuat makro", "Simpan sebagai .xlsx tanpa makro.")
    if any(satu.flag_bits & 1 for satu in isi):
        raise BerkasDitolak("dikunci kata sandi", "Simpan tanpa kata sandi.")
    if sum(satu.file_size for satu in isi) > MAKS_BITA_URAI or any(map(_tak_wajar, isi)):
        raise BerkasDitolak("mengembang tidak wajar saat dibuka", "Pecah buku kerja menjadi beberapa berkas.")
    for satu in isi:  # the sizes above are claims of the file itself; reading to the end checks them
        with arsip.open(satu) as alir:
            while alir.read(1 << 20):
                pass


def _tak_wajar(satu: zipfile.ZipInfo) -> bool:
    return satu.file_size > MAKS_BITA_KECIL and satu.file_size > MAKS_RASIO * max(satu.compress_size, 1)


def _pindai_lembar(arsip: zipfile.ZipFile) -> list[PindaianLembar]:
    gaya = _percent_styles(arsip)
    hasil = []
    for nama, bagian in _bagian_lembar(arsip):
        lembar = PindaianLembar(nama, gaya)
        with arsip.open(bagian) as alir:
            lembar.baca(alir)
        hasil.append(lembar)
    return hasil


def _bagian_lembar(arsip: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(sheet name, part name) as the workbook's relations tie them."""
    relasi = {
        satu.get("Id"): posixpath.normpath(posixpath.join("/xl", satu.get("Target", ""))).lstrip("/")
        for satu in _pohon(arsip, "xl/_rels/workbook.xml.rels")
    }
    for satu in _pohon(arsip, "xl/workbook.xml").iter():
        if _nama(satu) == "sheet":
            bagian = relasi[next(isi for sifat, isi in satu.items() if sifat.endswith("}id"))]
            if bagian.startswith("xl/worksheets/"):
                yield satu.get("name", ""), bagian


def _percent_styles(arsip: zipfile.ZipFile) -> dict[str, FormatPersen]:
    """The percent formats by the index of the cell style that uses them."""
    if "xl/styles.xml" not in arsip.namelist():
        return {}
    akar = _pohon(arsip, "xl/styles.xml")
    kode = BAWAAN | {
        int(satu.get("numFmtId", "0")): satu.get("formatCode", "") for satu in akar.iter() if _nama(satu) == "numFmt"
    }
    format_nomor = {nomor: satu for nomor, teks in kode.items() if (satu := format_persen(teks)) is not None}
    daftar = next((satu for satu in akar if _nama(satu) == "cellXfs"), ())
    nomor_gaya = (int(satu.get("numFmtId", "0")) for satu in daftar)
    return {str(i): format_nomor[nomor] for i, nomor in enumerate(nomor_gaya) if nomor in format_nomor}


def _pohon(arsip: zipfile.ZipFile, bagian: str) -> Element:
    if arsip.getinfo(bagian).file_size > MAKS_BITA_POHON:
        raise BerkasDitolak("memuat gaya sel yang tidak wajar banyaknya", "Salin isinya ke buku kerja yang baru.")
    akar: Element = fromstring(arsip.read(bagian))
    return akar


def _nama(elemen: Element) -> str:
    """An element's name without its namespace."""
    return elemen.tag.rpartition("}")[2]
