"""Which rows of the trail somebody may read, as a condition of the query: sheets, and within them values and people."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from data_access.schema import JEJAK, TABEL

LEMBAR_PEGAWAI = ("pegawai", "skp", "perilaku")
KOLOM_KODE = {"realisasi": "indikator", "target": "indikator", "indikator": "kode"}
"""The sheets whose rows are one value's, and the column of their key that says which."""


@dataclass(frozen=True, slots=True)
class JejakMilik:
    """`kode`: the values whose rows may be read, None for every sheet of the agency; `unit`: those of whose people."""

    kode: frozenset[str] | None
    unit: frozenset[str] | None

    def lembar(self, semua: Collection[str]) -> tuple[str, ...]:
        """The sheets of which there may be something to read."""
        orang = LEMBAR_PEGAWAI if self.unit is None or self.unit else ()
        nilai = semua if self.kode is None else KOLOM_KODE
        return tuple(satu for satu in semua if satu in orang or (satu in nilai and satu not in LEMBAR_PEGAWAI))


def syarat_milik(connection: Connection, instansi: str, milik: JejakMilik) -> sa.ColumnElement[bool]:
    """True of the rows of the trail that may be read."""
    j, pegawai = JEJAK.c, TABEL["pegawai"].c
    orang: sa.ColumnElement[bool] = j.lembar.in_(LEMBAR_PEGAWAI)
    nilai: sa.ColumnElement[bool] = j.lembar.not_in(LEMBAR_PEGAWAI)
    if milik.unit is not None:
        milik_unit = sa.select(pegawai.nip).where(pegawai.instansi == instansi, pegawai.unit.in_(sorted(milik.unit)))
        orang = sa.and_(orang, _isi_kunci(connection, "nip").in_(milik_unit))
    if milik.kode is not None:
        kode = sorted(milik.kode)
        nilai = sa.or_(
            *(sa.and_(j.lembar == satu, _isi_kunci(connection, kolom).in_(kode)) for satu, kolom in KOLOM_KODE.items())
        )
    return sa.or_(orang, nilai)


def _isi_kunci(connection: Connection, kolom: str) -> sa.ColumnElement[str]:
    """One column of the key, which the trail keeps as the text of a JSON object."""
    sqlite = connection.dialect.name == "sqlite"
    kunci = sa.type_coerce(JEJAK.c.kunci, sa.JSON) if sqlite else sa.cast(JEJAK.c.kunci, sa.JSON)
    isi: sa.ColumnElement[str] = kunci[kolom].as_string()
    return isi
