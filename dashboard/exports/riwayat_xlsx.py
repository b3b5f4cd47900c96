"""The history as an .xlsx: one line a changed row, moments in Jakarta, text never a formula."""

import io
from collections.abc import Iterable
from datetime import datetime

import xlsxwriter

from dashboard.exports.gaya_xlsx import BERURUTAN, JUDUL, SAAT
from dashboard.lembar_cetak import LIPAT, SEBARIS, dapat_dilipat, siap_cetak, tinggi_sebaris

KOLOM = (
    ("Waktu (WIB)", 15),
    ("Siapa", 15),
    ("Tindakan", 9),
    ("Lembar", 12),
    ("Kunci", 21),
    ("Nama", 32),
    ("Perubahan", 96),
    ("Lewat", 21),
)
UKURAN = 9


def tulis_riwayat(judul: str, baris: Iterable[tuple[datetime | str, ...]]) -> bytes:
    """The workbook as bytes; `judul` says whose history under which filter."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, BERURUTAN | {"remove_timezone": True}) as buku:
        tebal = buku.add_format(JUDUL)
        kecil = {"font_size": UKURAN}
        saat = buku.add_format(SAAT | kecil)
        teks, panjang = buku.add_format(LIPAT | kecil), buku.add_format(SEBARIS | kecil)
        kertas = buku.add_worksheet("riwayat")
        lebar = [satu for _, satu in KOLOM]
        siap_cetak(kertas, lebar, 2, judul)
        kertas.write_string(0, 0, judul)
        kertas.freeze_panes(3, 0)
        for k, (nama, _) in enumerate(KOLOM):
            kertas.write_string(2, k, nama, tebal)
        for b, satu in enumerate(baris, start=3):
            kertas.set_row(b, tinggi_sebaris(satu, lebar, UKURAN))
            for k, nilai in enumerate(satu):
                if isinstance(nilai, datetime):
                    kertas.write_datetime(b, k, nilai, saat)
                else:
                    kertas.write_string(b, k, nilai, teks if dapat_dilipat(nilai, lebar[k], UKURAN) else panjang)
    return keluar.getvalue()
