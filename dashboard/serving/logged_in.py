"""The cookie of a login, and who is behind it: asked by the gate before a page and by every run of a page."""

from dashboard.services.akun.masuk import SiapaMasuk, siapa
from dashboard.services.jam import hari_ini
from data_access.engine import make_engine

COOKIE = "dasbor_masuk"
NOT_LOGGED_IN = "Anda belum masuk, atau sudah keluar. Muat ulang halaman untuk masuk lagi."


def who(kunci: str | None) -> SiapaMasuk | None:
    """Who is behind the key of a cookie today."""
    return siapa(make_engine(), kunci, hari_ini())
