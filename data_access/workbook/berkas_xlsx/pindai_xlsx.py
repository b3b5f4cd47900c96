"""Looking into an .xlsx before it is opened: is it one, is it safe, and what does its reader not tell us."""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError

from defusedxml.ElementTree import fromstring

from dashboard.domain.kamus.buku_kerja import LEMBAR_BERNAMA
from data_access.workbook.berkas.kalender import Kalender
from data_access.workbook.berkas.mentah import SelRusak, nama_baku
from data_access.workbook.berkas.tolak import RUSAK, TERKUNCI, BerkasDitolak, LembarDitolak
from data_access.workbook.berkas.warna import Warna
from data_access.workbook.berkas_xlsx.cara_pindai import CaraPindai
from data_access.workbook.berkas_xlsx.gaya_xlsx import gaya_bersyarat, gaya_sel, nama_elemen
from data_access.workbook.berkas_xlsx.pindai_lembar import MAKS_LUAS, POTONGAN, PindaianLembar
from data_access.workbook.berkas_xlsx.sel_ganjil import SelXml, sel_ganjil
from data_access.workbook.berkas_xlsx.tampilan_lembar import YA
from data_access.workbook.berkas_xlsx.teks_kaya import memuat_coretan, teks_tercoret
from data_access.workbook.berkas_xlsx.urutan_sel import UrutanSel
from data_access.workbook.berkas_xlsx.warna_xlsx import TEMA_BIASA, warna_tema
from data_access.workbook.cell_address import Letak

MAKS_BITA_BERKAS = 10 * 1024 * 1024
MAKS_BITA_URAI = 200 * 1024 * 1024
MAKS_BITA_KECIL = 4 * 1024 * 1024
MAKS_BITA_POHON = 16 * 1024 * 1024
"""Of a part that is read as a whole: the list of sheets, the styles."""
MAKS_BITA_ASING = 16 * 1024 * 1024
"""Of the sheets that are not ours, beside ours."""
MAKS_RASIO = 200
TEKS_BERSAMA, GAYA = "sharedStrings", "styles"
"""Parts that calamine looks for at one place only, "xl/styles.xml", in letters of any size."""
BUKAN_XLSX = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    LookupError,
    OSError,
    OverflowError,
    ValueError,
    SyntaxError,
    ExpatError,
    NotImplementedError,
)
"""How Python says that an archive, a part of it or the XML inside is none."""


@dataclass(slots=True)
class PindaianBuku:
    """The sheets worth reading, in the order of the file, and why others were left out."""

    lembar: list[PindaianLembar]
    catatan: tuple[str, ...] = ()


def pindai(berkas: Path) -> PindaianBuku:
    """Raises BerkasDitolak for anything that is not a plain, sane .xlsx."""
    isi = io.BytesIO(berkas.read_bytes())
    try:
        with zipfile.ZipFile(isi) as arsip:
            periksa_arsip(arsip)
            daftar = list(_bagian_lembar(arsip))
            return _pindai_lembar(arsip, daftar, baca_bagian(arsip, {bagian for _, bagian, _ in daftar}))
    except BUKAN_XLSX as error:
        raise RUSAK from error


def cari_ganjil(berkas: Path, lembar: PindaianLembar, ganjil: Callable[[SelXml, int], bool]) -> dict[Letak, SelRusak]:
    """The cells of the sheet of which that holds, told with how many shared texts there are."""
    try:
        with zipfile.ZipFile(berkas) as arsip:
            teks = _bagian_tetap(arsip, TEKS_BERSAMA)
            banyak = arsip.read(teks).count(b"<si") if teks else 0
            with arsip.open(lembar.bagian) as alir:
                return sel_ganjil(alir, lambda satu: ganjil(satu, banyak))
    except BUKAN_XLSX as error:
        raise RUSAK from error


def periksa_urutan(berkas: Path, lembar: PindaianLembar) -> None:
    """Raises LembarDitolak where a cell of the sheet stands twice or out of its place."""
    urutan = UrutanSel(lembar.nama)
    try:
        with zipfile.ZipFile(berkas) as arsip:
            with arsip.open(lembar.bagian) as alir:
                lazim = all(map(urutan.lazim, iter(lambda: alir.read(POTONGAN), b"")))
            if not lazim:
                with arsip.open(lembar.bagian) as alir:
                    PindaianLembar(lembar.nama, {}, cara=CaraPindai(coret_di_lembar=True, lazim=False)).baca(alir)
    except BUKAN_XLSX as error:
        raise RUSAK from error


def periksa_arsip(arsip: zipfile.ZipFile) -> None:
    """Whether the archive is plain and sane, as far as it says itself. Raises BerkasDitolak."""
    isi = arsip.infolist()
    if any(satu.filename.lower().endswith("vbaproject.bin") for satu in isi):
        raise BerkasDitolak("memuat makro", "Simpan sebagai .xlsx tanpa makro.")
    if any(satu.flag_bits & 1 for satu in isi):
        raise TERKUNCI
    if sum(satu.file_size for satu in isi) > MAKS_BITA_URAI or any(map(_tak_wajar, isi)):
        raise BerkasDitolak("mengembang tidak wajar saat dibuka", "Pecah buku kerja menjadi beberapa berkas.")


def baca_bagian(arsip: zipfile.ZipFile, kecuali: Collection[str] = ()) -> set[str]:
    """Read to their end all parts but those, whose reader does so: sizes in an archive are claims of the file itself.

    Says which speak of struck-out letters.
    """
    coretan = set()
    for satu in arsip.infolist():
        if satu.filename not in kecuali:
            with arsip.open(satu) as alir:
                if memuat_coretan(alir):
                    coretan.add(satu.filename)
    return coretan


