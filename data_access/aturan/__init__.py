"""Rules that regulations set and agencies change, as rows with their source and validity: a .csv file a subject.

Every file has the columns of `baca.KOLOM`; kelas and merit have a few of their own. A row holds from its day until
the row of the same kunci that begins later, or until berlaku_selesai. 2000-01-01 stands for "as long as there is data".
A value "=KUNCI" is that of a class row, so that no number stands twice.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.periode import awal_tahun
from data_access.aturan.baca import BarisAturan, baca_folder
from data_access.aturan.susun import susun_aturan

FOLDER = Path(__file__).parent


def untuk(hari: date) -> AturanBerlaku:
    """The rules in force on that day. Raises ValueError on a broken file (a packaging fault)."""
    return _untuk(FOLDER, hari)


def untuk_skp(tahun: int) -> AturanBerlaku:
    """The rules an appraisal year runs under: those in force on its first day, so that no month changes later."""
    return untuk(awal_tahun(tahun))


def semua_baris() -> dict[str, tuple[BarisAturan, ...]]:
    """Every row of every file, past and to come, by subject (the name of its file)."""
    return _semua_baris(FOLDER)


@lru_cache(maxsize=4)
def _semua_baris(folder: Path) -> dict[str, tuple[BarisAturan, ...]]:
    return baca_folder(folder)


@lru_cache(maxsize=256)
def _untuk(folder: Path, hari: date) -> AturanBerlaku:
    return susun_aturan(_semua_baris(folder), hari)
