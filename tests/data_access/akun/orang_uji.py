"""The people of the account tests."""

from datetime import UTC, date, datetime

from dashboard.domain.dasar.hak import Pelaku, Peran
from dashboard.services.akun.kelola import PermintaanTugas

ADMIN = Pelaku("Pengelola", Peran.ADMIN)
SANDI = "kuda kayu pagar biru"
ALAMAT = "10.0.0.7"
HARI = datetime.now(UTC).date()


def bidang(nama: str, mulai: date = HARI, unit: str = "BIDANG") -> PermintaanTugas:
    """To be head of a unit of UJI."""
    return PermintaanTugas(nama, Peran.KEPALA_BIDANG, "UJI", unit, mulai)
