"""The way through a provider and back, as the tests of SSO go it."""

from typing import Any

from starlette.testclient import TestClient

from dashboard.serving.logged_in import COOKIE
from tests.data_access.akun.test_gerbang import terbuka
from tests.penyedia_sso import Penyedia

HALAMAN = ("/", "/bidang-iki")
RAHASIA = "rahasia klien yang panjang"
LAIN = "https://lain.invalid"
TUJUAN = "/bidang-iki?instansi=UJI"
MULAI = f"/masuk/sso?ke={TUJUAN.replace('?', '%3F').replace('=', '%3D')}"


def mulai(peramban: TestClient, alamat: str = MULAI) -> str:
    jawaban = peramban.get(alamat)
    assert jawaban.status_code == 303
    return jawaban.headers["location"]


def kembali(peramban: TestClient, penyedia: Penyedia, orang: str = "p-1") -> Any:
    return peramban.get(penyedia.setujui(mulai(peramban), orang))


def ditolak(peramban: TestClient, jawaban: Any, status: int = 403) -> bool:
    """Refused in a sentence on the page where the local way stays open, and nobody is in."""
    sopan = jawaban.status_code == status and 'role="alert"' in jawaban.text and 'name="sandi"' in jawaban.text
    return sopan and COOKIE not in jawaban.cookies and not terbuka(peramban)
