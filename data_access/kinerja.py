"""One agency's year as the domain wants it. Reads versi and the sheets of structure and measurement.

Rows are ordered by code point in Python, never by the database, whose collations differ.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.aturan.pengaturan import baca_pengaturan
from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Dokumen,
    Indikator,
    Instansi,
    Jabatan,
    Komponen,
    Penyajian,
    PeranKomponen,
    Perilaku,
    Polaritas,
    Realisasi,
    Rumus,
    Sifat,
    Simpul,
    SumberNilai,
    Target,
    Unit,
    Variabel,
)
from dashboard.domain.dasar.periode import akhir_bulan, akhir_tahun
from dashboard.domain.dasar.setelan import SetelanBertanggal, setelan_pada
from dashboard.domain.kamus.buku_kerja import PEMISAH_DAFTAR, SEJAK_AWAL, lembar
from data_access.aturan import untuk
from data_access.baris import Baris, Nilai, ambil
from data_access.pengaturan import setelan_bertanggal
from data_access.schema import HITUNGAN_SKP, KOREKSI, KUNCI_PERIODE, PENGHAPUSAN, TABEL, VERSI
from data_access.sidik import format_hash
from data_access.skp.rekap import daftar_tahun_skp, hitungan_skp

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

DISETUJUI = "disetujui"
PANJANG_VERSI = 16
"""Hex digits shown of the content hash; 64 bits keep two versions of one agency apart."""

_SATU_KEADAAN = sa.select(
    VERSI.c.sidik,
    VERSI.c.nomor,
    *(
        sa.select(sa.func.count(kolom)).where(kolom.table.c.instansi == sa.bindparam("kode")).scalar_subquery()
        for kolom in (KUNCI_PERIODE.c.triwulan, KOREKSI.c.nomor, KOREKSI.c.ditutup)
    ),
    sa.select(HITUNGAN_SKP.c.nomor).where(HITUNGAN_SKP.c.instansi == sa.bindparam("kode")).scalar_subquery(),
).where(VERSI.c.instansi == sa.bindparam("kode"))

UBAHAN: dict[str, Callable[[Any], object]] = {
    "polaritas": Polaritas,
    "perilaku": Perilaku,
    "penyajian": Penyajian,
    "rumus": Rumus,
    "sifat": Sifat,
    "peran": PeranKomponen,
    "sumber_nilai": SumberNilai,
    "pemilik": lambda teks: tuple(teks.split(PEMISAH_DAFTAR)),
    "poin_asumsi": lambda teks: teks == "ya",
}


def load_kinerja(connection: Connection, instansi: str, tahun: int) -> DataKinerja:
    """Everything needed to compute that agency's year. Raises KeyError for an unknown agency.

    Everybody who may look at the agency is shown it, so it holds approved reports alone, and none of what was written
    beside them (`isian/entri.py` reads that, for those who may).
    """
    bangunan = load_struktur(connection, instansi)
    realisasi = _load(connection, Realisasi, "realisasi", instansi, (tahun - 1, tahun))
    sumber = partial(_sumber_skp, bangunan.pengaturan, tahun)
    return replace(
        bangunan,
        tahun=tahun,
        target=_load(connection, Target, "target", instansi, (tahun,)),
        realisasi=tuple(satu for satu in realisasi if satu.status_entri == DISETUJUI),
        skp=hitungan_skp(connection, instansi, tahun, sumber) if _perlu_skp(bangunan.indikator) else {},
    )


def load_struktur(connection: Connection, instansi: str) -> DataKinerja:
    """What an agency is made of, of no year: nothing targeted or reported. Raises KeyError for an unknown agency."""
    milik = {satu.kode: satu for satu in daftar_instansi(connection)}[instansi]
    return DataKinerja(
        instansi=milik,
        tahun=0,
        versi_data=versi_data(connection, instansi),
        unit=daftar_unit(connection, instansi),
        jabatan=_load(connection, Jabatan, "jabatan", instansi),
        dokumen=_load(connection, Dokumen, "dokumen", instansi),
        simpul=_load(connection, Simpul, "simpul", instansi),
        indikator=_load(connection, Indikator, "indikator", instansi),
        komponen=_load(connection, Komponen, "komponen", instansi),
        variabel=_load(connection, Variabel, "variabel", instansi),
        pengaturan=setelan_bertanggal(connection, instansi),
    )


def _sumber_skp(setelan: tuple[SetelanBertanggal, ...], tahun: int, bulan: int) -> SumberNilai:
    """Whose figures a month's scores are, by what was set on its last day; the year (month 0) by its own."""
    hari = akhir_bulan(tahun, bulan) if bulan else akhir_tahun(tahun)
    return SumberNilai(baca_pengaturan(setelan_pada(setelan, hari), untuk(hari)).sumber_skp)


