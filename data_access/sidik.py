"""The content hash of an agency's data: the same for the same content, however it came in.

Each row is hashed by itself and the hashes are added up modulo 2^256. The sum knows no order, and a change of
one row costs one subtraction and one addition, so that the writing transaction can keep it current.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from dashboard.domain.dasar.angka import kanonik
from dashboard.domain.kamus.buku_kerja import SEJAK_AWAL
from data_access.baris import Nilai

MODULUS = 1 << 256
PEMISAH = "\x1e"  # the reader refuses control characters, so no text can contain it


def row_hash(nama: str, baris: Mapping[str, Nilai]) -> int:
    """The hash of one row; empty columns do not count, so a column added later changes no old hash.

    A date stored for "from the beginning" is an empty one.
    """
    isi = [f"{kolom}={_teks(nilai)}" for kolom, nilai in sorted(baris.items()) if nilai not in {None, SEJAK_AWAL}]
    return int.from_bytes(hashlib.sha256(PEMISAH.join((nama, *isi)).encode()).digest(), "big")


def format_hash(jumlah: int) -> str:
    return format(jumlah % MODULUS, "064x")


def _teks(nilai: Nilai) -> str:
    if isinstance(nilai, Decimal):
        return format(kanonik(nilai), "f")
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
