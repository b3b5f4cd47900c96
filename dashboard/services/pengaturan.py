"""The settings a position is computed and shown by."""

from datetime import date

from dashboard.domain.aturan.pengaturan import Pengaturan, baca_pengaturan
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.setelan import setelan_pada
from data_access.aturan import untuk


def pengaturan_pada(data: DataKinerja, hari: date) -> Pengaturan:
    """The agency's settings over the defaults, both in force on that day: later ones change no earlier position."""
    return baca_pengaturan(setelan_pada(data.pengaturan, hari), untuk(hari))
