"""Logins and wrong attempts as rows. A login is found by the hash of its key, so that a stolen table lets nobody in."""

from datetime import datetime
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.akun.percobaan import DILUPAKAN, Percobaan
from dashboard.domain.akun.sesi import Sesi
from data_access.akun.tabel import PERCOBAAN_MASUK, SESI_MASUK


def sidik(kunci: str) -> str:
    """What is stored of a key, a name tried or an address."""
    return sha256(kunci.encode()).hexdigest()


def tulis_sesi(connection: Connection, kunci: str, sesi: Sesi) -> None:
    """Insert a login under its key."""
    waktu = {"dibuat": sesi.dibuat.isoformat(), "terakhir": sesi.terakhir.isoformat()}
    connection.execute(sa.insert(SESI_MASUK), [waktu | {"sidik": sidik(kunci), "akun": sesi.akun}])


def sesi_berkunci(connection: Connection, kunci: str) -> Sesi | None:
    """The login of that key, in force or not."""
    satu = connection.execute(sa.select(SESI_MASUK).where(SESI_MASUK.c.sidik == sidik(kunci))).mappings().one_or_none()
    if satu is None:
        return None
    dibuat, terakhir = (datetime.fromisoformat(satu[kolom]) for kolom in ("dibuat", "terakhir"))
    dicabut = datetime.fromisoformat(satu["dicabut"]) if satu["dicabut"] else None
    return Sesi(satu["akun"], dibuat, terakhir, dicabut, satu["penugasan"])


def catat_pakai(connection: Connection, kunci: str, kini: datetime) -> None:
    """Write down that a login is in use."""
    pada = SESI_MASUK.c.sidik == sidik(kunci)
    connection.execute(sa.update(SESI_MASUK).where(pada).values(terakhir=kini.isoformat()))


def pilih_penugasan(connection: Connection, kunci: str, nomor: int) -> None:
    """The post this login acts under from now on."""
    connection.execute(sa.update(SESI_MASUK).where(SESI_MASUK.c.sidik == sidik(kunci)).values(penugasan=nomor))


def cabut(connection: Connection, kini: datetime, *, kunci: str | None = None, akun: str | None = None) -> None:
    """End one login, or all of an account."""
    pada = SESI_MASUK.c.sidik == sidik(kunci) if kunci is not None else SESI_MASUK.c.akun == akun
    perintah = sa.update(SESI_MASUK).where(pada, SESI_MASUK.c.dicabut.is_(None))
    connection.execute(perintah.values(dicabut=kini.isoformat()))


def baca_percobaan(connection: Connection, kunci: str) -> Percobaan:
    """The wrong attempts for a name or an address."""
    c = PERCOBAAN_MASUK.c
    satu = connection.execute(sa.select(PERCOBAAN_MASUK).where(c.kunci == sidik(kunci))).mappings().one_or_none()
    if satu is None:
        return Percobaan()
    tahan = satu["tahan_sampai"]
    return Percobaan(
        satu["gagal"], datetime.fromisoformat(tahan) if tahan else None, datetime.fromisoformat(satu["terakhir"])
    )


def tulis_percobaan(connection: Connection, kunci: str, baru: Percobaan | None, kini: datetime) -> None:
    """Replace them; those nobody remembers any more go with it, so that guessing names fills no disk."""
    c = PERCOBAAN_MASUK.c
    lama = (kini - DILUPAKAN).isoformat()
    connection.execute(sa.delete(PERCOBAAN_MASUK).where(sa.or_(c.kunci == sidik(kunci), c.terakhir < lama)))
    if baru is None or not baru.gagal:
        return
    isi = {
        "kunci": sidik(kunci),
        "gagal": baru.gagal,
        "tahan_sampai": baru.tahan_sampai and baru.tahan_sampai.isoformat(),
        "terakhir": (baru.terakhir or kini).isoformat(),
    }
    connection.execute(sa.insert(PERCOBAAN_MASUK), [isi])
