"""The people of the account tests."""

from datetime import date

from dashboard.domain.dasar.hak import Pelaku, Peran
from dashboard.services.akun.kelola import PermintaanTugas
from dashboard.services.jam import hari_ini

ADMIN = Pelaku("Pengelola", Peran.ADMIN)
SANDI = "kuda kayu pagar biru"
ALAMAT = "10.0.0.7"
HARI = hari_ini()


def bidang(nama: str, mulai: date = HARI, unit: str = "BIDANG") -> PermintaanTugas:
    """To be head of a unit of UJI."""
    return PermintaanTugas(nama, Peran.KEPALA_BIDANG, "UJI", unit, mulai)
