"""Made-up cells put into files: by openpyxl, as raw XML in the ways programs spell it, as .csv."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, time
from xml.sax.saxutils import escape, quoteattr

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from tests.berkas_nyata.pembuat import buku_xml, gaya_xml, lembar_xml
from tests.berkas_nyata.sifat.sel_acak import PERSEN, WAKTU, SelAcak

Tabel = Mapping[str, Sequence[Sequence[SelAcak]]]
"""Rows of cells by sheet; the first row are the headings."""
BENTUK = [*PERSEN, *WAKTU]
EJAAN = ("biasa", "awalan", "tanpa alamat")


def dengan_openpyxl(tabel: Tabel) -> bytes:
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    assert isinstance(buku.active, Worksheet)
    buku.remove(buku.active)
    for nama, semua in tabel.items():
        lembar = buku.create_sheet(nama)
        for i, baris in enumerate(semua, start=1):
            for j, satu in enumerate(baris, start=1):
                sel = lembar.cell(i, j)
                if satu.runtun:
                    potong = [TextBlock(InlineFont(strike=coret), teks) for teks, coret in satu.runtun if teks]
                    sel.value = CellRichText(*potong)
                elif satu.isi is not None or satu.galat:
                    sel.value = satu.galat or satu.isi
                    if isinstance(satu.isi, str):
                        sel.data_type = "s"  # a text, whatever it looks like
                sel.number_format = satu.bentuk
    buku.save(keluar)
    return _dengan_spasi(keluar.getvalue())


def _dengan_spasi(isi: bytes) -> bytes:
    """openpyxl does not say that a run of nothing but a blank is to be kept, so that Excel drops it as well."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in asal.namelist():
            baru.writestr(nama, asal.read(nama).replace(b"<t> </t>", b'<t xml:space="preserve"> </t>'))
    return keluar.getvalue()


def dengan_xml(tabel: Tabel, ejaan: str) -> bytes:
    lembar = {}
    for nama, semua in tabel.items():
        xml = lembar_xml("".join(_baris(i, baris, ejaan) for i, baris in enumerate(semua, start=1)))
        if ejaan == "awalan":
            for elemen in ("worksheet", "sheetData", "row", "c", "v", "f", "is", "r", "t", "rPr", "strike"):
                xml = xml.replace(f"<{elemen}>", f"<x:{elemen}>").replace(f"<{elemen} ", f"<x:{elemen} ")
                xml = xml.replace(f"<{elemen}/>", f"<x:{elemen}/>").replace(f"</{elemen}>", f"</x:{elemen}>")
            xml = xml.replace(" xmlns=", " xmlns:x=", 1)
        lembar[nama] = xml
    return buku_xml(lembar, gaya=gaya_xml(*BENTUK))


def dengan_csv(semua: Sequence[Sequence[SelAcak]]) -> str:
    """Texts only: a .csv knows nothing else."""
    keluar = io.StringIO()
    csv.writer(keluar).writerows([[satu.isi if isinstance(satu.isi, str) else "" for satu in baris] for baris in semua])
    return keluar.getvalue()


def _baris(nomor: int, baris: Sequence[SelAcak], ejaan: str) -> str:
    tanpa = ejaan == "tanpa alamat"
    isi = "".join(_sel("" if tanpa else f"{chr(65 + j)}{nomor}", satu) for j, satu in enumerate(baris))
    return f"<row>{isi}</row>" if tanpa else f'<row r="{nomor}">{isi}</row>'


def _sel(alamat: str, satu: SelAcak) -> str:
    jenis, isi = _isi(satu)
    rumus = "<f>A1*2</f>" if satu.rumus else ""
    awal = f'<c{f" r={quoteattr(alamat)}" if alamat else ""} s="{1 + BENTUK.index(satu.bentuk)}"'
    return f"{awal}{f' t={quoteattr(jenis)}' if jenis else ''}>{rumus}{isi}</c>"


def _isi(satu: SelAcak) -> tuple[str, str]:
    if satu.galat:
        return "e", f"<v>{satu.galat}</v>"
    if satu.runtun:
        return "inlineStr", f"<is>{''.join(_runtun(teks, coret=coret) for teks, coret in satu.runtun)}</is>"
    if isinstance(satu.isi, str):
        if satu.rumus:
            return "str", f"<v>{escape(satu.isi)}</v>"
        return "inlineStr", f'<is><t xml:space="preserve">{escape(satu.isi)}</t></is>'
    if isinstance(satu.isi, bool):
        return "b", f"<v>{int(satu.isi)}</v>"
    if isinstance(satu.isi, date):
        return "", f"<v>{(satu.isi - date(1899, 12, 30)).days}</v>"
    if isinstance(satu.isi, time):
        return "", f"<v>{(satu.isi.hour * 60 + satu.isi.minute) / 1440!r}</v>"
    return "", "" if satu.isi is None else f"<v>{satu.isi!r}</v>"


def _runtun(teks: str, *, coret: bool) -> str:
    return f'<r><rPr>{"<strike/>" if coret else ""}</rPr><t xml:space="preserve">{escape(teks)}</t></r>'
