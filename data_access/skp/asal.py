"""By which program and rules the stored scores of an agency were computed. Reads and writes hitungan_skp.

Scores are stored, so what computes them may have changed since: the files that do are their origin. A word changed in
one of them computes once too often; a number changed in one is never missed, as a version written by hand would be.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

import data_access.aturan
from data_access.schema import HITUNGAN_SKP, TABEL

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("dashboard/domain/aturan", "dashboard/domain/skp", "data_access/skp")


def asal_nilai() -> str:
    """The hash of the program that computes scores here and of the rules it follows."""
    return _asal(data_access.aturan.FOLDER)


@cache
def _asal(folder: Path) -> str:
    digest = hashlib.sha256()
    for berkas in _berkas(folder):
        digest.update(berkas.name.encode() + b"\0" + b"\n".join(berkas.read_bytes().splitlines()))
    return digest.hexdigest()


def _berkas(aturan: Path) -> Iterator[Path]:
    for folder in PROGRAM:
        yield from sorted((ROOT / folder).glob("*.py"))
    yield from sorted(aturan.glob("*.csv"))


def berasal_lain(connection: Connection) -> list[str]:
    """The agencies whose scores another program or other rules computed."""
    kode, h = TABEL["instansi"].c.kode, HITUNGAN_SKP.c
    sama = sa.select(h.instansi).where(h.sidik == asal_nilai())
    return list(connection.execute(sa.select(kode).where(kode.not_in(sama)).order_by(kode)).scalars())


def catat_asal(connection: Connection, instansi: str, *, berubah: bool = False) -> None:
    """Its scores are those of this program; `berubah` when they became others, though no row did."""
    h = HITUNGAN_SKP.c
    ganti = (
        sa.update(HITUNGAN_SKP).where(h.instansi == instansi).values(sidik=asal_nilai(), nomor=h.nomor + int(berubah))
    )
    if not connection.execute(ganti).rowcount:
        isi = {"instansi": instansi, "sidik": asal_nilai(), "nomor": int(berubah)}
        connection.execute(sa.insert(HITUNGAN_SKP), [isi])
