"""The number of a civil servant (NIP) as it is written down: eighteen digits, whatever lies between them.

Source: Peraturan Kepala BKN 22/2007: birth date (8), year and month of appointment (6), sex (1), serial number (3).
A PPPK's number has 21 in place of the month.
"""

import re
import unicodedata
from datetime import date

from dashboard.domain.dasar.angka import NumberError, rapikan

PANJANG = 18
TERTUA = 1900
NIP_ANGKA = NumberError("tersimpan sebagai bilangan sehingga angka belakangnya hilang", "Tulis ulang NIP sebagai teks.")
_ILMIAH = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")
_AWALAN = re.compile(r"['’‘`]*(?:nip[ .:]*)?['’‘`]*", re.IGNORECASE)
_SELA = re.compile(r"(?<=[0-9])[ ./-]+(?=[0-9])")
_PENGANGKATAN = (*range(1, 13), 21)
_KELAMIN = "12"


def baca_nip(teks: str) -> str | NumberError:
    """The eighteen digits; blanks of any kind, the apostrophe that makes a text of it, and signs between groups go."""
    if len(teks) == PANJANG and teks.isascii() and teks.isdigit():
        return teks
    isi = rapikan(unicodedata.normalize("NFKC", teks))
    if _ILMIAH.fullmatch(isi):
        return NIP_ANGKA
    isi = _SELA.sub("", isi[_awalan(isi) :])
    benar = f"Tulis {PANJANG} angka NIP sebagai teks; hapus barisnya bila pegawai itu tidak ber-NIP."
    if not re.fullmatch("[0-9]+", isi):
        return NumberError("bukan NIP", benar)
    if len(isi) != PANJANG:
        return NumberError(f"bukan NIP: {len(isi)} angka, bukan {PANJANG}", benar)
    return isi


def _awalan(isi: str) -> int:
    cocok = _AWALAN.match(isi)
    return cocok.end() if cocok else 0


def nip_janggal(nip: str) -> bool:
    """Whether these eighteen digits hold no possible birth date, month of appointment after it, and sex."""
    try:
        lahir = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return True
    tahun, bulan = int(nip[8:12]), int(nip[12:14])
    return lahir.year < TERTUA or tahun <= lahir.year or bulan not in _PENGANGKATAN or nip[14] not in _KELAMIN
