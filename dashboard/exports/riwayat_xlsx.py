"""The history as an .xlsx: one line a changed column, moments in Jakarta, text never a formula."""

import io
from collections.abc import Iterable
from datetime import datetime

import xlsxwriter

from dashboard.exports.gaya_xlsx import BERURUTAN, JUDUL, SAAT
from dashboard.lembar_cetak import LIPAT, SEBARIS, dapat_dilipat, siap_cetak, tinggi_sebaris

KOLOM = (
    ("Waktu (WIB)", 20),
    ("Siapa", 22),
    ("Tindakan", 10),
    ("Lembar", 14),
    ("Kunci", 28),
    ("Nama", 40),
    ("Kolom", 18),
    ("Semula", 24),
    ("Menjadi", 24),
    ("Lewat", 36),
)


def tulis_riwayat(judul: str, baris: Iterable[tuple[datetime | str, ...]]) -> bytes:
    """The workbook as bytes; `judul` says whose history under which filter."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, BERURUTAN | {"remove_timezone": True}) as buku:
        tebal = buku.add_format(JUDUL)
        saat = buku.add_format(SAAT)
        teks, panjang = buku.add_format(LIPAT), buku.add_format(SEBARIS)
        kertas = buku.add_worksheet("riwayat")
        lebar = [satu for _, satu in KOLOM]
        siap_cetak(kertas, lebar, 2, judul)
        kertas.write_string(0, 0, judul)
        kertas.freeze_panes(3, 0)
        for k, (nama, _) in enumerate(KOLOM):
            kertas.write_string(2, k, nama, tebal)
        for b, satu in enumerate(baris, start=3):
            kertas.set_row(b, tinggi_sebaris(satu, lebar))
            for k, nilai in enumerate(satu):
                if isinstance(nilai, datetime):
                    kertas.write_datetime(b, k, nilai, saat)
                else:
                    kertas.write_string(b, k, nilai, teks if dapat_dilipat(nilai, lebar[k]) else panjang)
    return keluar.getvalue()