def _tak_wajar(satu: zipfile.ZipInfo) -> bool:
    return satu.file_size > MAKS_BITA_KECIL and satu.file_size > MAKS_RASIO * max(satu.compress_size, 1)


def _pindai_lembar(arsip: zipfile.ZipFile, daftar: Sequence[tuple[str, str, bool]], coretan: set[str]) -> PindaianBuku:
    """Our sheets first, as far as the budget of the file reaches; what is not ours and goes beyond it is left out."""
    gaya, teks = _bagian_tetap(arsip, GAYA), _bagian_tetap(arsip, TEKS_BERSAMA)
    pohon_gaya, tema = _pohon(arsip, gaya) if gaya else Element("styleSheet"), _tema(arsip)
    gaya_berarti, bersyarat = gaya_sel(pohon_gaya, tema), gaya_bersyarat(pohon_gaya)
    bersama = teks_tercoret(arsip, teks) if teks in coretan else {}
    bagian = [(nama, satu) for nama, satu, _ in daftar]
    tersembunyi = {nama for nama, _, benar in daftar if benar}
    milik_kita = {nama for nama, _ in bagian if nama_baku(nama) in LEMBAR_BERNAMA}
    sisa, bita_asing = MAKS_LUAS, MAKS_BITA_ASING if milik_kita else MAKS_BITA_URAI
    kalender = _kalender(arsip)
    hasil: dict[str, PindaianLembar] = {}
    lewat: dict[str, BerkasDitolak] = {}
    for nama, satu in sorted(bagian, key=lambda b: b[0] not in milik_kita):
        if nama not in milik_kita:
            bita_asing -= arsip.getinfo(satu).file_size
        try:
            if bita_asing < 0:
                raise LembarDitolak(f"terlalu besar pada lembar {nama}", "Hapus lembar itu.")
            ulang: CaraPindai | None = CaraPindai(bersama, bersyarat=bersyarat)
            while ulang:
                lembar = PindaianLembar(nama, gaya_berarti, sisa, cara=ulang, kalender=kalender)
                with arsip.open(satu) as alir:
                    lembar.baca(alir)
                ulang = lembar.ulang
        except LembarDitolak as error:
            if nama in milik_kita:
                raise
            lewat[nama] = error
        else:
            lembar.tersembunyi = nama in tersembunyi or lembar.tampilan.tertutup
            lembar.bagian = satu
            hasil[nama] = lembar
            sisa -= lembar.luas
    if lewat and not any(satu.luas for satu in hasil.values()):
        raise next(iter(lewat.values()))
    catatan = tuple(f"Lembar {nama} tidak dibaca: {error.salah}." for nama, error in lewat.items())
    return PindaianBuku([hasil[nama] for nama, _ in bagian if nama in hasil], catatan)


def _bagian_lembar(arsip: zipfile.ZipFile) -> Iterator[tuple[str, str, bool]]:
    """(sheet name, part name, whether it is hidden) as the workbook's relations tie them."""
    relasi = {nomor: bagian for nomor, _, bagian in _relasi(arsip)}
    for satu in _pohon(arsip, "xl/workbook.xml").iter():
        if nama_elemen(satu) == "sheet":
            bagian = relasi[next((isi for sifat, isi in satu.items() if sifat.endswith("}id")), "")]
            if bagian.startswith("xl/worksheets/"):
                yield satu.get("name", ""), bagian, satu.get("state", "visible") != "visible"


def _kalender(arsip: zipfile.ZipFile) -> Kalender:
    sifat = (satu for satu in _pohon(arsip, "xl/workbook.xml").iter() if nama_elemen(satu) == "workbookPr")
    return Kalender(any(satu.get("date1904") in YA for satu in sifat))


def _tema(arsip: zipfile.ZipFile) -> Sequence[Warna | None]:
    bagian = [satu for _, jenis, satu in _relasi(arsip) if jenis == "theme" and satu in arsip.namelist()]
    return warna_tema(_pohon(arsip, bagian[0])) if bagian else TEMA_BIASA


def _relasi(arsip: zipfile.ZipFile) -> Iterator[tuple[str, str, str]]:
    """(number, kind, part name) of what the workbook consists of."""
    for satu in _pohon(arsip, "xl/_rels/workbook.xml.rels"):
        bagian = posixpath.normpath(posixpath.join("/xl", satu.get("Target", ""))).lstrip("/")
        yield satu.get("Id", ""), satu.get("Type", "").rpartition("/")[2], bagian


def _bagian_tetap(arsip: zipfile.ZipFile, jenis: str) -> str | None:
    """The one part of that kind. Raises BerkasDitolak where calamine would not find it, or another one."""
    biasa = f"xl/{jenis}.xml".lower()
    ada = [satu for satu in arsip.namelist() if satu.lower() == biasa]
    if len(ada) > 1 or any(kata == jenis and satu.lower() != biasa for _, kata, satu in _relasi(arsip)):
        raise RUSAK
    return ada[0] if ada else None


def _pohon(arsip: zipfile.ZipFile, bagian: str) -> Element:
    if arsip.getinfo(bagian).file_size > MAKS_BITA_POHON:
        raise BerkasDitolak("memuat gaya sel yang tidak wajar banyaknya", "Salin isinya ke buku kerja yang baru.")
    akar: Element = fromstring(arsip.read(bagian))
    return akar
