"""Evidence files: kept under the hash of their content, never under a name somebody chose."""

import hashlib
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dashboard.domain.entri.bukti import BerkasBukti
from data_access.engine import ROOT
from data_access.files.private import write_private
from data_access.schema import BERKAS_BUKTI

KOLOM = ("sha256", "nama", "akhiran", "ukuran", "waktu", "pelaku")


def folder_bukti(engine: Engine) -> Path:
    """Beside an SQLite database, else under data/."""
    berkas = engine.url.database if engine.dialect.name == "sqlite" else None
    return (Path(berkas).parent if berkas else ROOT / "data") / "bukti"


class BuktiRusak(Exception):
    """The stored file is not what was handed in; the Indonesian sentence says what to do."""


def simpan_isi(engine: Engine, berkas: BerkasBukti, isi: bytes) -> None:
    """Write the file whole or not at all; the same content is kept once, and a spoiled copy of it is replaced."""
    tujuan = _letak(engine, berkas)
    if not tujuan.is_file() or not _utuh(berkas, tujuan.read_bytes()):
        write_private(tujuan, isi)


def baca_isi(engine: Engine, berkas: BerkasBukti) -> bytes:
    """Raises FileNotFoundError when the file is gone, BuktiRusak when it is not what was handed in."""
    isi = _letak(engine, berkas).read_bytes()
    if not _utuh(berkas, isi):
        raise BuktiRusak(f"Berkas bukti {berkas.nama} rusak di penyimpanan. Serahkan lagi berkas yang sama.")
    return isi


def _utuh(berkas: BerkasBukti, isi: bytes) -> bool:
    return hashlib.sha256(isi).hexdigest() == berkas.sha256


def catat_berkas(connection: Connection, instansi: str, berkas: BerkasBukti) -> None:
    """Remember name and giver; content that is known already keeps its first."""
    c = BERKAS_BUKTI.c
    ada = sa.select(c.sha256).where(c.instansi == instansi, c.sha256 == berkas.sha256)
    if connection.execute(ada).first() is None:
        isi = {kolom: getattr(berkas, kolom) for kolom in KOLOM}
        connection.execute(sa.insert(BERKAS_BUKTI), [isi | {"instansi": instansi}])


def daftar_berkas(connection: Connection, instansi: str) -> dict[str, BerkasBukti]:
    """The evidence files of an agency by hash."""
    c = BERKAS_BUKTI.c
    baris = connection.execute(sa.select(*(c[k] for k in KOLOM)).where(c.instansi == instansi))
    return {satu.sha256: BerkasBukti(*satu) for satu in baris}


def _letak(engine: Engine, berkas: BerkasBukti) -> Path:
    return folder_bukti(engine) / f"{berkas.sha256}.{berkas.akhiran}"
