"""The content hash computed from every row again, to compare with the one the transactions kept."""

from sqlalchemy.engine import Connection

from dashboard.domain.kamus.buku_kerja import LEMBAR
from data_access.baris import ambil
from data_access.sidik import format_hash, row_hash


def hitung_sidik(connection: Connection, instansi: str) -> str:
    """Equals the stored one, else data was changed around the transactions."""
    baris = ((isi.nama, satu) for isi in LEMBAR for satu in ambil(connection, isi.nama, instansi))
    return format_hash(sum(row_hash(nama, satu) for nama, satu in baris))
