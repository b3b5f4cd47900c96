"""Backups of the whole database: on request, once a day, before a migration; and which one a damaged database offers.

Who may start these on the server has the database anyway; there is no Pelaku.
"""

import filecmp
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from dashboard.domain.akun.nama import AkunDitolak
from dashboard.domain.akun.sandi import baku, sandi_sah
from dashboard.formatting import waktu
from data_access.database_state import DatabaseDamaged
from data_access.files.private import PRIVATE, PRIVATE_FOLDER, replacing
from data_access.migrate import check_database, is_current, schema_version
from data_access.salinan.arsip import ArsipRusak, Manifes, tulis_arsip
from data_access.salinan.folder import (
    Cadangan,
    SebabCadangan,
    akhiran_cadangan,
    berlebih,
    daftar_cadangan,
    folder_cadangan,
    nama_cadangan,
    perlu_dicadangkan,
)
from data_access.salinan.isi import SalinanBerbeda, terdaftar
from data_access.salinan.pulih import Pemulihan, pulihkan
from data_access.salinan.sandi import SandiSalah, bersandi, buka_berkas, kunci_berkas


class CadanganDitolak(Exception):
    """Nothing was backed up or brought back; the Indonesian sentence says why."""


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """A backup that was written and proven; `dibuang` are older ones that made way for it."""

    berkas: Path
    manifes: Manifes
    dibuang: tuple[Path, ...] = ()


def cadangkan(engine: Engine, tujuan: Path | None, kini: datetime, sandi: str | None = None) -> HasilCadangan:
    """Back up into that folder or file, else into the folder of backups, where older ones make way.

    With a passphrase the file opens with it alone.

    Raises CadanganDitolak, DatabaseUnusable and OSError.
    """
    check_database(engine, semua=True)
    if schema_version(engine) is None:
        raise CadanganDitolak(
            "Basis data belum dibuat, jadi tidak ada yang dicadangkan. Mulai dasbor dahulu: python3 run.py"
        )
    if tujuan is None:
        return _berputar(engine, SebabCadangan.DIMINTA, kini, sandi)
    nama = nama_cadangan(SebabCadangan.DIMINTA, kini, bersandi=sandi is not None)
    berkas = tujuan / nama if tujuan.is_dir() else tujuan
    akhiran = akhiran_cadangan(bersandi=sandi is not None)
    if not berkas.name.endswith(akhiran):
        raise CadanganDitolak(
            f"{tujuan} bukan folder yang ada. Sebutkan folder yang ada, atau nama yang berakhir {akhiran}"
        )
    if berkas.exists():
        raise CadanganDitolak(f"{berkas} sudah ada dan tidak ditimpa. Sebutkan nama lain.")
    return _tulis(engine, berkas, sandi)


def kembalikan(engine: Engine, berkas: Path | None, tanya_sandi: Callable[[], str]) -> tuple[Path, Pemulihan]:
    """Bring that backup back, else the newest that no restore wrote; one under a passphrase asks for it.

    Raises CadanganDitolak, DatabaseUnusable and OSError, each with the database as it was.
    """
    if berkas is None:
        folder = folder_cadangan(engine)
        semua = [satu for satu in daftar_cadangan(folder) if satu.sebab != SebabCadangan.SEBELUM_PULIH]
        if not semua:
            raise CadanganDitolak(f"Belum ada cadangan di {folder}. Sebutkan berkasnya: python3 run.py restore BERKAS")
        berkas = semua[0].berkas
    try:
        if not bersandi(berkas):
            return berkas, pulihkan(engine, berkas)
        with TemporaryDirectory() as sementara:
            terbuka = Path(sementara) / berkas.stem
            buka_berkas(berkas, terbuka, baku(tanya_sandi()))
            return berkas, pulihkan(engine, terbuka)
    except (ArsipRusak, SalinanBerbeda, SandiSalah) as rusak:
        raise CadanganDitolak(str(rusak)) from rusak


def jaga_sebelum_mulai(
    engine: Engine, kini: datetime, *, semua: bool, harian: bool, menulis: Callable[[SebabCadangan], None] | None = None
) -> HasilCadangan | None:
    """What is done before anything is touched: a backup before each migration and, with `harian`, once a day.

    `semua` looks at every page of an SQLite file; `menulis` hears of a backup before, for that takes time. PostgreSQL
    has somebody who plans its backups.

    Raises DatabaseUnusable, for a damaged file with the newest backup; CadanganDitolak and OSError where the backup
    could not be written.
    """
    yang_ada = daftar_cadangan(folder_cadangan(engine))
    try:
        check_database(engine, semua=semua)
    except DatabaseDamaged as rusak:
        raise DatabaseDamaged(f"{rusak}{_tawaran(yang_ada)}") from rusak
    if not terdaftar(engine):
        return None
    if not is_current(engine):
        sebab = SebabCadangan.SEBELUM_MIGRASI
    elif harian and engine.dialect.name == "sqlite" and perlu_dicadangkan(yang_ada, kini):
        sebab = SebabCadangan.HARIAN
    else:
        return None
    if menulis is not None:
        menulis(sebab)
    return _berputar(engine, sebab, kini)


def _berputar(engine: Engine, sebab: SebabCadangan, kini: datetime, sandi: str | None = None) -> HasilCadangan:
    folder = folder_cadangan(engine)
    hasil = _tulis(engine, folder / nama_cadangan(sebab, kini, bersandi=sandi is not None), sandi)
    dibuang = [satu.berkas for satu in berlebih(daftar_cadangan(folder)) if satu.berkas != hasil.berkas]
    for satu in dibuang:
        satu.unlink(missing_ok=True)
    return HasilCadangan(hasil.berkas, hasil.manifes, tuple(dibuang))


def _tulis(engine: Engine, berkas: Path, sandi: str | None = None) -> HasilCadangan:
    try:
        if sandi is None:
            return HasilCadangan(berkas, tulis_arsip(engine, berkas))
        return HasilCadangan(berkas, _tulis_bersandi(engine, berkas, sandi_sah(sandi, "")))
    except (ArsipRusak, SalinanBerbeda, AkunDitolak, sqlite3.Error, SQLAlchemyError) as rusak:
        raise CadanganDitolak(f"Cadangan tidak ditulis: {rusak}") from rusak


def _tulis_bersandi(engine: Engine, berkas: Path, sandi: str) -> Manifes:
    """Named only after it was opened again with the passphrase and is what was locked."""
    berkas.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, replacing(berkas, PRIVATE) as terkunci:
        polos, terbuka = Path(folder) / "polos.zip", Path(folder) / "terbuka.zip"
        manifes = tulis_arsip(engine, polos)
        kunci_berkas(polos, terkunci, sandi)
        buka_berkas(terkunci, terbuka, sandi)
        if not filecmp.cmp(polos, terbuka, shallow=False):
            raise ArsipRusak(f"{berkas} tidak terbuka kembali seperti semula.")
    return manifes


def _tawaran(semua: list[Cadangan]) -> str:
    if not semua:
        return ""
    saat = waktu(semua[0].saat.replace(tzinfo=UTC))
    return f" Cadangan terbaru, {saat}, dikembalikan dengan: python3 run.py restore {semua[0].berkas}"
