"""The register of discrepancies as an Excel sheet, with a filter on its heading."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from dashboard.exports.gaya_xlsx import DI_MEMORI, JUDUL
from dashboard.lembar_cetak import LIPAT, siap_cetak, tinggi_sebaris

KOLOM = (
    ("Keparahan", 11),
    ("Jenis", 16),
    ("Temuan", 30),
    ("Uraian", 44),
    ("Mengapa penting", 32),
    ("Mengenai", 32),
    ("Dokumen", 24),
    ("Letak", 24),
    ("Kutipan", 32),
    ("Status", 14),
    ("Keputusan", 28),
    ("Asal", 18),
)
KOLOM_DOKUMEN = (("Dokumen", 24), ("Judul", 100))
"""A document's long title stands once, on a sheet of its own; the rows name its code."""
HEADER_ROW = 1


def ketidaksesuaian_xlsx(baris: Sequence[Sequence[str]], dokumen: Sequence[Sequence[str]], keterangan: str) -> bytes:
    """The rows in the order of KOLOM, the documents they name in that of KOLOM_DOKUMEN; text is never a formula."""
    berkas = BytesIO()
    with xlsxwriter.Workbook(berkas, DI_MEMORI) as buku:
        _tulis(buku, "Ketidaksesuaian", KOLOM, baris, keterangan)
        _tulis(buku, "Dokumen", KOLOM_DOKUMEN, dokumen, keterangan)
    return berkas.getvalue()


def _tulis(
    buku: Any, nama: str, kolom: Sequence[tuple[str, int]], baris: Sequence[Sequence[str]], keterangan: str
) -> None:
    kepala, sel = buku.add_format(JUDUL | LIPAT), buku.add_format(LIPAT | {"border": 1})
    lembar = buku.add_worksheet(nama)
    lembar.write_string(0, 0, f"{nama}: {keterangan}", buku.add_format({"bold": True}))
    lembar.freeze_panes(HEADER_ROW + 1, 0)
    lembar.autofilter(HEADER_ROW, 0, HEADER_ROW + len(baris), len(kolom) - 1)
    lebar = [satu for _, satu in kolom]
    siap_cetak(lembar, lebar, HEADER_ROW, f"{nama}: {keterangan}")
    judul = [satu for satu, _ in kolom]
    for urut, isi in enumerate([judul, *baris], start=HEADER_ROW):
        lembar.set_row(urut, tinggi_sebaris(isi, lebar))
        for nomor, nilai in enumerate(isi):
            lembar.write_string(urut, nomor, nilai, kepala if urut == HEADER_ROW else sel)
