"""What a checked plan rests on: the rows of the codes it names, and what changes how every row is read."""

import json
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from data_access.system_tables import JEJAK
from data_access.workbook.periksa.rencana import RencanaLembar

SEMUA_BERTUMPU = frozenset({"instansi", "pengaturan", "hari_libur"})
"""A change in one of these sheets may change the reading of any row."""
KOLOM_KODE = ("kode", "indikator", "komponen", "nip", "unit", "simpul")
"""The columns of a sheet's key that name what the row is about."""
MAKS_DIBACA = 20_000
"""More than so many changed rows are looked at as if they were about anything."""


def landasan_berubah(
    connection: Connection, instansi: str, rencana: Sequence[RencanaLembar], sejak: int, kini: int
) -> bool:
    """Whether a plan made at version `sejak` of the agency would have to be made anew at version `kini`.

    A row written since counts when its key names a code that stands in a row of the plan. Versions without a row of
    the trail, as after a removal, count always.
    """
    if sejak == kini:
        return False
    tanya = sa.select(JEJAK.c.versi, JEJAK.c.lembar, JEJAK.c.kunci).where(
        JEJAK.c.instansi == instansi, JEJAK.c.versi > sejak, JEJAK.c.versi <= kini
    )
    baris = connection.execute(tanya.limit(MAKS_DIBACA)).all()
    if len(baris) == MAKS_DIBACA or len({satu.versi for satu in baris}) != kini - sejak:
        return True
    if any(satu.lembar in SEMUA_BERTUMPU for satu in baris):
        return True
    disebut = _disebut(rencana)
    return any(not disebut.isdisjoint(_kode(satu.kunci)) for satu in baris)


def _disebut(rencana: Sequence[RencanaLembar]) -> set[object]:
    """Every text in a row of the plan, whether the row is new, changed or as it was."""
    semua: set[object] = set()
    for satu in rencana:
        for baris in (*satu.tambah, *satu.tetap, *(isi for pasangan in satu.ubah for isi in pasangan)):
            semua.update(isi for isi in baris.values() if isinstance(isi, str))
    return semua


def _kode(kunci: str) -> set[object]:
    isi = json.loads(kunci)
    return {isi[kolom] for kolom in KOLOM_KODE if kolom in isi}
