"""Rows of a sheet's table as plain dicts, typed as the dictionary says. Reads the database."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.kamus.buku_kerja import lembar
from data_access.schema import TABEL

Nilai = str | int | Decimal | date | None
Baris = dict[str, Nilai]
MAKS_SARING = 500
"""Longer lists of values do not narrow a query; the whole agency is read instead."""


def kolom_instansi(nama: str) -> str:
    """Where a sheet's table says whose row it is."""
    return "kode" if nama == "instansi" else "instansi"


def pemilik_baris(nama: str, baris: Mapping[str, Nilai]) -> str:
    return str(baris[kolom_instansi(nama)])


def kunci_baris(nama: str, baris: Mapping[str, Nilai]) -> tuple[Nilai, ...]:
    return _pengambil(nama)(baris)


@cache
def _pengambil(nama: str) -> Callable[[Mapping[str, Nilai]], tuple[Nilai, ...]]:
    """Takes the key of a sheet's row; fifty thousand rows are looked at several times."""
    kolom = lembar(nama).kunci_penuh
    return itemgetter(*kolom) if len(kolom) > 1 else lambda baris: (baris[kolom[0]],)


def ambil(
    connection: Connection,
    nama: str,
    instansi: str,
    kolom: Iterable[str] | None = None,
    saring: Mapping[str, Collection[Nilai]] | None = None,
) -> list[Baris]:
    """The agency's rows of that sheet, narrowed to the given values of columns; in no particular order."""
    tabel = TABEL[nama]
    pilihan = [tabel.c[satu] for satu in kolom] if kolom is not None else list(tabel.c)
    tanya = sa.select(*pilihan).where(tabel.c[kolom_instansi(nama)] == instansi)
    for satu, nilai in (saring or {}).items():
        if len(nilai) <= MAKS_SARING:
            tanya = tanya.where(tabel.c[satu].in_(list(nilai)))
    nama_kolom: list[Any] = [satu.name for satu in pilihan]
    return [dict(zip(nama_kolom, isi, strict=True)) for isi in connection.execute(tanya)]
