"""Who somebody is to an SSO provider, and by which of its claims an account waits for them. Roles are never read."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.akun.nama import AkunDitolak

EMAIL, NAMA_PENGGUNA = "email", "preferred_username"
KLAIM_PENGENAL = (EMAIL, NAMA_PENGGUNA)
TERPANJANG = 200


@dataclass(frozen=True, slots=True)
class Identitas:
    """`penerbit` and `subjek` name a person for ever; `pengenal` is what an admin knows of them, None when unproven."""

    penerbit: str
    subjek: str
    pengenal: str | None


def pengenal_sah(teks: str) -> str:
    """What an admin types of somebody, the same in upper and lower case. Raises AkunDitolak."""
    rapi = _baku(teks)
    if not rapi or len(rapi) > TERPANJANG or not rapi.isprintable() or " " in rapi:
        raise AkunDitolak(f"Pengenal SSO adalah alamat surel atau nama pengguna di SSO, paling panjang {TERPANJANG}.")
    return rapi


def baca_identitas(penerbit: str, klaim: Mapping[str, object], dipakai: str) -> Identitas:
    """Read it out of checked claims. An e-mail counts only when the provider says that it has verified it."""
    nilai = klaim.get(dipakai)
    terbukti = dipakai != EMAIL or klaim.get("email_verified") is True
    pengenal = _baku(nilai) if isinstance(nilai, str) and terbukti else ""
    return Identitas(penerbit, str(klaim["sub"]), pengenal or None)


def _baku(teks: str) -> str:
    return unicodedata.normalize("NFKC", teks).strip().casefold()
