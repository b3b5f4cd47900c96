"""An .xls (Excel 97-2003, WPS .et) into raw cells, by xlrd: values with their formats, fonts, and what is hidden.

A formula in an .xls always has a stored value; programs that calculate nothing store 0. So of a formula that is 0
nobody can tell whether it was ever calculated, and it is not taken.
"""

import io
import struct
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from data_access.workbook.berkas.format_angka import FormatWaktu, format_angka, format_waktu
from data_access.workbook.berkas.gaya_sel import GayaSel, kenakan, tersembunyi
from data_access.workbook.berkas.kalender import Kalender
from data_access.workbook.berkas.mentah import (
    Huruf,
    IsiBuku,
    LembarMentah,
    Mentah,
    Pandangan,
    SelRusak,
    letak_nol,
    pilah,
    susun,
)
from data_access.workbook.berkas.tertutup import buang_tertutup
from data_access.workbook.berkas.tolak import RUSAK, TERKUNCI
from data_access.workbook.berkas.warna import HITAM, MAKS_HURUF_KECIL, PUTIH, Warna, serupa
from data_access.workbook.berkas_xlsx.pindai_lembar import FORMULA_ERRORS
from data_access.workbook.cell_address import Letak

MAKS_CATATAN = 10_000
"""Merged cells, and cells shown otherwise than stored, that are kept of a sheet."""
NOL_RUMUS = "berisi rumus bernilai 0, dan .xls tidak memuat apakah rumus itu sudah dihitung (.xlsx memuatnya)"
REKAM_RUMUS, REKAM_AKHIR, REKAM_AWAL = 0x0006, 0x000A, 0x0809
KEPALA = struct.Struct("<HH")
RUMUS = struct.Struct("<HHH8s")
TEKS_RUMUS = (b"\0", b"\xff\xff")
"""How the stored value of a formula begins and ends whose result is a text."""
DWIPULUH = 20
"""Letters are measured in twentieths of a point."""
PADAT = 1
"""The pattern of a plain fill; 0 is none."""
BUKAN_XLS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""How xlrd says, beside its own errors, that a file is broken."""


def baca_xls(berkas: Path) -> IsiBuku:
    """Raises BerkasDitolak for what is no sane .xls."""
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        with xlrd.open_workbook(
            str(berkas), logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        ) as buku:
            gaya = _gaya(buku)
            return [_lembar(buku, i, gaya) for i in range(buku.nsheets)], ()
    except xlrd.XLRDError as error:
        raise (TERKUNCI if "encrypted" in str(error) else RUSAK) from error
    except (*BUKAN_XLS, CompDocError) as error:
        raise RUSAK from error


def _gaya(buku: Any) -> dict[int, GayaSel]:
    """The styles that matter, by the index a cell names them with."""
    semua = {
        i: GayaSel(
            format_angka(buku.format_map[xf.format_key].format_str),
            bool(buku.font_list[xf.font_index].struck_out),
            samar=_samar(buku, buku.font_list[xf.font_index], xf.background),
        )
        for i, xf in enumerate(buku.xf_list)
    }
    return {i: satu for i, satu in semua.items() if satu.berarti}


def _samar(buku: Any, huruf: Any, latar: Any) -> bool:
    """Whether letters of that font are not seen on that fill."""
    if 0 < huruf.height <= MAKS_HURUF_KECIL * DWIPULUH:
        return True
    isian = PUTIH if not latar.fill_pattern else _warna(buku, latar.pattern_colour_index, None)
    return serupa(_warna(buku, huruf.colour_index, HITAM), isian if latar.fill_pattern <= PADAT else None)


def _warna(buku: Any, nomor: int, bawaan: Warna | None) -> Warna | None:
    """A colour of the file by its number; without red, green and blue it is one of the window."""
    return buku.colour_map.get(nomor) or bawaan


def _lembar(buku: Any, nomor: int, gaya: Mapping[int, GayaSel]) -> LembarMentah:
    rumus = dict(_rumus(buku, nomor))
    lembar = buku.sheet_by_index(nomor)
    tampil: dict[tuple[int, int], str] = {}
    samar: set[tuple[int, int]] = set()
    semua: list[list[Mentah]] = []
    for baris in range(lembar.nrows):
        isi: list[Mentah] = []
        for kolom, sel in enumerate(lembar.row(baris)):
            satu, terlihat = _isi(buku, lembar, sel, (baris, kolom)), None
            if sel.xf_index in gaya:
                if tersembunyi(satu, gaya[sel.xf_index]) and len(samar) < MAKS_CATATAN:
                    samar.add((baris + 1, kolom))
                satu, terlihat = kenakan(satu, gaya[sel.xf_index])
            if terlihat is not None and len(tampil) < MAKS_CATATAN:
                tampil[baris + 1, kolom] = terlihat
            isi.append(SelRusak("0", NOL_RUMUS) if (baris, kolom) in rumus and satu == 0 else satu)
        semua.append(isi)
    gabungan = tuple((b1 + 1, k1, b2, k2 - 1) for b1, b2, k1, k2 in lembar.merged_cells[:MAKS_CATATAN])
    tertutup = buang_tertutup(semua, gabungan)
    hasil = susun(lembar.name, semua)
    hasil.pandangan = Pandangan(
        bool(lembar.visibility),
        frozenset(i + 1 for i, satu in lembar.rowinfo_map.items() if satu.hidden or satu.height == 0),
        frozenset(i for i, satu in lembar.colinfo_map.items() if satu.hidden or satu.width == 0),
        tampil,
        frozenset((baris + 1, kolom) for (baris, kolom), teks in rumus.items() if teks),
        gabungan,
        tertutup,
        frozenset(samar if lembar.show_zero_values else {*samar, *islice(letak_nol(semua), MAKS_CATATAN)}),
    )
    return hasil


def _isi(buku: Any, lembar: Any, sel: Any, letak: Letak) -> Mentah:
    import xlrd

    if sel.ctype == xlrd.XL_CELL_TEXT:
        return _teks(buku, lembar, sel, letak)
    if sel.ctype == xlrd.XL_CELL_NUMBER:
        return float(sel.value)
    if sel.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(sel.value)
    if sel.ctype == xlrd.XL_CELL_ERROR:
        return SelRusak(xlrd.error_text_from_code.get(sel.value, "#"), FORMULA_ERRORS)
    if sel.ctype == xlrd.XL_CELL_DATE:
        return _tanggal(buku, sel)
    return None


def _tanggal(buku: Any, sel: Any) -> Mentah:
    import xlrd

    nilai = float(sel.value)
    waktu = format_waktu(buku.format_map[buku.xf_list[sel.xf_index].format_key].format_str) or FormatWaktu.JAM
    if luar := Kalender(bool(buku.datemode)).periksa(format(nilai, "g"), nilai, waktu):
        return luar
    saat: datetime = xlrd.xldate_as_datetime(nilai, buku.datemode)
    if 0 <= nilai < 1:
        return saat.time()
    return saat.date() if nilai.is_integer() else saat


def _teks(buku: Any, lembar: Any, sel: Any, letak: Letak) -> str:
    """A text, or a Tercoret where letters of it are struck out or raised."""
    penuh, deret = str(sel.value), lembar.rich_text_runlist_map.get(letak)
    if not deret:
        return penuh
    awal = [(0, buku.xf_list[sel.xf_index].font_index), *deret]
    akhir = [mulai for mulai, _ in awal[1:]] + [len(penuh)]
    bagian = [
        Huruf(penuh[mulai:sampai], bool(satu.struck_out), bool(satu.escapement))
        for (mulai, huruf), sampai in zip(awal, akhir, strict=True)
        for satu in (buku.font_list[huruf],)
    ]
    return pilah(bagian) or penuh


def _rumus(buku: Any, nomor: int) -> Iterator[tuple[Letak, bool]]:
    """The cells of a sheet that hold a formula, and whether its result is a text: xlrd gives the values alone."""
    letak, dalam = buku._sh_abs_posn[nomor], 0
    while letak + KEPALA.size <= len(buku.mem):
        jenis, panjang = KEPALA.unpack_from(buku.mem, letak)
        dalam += (jenis == REKAM_AWAL) - (jenis == REKAM_AKHIR)
        if dalam <= 0:
            return
        if jenis == REKAM_RUMUS and dalam == 1:
            baris, kolom, _, nilai = RUMUS.unpack_from(buku.mem, letak + KEPALA.size)
            yield (baris, kolom), (nilai[:1], nilai[-2:]) == TEKS_RUMUS
        letak += KEPALA.size + panjang
