"""A folder of CSV files, one a sheet, into raw cells."""

import csv
import hashlib
import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from dashboard.domain.kamus.buku_kerja import LEMBAR_BERNAMA, Jenis
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, nama_baku, susun
from data_access.workbook.berkas.teks_csv import NAMA_PEMISAH, HurufAsing, baca_teks, pisahkan
from data_access.workbook.berkas.tolak import BerkasDitolak
from data_access.workbook.cell_address import huruf_kolom

MAKS_BITA_FOLDER = 200 * 1024 * 1024
MAKS_BARIS = 200_000
BUKU_LAIN = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_ANGKA = re.compile(r"-?\d[\d.]*")
BENAR_DESIMAL = 'Tulis angka desimal dalam tanda kutip, misalnya "38,5"; bila ini memang keterangan, tulis dengan kata.'
SELEBAR_TABEL = 3
"""Fewer signs may stand in any note below a table: "Serang, 5 Januari 2025"."""
JUDUL_DIKENAL = frozenset(kolom.nama for lembar in LEMBAR_BERNAMA.values() for kolom in lembar.kolom)
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
        pemisah, teks = pisahkan(teks, JUDUL_DIKENAL)
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
    lembar_jadi = replace(susun(nama, semua), dari_csv=True)
    _tolak_pemisah_lain(lembar, lembar_jadi, pemisah, buku)
    if pemisah == ",":
        _tolak_terpotong(lembar, lembar_jadi, buku)
    return lembar_jadi


def _tolak_pemisah_lain(nama: str, lembar: LembarMentah, pemisah: str, buku: BukuMentah) -> None:
    """A row of another program, pasted below: it parts into as many cells as there are headings, by another sign."""
    for nomor, baris in zip(lembar.nomor, lembar.baris, strict=True):
        if not baris or any(baris[1:]):
            continue
        for lain, sebutan in NAMA_PEMISAH.items():
            if lain != pemisah and str(baris[0]).count(lain) + 1 == len(lembar.judul) >= SELEBAR_TABEL:
                salah = f"baris ini dipisah {sebutan}, sedangkan judulnya dipisah {NAMA_PEMISAH[pemisah]}"
                benar = f"Pisahkan isi baris itu dengan {NAMA_PEMISAH[pemisah]}, satu sel per kolom."
                buku.masalah.tambah(nama, f"{nama}!A{nomor}", baris[0], salah, benar)


def _tolak_terpotong(nama: str, lembar: LembarMentah, buku: BukuMentah) -> None:
    """A decimal without quotes is parted by its own comma: 38,5 as 38 with a remark of 5 beside it.

    The same number twice is a target and its text as printed.
    """
    kamus = LEMBAR_BERNAMA.get(nama)
    if kamus is None:
        return
    jenis = {kolom.nama: kolom.jenis for kolom in kamus.kolom if not kolom.acuan}
    kolom = [jenis.get(nama_baku(judul)) for judul in lembar.judul]
    berpasangan = [k for k, dua in enumerate(pairwise(kolom)) if dua == (Jenis.BILANGAN, Jenis.TEKS)]
    for nomor, baris in zip(lembar.nomor, lembar.baris, strict=True):
        for k in berpasangan:
            dua = [str(isi).strip() for isi in baris[k : k + 2]]
            if len(set(dua)) > 1 and all(map(_ANGKA.fullmatch, dua)):
                salah = f"mungkin desimal dari {baris[k]} di sebelah kirinya, yang terpisah oleh komanya"
                sel = f"{nama}!{huruf_kolom(k + 1)}{nomor}"
                buku.masalah.tambah(nama, sel, baris[k + 1], salah, BENAR_DESIMAL)
