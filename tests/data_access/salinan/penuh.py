"""A row in every table there is, made from the types of its columns: a new table is filled without a word here."""

from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine

from data_access.akun.tabel import METADATA_AKUN
from data_access.engine import open_for_writing
from data_access.schema import METADATA
from data_access.tipe import Desimal

TEKS = 'bagian "satu",\tbaris\nkedua \\ é ①'
"""What a copy could break: quotes, a tab, a new line, a backslash, letters of more than one byte."""


def isi_semua_tabel(engine: Engine) -> set[str]:
    """Returns the names of the tables filled."""
    with open_for_writing(engine) as connection, connection.begin():
        for metadata in (METADATA, METADATA_AKUN):
            for tabel in metadata.sorted_tables:
                connection.execute(sa.insert(tabel), [{kolom.name: _nilai(kolom) for kolom in tabel.c}])
    return {*METADATA.tables, *METADATA_AKUN.tables}


def _nilai(kolom: "sa.Column[Any]") -> Any:
    if isinstance(kolom.type, Desimal):
        return Decimal("1234567890123456789.10")
    if isinstance(kolom.type, sa.Date):
        return date(2026, 8, 17)
    return 1 if isinstance(kolom.type, sa.Integer) else TEKS