def _perlu_skp(indikator: tuple[Indikator, ...]) -> bool:
    return any(satu.rumus is Rumus.SKP_BAIK for satu in indikator)


def daftar_instansi(connection: Connection) -> tuple[Instansi, ...]:
    """Every agency, by code."""
    tabel = TABEL["instansi"]
    baris = connection.execute(sa.select(tabel.c.kode, tabel.c.nama, tabel.c.jenis, tabel.c.wilayah))
    return tuple(sorted((Instansi(*isi) for isi in baris), key=lambda satu: satu.kode))


def daftar_unit(connection: Connection, instansi: str) -> tuple[Unit, ...]:
    """The units of an agency, by code."""
    return _load(connection, Unit, "unit", instansi)


def daftar_tahun(connection: Connection, instansi: str) -> tuple[int, ...]:
    """The years an agency can be shown for, newest first.

    A year counts when it has targets, scores, or realisasi of its own. Realisasi without a target in the year before
    a targeted one is only the opening level of that year, not a year to show.
    """
    bertarget = _tahun_dari(connection, "target", instansi)
    berealisasi = {tahun for tahun in _tahun_dari(connection, "realisasi", instansi) if tahun + 1 not in bertarget}
    return tuple(sorted(bertarget | berealisasi | set(daftar_tahun_skp(connection, instansi)), reverse=True))


def nomor_versi(connection: Connection, instansi: str) -> int:
    """How many writing transactions the agency has seen; cheap, changes with every change of its data."""
    nomor = connection.execute(sa.select(VERSI.c.nomor).where(VERSI.c.instansi == instansi)).scalar()
    return nomor or versi_penghapusan(connection, instansi)


def versi_penghapusan(connection: Connection, instansi: str) -> int:
    """The version under which an agency of that code was last removed, 0 if never: a new one goes on from there."""
    c = PENGHAPUSAN.c
    return connection.execute(sa.select(sa.func.max(c.versi)).where(c.instansi == instansi)).scalar() or 0


def sidik_dan_penanda(connection: Connection, instansi: str) -> tuple[str, str]:
    """The `versi_data`, and what no two states of an agency share: content, writes, locks, corrections, its scores.

    One statement, for every rerun of a page asks it. Writes are counted because one may bring old content back, locks
    and scores computed anew because they leave the content as it is.
    """
    baris = tuple(connection.execute(_SATU_KEADAAN, {"kode": instansi}).one_or_none() or ())
    return _dipotong(baris[0] if baris else None), "-".join(map(str, baris))


def versi_data(connection: Connection, instansi: str) -> str:
    """The hash of the agency's content: equal on both databases and whatever the order of import."""
    return _dipotong(connection.execute(sa.select(VERSI.c.sidik).where(VERSI.c.instansi == instansi)).scalar())


def _dipotong(sidik: str | None) -> str:
    return (sidik or format_hash(0))[:PANJANG_VERSI]


def _tahun_dari(connection: Connection, nama: str, instansi: str) -> set[int]:
    tabel = TABEL[nama]
    return set(connection.execute(sa.select(tabel.c.tahun).where(tabel.c.instansi == instansi).distinct()).scalars())


def _load(
    connection: Connection, kelas: type[T], nama: str, instansi: str, tahun: tuple[int, ...] | None = None
) -> tuple[T, ...]:
    kolom = [satu.name for satu in fields(kelas)]
    baris = ambil(connection, nama, instansi, kolom, {"tahun": tahun} if tahun else None)
    bawaan = {satu.name for satu in fields(kelas) if satu.default is not MISSING}
    return tuple(_bangun(kelas, isi, bawaan) for isi in sorted(baris, key=_kunci_urut(nama)))


def _bangun(kelas: type[T], baris: Baris, bawaan: set[str]) -> T:
    """A blank column takes the default of the domain type."""
    isi = {
        nama: UBAHAN[nama](nilai) if nama in UBAHAN else nilai
        for nama, nilai in baris.items()
        if nilai not in {None, "", SEJAK_AWAL} or nama not in bawaan
    }
    return kelas(**isi)


def _kunci_urut(nama: str) -> Callable[[Mapping[str, Nilai]], tuple[Any, ...]]:
    kunci = lembar(nama).kunci
    return lambda baris: tuple(baris[kolom] for kolom in kunci)
