"""People and their stored scores: lists cut to what a screen shows, and the rows of all for the export.

Reads nilai_skp, pegawai, skp, perilaku and predikat_unit. Who may see persons is decided by the services.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.skp.baris import BarisSkp
from dashboard.domain.skp.kalender import BULAN_TERAKHIR
from dashboard.domain.skp.pegawai import NilaiBulan, hitung_pegawai
from dashboard.domain.skp.predikat import PredikatUnit
from data_access.aturan import untuk_skp
from data_access.schema import NILAI_SKP, TABEL
from data_access.skp.berjalan import NilaiBerjalan, load_berjalan
from data_access.skp.masukan import baris_perilaku, baris_skp, load_bahan


@dataclass(frozen=True, slots=True)
class NilaiPegawai:
    """One stored score; numbers are millionths of a point, `sebutan` and `sel` indices (-1: none)."""

    nip: str
    bulan: int
    unit: str
    skp: int | None
    perilaku: int | None
    prestasi: int | None
    sebutan: int
    sel: int
    keadaan: int


@dataclass(frozen=True, slots=True)
class Orang:
    """A person in a list. `berjalan`: the score to date of a year that waits for a month."""

    nip: str
    nama: str
    jabatan: str | None
    nilai: NilaiPegawai
    berjalan: NilaiBerjalan | None = None


_N = NILAI_SKP.c
_KOLOM = (_N.nip, _N.bulan, _N.unit, _N.skp, _N.perilaku, _N.prestasi, _N.sebutan, _N.sel, _N.keadaan)


def load_nilai(
    connection: Connection, instansi: str, tahun: int, unit: Collection[str] | None = None
) -> tuple[NilaiPegawai, ...]:
    """Every stored score of the year, of all units or of some, by nip and month (code points): for exports."""
    tanya = sa.select(*_KOLOM).where(_N.instansi == instansi, _N.tahun == tahun)
    if unit is not None:
        tanya = tanya.where(_N.unit.in_(sorted(unit)))
    semua = (NilaiPegawai(*baris) for baris in connection.execute(tanya))
    return tuple(sorted(semua, key=lambda satu: (satu.nip, satu.bulan)))


def load_orang(
    connection: Connection,
    instansi: str,
    tahun: int,
    bulan: int,
    unit: Collection[str],
    *,
    sebutan: int | None = None,
    sel: int | None = None,
    batas: int = 200,
) -> tuple[Orang, ...]:
    """The people of a month in those units, in one class or cell if given; highest first, at most `batas`."""
    syarat: list[sa.ColumnElement[bool]] = [_N.unit.in_(sorted(unit))]
    if sebutan is not None:
        syarat.append(_N.sebutan == sebutan)
    if sel is not None:
        syarat.append(_N.sel == sel)
    return _orang(connection, instansi, tahun, bulan, *syarat, batas=batas)


def _orang(
    connection: Connection, instansi: str, tahun: int, bulan: int, *syarat: sa.ColumnElement[bool], batas: int
) -> tuple[Orang, ...]:
    pegawai, jabatan = TABEL["pegawai"].c, TABEL["jabatan"].c
    tanya = (
        sa.select(pegawai.nama, jabatan.nama, *_KOLOM)
        .join_from(NILAI_SKP, TABEL["pegawai"], (pegawai.instansi == _N.instansi) & (pegawai.nip == _N.nip))
        .outerjoin(TABEL["jabatan"], (jabatan.instansi == pegawai.instansi) & (jabatan.kode == pegawai.jabatan))
        .where(_N.instansi == instansi, _N.tahun == tahun, _N.bulan == bulan, *syarat)
        .order_by(_N.prestasi.desc().nulls_last(), _N.nip)
        .limit(batas)
    )
    return tuple(Orang(baris[2], baris[0], baris[1], NilaiPegawai(*baris[2:])) for baris in connection.execute(tanya))


def dengan_berjalan(
    connection: Connection, instansi: str, tahun: int, orang: Sequence[Orang], sampai: int
) -> tuple[Orang, ...]:
    """People of a year; those whose year waits for a month with their score to date over the months up to `sampai`."""
    berjalan = load_berjalan(connection, instansi, tahun, [o.nip for o in orang if o.nilai.prestasi is None], sampai)
    return tuple(replace(o, berjalan=berjalan.get(o.nip)) for o in orang)


def load_pegawai(
    connection: Connection, instansi: str, tahun: int, nip: str, sampai: int = BULAN_TERAKHIR
) -> dict[int, NilaiBulan]:
    """One employee's months and year with all they were made of, by month; empty for an unknown one.

    A year that waits for a month is added up to `sampai`.
    """
    bahan = load_bahan(connection, instansi, tahun, [nip])
    skp: dict[int, list[BarisSkp]] = {}
    for isi in sorted(bahan.skp, key=lambda satu: satu[2]):
        skp.setdefault(isi[1], []).append(baris_skp(isi))
    perilaku = {isi[1]: baris_perilaku(isi) for isi in bahan.perilaku}
    memimpin = bahan.pegawai[nip][1] if nip in bahan.pegawai else None
    return hitung_pegawai(skp, perilaku, memimpin, untuk_skp(tahun).skp, sampai)


def jabatan_pegawai(connection: Connection, instansi: str, nip: str) -> str | None:
    """The code of the position an employee holds."""
    p = TABEL["pegawai"].c
    milik = sa.select(p.jabatan).where(p.instansi == instansi, p.nip == nip)
    kode: str | None = connection.execute(milik).scalar()
    return kode


def satu_orang(connection: Connection, instansi: str, tahun: int, bulan: int, nip: str) -> Orang | None:
    """One employee's stored score of a month."""
    return next(iter(_orang(connection, instansi, tahun, bulan, _N.nip == nip, batas=1)), None)


def load_predikat_unit(connection: Connection, instansi: str, tahun: int) -> dict[tuple[str, str], PredikatUnit]:
    """The predikat entered for units, by unit and period."""
    p = TABEL["predikat_unit"].c
    tanya = sa.select(p.unit, p.periode, p.predikat).where(p.instansi == instansi, p.tahun == tahun)
    return {(unit, periode): PredikatUnit(predikat) for unit, periode, predikat in connection.execute(tanya)}
