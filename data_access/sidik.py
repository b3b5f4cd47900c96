"""The content hash of an agency's data: the same for the same content, however it came in.

Each row is hashed by itself and the hashes are added up modulo 2^256. The sum knows no order, and a change of
one row costs one subtraction and one addition, so that the writing transaction can keep it current.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy.engine import Connection

from dashboard.domain.dasar.angka import kanonik
from dashboard.domain.kamus.buku_kerja import LEMBAR
from data_access.baris import Nilai, ambil

MODULUS = 1 << 256
PEMISAH = "\x1e"  # the reader refuses control characters, so no text can contain it


def sidik_baris(nama: str, baris: Mapping[str, Nilai]) -> int:
    """The hash of one row; empty columns do not count, so a column added later changes no old hash."""
    isi = [f"{kolom}={_teks(nilai)}" for kolom, nilai in sorted(baris.items()) if nilai is not None]
    return int.from_bytes(hashlib.sha256(PEMISAH.join((nama, *isi)).encode()).digest(), "big")


def jumlah_sidik(nama: str, baris: Iterable[Mapping[str, Nilai]]) -> int:
    return sum(sidik_baris(nama, satu) for satu in baris) % MODULUS


def hitung_sidik(koneksi: Connection, instansi: str) -> str:
    """The hash computed from every row again; equals what the transactions kept, else data was changed around them."""
    jumlah = sum(jumlah_sidik(isi.nama, ambil(koneksi, isi.nama, instansi)) for isi in LEMBAR)
    return tulis_sidik(jumlah)


def tulis_sidik(jumlah: int) -> str:
    return format(jumlah % MODULUS, "064x")


def _teks(nilai: Nilai) -> str:
    if isinstance(nilai, Decimal):
        return format(kanonik(nilai), "f")
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
