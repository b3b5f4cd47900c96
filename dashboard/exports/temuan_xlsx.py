"""The register of discrepancies as an Excel sheet, with a filter on its heading."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from dashboard.exports.gaya_xlsx import DI_MEMORI, JUDUL

KOLOM = (
    ("Kode", 26),
    ("Keparahan", 11),
    ("Jenis", 22),
    ("Judul", 34),
    ("Uraian", 60),
    ("Mengapa penting", 44),
    ("Objek", 28),
    ("Nama objek utama", 44),
    ("Dokumen", 30),
    ("Letak", 40),
    ("Kutipan", 44),
    ("Status", 14),
    ("Alasan", 44),
    ("Diputuskan oleh", 20),
    ("Pada", 30),
    ("Masih ditemukan", 12),
)
HEADER_ROW = 1


def ketidaksesuaian_xlsx(baris: Sequence[Sequence[str]], keterangan: str) -> bytes:
    """The given rows in the order of KOLOM under a line that says what they are; text is never a formula."""
    berkas = BytesIO()
    with xlsxwriter.Workbook(berkas, DI_MEMORI) as buku:
        kepala = buku.add_format(JUDUL | {"valign": "top"})
        sel = buku.add_format({"text_wrap": True, "valign": "top", "border": 1})
        lembar = buku.add_worksheet("Ketidaksesuaian")
        lembar.write_string(0, 0, keterangan)
        lembar.freeze_panes(HEADER_ROW + 1, 1)
        lembar.autofilter(HEADER_ROW, 0, HEADER_ROW + len(baris), len(KOLOM) - 1)
        for nomor, (nama, lebar) in enumerate(KOLOM):
            lembar.set_column(nomor, nomor, lebar)
            lembar.write_string(HEADER_ROW, nomor, nama, kepala)
        for urut, isi in enumerate(baris, start=HEADER_ROW + 1):
            for nomor, nilai in enumerate(isi):
                lembar.write_string(urut, nomor, nilai, sel)
    return berkas.getvalue()
