"""The content hash computed from every row again, to compare with the one the transactions kept."""

from sqlalchemy.engine import Connection

from dashboard.domain.kamus.buku_kerja import LEMBAR
from data_access.baris import ambil
from data_access.sidik import sidik_baris, tulis_sidik


def hitung_sidik(koneksi: Connection, instansi: str) -> str:
    """Equals the stored one, else data was changed around the transactions."""
    baris = ((isi.nama, satu) for isi in LEMBAR for satu in ambil(koneksi, isi.nama, instansi))
    return tulis_sidik(sum(sidik_baris(nama, satu) for nama, satu in baris))
