"""Which provider vouches for people: data/oidc.toml, or the file DASBOR_OIDC names; DASBOR_OIDC_<KEY> goes before it.

Without `penerbit` there is no SSO, and everything is as without this folder.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from dashboard.domain.akun.sso import EMAIL, KLAIM_PENGENAL
from dashboard.serving.gate import SSO_BACK
from data_access.engine import DEFAULT_FILE
from data_access.files.private import make_private

VARIABLE = "DASBOR_OIDC"
THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})


class SsoMisconfigured(ValueError):
    """The settings lead to no provider; the Indonesian sentence says which one and what is right."""


@dataclass(frozen=True, slots=True)
class SsoSettings:
    """`alamat`: this dashboard as browsers call it; `klaim`: what an account is found by; `nama`: on the button."""

    penerbit: str
    klien: str
    alamat: str
    rahasia: str = ""
    klaim: str = EMAIL
    nama: str = "SSO"

    @property
    def kembali(self) -> str:
        """Where the provider sends people back to, whatever address they came by: it is registered there."""
        return f"{self.alamat}{SSO_BACK}"


KEYS = tuple(f.name for f in fields(SsoSettings))
NEEDED = ("penerbit", "klien", "alamat")


@cache
def sso_settings() -> SsoSettings | None:
    """The settings of this process, None without SSO. Raises SsoMisconfigured."""
    return read_settings(os.environ)


def read_settings(lingkungan: Mapping[str, str]) -> SsoSettings | None:
    """Read file and environment. Raises SsoMisconfigured."""
    berkas = Path(lingkungan.get(VARIABLE) or DEFAULT_FILE.with_name("oidc.toml"))
    isi = _file(berkas, wajib=VARIABLE in lingkungan)
    for nama in KEYS:
        isi[nama] = lingkungan.get(f"{VARIABLE}_{nama.upper()}", isi.get(nama, "")).strip()
    isi = {nama: nilai for nama, nilai in isi.items() if nilai}
    if not isi:
        return None
    if kurang := [nama for nama in NEEDED if nama not in isi]:
        raise SsoMisconfigured(f"{berkas.name} belum menyebut {', '.join(kurang)}.")
    _address(isi["penerbit"], "penerbit", aman=True)
    alamat = _address(isi["alamat"].rstrip("/"), "alamat", aman=False)
    if alamat.path or alamat.query:
        raise SsoMisconfigured(f'alamat "{isi["alamat"]}" tanpa jalur, misalnya https://dasbor.kantor.go.id.')
    if isi.get("klaim", EMAIL) not in KLAIM_PENGENAL:
        raise SsoMisconfigured(f'klaim "{isi["klaim"]}" tidak dipakai. Isi {" atau ".join(KLAIM_PENGENAL)}.')
    return SsoSettings(**isi | {"alamat": isi["alamat"].rstrip("/")})


def is_safe(alamat: str) -> bool:
    """Whether what is asked there can be trusted: over TLS, or on this computer."""
    bagian = urlsplit(alamat)
    return bagian.scheme == "https" or (bagian.scheme == "http" and bagian.hostname in THIS_COMPUTER)


def _file(berkas: Path, *, wajib: bool) -> dict[str, str]:
    if not berkas.is_file():
        if wajib:
            raise SsoMisconfigured(f"{VARIABLE} menunjuk {berkas}, tetapi berkas itu tidak ada.")
        return {}
    make_private(berkas)
    try:
        isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SsoMisconfigured(f"{berkas.name} bukan TOML: {error}.") from error
    if asing := sorted(set(isi) - set(KEYS)):
        raise SsoMisconfigured(f"{berkas.name}: {', '.join(asing)} tidak dikenal. Yang ada: {', '.join(KEYS)}.")
    if bukan := sorted(nama for nama, nilai in isi.items() if not isinstance(nilai, str)):
        raise SsoMisconfigured(f"{berkas.name}: {', '.join(bukan)} diisi teks di antara tanda petik.")
    return isi


def _address(teks: str, nama: str, *, aman: bool) -> SplitResult:
    bagian = urlsplit(teks)
    if bagian.scheme not in {"http", "https"} or not bagian.hostname or (aman and not is_safe(teks)):
        raise SsoMisconfigured(f'{nama} "{teks}" bukan alamat {"https" if aman else "http atau https"}.')
    return bagian
