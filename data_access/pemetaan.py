"""What an agency's own headings mean, as its people confirmed last, and the names behind its codes.

Reads and writes pemetaan and peta_bernama; reads indikator, variabel, unit and jabatan.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dashboard.domain.kamus.buku_kerja import BERNILAI
from data_access.baris import ambil
from data_access.engine import hold_agency, open_for_writing
from data_access.schema import PEMETAAN, PETA_BERNAMA

Ingatan = dict[tuple[str, str], str]
"""(sheet, heading in its plain form) to column; an empty column means the heading is left out."""


@dataclass(frozen=True, slots=True)
class PetaBernama:
    """What the headings of one file meant, and how its columns ("realisasi!nilai") were said to be written."""

    judul: Ingatan
    cara: Mapping[str, str]


BERNAMA = {"indikator": BERNILAI, "unit": ("unit",), "jabatan": ("jabatan",)}
"""Columns in which a name may stand for a code, and the sheets that have the names."""


def ingatan(connection: Connection, instansi: str) -> Ingatan:
    """Everything remembered for that agency."""
    tanya = sa.select(PEMETAAN.c.lembar, PEMETAAN.c.judul, PEMETAAN.c.kolom).where(PEMETAAN.c.instansi == instansi)
    return {(lembar, judul): kolom for lembar, judul, kolom in connection.execute(tanya)}


def simpan_ingatan(engine: Engine, instansi: str, baru: Mapping[tuple[str, str], str]) -> None:
    """Remember headings, replacing what was remembered of them, in one transaction."""
    p = PEMETAAN.c
    kunci = [{"k_instansi": instansi, "k_lembar": lembar, "k_judul": judul} for lembar, judul in baru]
    if not kunci:
        return
    hapus = sa.delete(PEMETAAN).where(
        p.instansi == sa.bindparam("k_instansi"),
        p.lembar == sa.bindparam("k_lembar"),
        p.judul == sa.bindparam("k_judul"),
    )
    with open_for_writing(engine) as connection, connection.begin():
        hold_agency(connection, instansi)
        connection.execute(hapus, kunci)
        connection.execute(
            sa.insert(PEMETAAN),
            [
                {"instansi": instansi, "lembar": lembar, "judul": judul, "kolom": kolom}
                for (lembar, judul), kolom in baru.items()
            ],
        )


def peta_bernama(connection: Connection, instansi: str) -> dict[str, PetaBernama]:
    """The kept mappings of that agency, by name."""
    c = PETA_BERNAMA.c
    tanya = sa.select(c.nama, c.isi).where(c.instansi == instansi).order_by(c.nama)
    hasil = {}
    for nama, teks in connection.execute(tanya):
        isi = json.loads(teks)
        judul = {(lembar, satu): kolom for lembar, satu, kolom in isi["judul"]}
        hasil[str(nama)] = PetaBernama(judul, isi["cara"])
    return hasil


def simpan_bernama(engine: Engine, instansi: str, baru: Mapping[str, PetaBernama]) -> None:
    """Keep mappings under their names, each replacing the one of that name, in one transaction."""
    if not baru:
        return
    c = PETA_BERNAMA.c
    with open_for_writing(engine) as connection, connection.begin():
        hold_agency(connection, instansi)
        connection.execute(sa.delete(PETA_BERNAMA).where(c.instansi == instansi, c.nama.in_(baru)))
        isi = {
            nama: {"judul": [[*kunci, kolom] for kunci, kolom in sorted(satu.judul.items())], "cara": dict(satu.cara)}
            for nama, satu in baru.items()
        }
        connection.execute(
            sa.insert(PETA_BERNAMA),
            [
                {"instansi": instansi, "nama": nama, "isi": json.dumps(satu, ensure_ascii=False)}
                for nama, satu in isi.items()
            ],
        )


def kode_menurut_nama(connection: Connection, instansi: str) -> dict[str, dict[str, str]]:
    """By column of reference: each name that only one row bears, and each code, casefolded, to that row's code."""
    hasil = {}
    for kolom, lembar in BERNAMA.items():
        pemilik: dict[str, set[str]] = {}
        for nama in lembar:
            for baris in ambil(connection, nama, instansi, ("kode", "nama")):
                pemilik.setdefault(" ".join(str(baris["nama"]).split()).casefold(), set()).add(str(baris["kode"]))
        bernama = {nama: next(iter(kode)) for nama, kode in pemilik.items() if len(kode) == 1}
        hasil[kolom] = bernama | {kode.casefold(): kode for semua in pemilik.values() for kode in semua}
    return hasil


def nama_menurut_kode(connection: Connection, instansi: str) -> dict[str, str]:
    """Each indikator's, variabel's, unit's and jabatan's name by its code; indikator before the rest."""
    hasil: dict[str, str] = {}
    for nama in ("jabatan", "unit", *reversed(BERNILAI)):
        for baris in ambil(connection, nama, instansi, ("kode", "nama")):
            hasil[str(baris["kode"])] = str(baris["nama"])
    return hasil
