"""What a password must be. Length counts, kinds of characters do not.

Source: NIST SP 800-63B section 3.1.1.2 (at least 15 characters where nothing else proves who it is, no rules of
composition, no ageing, a list of what is guessed first); shortened to 12 because attempts are held back
(`percobaan.py`) and agencies would otherwise write passwords down. Practice, not regulation.
"""

import unicodedata

from dashboard.domain.akun.nama import AkunDitolak

TERPENDEK, TERPANJANG = 12, 200
HURUF_BERBEDA = 5
"""So that "aaaaaaaaaaaa" and "121212121212" are none."""

DITEBAK = ("password", "katasandi", "rahasia", "indonesia", "merdeka", "qwerty", "123456", "bkpsdm", "admin")
"""What attackers try first, and what users of this program would choose first."""


def baku(sandi: str) -> str:
    """One spelling of the same characters, whatever keyboard they come from."""
    return unicodedata.normalize("NFKC", sandi)


def sandi_sah(sandi: str, nama_masuk: str) -> str:
    """The password in its one spelling. Raises AkunDitolak with what is missing."""
    rapi = baku(sandi)
    if len(rapi) < TERPENDEK:
        raise AkunDitolak(f"Sandi paling sedikit {TERPENDEK} huruf. Beberapa kata yang mudah diingat sudah cukup.")
    if len(rapi) > TERPANJANG:
        raise AkunDitolak(f"Sandi paling panjang {TERPANJANG} huruf.")
    kecil = rapi.casefold()
    sisa = kecil
    for kata in (nama_masuk.casefold(), *DITEBAK):
        sisa = sisa.replace(kata, "")
    if len(sisa) < TERPENDEK // 2 or len(set(kecil)) < HURUF_BERBEDA:
        raise AkunDitolak("Sandi itu mudah ditebak. Pakai beberapa kata yang tidak berhubungan dengan nama Anda.")
    return rapi
