"""The pages of logging in: plain HTML without a script, served before Streamlit is reached."""

from dataclasses import dataclass

from dashboard.domain.akun.sandi import TERPENDEK
from dashboard.templates import Fragments
from dashboard.texts import NAMA_APLIKASI

_HTML = Fragments(__file__)


@dataclass(frozen=True, slots=True)
class SsoLink:
    """What the agency calls its SSO, and the address that leads there."""

    nama: str
    alamat: str


def login_page(ke: str, salah: str = "", nama_masuk: str = "", sso: SsoLink | None = None) -> str:
    """The form to log in, below the way through SSO; what was typed as the name is kept, a password never."""
    return _HTML("masuk", NAMA_APLIKASI, ke, salah, nama_masuk, sso)


def sso_unknown_page(pengenal: str) -> str:
    """What somebody sees whom the SSO knows and the dashboard does not."""
    return _HTML("tanpa_akun", NAMA_APLIKASI, pengenal)


def logout_page() -> str:
    """Asks whether this login ends, or all of them: a link alone must not log anybody out."""
    return _HTML("keluar", NAMA_APLIKASI)


def password_page(*, wajib: bool, salah: str = "") -> str:
    """The form to change one's password; `wajib`: nothing else is open before."""
    return _HTML("sandi", NAMA_APLIKASI, wajib, salah, TERPENDEK)


def no_post_page(nama: str) -> str:
    """What somebody sees whose account holds no post today."""
    return _HTML("tanpa_tugas", NAMA_APLIKASI, nama)
