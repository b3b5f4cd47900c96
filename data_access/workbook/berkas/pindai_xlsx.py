"""Looking into an .xlsx before it is opened: is it one, is it safe, and what does its reader not tell us.

The reader (calamine) gives a broken formula as a blank and a percentage as its fraction, and lays a sheet out as a
full rectangle in memory; so errors, formulas without a stored value, percent formats and far-away cells are looked
up in the XML itself.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from defusedxml.ElementTree import fromstring

from data_access.workbook.berkas.mentah import SelRusak

MAKS_BITA_BERKAS = 10 * 1024 * 1024
MAKS_BITA_URAI = 200 * 1024 * 1024
MAKS_BITA_KECIL = 4 * 1024 * 1024
MAKS_RASIO = 200
MAKS_LUAS = 8_000_000
FORMAT_PERSEN_BAWAAN = {9, 10}

TIDAK_TERHITUNG = SelRusak("berisi rumus yang belum dihitung")
GALAT_RUMUS = SelRusak("berisi galat rumus")

_SEL = re.compile(rb"<c\b([^>]*[^/>])?>(.*?)</c>", re.DOTALL)
_SEL_PERSEN = re.compile(rb"<c\b([^>]*)>")
_ALAMAT = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_ALAMAT_TERISI = re.compile(rb"""<c\b[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*[^/]>""")
_GAYA = re.compile(rb"""\bs=["'](\d+)["']""")
_BERISI = re.compile(rb"<v\b[^>]*>[^<]")
_RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class BerkasDitolak(Exception):
    """The file is not opened at all; `salah` and `benar` say why and what to do."""

    def __init__(self, salah: str, benar: str) -> None:
        super().__init__(salah)
        self.salah = salah
        self.benar = benar


RUSAK = BerkasDitolak("rusak atau bukan buku kerja Excel", "Buka di Excel lalu simpan sebagai .xlsx.")


@dataclass(slots=True)
class Pindaian:
    """By sheet name: unusable cells and cells shown as a percentage, both by (row, column) from 0."""

    rusak: dict[str, dict[tuple[int, int], SelRusak]] = field(default_factory=dict)
    persen: dict[str, set[tuple[int, int]]] = field(default_factory=dict)


def pindai(berkas: Path) -> Pindaian:
    """Raises BerkasDitolak for anything that is not a plain, sane .xlsx."""
    if berkas.stat().st_size > MAKS_BITA_BERKAS:
        raise BerkasDitolak("lebih besar dari 10 MB", "Pecah buku kerja menjadi beberapa berkas.")
    if not zipfile.is_zipfile(berkas):
        raise BerkasDitolak("bukan berkas .xlsx", "Buka di Excel (tanpa kata sandi) lalu simpan sebagai .xlsx.")
    try:
        with zipfile.ZipFile(berkas) as arsip:
            _periksa_arsip(arsip)
            return _pindai_lembar(arsip)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, SyntaxError, NotImplementedError) as galat:
        raise RUSAK from galat


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


def _pindai_lembar(arsip: zipfile.ZipFile) -> Pindaian:
    hasil = Pindaian()
    gaya = _gaya_persen(arsip)
    for nama, bagian in _bagian_lembar(arsip):
        xml = arsip.read(bagian)
        if _luas(xml) > MAKS_LUAS:
            raise BerkasDitolak(f"memuat sel sangat jauh pada lembar {nama}", "Hapus baris dan kolom kosong di ujung.")
        hasil.rusak[nama] = dict(_sel_rusak(xml))
        hasil.persen[nama] = set(_sel_persen(xml, gaya)) if gaya else set()
    return hasil


def _bagian_lembar(arsip: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(sheet name, part name) as the workbook's relations tie them."""
    relasi = {
        satu.get("Id"): posixpath.normpath(posixpath.join("/xl", satu.get("Target", ""))).lstrip("/")
        for satu in fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
    }
    for satu in fromstring(arsip.read("xl/workbook.xml")).iter():
        if satu.tag.rpartition("}")[2] == "sheet":
            bagian = relasi[satu.get(_RELASI)]
            if bagian.startswith("xl/worksheets/"):
                yield satu.get("name", ""), bagian


def _gaya_persen(arsip: zipfile.ZipFile) -> set[bytes]:
    """The indices of cell styles whose number format shows a percentage."""
    if "xl/styles.xml" not in arsip.namelist():
        return set()
    akar = fromstring(arsip.read("xl/styles.xml"))
    nomor = FORMAT_PERSEN_BAWAAN | {
        int(satu.get("numFmtId", "0")) for satu in akar.iter() if "%" in satu.get("formatCode", "")
    }
    daftar = next((satu for satu in akar if satu.tag.rpartition("}")[2] == "cellXfs"), ())
    return {str(i).encode() for i, satu in enumerate(daftar) if int(satu.get("numFmtId", "0")) in nomor}


def _luas(xml: bytes) -> int:
    """Cells of the rectangle that holds all filled cells."""
    kasar = _persegi(_ALAMAT.findall(xml))
    return kasar if kasar <= MAKS_LUAS else _persegi(_ALAMAT_TERISI.findall(xml))


def _persegi(alamat: list[tuple[bytes, bytes]]) -> int:
    if not alamat:
        return 0
    return max(int(baris) for _, baris in alamat) * (max(map(_indeks, {huruf for huruf, _ in alamat})) + 1)


def _sel_rusak(xml: bytes) -> Iterator[tuple[tuple[int, int], SelRusak]]:
    if b"<f" not in xml and b't="e"' not in xml:
        return
    for sel in _SEL.finditer(xml):
        sifat, isi = sel[1] or b"", sel[2]
        letak = _letak(sifat)
        if letak is None:
            continue
        if b't="e"' in sifat:
            yield letak, GALAT_RUMUS
        elif b"<f" in isi and not _BERISI.search(isi) and b't="str"' not in sifat:
            yield letak, TIDAK_TERHITUNG


def _sel_persen(xml: bytes, gaya: set[bytes]) -> Iterator[tuple[int, int]]:
    for sel in _SEL_PERSEN.finditer(xml):
        nomor = _GAYA.search(sel[1])
        letak = _letak(sel[1]) if nomor and nomor[1] in gaya else None
        if letak is not None:
            yield letak


def _letak(sifat: bytes) -> tuple[int, int] | None:
    alamat = _ALAMAT.search(sifat)
    return (int(alamat[2]) - 1, _indeks(alamat[1])) if alamat else None


def _indeks(huruf: bytes) -> int:
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + satu - ord("A") + 1
    return nomor - 1
