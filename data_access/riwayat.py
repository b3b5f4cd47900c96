"""The trail of changes, the imports and the removed agencies, newest first. Reads jejak, impor and penghapusan."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from data_access.jejak_milik import JejakMilik, syarat_milik
from data_access.schema import IMPOR, JEJAK, KOREKSI, KOREKSI_ISI, PENGHAPUSAN

MAKS_HITUNG = 10_000


@dataclass(frozen=True, slots=True)
class SaringJejak:
    """What is asked for; `lembar` are the sheets looked at, an empty other part does not narrow.

    `kunci` are parts of a row's key, the times are UTC, `milik` is what may be read.
    """

    lembar: tuple[str, ...]
    kunci: tuple[tuple[str, str | int], ...] = ()
    memuat: str = ""
    pelaku: str = ""
    versi: int | None = None
    sejak: str = ""
    sampai: str = ""
    milik: JejakMilik | None = None


@dataclass(frozen=True, slots=True)
class BarisJejak:
    """One changed row; `lama` and `baru` hold the changed columns as JSON has them.

    `berkas` names the import and `catatan` what it left out, `koreksi` says why a closed quarter was changed.
    """

    versi: int
    urut: int
    waktu: str
    pelaku: str
    tindakan: str
    aksi: str
    lembar: str
    kunci: Mapping[str, Any]
    lama: Mapping[str, Any]
    baru: Mapping[str, Any]
    berkas: str | None
    koreksi: str | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True)
class BarisImpor:
    """One workbook taken; `dibatalkan` is the version that undid it."""

    versi: int
    waktu: str
    pelaku: str
    berkas: str
    sha256: str
    jumlah_tambah: int
    jumlah_ubah: int
    jumlah_tetap: int
    jumlah_kosong: int
    dibatalkan: int | None
    catatan: str | None


@dataclass(frozen=True, slots=True)
class BarisHapus:
    """One agency that was removed: who, when (UTC), how many rows, and the name of its backup."""

    instansi: str
    nama: str
    waktu: str
    pelaku: str
    jumlah: int
    cadangan: str


def cari_jejak(
    connection: Connection, instansi: str, saring: SaringJejak, batas: int, lewati: int = 0
) -> tuple[BarisJejak, ...]:
    """At most `batas` rows of the trail, newest first."""
    j = JEJAK.c
    tanya = (
        sa.select(
            j.versi,
            j.urut,
            j.waktu,
            j.pelaku,
            j.tindakan,
            j.aksi,
            j.lembar,
            j.kunci,
            j.lama,
            j.baru,
            IMPOR.c.berkas,
            KOREKSI.c.alasan.label("koreksi"),
            IMPOR.c.catatan,
        )
        .outerjoin(IMPOR, sa.and_(IMPOR.c.instansi == j.instansi, IMPOR.c.versi == j.versi))
        .outerjoin(KOREKSI_ISI, sa.and_(*(KOREKSI_ISI.c[k] == j[k] for k in ("instansi", "versi", "urut"))))
        .outerjoin(KOREKSI, sa.and_(*(KOREKSI.c[k] == KOREKSI_ISI.c[k] for k in ("instansi", "nomor"))))
        .where(j.instansi == instansi, *_syarat(connection, instansi, saring))
        .order_by(j.versi.desc(), j.urut)
        .limit(batas)
        .offset(lewati)
    )
    return tuple(_baris_jejak(satu) for satu in connection.execute(tanya))


def hitung_jejak(connection: Connection, instansi: str, saring: SaringJejak) -> int:
    """How many rows of the trail answer; counted up to MAKS_HITUNG, since nobody turns more pages."""
    syarat = (JEJAK.c.instansi == instansi, *_syarat(connection, instansi, saring))
    sebagian = sa.select(JEJAK.c.urut).where(*syarat).limit(MAKS_HITUNG)
    return connection.execute(sa.select(sa.func.count()).select_from(sebagian.subquery())).scalar_one()


def daftar_pelaku(connection: Connection, instansi: str, milik: JejakMilik) -> tuple[str, ...]:
    """Everyone who ever changed something of that agency that may be read."""
    syarat = (JEJAK.c.instansi == instansi, syarat_milik(connection, instansi, milik))
    tanya = sa.select(JEJAK.c.pelaku).where(*syarat).distinct()
    return tuple(sorted(connection.execute(tanya).scalars()))


def daftar_impor(connection: Connection, instansi: str, batas: int) -> tuple[BarisImpor, ...]:
    """The latest imports, newest first."""
    kolom = [IMPOR.c[nama] for nama in BarisImpor.__slots__]
    tanya = sa.select(*kolom).where(IMPOR.c.instansi == instansi).order_by(IMPOR.c.versi.desc()).limit(batas)
    return tuple(BarisImpor(*satu) for satu in connection.execute(tanya))


def daftar_penghapusan(connection: Connection) -> tuple[BarisHapus, ...]:
    """Every removal, newest first; what was removed belongs to no agency any more."""
    c = PENGHAPUSAN.c
    tanya = sa.select(*(c[nama] for nama in BarisHapus.__slots__)).order_by(c.waktu.desc(), c.instansi, c.versi.desc())
    return tuple(BarisHapus(*satu) for satu in connection.execute(tanya))


def jumlah_penghapusan(connection: Connection) -> int:
    """How many removals there were; rises with each."""
    return connection.execute(sa.select(sa.func.count()).select_from(PENGHAPUSAN)).scalar_one()


def _syarat(connection: Connection, instansi: str, saring: SaringJejak) -> Sequence[sa.ColumnElement[bool]]:
    j = JEJAK.c
    syarat: list[sa.ColumnElement[bool]] = [j.lembar.in_(saring.lembar)]
    for nama, nilai in saring.kunci:
        bagian = _bagian_json(nama, nilai)
        syarat.append(sa.or_(*(j.kunci.contains(bagian + akhir, autoescape=True) for akhir in (",", "}"))))
    if saring.memuat:
        syarat.append(j.kunci.icontains(saring.memuat, autoescape=True))
    if saring.pelaku:
        syarat.append(j.pelaku == saring.pelaku)
    if saring.versi is not None:
        syarat.append(j.versi == saring.versi)
    if saring.sejak:
        syarat.append(j.waktu >= saring.sejak)
    if saring.sampai:
        syarat.append(j.waktu < saring.sampai)
    if saring.milik is not None:
        syarat.append(syarat_milik(connection, instansi, saring.milik))
    return syarat


def _bagian_json(nama: str, nilai: str | int) -> str:
    """A part of a key as the trail wrote it: `"indikator": "IKU-01"`; the braces are not part of it."""
    return json.dumps({nama: nilai}, ensure_ascii=False)[1:-1]


def _baris_jejak(satu: Any) -> BarisJejak:
    kunci, lama, baru = (json.loads(isi) if isi else {} for isi in (satu.kunci, satu.lama, satu.baru))
    return BarisJejak(
        satu.versi,
        satu.urut,
        satu.waktu,
        satu.pelaku,
        satu.tindakan,
        satu.aksi,
        satu.lembar,
        kunci,
        lama,
        baru,
        satu.berkas,
        satu.koreksi,
        satu.catatan,
    )
