"""A folder of CSV files, one a sheet, into raw cells."""

import csv
import hashlib
import io
from pathlib import Path

from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, nama_baku, susun
from data_access.workbook.berkas.teks_csv import HurufAsing, baca_teks, pisahkan
from data_access.workbook.berkas.tolak import BerkasDitolak

MAKS_BITA_FOLDER = 200 * 1024 * 1024
MAKS_BARIS = 200_000
BUKU_LAIN = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
SEMENTARA = ("~$", ".")
"""How names begin of what Excel and LibreOffice leave beside an open file."""


def baca_folder(folder: Path) -> BukuMentah:
    """Every .csv directly in the folder; of other files only another workbook is a problem: which one is meant?"""
    folder = folder.resolve()
    buku = BukuMentah(folder.name)
    for satu in sorted(folder.iterdir()):
        if satu.suffix.lower() in BUKU_LAIN and not satu.name.startswith(SEMENTARA):
            salah = "ada di samping berkas .csv, sehingga tidak jelas mana buku kerjanya"
            buku.masalah.tambah("", satu.name, "", salah, "Pindahkan, atau beri berkas itu sendiri.")
    berkas = sorted(satu for satu in folder.iterdir() if satu.suffix.lower() == ".csv" and satu.is_file())
    if not berkas:
        buku.masalah.tambah("", folder.name, "", "tidak memuat berkas .csv", "Beri folder berisi satu .csv per lembar.")
        return buku
    if sum(satu.stat().st_size for satu in berkas) > MAKS_BITA_FOLDER:
        buku.masalah.tambah("", folder.name, "", "lebih besar dari 200 MB", "Pecah buku kerja menjadi beberapa folder.")
        return buku
    sidik = hashlib.sha256()
    for satu in berkas:
        bita = satu.read_bytes()
        sidik.update(f"{satu.name}\0{len(bita)}\0".encode() + bita)
        lembar = _baca_berkas(satu.stem, bita, buku)
        if lembar is not None:
            buku.lembar.append(lembar)
    buku.sha256 = sidik.hexdigest()
    return buku


def _baca_berkas(nama: str, bita: bytes, buku: BukuMentah) -> LembarMentah | None:
    lembar = nama_baku(nama)
    try:
        teks, catatan = baca_teks(bita)
        pemisah, teks = pisahkan(teks)
    except BerkasDitolak as error:
        baris = error.baris if isinstance(error, HurufAsing) else 1
        buku.masalah.tambah(lembar, f"{lembar}!A{baris}", "", error.salah, error.benar)
        return None
    if catatan:
        buku.catatan = (*buku.catatan, f"Lembar {lembar} {catatan}.")
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    semua: list[list[str]] = []
    try:
        for isi in pembaca:
            semua.append(isi)
            if len(semua) > MAKS_BARIS and any(isi):
                benar = f"Pecah menjadi beberapa berkas, paling banyak {MAKS_BARIS} baris."
                buku.masalah.tambah(lembar, f"{lembar}!A{len(semua)}", "", "terlalu banyak baris", benar)
                return None
    except csv.Error:
        benar = "Periksa tanda kutip pada baris itu; isi yang memuat koma ditulis di antara tanda kutip."
        buku.masalah.tambah(lembar, f"{lembar}!A{len(semua) + 1}", "", "tidak dapat dibaca sebagai CSV", benar)
        return None
    return susun(nama, semua)
