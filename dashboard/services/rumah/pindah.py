"""Moving everything from one database into an empty one of either kind, proven equal before it counts.

Who may start this on the server has both databases anyway; there is no Pelaku.
"""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from data_access.engine import open_for_reading, open_for_writing
from data_access.files.bukti import folder_bukti
from data_access.files.private import write_private
from data_access.migrate import check_database, is_current, migrate, schema_version
from data_access.salinan.isi import SidikTabel, berisi, ganti_isi


class PindahDitolak(Exception):
    """Nothing was moved; the Indonesian sentence says why."""


def pindahkan(sumber: Engine, tujuan: Engine) -> dict[str, SidikTabel]:
    """Copy all tables and the evidence files; the source stays as it is. Returns what both hold now, by table.

    Raises PindahDitolak, DatabaseUnusable, SalinanBerbeda and OSError, each with the target empty of rows.
    """
    if sumber.url == tujuan.url:
        raise PindahDitolak("Sumber dan tujuan adalah basis data yang sama.")
    _periksa_sumber(sumber)
    _periksa_tujuan(tujuan)
    migrate(tujuan)
    with open_for_reading(sumber) as asal, asal.begin(), open_for_writing(tujuan) as tiba, tiba.begin():
        hasil = ganti_isi(asal, tiba)
        _salin_bukti(folder_bukti(sumber), folder_bukti(tujuan))
    return hasil


def _periksa_sumber(sumber: Engine) -> None:
    check_database(sumber, semua=True)
    if _belum_ada(sumber) or schema_version(sumber) is None:
        raise PindahDitolak("Basis data sumber belum ada. Periksa alamatnya.")
    if not is_current(sumber):
        raise PindahDitolak(
            "Basis data sumber dari versi lama. Mulai dasbor sekali di atasnya; sesudah cadangannya ditulis, ulangi."
        )


def _periksa_tujuan(tujuan: Engine) -> None:
    check_database(tujuan)
    if _belum_ada(tujuan):
        return
    with tujuan.connect() as connection:
        if schema_version(tujuan) is None and sa.inspect(connection).get_table_names():
            raise PindahDitolak("Basis data tujuan berisi tabel program lain. Pakai basis data yang kosong.")
        if berisi(connection):
            raise PindahDitolak("Basis data tujuan sudah berisi data dan tidak ditimpa. Pakai basis data yang kosong.")


def _belum_ada(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists()


def _salin_bukti(asal: Path, tujuan: Path) -> None:
    """Both may be the same folder; names are hashes of the content."""
    for berkas in sorted(asal.iterdir()) if asal.is_dir() and asal != tujuan else ():
        if berkas.is_file() and not berkas.name.startswith("."):
            write_private(tujuan / berkas.name, berkas.read_bytes())
