"""Files that go wrong, each in its own way: what people send by mistake and what somebody might send on purpose."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import xlsxwriter

from tests.builders import NIP_UJI

JUDUL = ("indikator", "tahun", "periode", "nilai", "sumber_nilai", "batas_waktu", "kendala")
BENAR = ("IKU", 2024, "TW2", 40, "resmi", None, None)
SEJUTA = 1_000_000
OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old .xls and a password-protected .xlsx begin."""


def realisasi(*baris: tuple[Any, ...], judul: tuple[str, ...] = JUDUL, nama: str = "realisasi") -> bytes:
    """A workbook of one sheet, as a person's Excel would save it."""
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = buku.active
    assert lembar is not None
    lembar.title = nama
    for satu in (judul, *baris):
        lembar.append(satu)
    buku.save(keluar)
    return keluar.getvalue()


def dengan(kolom: str, isi: object) -> bytes:
    """One row in which one cell is not what it should be."""
    return realisasi(tuple(isi if nama == kolom else nilai for nama, nilai in zip(JUDUL, BENAR, strict=True)))


def berkas_xlsx(tulis: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar) as buku:
        tulis(buku)
    return keluar.getvalue()


def zip_berisi(isi: bytes, nama: str, data: bytes) -> bytes:
    """The workbook with one more part inside."""
    keluar = io.BytesIO(isi)
    with zipfile.ZipFile(keluar, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, data)
    return keluar.getvalue()


def bom_lembar() -> bytes:
    """A sheet that unpacks to a gigabyte of blanks; written in pieces, so that making it costs no memory."""
    asal = zipfile.ZipFile(io.BytesIO(realisasi(BENAR)))
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama in asal.namelist():
            if nama != "xl/worksheets/sheet1.xml":
                arsip.writestr(nama, asal.read(nama))
        with arsip.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as alir:
            for _ in range(1024):
                alir.write(b" " * (1 << 20))
    return keluar.getvalue()


def sel_digabung() -> bytes:
    """Two indicators share one merged cell: the second row has no code of its own."""
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "realisasi"
    for satu in (JUDUL, BENAR, (None, 2024, "TW3", 50, "resmi", None, None)):
        lembar.append(satu)
    lembar.merge_cells("A2:A3")
    buku.save(keluar)
    return keluar.getvalue()


def rumus_tanpa_nilai() -> bytes:
    """A formula nobody has calculated yet, as programs without a calculator write it."""
    return realisasi(("IKU", 2024, "TW2", "=40+2", "resmi", None, None))


def baris_kosong() -> bytes:
    """Two hundred thousand rows that hold nothing but a format."""

    def tulis(buku: xlsxwriter.Workbook) -> None:
        kertas, tebal = buku.add_worksheet("realisasi"), buku.add_format({"bold": True})
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, ("IKU", 2024, "TW2", "tiga belas", "resmi"))
        for baris in range(2, 200_002):
            kertas.write_blank(baris, 0, None, tebal)

    return berkas_xlsx(tulis)


def pegawai_unit_asing() -> bytes:
    return realisasi((NIP_UJI, "Pegawai", "UNIT-99"), judul=("nip", "nama", "unit"), nama="pegawai")


def lembar_tersembunyi() -> bytes:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        buku.add_worksheet("Sampul").write(0, 0, "Laporan Bidang")
        kertas = buku.add_worksheet("realisasi")
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, ("IKU", 2024, "TW9", 1, "resmi"))
        kertas.hide()

    return berkas_xlsx(tulis)


def lembar_grafik() -> bytes:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        buku.add_worksheet("Kulit").write(0, 0, "Grafik realisasi")
        grafik = buku.add_chart({"type": "column"})
        grafik.add_series({"values": "=Kulit!$A$1:$A$2"})
        buku.add_chartsheet("realisasi").set_chart(grafik)

    return berkas_xlsx(tulis)


def nip_angka() -> bytes:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        kertas = buku.add_worksheet("pegawai")
        kertas.write_row(0, 0, ("nip", "nama", "unit"))
        kertas.write_row(1, 0, (float(NIP_UJI), "Pegawai", "BADAN"))

    return berkas_xlsx(tulis)


def perintah_tersembunyi() -> bytes:
    """A live formula that would start a program, with the value it showed last."""

    def tulis(buku: xlsxwriter.Workbook) -> None:
        kertas = buku.add_worksheet("realisasi")
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, ("IKU", 2024, "TW2", "", "resmi"))
        kertas.write_formula(1, 3, "=cmd|'/C calc'!A0", None, "#REF!")

    return berkas_xlsx(tulis)


def ganti_bagian(isi: bytes, bagian: str, lama: bytes, baru: bytes) -> bytes:
    asal, keluar = zipfile.ZipFile(io.BytesIO(isi)), io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama in asal.namelist():
            data = asal.read(nama)
            arsip.writestr(nama, data.replace(lama, baru, 1) if nama == bagian else data)
    return keluar.getvalue()


def teks_sejuta() -> bytes:
    """A cell of a million letters, which Excel itself would not write."""
    return ganti_bagian(dengan("kendala", "PANJANG"), "xl/worksheets/sheet1.xml", b"PANJANG", b"a" * SEJUTA)


def prefixed_error() -> bytes:
    """A formula in error, in the XML of a program that writes the namespace before each name."""
    ruang = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sel = b'<x:c xmlns:x="%b" r="D2" t="e"><x:v>#DIV/0!</x:v></x:c>' % ruang
    return ganti_bagian(realisasi(BENAR), "xl/worksheets/sheet1.xml", b'<c r="D2" t="n"><v>40</v></c>', sel)


