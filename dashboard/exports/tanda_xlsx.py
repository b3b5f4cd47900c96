"""A person's own workbook with its problems marked: the cells coloured, each sentence as a note, a list in front.

openpyxl reads the file as it is and writes it back, so that formats, drop-down lists and further sheets stay; what does
not is named on the list. A file it cannot read comes back as the list alone. What an earlier round marked is wiped off
first, and a note of the person's own is left as it was.
"""

import io
from collections.abc import Sequence
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.bagian_hilang import yang_hilang
from dashboard.lembar_cetak import HALAMAN_KE, KODE_KERTAS, TEPI_BAWAH_INCI, TEPI_INCI, tinggi_sebaris

PENULIS = "Dasbor Kinerja"
LEMBAR_DAFTAR = "_masalah"
"""The import passes over sheets whose name begins so."""
KOLOM = (("Lembar", 18), ("Sel", 8), ("Tertulis", 28), ("Yang salah", 60), ("Perbaikan", 60))
KEPALA = (
    "Sel yang harus diperbaiki berwarna merah muda dan bercatatan. Perbaiki, simpan, lalu serahkan berkas ini lagi; "
    "lembar ini dilewati saat dibaca."
)
KEPALA_SENDIRI = "Sel yang harus diperbaiki pada berkas Anda. Perbaiki di sana, simpan, lalu serahkan berkas itu lagi."
TETAP_ADA = "Berkas asli Anda tetap memuatnya; bila diperlukan, perbaiki selnya di sana."
AWAL_CATATAN = f"\n\n{PENULIS}:\n"
"""Between a note of the person's own and what was added to it."""
BARIS_JUDUL = 2
TANDAI = PatternFill("solid", "FFF8D7D4", "FFF8D7D4")
ABU = PatternFill("solid", "FFE9EBEE", "FFE9EBEE")
WARNA_TAUT = "FF0B5CAD"
WARNA_TAB = "FFB62A20"
LEBAR_CATATAN, TINGGI_HURUF, TINGGI_CATATAN = 320, 18, 60
HURUF_SEBARIS = 44
"""Letters that surely fit into a line of a note."""
NAMA_HURUF, UKURAN_HURUF = "Calibri", 11
GARIS = Border(bottom=Side("hair", "FF9AA3AD"))
TANPA_SEL = "(seluruh berkas)"
TAK_TERBACA = (ValueError, KeyError, TypeError, AttributeError, IndexError, BadZipFile)
"""What openpyxl raises on files that Excel still opens."""

BarisTanda = tuple[str, str, str, str, str]
"""(sheet, address, what stands there, what is wrong, what is right); the first two empty for the whole file."""


def tulis_tanda(isi: bytes, tanda: Sequence[BarisTanda]) -> bytes:
    """The workbook of those bytes with its problems marked, in the order given."""
    buku = _buka(isi)
    sendiri = bool(buku.worksheets)
    for lembar in buku.worksheets:
        _bersihkan(lembar)
    for satu in tanda:
        _tandai(buku, satu)
    _tulis_daftar(buku, tanda, KEPALA if sendiri else KEPALA_SENDIRI)
    hasil = _simpan(buku)
    if sendiri and (hilang := yang_hilang(isi, hasil)):
        del buku[LEMBAR_DAFTAR]
        tidak_ikut = ("", "", "", f"tidak ikut ke salinan ini: {', '.join(hilang)}", TETAP_ADA)
        _tulis_daftar(buku, [*tanda, tidak_ikut], KEPALA)
        hasil = _simpan(buku)
    return hasil


def _simpan(buku: Workbook) -> bytes:
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _buka(isi: bytes) -> Workbook:
    try:
        buku = load_workbook(io.BytesIO(isi), rich_text=True)  # or what is struck out comes back as if it were not
    except TAK_TERBACA:
        buku = Workbook()
        buku.remove(buku.worksheets[0])
    if LEMBAR_DAFTAR in buku.sheetnames:
        del buku[LEMBAR_DAFTAR]
    return buku


def _bersihkan(lembar: Worksheet) -> None:
    """Take off the marks of an earlier round: those notes are ours, and the colour came with them."""
    for baris in lembar.iter_rows():
        for sel in baris:
            if isinstance(sel, Cell) and (catatan := sel.comment) is not None:
                milik, tambahan, _ = catatan.text.partition(AWAL_CATATAN)
                if catatan.author == PENULIS or tambahan:
                    sel.comment = None if catatan.author == PENULIS else Comment(milik, catatan.author)
                    sel.fill = PatternFill()


