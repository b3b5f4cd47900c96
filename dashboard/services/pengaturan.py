"""The settings a year is computed and shown by."""

from dashboard.domain.aturan.pengaturan import Pengaturan, baca_pengaturan
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.periode import akhir_tahun
from data_access.aturan import untuk


def pengaturan_tahun(data: DataKinerja) -> Pengaturan:
    """The agency's settings over the defaults, both as in force on the last day of the year."""
    return baca_pengaturan(data.pengaturan, untuk(akhir_tahun(data.tahun)))
