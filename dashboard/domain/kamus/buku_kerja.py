"""The one dictionary of the workbook: every sheet and column, as data.

Database schema, reader, checks, writer, template and documentation are all made from it (WORKBOOK.md).
Sheets and columns may be added, never renamed. The order is that of reading: what is referred to comes first.
"""

from dashboard.domain.kamus.indikator import BERNILAI, INDIKATOR
from dashboard.domain.kamus.jenis import PEMISAH_DAFTAR, SEJAK_AWAL, YA_TIDAK, Jenis, Kolom, Lembar
from dashboard.domain.kamus.lain import LAIN
from dashboard.domain.kamus.pegawai import PEGAWAI
from dashboard.domain.kamus.struktur import STRUKTUR

__all__ = [
    "BERKODE",
    "BERNILAI",
    "LEMBAR",
    "LEMBAR_BERNAMA",
    "PEMISAH_DAFTAR",
    "SEJAK_AWAL",
    "YA_TIDAK",
    "Jenis",
    "Kolom",
    "Lembar",
    "kolom",
    "lembar",
]

LEMBAR: tuple[Lembar, ...] = (*STRUKTUR, *INDIKATOR, *PEGAWAI, *LAIN)
LEMBAR_BERNAMA: dict[str, Lembar] = {satu.nama: satu for satu in LEMBAR}
BERKODE: tuple[str, ...] = tuple(satu.nama for satu in LEMBAR if satu.kunci in {("kode",), ("nip",)})
"""Sheets whose rows have a code that others can name."""


def lembar(nama: str) -> Lembar:
    """The sheet of that name. Raises KeyError."""
    return LEMBAR_BERNAMA[nama]


def kolom(nama_lembar: str, nama_kolom: str) -> Kolom:
    """The column of that name in that sheet. Raises KeyError or StopIteration."""
    return lembar(nama_lembar).kolom_bernama(nama_kolom)
