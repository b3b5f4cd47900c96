"""Whether what is stored holds together: rows and evidence against their hashes; and when the newest was written."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dashboard.domain.kamus.buku_kerja import LEMBAR
from data_access.baris import ambil
from data_access.files.bukti import BuktiRusak, baca_isi, daftar_berkas
from data_access.schema import JEJAK, VERSI
from data_access.sidik import format_hash, row_hash


def sidik_berbeda(connection: Connection) -> list[str]:
    """The agencies whose rows do not have the hash their transactions kept: somebody wrote around them."""
    beda = []
    for kode, sidik in connection.execute(sa.select(VERSI.c.instansi, VERSI.c.sidik)).all():
        baris = ((isi.nama, satu) for isi in LEMBAR for satu in ambil(connection, isi.nama, kode))
        if format_hash(sum(row_hash(nama, satu) for nama, satu in baris)) != sidik:
            beda.append(kode)
    return beda


def periksa_bukti(engine: Engine) -> tuple[int, int, int]:
    """How many evidence files are there whole, how many are missing, how many are not what was handed in."""
    utuh = hilang = rusak = 0
    with engine.connect() as connection:
        semua = [
            satu
            for kode in connection.execute(sa.select(VERSI.c.instansi)).scalars().all()
            for satu in daftar_berkas(connection, kode).values()
        ]
    for berkas in semua:
        try:
            baca_isi(engine, berkas)
            utuh += 1
        except FileNotFoundError:
            hilang += 1
        except BuktiRusak:
            rusak += 1
    return utuh, hilang, rusak


def terakhir_ditulis(connection: Connection) -> datetime | None:
    """The moment of the newest audited write; by agency and version, as the trail is ordered."""
    c = JEJAK.c
    terbaru = [
        connection.execute(
            sa.select(c.waktu).where(c.instansi == kode).order_by(c.versi.desc(), c.urut.desc()).limit(1)
        ).scalar()
        for kode in connection.execute(sa.select(VERSI.c.instansi)).scalars().all()
    ]
    return max((datetime.fromisoformat(satu) for satu in terbaru if satu), default=None)
