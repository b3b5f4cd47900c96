"""The content of a whole database: every table it has, its hash, and how it goes into another one.

The tables are those the database itself names, so that none can be forgotten and a database of an older schema can be
copied as well. Both sides must be at the same revision.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from data_access.baris import Baris
from data_access.database_state import VERSION_TABLE
from data_access.postgres import FOR_EVER, give_time
from data_access.sidik import format_hash, row_hash
from data_access.skp.salin import salin

SEKALI_BACA = 5000


class SalinanBerbeda(Exception):
    """The copy is not what was copied; the Indonesian sentence names the tables."""


@dataclass(frozen=True, slots=True)
class SidikTabel:
    """How many rows a table has, and the hash of them all."""

    baris: int
    sidik: str


def tabel_tersimpan(connection: Connection) -> list[sa.Table]:
    """Every table of that database, each after those it refers to; all but the one that holds the revision."""
    metadata = sa.MetaData()
    metadata.reflect(connection)
    return [tabel for tabel in metadata.sorted_tables if tabel.name != VERSION_TABLE]


def sidik_isi(connection: Connection) -> dict[str, SidikTabel]:
    """The content hash of each table: equal for equal content on both databases, in whatever order."""
    wait_for_ever(connection)
    return _sidik_semua(connection, tabel_tersimpan(connection))


def ganti_isi(asal: Connection, tujuan: Connection) -> dict[str, SidikTabel]:
    """Put the content of one database in the place of another's, inside the other's transaction.

    Returns what was copied. Raises SalinanBerbeda where the two do not hold the same afterwards.
    """
    wait_for_ever(asal)
    wait_for_ever(tujuan)
    tabel_asal, tabel_tujuan = tabel_tersimpan(asal), tabel_tersimpan(tujuan)
    for tabel in reversed(tabel_tujuan):
        tujuan.execute(sa.delete(tabel))
    for tabel in tabel_asal:
        salin(tujuan, tabel, tabel.c.keys(), _baris(asal, tabel))
    sebelum, sesudah = _sidik_semua(asal, tabel_asal), _sidik_semua(tujuan, tabel_tujuan)
    pastikan_sama(sebelum, sesudah)
    return sebelum


def pastikan_sama(seharusnya: dict[str, SidikTabel], ada: dict[str, SidikTabel]) -> None:
    """Raises SalinanBerbeda with the tables that differ."""
    beda = sorted(nama for nama in seharusnya | ada if seharusnya.get(nama) != ada.get(nama))
    if beda:
        raise SalinanBerbeda(f"Salinan berbeda dari asalnya pada tabel {', '.join(beda)}.")


def berisi(connection: Connection) -> bool:
    """Whether any table holds a row."""
    semua = tabel_tersimpan(connection)
    return any(connection.execute(sa.select(sa.literal(1)).select_from(t).limit(1)).first() for t in semua)


def terdaftar(engine: Engine) -> bool:
    """Whether the database has a schema, of whatever age, and an agency in it."""
    with engine.connect() as connection:
        ada = sa.inspect(connection).has_table("instansi")
        return ada and connection.execute(sa.text("SELECT 1 FROM instansi LIMIT 1")).first() is not None


def wait_for_ever(connection: Connection) -> None:
    """Whole tables are read in this transaction, and nobody waits at a page for it."""
    if connection.dialect.name == "postgresql":
        give_time(connection, FOR_EVER)
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")


def _baris(connection: Connection, tabel: sa.Table) -> Iterator[sa.Row[Any]]:
    yield from connection.execute(sa.select(tabel), execution_options={"yield_per": SEKALI_BACA})


def _sidik_semua(connection: Connection, semua: list[sa.Table]) -> dict[str, SidikTabel]:
    return {tabel.name: _sidik(connection, tabel) for tabel in semua}


def _sidik(connection: Connection, tabel: sa.Table) -> SidikTabel:
    nama, jumlah, banyak = tabel.c.keys(), 0, 0
    for satu in _baris(connection, tabel):
        isi: Baris = dict(zip(nama, satu, strict=True))
        jumlah += row_hash(tabel.name, isi)
        banyak += 1
    return SidikTabel(banyak, format_hash(jumlah))
