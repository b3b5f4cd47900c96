"""What an account is called: the name to log in by, and the name that histories show."""

import re
import unicodedata

NAMA_MASUK = re.compile(r"[a-z0-9][a-z0-9._@-]{2,63}")
NAMA_TERPANJANG = 100


class AkunDitolak(Exception):
    """Nothing was written; the Indonesian sentence says why."""


def nama_masuk_sah(teks: str) -> str:
    """The name to log in by, the same in upper and lower case. Raises AkunDitolak."""
    rapi = unicodedata.normalize("NFKC", teks).strip().casefold()
    if not NAMA_MASUK.fullmatch(rapi):
        raise AkunDitolak(
            "Nama masuk berisi 3 sampai 64 huruf kecil, angka, titik, garis, atau @, dan diawali huruf atau angka."
        )
    return rapi


def nama_sah(teks: str) -> str:
    """The name shown, on one line and without invisible characters. Raises AkunDitolak."""
    rapi = " ".join(unicodedata.normalize("NFC", teks).split())
    if not rapi or len(rapi) > NAMA_TERPANJANG or not rapi.isprintable():
        raise AkunDitolak(f"Nama diisi paling panjang {NAMA_TERPANJANG} huruf, tanpa huruf yang tidak terlihat.")
    return rapi