RUSAK: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "bukan zip": ("a.xlsx", lambda: b"%PDF-1.7 laporan", "adalah PDF"),
    "kosong": ("a.xlsx", lambda: b"", "kosong (0 bita)"),
    "zip terpotong": ("a.xlsx", lambda: realisasi(BENAR)[:3000], "bukan berkas .xlsx"),
    "isi zip rusak": (
        "a.xlsx",
        lambda: (b := realisasi(BENAR))[:60] + b"\0" * 90 + b[150:],
        "rusak atau bukan buku kerja Excel",
    ),
    "zip tanpa buku kerja": ("a.xlsx", lambda: zip_berisi(b"", "baca.txt", b"halo"), "rusak atau bukan buku kerja"),
    "bom zip": ("a.xlsx", bom_lembar, "mengembang tidak wajar"),
    "terlalu besar": ("a.xlsx", lambda: b"x" * (10 * 1024 * 1024 + 1), "lebih besar dari 10 MB"),
    "bermakro": ("a.xlsm", lambda: realisasi(BENAR), "dapat memuat makro"),
    "makro disamarkan": ("a.xlsx", lambda: zip_berisi(realisasi(BENAR), "xl/vbaProject.bin", b"x"), "memuat makro"),
    "xls lama": ("a.xls", lambda: OLE_HEADER + b"\0" * 5000, "adalah berkas Office lama"),
    "terkunci kata sandi": (
        "a.xlsx",
        lambda: OLE_HEADER + "EncryptedPackage\0".encode("utf-16-le"),
        "dikunci kata sandi",
    ),
    "sel di ujung lembar": (
        "a.xlsx",
        lambda: ganti_bagian(
            realisasi(BENAR),
            "xl/worksheets/sheet1.xml",
            b"</sheetData>",
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
        "memuat sel sangat jauh",
    ),
    "galat di balik awalan": ("a.xlsx", prefixed_error, 'realisasi!D2: "#DIV/0!" berisi galat rumus'),
    "entitas XML": (
        "a.xlsx",
        lambda: ganti_bagian(
            realisasi(BENAR), "xl/workbook.xml", b"<workbook", b'<!DOCTYPE w [<!ENTITY a "b">]><workbook'
        ),
        "rusak atau bukan buku kerja Excel",
    ),
    "lembar salah": (
        "a.xlsx",
        lambda: realisasi(("a",), judul=("warna",), nama="Sheet1"),
        "tidak memuat satu pun lembar",
    ),
    "lembar grafik": ("a.xlsx", lembar_grafik, "tidak memuat satu pun lembar"),
    "sel digabung": ("a.xlsx", sel_digabung, "realisasi!A3: kosong padahal wajib diisi"),
    "rumus belum dihitung": ("a.xlsx", rumus_tanpa_nilai, "berisi rumus yang belum dihitung"),
    "perintah dalam rumus": ("a.xlsx", perintah_tersembunyi, "berisi galat rumus"),
    "200 ribu baris kosong": ("a.xlsx", baris_kosong, 'realisasi!D2: "tiga belas" bukan bilangan'),
    "tanggal teks": ("a.xlsx", lambda: dengan("batas_waktu", "31/11/2026"), "bukan tanggal"),
    "bukan angka": ("a.xlsx", lambda: dengan("nilai", "n/a"), "bukan bilangan"),
    "baris ganda": ("a.xlsx", lambda: realisasi(BENAR, BENAR), "sudah dipakai pada baris 2"),
    "sejuta huruf": ("a.xlsx", teks_sejuta, "lebih panjang dari 32767 huruf"),
    "kunci sepanjang halaman": (
        "a.xlsx",
        lambda: realisasi(("k" * 300, "1"), judul=("kunci", "nilai"), nama="pengaturan"),
        "lebih panjang dari 200 huruf",
    ),
    "periode ngawur": ("a.xlsx", lambda: dengan("periode", "TW5"), "bukan salah satu pilihan"),
    "kode asing": ("a.xlsx", pegawai_unit_asing, "tidak ada di lembar unit"),
    "NIP angka": ("a.xlsx", nip_angka, "angka belakangnya hilang"),
    "lembar tersembunyi": ("a.xlsx", lembar_tersembunyi, 'realisasi!C2: "TW9" bukan salah satu pilihan'),
    "judul ganda": ("a.xlsx", lambda: realisasi((*BENAR, 1), judul=(*JUDUL, "Nilai")), "kolomnya ada dua kali"),
    "kolom wajib hilang": (
        "a.xlsx",
        lambda: realisasi(("IKU", 2024, 5), judul=("indikator", "tahun", "nilai")),
        "kolom wajib periode",
    ),
    "CSV bukan UTF-8": (
        "variabel.csv",
        lambda: "kode,nama\nA,Jumlah pegawai é\n".encode("latin-1"),
        "huruf yang bukan UTF-8",
    ),
    "CSV pemisah salah": ("variabel.csv", lambda: b"kode^nama\nA^Jumlah\n", "pemisah yang tidak dibaca"),
    "CSV kutip terbuka": ("variabel.csv", lambda: b'kode,nama\nA,"Jumlah\n', "tidak dapat dibaca sebagai CSV"),
    "CSV biner": ("variabel.csv", lambda: bytes(range(256)) * 40, "bukan teks"),
    "bukan jenis yang diterima": ("a.docx", lambda: b"x", "bukan buku kerja"),
}
