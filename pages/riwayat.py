"""Riwayat: for any number who changed it, when, from what to what, by which workbook or entry."""

from dashboard import caching, session
from dashboard.components.data.riwayat import panel_dihapus, panel_riwayat, saringan_riwayat
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import page_footer, page_header
from dashboard.formatting import waktu
from dashboard.services.riwayat import NomorRiwayat, SaringanRiwayat, nomor_riwayat, riwayat
from dashboard.session import Filter

JUDUL = "Riwayat"
CATATAN = "Waktu dalam WIB; setiap perubahan dicatat bersama nilai lamanya dan tidak dapat dihapus."


def temuan(f: Filter, nomor: NomorRiwayat) -> str:
    """The page's finding: the last change and by whom; asked once after each write."""

    def hitung() -> str:
        terakhir = riwayat(caching.shared_engine(), session.pelaku_aktif(), f.instansi, SaringanRiwayat(), 1).perubahan
        if not terakhir:
            return "Belum ada perubahan yang tercatat."
        return f"Perubahan terakhir {waktu(terakhir[0].waktu)} oleh {terakhir[0].pelaku}"

    return caching.compute_once("riwayat-temuan", hitung, session.pelaku_aktif(), nomor)


def header(temuan: str) -> None:
    page_header(JUDUL, temuan, (kinerja_aktif().data.instansi.nama,))


def footer() -> None:
    page_footer(session.versi().sidik, (CATATAN,), tersegel=False)


def halaman() -> None:
    f = session.filter_aktif()
    nomor = nomor_riwayat(caching.shared_engine(), f.instansi)
    header(temuan(f, nomor))
    tanya = saringan_riwayat(f, nomor)
    panel_riwayat(f, tanya, nomor)
    panel_dihapus(nomor)
    footer()


halaman()
