"""The workbook from disk: a folder of CSV, an .xlsx, .ods or .xls, into raw cells with their coordinates."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import cast

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from data_access.workbook.berkas.baca_csv import MAKS_BARIS, baca_folder
from data_access.workbook.berkas.gaya_sel import kenakan, tersembunyi
from data_access.workbook.berkas.kenali import JenisBerkas, jenis_berkas
from data_access.workbook.berkas.mentah import (
    BukuMentah,
    Gabungan,
    IsiBuku,
    LembarMentah,
    Mentah,
    Pandangan,
    SelRusak,
    Tercoret,
    kosong,
    letak_nol,
    nama_baku,
    susun,
)
from data_access.workbook.berkas.tertutup import buang_tertutup
from data_access.workbook.berkas.tolak import RUSAK, BerkasDitolak
from data_access.workbook.berkas_lain.baca_ods import baca_ods
from data_access.workbook.berkas_lain.baca_xls import baca_xls
from data_access.workbook.berkas_xlsx.pindai_lembar import PindaianLembar
from data_access.workbook.berkas_xlsx.pindai_xlsx import MAKS_BITA_BERKAS, cari_ganjil, periksa_urutan, pindai
from data_access.workbook.berkas_xlsx.sel_ganjil import SelXml
from data_access.workbook.cell_address import MAKS_KOLOM, Letak, huruf_kolom
from data_access.workbook.periksa.masalah import ringkas

MAKS_TAMPIL = 10_000
"""Cells of a sheet shown otherwise than stored that are counted."""
MAKS_GABUNGAN = 10_000
"""Merged cells of a sheet that are looked at; a form has dozens."""
SATU_CSV = BerkasDitolak(
    "hanya satu lembar", "Beri foldernya: satu .csv per lembar, nama berkas sama dengan nama lembar."
)


def baca_di_sini(path: Path) -> BukuMentah:
    """Read a workbook; what cannot be opened comes back as a problem. Raises OSError when it cannot be read.

    The server reads through data_access.workbook.berkas.penjaga, in a process that may die of it.
    """
    if path.is_dir():
        return baca_folder(path)
    buku = BukuMentah(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    try:
        if path.suffix.lower() == ".csv":
            raise SATU_CSV
        if path.stat().st_size > MAKS_BITA_BERKAS:
            raise BerkasDitolak("lebih besar dari 10 MB", "Pecah buku kerja menjadi beberapa berkas.")
        lembar, catatan = _PEMBACA[jenis_berkas(path)](path)
        _periksa_banyak(lembar)
        buku.lembar, buku.catatan = lembar, catatan
    except BerkasDitolak as error:
        buku.masalah.tambah(error.sel.partition("!")[0], error.sel or path.name, "", error.salah, error.benar)
    return buku


def _baca_xlsx(path: Path) -> IsiBuku:
    pindaian = pindai(path)
    try:
        with path.open("rb") as alir, CalamineWorkbook.from_filelike(alir) as buku:
            return [_baca_lembar(path, buku, satu) for satu in pindaian.lembar], pindaian.catatan
    except CalamineError as error:
        raise RUSAK from error


def _periksa_banyak(lembar: Sequence[LembarMentah]) -> None:
    for satu in lembar:
        if len(satu.baris) > MAKS_BARIS:
            salah = f"memuat lebih dari {MAKS_BARIS} baris pada lembar {satu.nama}"
            raise BerkasDitolak(salah, "Pecah buku kerja.")


def _baca_lembar(path: Path, buku: CalamineWorkbook, pindaian: PindaianLembar) -> LembarMentah:
    lembar = _lembar_nilai(path, buku, pindaian)
    semua = cast(list[list[Mentah]], lembar.to_python(skip_empty_area=False))
    for letak, rusak in pindaian.rusak.items():
        _ganti(semua, letak, rusak)
    if not pindaian.tertib or pindaian.terisi != sum(len(baris) - baris.count("") for baris in semua):
        periksa_urutan(path, pindaian)
        for letak, rusak in cari_ganjil(path, pindaian, lambda satu, _: _hilang(satu, semua)).items():
            _ganti(semua, letak, rusak)
    for letak, tercoret in pindaian.tercoret.items():
        _ganti(semua, letak, tercoret)
    tampil: dict[tuple[int, int], str] = {}
    samar: set[tuple[int, int]] = set()
    for (baris, kolom), gaya in pindaian.bergaya():
        if baris < len(semua) and kolom < len(semua[baris]):
            if tersembunyi(semua[baris][kolom], gaya) and len(samar) < MAKS_TAMPIL:
                samar.add((baris + 1, kolom))
            semua[baris][kolom], terlihat = kenakan(semua[baris][kolom], gaya)
            if terlihat is not None and len(tampil) < MAKS_TAMPIL:
                tampil[baris + 1, kolom] = terlihat
    if pindaian.tampilan.tanpa_nol:
        samar.update(islice(letak_nol(semua), MAKS_TAMPIL))
    gabungan = _gabungan(lembar)
    tertutup = buang_tertutup(semua, gabungan)
    return replace(susun(pindaian.nama, semua), pandangan=_pandangan(pindaian, tampil, gabungan, tertutup, samar))


def _lembar_nilai(path: Path, buku: CalamineWorkbook, pindaian: PindaianLembar) -> CalamineSheet:
    """The sheet with its values. Raises BerkasDitolak where one cell cannot be read, and all of it for that."""
    try:
        return buku.get_sheet_by_name(pindaian.nama)
    except CalamineError:
        ganjil = cari_ganjil(path, pindaian, lambda satu, banyak: not satu.terbaca(banyak))
        for (baris, kolom), isi in ganjil.items():
            sel = f"{nama_baku(pindaian.nama)}!{huruf_kolom(kolom)}{baris + 1}"
            raise BerkasDitolak(f"{isi.alasan}: {ringkas(isi)}", isi.benar, sel) from None
        raise


def _hilang(satu: SelXml, semua: Sequence[Sequence[Mentah]]) -> bool:
    """Whether a filled cell came back blank, or holds more than one value. An empty shared text is blank."""
    baris, kolom = satu.letak
    isi = semua[baris][kolom] if baris < len(semua) and kolom < len(semua[baris]) else ""
    return satu.banyak > 1 or (satu.jenis != "s" and kosong(isi))


def _gabungan(lembar: CalamineSheet) -> tuple[Gabungan, ...]:
    semua = islice(lembar.merged_cell_ranges or (), MAKS_GABUNGAN)
    return tuple((b1 + 1, k1, b2 + 1, k2) for (b1, k1), (b2, k2) in semua)


def _pandangan(
    pindaian: PindaianLembar,
    tampil: dict[tuple[int, int], str],
    gabungan: tuple[Gabungan, ...],
    tertutup: tuple[tuple[int, int], ...],
    samar: Collection[tuple[int, int]],
) -> Pandangan:
    return Pandangan(
        pindaian.tersembunyi,
        frozenset(baris + 1 for baris in pindaian.baris_tersembunyi),
        frozenset(kolom for deret in pindaian.kolom_tersembunyi for kolom in deret),
        tampil,
        frozenset((baris + 1, kolom) for baris, kolom in (divmod(n, MAKS_KOLOM) for n in pindaian.rumus_teks)),
        gabungan,
        tertutup,
        frozenset(samar),
        tuple(pindaian.tampilan.bersyarat),
    )


def _ganti(semua: list[list[Mentah]], letak: Letak, isi: SelRusak | Tercoret) -> None:
    """Put a cell back where the reader left nothing, beyond the filled rectangle if need be."""
    baris, kolom = letak
    while len(semua) <= baris:
        semua.append([])
    semua[baris].extend([""] * (kolom + 1 - len(semua[baris])))
    semua[baris][kolom] = isi


_PEMBACA = {JenisBerkas.XLSX: _baca_xlsx, JenisBerkas.ODS: baca_ods, JenisBerkas.XLS: baca_xls}
