"""The workbook from disk: a folder of CSV or an .xlsx, into raw cells with their coordinates."""

import hashlib
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from data_access.workbook.berkas.baca_csv import MAKS_BARIS, baca_folder
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, Mentah, Persen, SelRusak, susun
from data_access.workbook.berkas.pindai_xlsx import RUSAK, BerkasDitolak, Pindaian, pindai


def baca(path: Path) -> BukuMentah:
    """Read a workbook; what cannot be opened comes back as a problem. Raises OSError when it cannot be read."""
    if path.is_dir():
        return baca_folder(path)
    buku = BukuMentah(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    try:
        if path.suffix.lower() != ".xlsx":
            raise BerkasDitolak(*_bukan_xlsx(path.suffix.lower()))
        buku.lembar = _baca_xlsx(path, pindai(path))
    except BerkasDitolak as galat:
        buku.masalah.tambah("", path.name, "", galat.salah, galat.benar)
    return buku


def _bukan_xlsx(akhiran: str) -> tuple[str, str]:
    if akhiran in {".xlsm", ".xltm", ".xlsb"}:
        return "dapat memuat makro", "Simpan sebagai .xlsx."
    if akhiran == ".csv":
        return "hanya satu lembar", "Beri foldernya: satu .csv per lembar, nama berkas sama dengan nama lembar."
    return "bukan buku kerja", "Beri berkas .xlsx atau folder berisi .csv."


def _baca_xlsx(path: Path, pindaian: Pindaian) -> list[LembarMentah]:
    try:
        with CalamineWorkbook.from_path(str(path)) as buku:
            return [_baca_lembar(buku, nama, pindaian) for nama in pindaian.rusak]
    except CalamineError as galat:
        raise RUSAK from galat


def _baca_lembar(buku: CalamineWorkbook, nama: str, pindaian: Pindaian) -> LembarMentah:
    lembar = buku.get_sheet_by_name(nama)
    semua: list[list[Mentah]] = [list(baris) for baris in lembar.to_python(skip_empty_area=False)]
    for (baris, kolom), alasan in pindaian.rusak[nama].items():
        _ganti(semua, baris, kolom, alasan)
    for baris, kolom in pindaian.persen[nama]:
        isi = semua[baris][kolom] if baris < len(semua) and kolom < len(semua[baris]) else None
        if isinstance(isi, float):
            semua[baris][kolom] = Persen(isi)
    hasil = susun(nama, semua)
    if len(hasil.baris) > MAKS_BARIS:
        raise BerkasDitolak(f"memuat lebih dari {MAKS_BARIS} baris pada lembar {nama}", "Pecah buku kerja.")
    return hasil


def _ganti(semua: list[list[Mentah]], baris: int, kolom: int, isi: SelRusak) -> None:
    """Put a broken cell back where the reader left nothing, beyond the filled rectangle if need be."""
    while len(semua) <= baris:
        semua.append([])
    semua[baris].extend([""] * (kolom + 1 - len(semua[baris])))
    semua[baris][kolom] = isi
