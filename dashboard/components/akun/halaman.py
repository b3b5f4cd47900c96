"""The pages of logging in: plain HTML without a script, served before Streamlit is reached."""

from dashboard.domain.akun.sandi import TERPENDEK
from dashboard.templates import Fragments
from dashboard.texts import NAMA_APLIKASI

_HTML = Fragments(__file__)


def login_page(ke: str, salah: str = "", nama_masuk: str = "") -> str:
    """The form to log in; what was typed as the name is kept, a password never."""
    return _HTML("masuk", NAMA_APLIKASI, ke, salah, nama_masuk)


def logout_page() -> str:
    """Asks whether this login ends, or all of them: a link alone must not log anybody out."""
    return _HTML("keluar", NAMA_APLIKASI)


def password_page(*, wajib: bool, salah: str = "") -> str:
    """The form to change one's password; `wajib`: nothing else is open before."""
    return _HTML("sandi", NAMA_APLIKASI, wajib, salah, TERPENDEK)


def no_post_page(nama: str) -> str:
    """What somebody sees whose account holds no post today."""
    return _HTML("tanpa_tugas", NAMA_APLIKASI, nama)
