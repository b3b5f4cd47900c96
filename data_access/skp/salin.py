"""Inserting many rows at once: COPY on PostgreSQL, executemany on SQLite. Part of the caller's transaction."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

import psycopg
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.angka import kanonik

SEKALI_SALIN = 50_000


def salin(connection: Connection, tabel: sa.Table, kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> None:
    """Insert rows given as values in the order of `kolom`. Decimals are stored canonically on both databases."""
    if connection.dialect.name == "postgresql":
        _copy(connection, tabel, kolom, baris)
    else:
        _executemany(connection, tabel, kolom, baris)


def _copy(connection: Connection, tabel: sa.Table, kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> None:
    perintah = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(tabel.name), sql.SQL(", ").join(map(sql.Identifier, kolom))
    )
    asli = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with asli.cursor() as kursor, kursor.copy(perintah) as salinan:
        for satu in baris:
            salinan.write_row(satu)


def _executemany(connection: Connection, tabel: sa.Table, kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> None:
    perintah = f"INSERT INTO {tabel.name} ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))})"
    siap: list[tuple[Any, ...]] = []
    for satu in baris:
        siap.append(tuple(_untuk_sqlite(isi) for isi in satu))
        if len(siap) == SEKALI_SALIN:
            connection.exec_driver_sql(perintah, siap)
            siap = []
    if siap:
        connection.exec_driver_sql(perintah, siap)


def _untuk_sqlite(isi: Any) -> Any:
    """As the column types of data_access.tipe and SQLAlchemy's Date write them."""
    if isinstance(isi, Decimal):
        return _tulis(isi)
    return isi.isoformat() if hasattr(isi, "isoformat") else isi


@lru_cache(maxsize=1 << 16)
def _tulis(nilai: Decimal) -> str:
    """Equal numbers are written alike, and the numbers of many rows are few."""
    return format(kanonik(nilai), "f")
