"""The page an address gets that no page has."""

from dashboard.registry import HALAMAN
from dashboard.templates import Fragments
from dashboard.texts import NAMA_APLIKASI

_HTML = Fragments(__file__)


def wrong_address_page(path: str) -> str:
    """The whole page; its links climb from where the address is, so that they hold below any prefix."""
    naik = "../" * (path.count("/") - 1) or "./"
    pilihan = [("" if h.bawaan else h.url_path, h.judul, h.bantuan) for h in HALAMAN]
    return _HTML("halaman", NAMA_APLIKASI, naik, pilihan)
