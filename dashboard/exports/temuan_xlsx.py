"""The register of discrepancies as an Excel sheet, with a filter on its heading."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from dashboard.exports.gaya_xlsx import DI_MEMORI, JUDUL, LIPAT
from dashboard.lembar_cetak import siap_cetak, tinggi_sebaris

KOLOM = (
    ("Asal", 20),
    ("Keparahan", 11),
    ("Jenis", 16),
    ("Judul", 26),
    ("Uraian", 44),
    ("Mengapa penting", 30),
    ("Objek", 20),
    ("Nama objek utama", 28),
    ("Dokumen", 36),
    ("Letak", 22),
    ("Kutipan", 30),
    ("Status", 10),
    ("Alasan", 22),
    ("Diputuskan oleh", 12),
    ("Pada", 12),
    ("Masih ditemukan", 11),
)
HEADER_ROW = 1


def ketidaksesuaian_xlsx(baris: Sequence[Sequence[str]], keterangan: str) -> bytes:
    """The given rows in the order of KOLOM under a line that says what they are; text is never a formula."""
    berkas = BytesIO()
    with xlsxwriter.Workbook(berkas, DI_MEMORI) as buku:
        kepala = buku.add_format(JUDUL | LIPAT)
        sel = buku.add_format(LIPAT | {"border": 1})
        lembar = buku.add_worksheet("Ketidaksesuaian")
        lembar.write_string(0, 0, keterangan)
        lembar.freeze_panes(HEADER_ROW + 1, 1)
        lembar.autofilter(HEADER_ROW, 0, HEADER_ROW + len(baris), len(KOLOM) - 1)
        lebar = [satu for _, satu in KOLOM]
        siap_cetak(lembar, lebar, HEADER_ROW, f"Ketidaksesuaian: {keterangan}")
        lembar.set_row(HEADER_ROW, tinggi_sebaris((nama for nama, _ in KOLOM), lebar))
        for nomor, (nama, _) in enumerate(KOLOM):
            lembar.write_string(HEADER_ROW, nomor, nama, kepala)
        for urut, isi in enumerate(baris, start=HEADER_ROW + 1):
            lembar.set_row(urut, tinggi_sebaris(isi, lebar))
            for nomor, nilai in enumerate(isi):
                lembar.write_string(urut, nomor, nilai, sel)
    return berkas.getvalue()
