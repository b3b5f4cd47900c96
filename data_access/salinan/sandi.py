"""A backup under a passphrase: scrypt makes the key, AES-256-GCM seals the file piece by piece.

Each file has its own salt, so its own key, and the pieces are numbered; the last says that it is the last. A file that
was cut, reordered or changed is refused as a wrong passphrase is. RFC 7914 (scrypt), NIST SP 800-38D (GCM); the pieces
follow the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015).
"""

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TANDA = b"DASBOR-CADANGAN-BERSANDI-1\n"
GARAM_BITA, KUNCI_BITA, SEGEL_BITA = 16, 32, 16
BIAYA, BLOK, SEJAJAR = 1 << 17, 8, 1
"""scrypt's N, r and p: 128 MB and some tenths of a second for each guess."""
POTONG = 1 << 20


class SandiSalah(Exception):
    """The file does not open with that passphrase; the Indonesian sentence says so."""


def bersandi(berkas: Path) -> bool:
    """Whether the file is one that `kunci_berkas` wrote."""
    with berkas.open("rb") as isi:
        return isi.read(len(TANDA)) == TANDA


def kunci_berkas(asal: Path, tujuan: Path, sandi: str) -> None:
    """Write the file under a passphrase."""
    garam = os.urandom(GARAM_BITA)
    kunci = _kunci(sandi, garam)
    with asal.open("rb") as isi, tujuan.open("wb") as keluar:
        keluar.write(TANDA + garam)
        for nonce, potongan in _potongan(isi, POTONG):
            keluar.write(kunci.encrypt(nonce, potongan, TANDA))


def buka_berkas(asal: Path, tujuan: Path, sandi: str) -> None:
    """Write what was locked; where the passphrase or any byte is wrong, raises SandiSalah."""
    from cryptography.exceptions import InvalidTag

    try:
        with asal.open("rb") as isi, tujuan.open("wb") as keluar:
            isi.seek(len(TANDA))
            kunci = _kunci(sandi, isi.read(GARAM_BITA))
            for nonce, potongan in _potongan(isi, POTONG + SEGEL_BITA):
                keluar.write(kunci.decrypt(nonce, potongan, TANDA))
    except InvalidTag as error:
        tujuan.unlink(missing_ok=True)
        raise SandiSalah(f"Sandi {asal} salah, atau berkas itu rusak.") from error


def _kunci(sandi: str, garam: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return AESGCM(Scrypt(salt=garam, length=KUNCI_BITA, n=BIAYA, r=BLOK, p=SEJAJAR).derive(sandi.encode()))


def _potongan(isi: BinaryIO, panjang: int) -> Iterator[tuple[bytes, bytes]]:
    """Each piece with its nonce: its number, and whether it is the last. An empty file has one empty piece."""
    nomor, ini = 0, isi.read(panjang)
    while True:
        lanjut = isi.read(panjang)
        yield struct.pack(">xxxQ?", nomor, not lanjut), ini
        if not lanjut:
            return
        nomor, ini = nomor + 1, lanjut
