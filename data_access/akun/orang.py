"""Accounts and their posts as rows: reading, writing, and the trail of both."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.akun.penugasan import Penugasan, SifatPenugasan
from dashboard.domain.dasar.hak import Peran
from data_access.akun.tabel import AKUN, JEJAK_AKUN, PENUGASAN


@dataclass(frozen=True, slots=True)
class Akun:
    """One person. `sandi` is the argon2id hash, None for who comes through SSO."""

    kode: str
    nama_masuk: str
    nama: str
    sandi: str | None
    ganti_sandi: bool
    aktif: bool
    nip: str | None = None


def semua_akun(connection: Connection) -> tuple[Akun, ...]:
    """Every account, by the name to log in by."""
    return tuple(_akun(satu) for satu in connection.execute(sa.select(AKUN).order_by(AKUN.c.nama_masuk)).mappings())


def akun_bernama(connection: Connection, nama_masuk: str) -> Akun | None:
    """The account with that name to log in by."""
    satu = connection.execute(sa.select(AKUN).where(AKUN.c.nama_masuk == nama_masuk)).mappings().one_or_none()
    return _akun(satu) if satu else None


def akun_berkode(connection: Connection, kode: str) -> Akun | None:
    """The account of that code."""
    satu = connection.execute(sa.select(AKUN).where(AKUN.c.kode == kode)).mappings().one_or_none()
    return _akun(satu) if satu else None


def nama_terpakai(connection: Connection, nama: str) -> bool:
    """Whether somebody is shown under that name already, in whatever letters: histories name people by it."""
    semua = connection.execute(sa.select(AKUN.c.nama)).scalars()
    return nama.casefold() in {satu.casefold() for satu in semua}


def tulis_akun(connection: Connection, akun: Akun, pelaku: str) -> None:
    """Insert an account."""
    isi = {kolom: getattr(akun, kolom) for kolom in ("kode", "nama_masuk", "nama", "sandi", "nip")}
    connection.execute(sa.insert(AKUN), [isi | {"ganti_sandi": int(akun.ganti_sandi), "waktu": sekarang_utc()}])
    catat(connection, pelaku, akun.kode, f"Akun {akun.nama_masuk} dibuat")


def tulis_sandi(connection: Connection, kode: str, sandi: str | None, *, ganti: bool) -> None:
    """Replace the hash of a password, None for no password; `ganti`: it must be changed at the next login."""
    connection.execute(sa.update(AKUN).where(AKUN.c.kode == kode).values(sandi=sandi, ganti_sandi=int(ganti)))


def tulis_nip(connection: Connection, kode: str, nip: str) -> None:
    """Say who holds the account."""
    connection.execute(sa.update(AKUN).where(AKUN.c.kode == kode).values(nip=nip))


def pemegang_nip(connection: Connection, nip: str) -> str | None:
    """The name to log in by of the account with that NIP."""
    nama: str | None = connection.execute(sa.select(AKUN.c.nama_masuk).where(AKUN.c.nip == nip)).scalar()
    return nama


def tulis_nonaktif(connection: Connection, kode: str, waktu: str | None) -> None:
    """Close an account, or open it again."""
    connection.execute(sa.update(AKUN).where(AKUN.c.kode == kode).values(nonaktif=waktu))


def penugasan(connection: Connection, akun: str | None = None) -> tuple[Penugasan, ...]:
    """The posts of one account, or of all."""
    tanya = sa.select(PENUGASAN).order_by(PENUGASAN.c.akun, PENUGASAN.c.nomor)
    if akun is not None:
        tanya = tanya.where(PENUGASAN.c.akun == akun)
    return tuple(
        Penugasan(**dict(satu) | {"peran": Peran(satu["peran"]), "sifat": SifatPenugasan(satu["sifat"])})
        for satu in connection.execute(tanya).mappings()
    )


def tulis_penugasan(connection: Connection, baru: Penugasan) -> None:
    """Insert a post."""
    isi = {kolom.name: getattr(baru, kolom.name) for kolom in PENUGASAN.c}
    connection.execute(sa.insert(PENUGASAN), [isi | {"peran": baru.peran.value, "sifat": baru.sifat.value}])


def tulis_selesai(connection: Connection, satu: Penugasan, selesai: date) -> None:
    """Set the last day of a post."""
    c = PENUGASAN.c
    milik = (c.akun == satu.akun, c.nomor == satu.nomor)
    connection.execute(sa.update(PENUGASAN).where(*milik).values(selesai=selesai))


def catat(connection: Connection, pelaku: str, akun: str, kejadian: str) -> None:
    """Write down what was done to an account. The caller holds the accounts (`AKUN_DIPEGANG`)."""
    nomor = connection.execute(sa.select(sa.func.coalesce(sa.func.max(JEJAK_AKUN.c.nomor), 0))).scalar_one() + 1
    isi = {"nomor": nomor, "waktu": sekarang_utc(), "pelaku": pelaku, "akun": akun, "kejadian": kejadian}
    connection.execute(sa.insert(JEJAK_AKUN), [isi])


def sekarang_utc() -> str:
    """This moment as it is stored, to the microsecond."""
    return datetime.now(UTC).isoformat()


def _akun(satu: Mapping[Any, Any]) -> Akun:
    return Akun(
        satu["kode"],
        satu["nama_masuk"],
        satu["nama"],
        satu["sandi"],
        bool(satu["ganti_sandi"]),
        aktif=satu["nonaktif"] is None,
        nip=satu["nip"],
    )