def _tandai(buku: Workbook, tanda: BarisTanda) -> None:
    lembar = next((satu for satu in buku.worksheets if satu.title == tanda[0]), None)
    if lembar is None:
        return
    lembar.sheet_state = "visible"
    lembar.sheet_properties.tabColor = WARNA_TAB
    sel = _sel(lembar, tanda[1])
    kalimat, penulis = _kalimat(tanda), PENULIS
    if (ada := sel.comment) is not None:
        penulis = ada.author
        sambung = "\n\n" if penulis == PENULIS or AWAL_CATATAN in ada.text else AWAL_CATATAN
        kalimat = f"{ada.text}{sambung}{kalimat}"
    sel.comment = Comment(kalimat, penulis, width=LEBAR_CATATAN, height=_tinggi(kalimat))
    sel.fill = TANDAI


def _tinggi(catatan: str) -> int:
    """Pixels of a note in which all of its text is seen."""
    baris = sum(1 + len(satu) // HURUF_SEBARIS for satu in catatan.split("\n"))
    return max(TINGGI_CATATAN, (baris + 1) * TINGGI_HURUF)


def _sel(lembar: Worksheet, alamat: str) -> Cell:
    """The cell, or the first one of the merged range it lies in."""
    sel = lembar[alamat]
    if isinstance(sel, MergedCell):
        rentang = next(satu for satu in lembar.merged_cells.ranges if alamat in satu)
        sel = lembar.cell(rentang.min_row, rentang.min_col)
    assert isinstance(sel, Cell)
    return sel


def _kalimat(tanda: BarisTanda) -> str:
    _, _, nilai, salah, benar = tanda
    return f'"{nilai}" {salah}. {benar}' if nilai else f"{salah[:1].upper()}{salah[1:]}. {benar}"


def _tulis_daftar(buku: Workbook, tanda: Sequence[BarisTanda], kepala: str) -> None:
    lembar = buku.create_sheet(LEMBAR_DAFTAR, 0)
    buku.active = 0
    _tulis(lembar, 1, 1, kepala).font = _huruf(tebal=True)
    for k, (judul, lebar) in enumerate(KOLOM, start=1):
        sel = _tulis(lembar, BARIS_JUDUL, k, judul)
        sel.font, sel.fill = _huruf(tebal=True), ABU
        lembar.column_dimensions[sel.column_letter].width = lebar
    for b, satu in enumerate(tanda, start=BARIS_JUDUL + 1):
        for k, teks in enumerate(_terbaca(satu), start=1):
            sel = _tulis(lembar, b, k, teks)
            sel.alignment, sel.border, sel.font = Alignment(wrap_text=True, vertical="top"), GARIS, _huruf()
        if satu[1] and satu[0] in buku.sheetnames:
            sel = lembar.cell(b, 2)
            sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"{quote_sheetname(satu[0])}!{satu[1]}")
            sel.font = _huruf(tautan=True)
    _siap_cetak(lembar, [lebar for _, lebar in KOLOM], tanda)
    lembar.freeze_panes = f"A{BARIS_JUDUL + 1}"
    lembar.auto_filter.ref = f"A{BARIS_JUDUL}:E{BARIS_JUDUL + len(tanda)}"


def _huruf(*, tebal: bool = False, tautan: bool = False) -> Font:
    """Letters named, or LibreOffice takes others."""
    if tautan:
        return Font(name=NAMA_HURUF, size=UKURAN_HURUF, color=WARNA_TAUT, underline="single")
    return Font(name=NAMA_HURUF, size=UKURAN_HURUF, bold=tebal)


def _terbaca(satu: BarisTanda) -> BarisTanda:
    """As it stands on the list: sentences begin with a capital, and what has no cell says so."""
    lembar, sel, nilai, salah, benar = satu
    return lembar or TANPA_SEL, sel, nilai, salah[:1].upper() + salah[1:], benar


def _siap_cetak(lembar: Worksheet, lebar: Sequence[float], tanda: Sequence[BarisTanda]) -> None:
    """As `lembar_cetak.siap_cetak`, for a book of openpyxl; only this sheet is ours."""
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.paperSize = KODE_KERTAS["A4"]
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    lembar.page_margins = PageMargins(TEPI_INCI, TEPI_INCI, TEPI_INCI, TEPI_BAWAH_INCI)
    lembar.print_title_rows = f"1:{BARIS_JUDUL}"
    kaki = lembar.oddFooter
    assert kaki is not None
    kaki.right.text = HALAMAN_KE
    for b, satu in enumerate(tanda, start=BARIS_JUDUL + 1):
        lembar.row_dimensions[b].height = tinggi_sebaris(satu, lebar)


def _tulis(lembar: Worksheet, baris: int, kolom: int, teks: str) -> Cell:
    """Text is text: what begins like a formula is none."""
    sel = lembar.cell(baris, kolom)
    assert isinstance(sel, Cell)
    sel.value = teks
    sel.data_type = "s"
    return sel
