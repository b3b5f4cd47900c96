"""Logging in and out, and who acts behind a login.

Every attempt is written down as wrong before the password is looked at, and taken back when it was right: a hundred
attempts at the same moment are a hundred attempts.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.akun.nama import AkunDitolak
from dashboard.domain.akun.penugasan import Penugasan, berlaku, terpilih
from dashboard.domain.akun.percobaan import BEBAS_ALAMAT, BEBAS_NAMA, Percobaan, sesudah_gagal
from dashboard.domain.akun.sandi import baku, sandi_sah
from dashboard.domain.akun.sesi import Sesi
from dashboard.domain.dasar.hak import Pelaku
from dashboard.services.akun.kata_sandi import cocok, hash_sandi, usang
from data_access.akun import orang, sesi
from data_access.engine import hold, open_for_reading, open_for_writing

KUNCI_BITA = 32
TIDAK_COCOK = "Nama masuk atau sandi tidak cocok."
NAMA_TERPANJANG = 200


class MasukDitolak(Exception):
    """Nobody was let in; the Indonesian sentence says why, and never whether there is such an account."""


@dataclass(frozen=True, slots=True)
class Masuk:
    """A login: the key for the cookie, and whether the password must be changed before anything else."""

    kunci: str
    ganti_sandi: bool


@dataclass(frozen=True, slots=True)
class SiapaMasuk:
    """Who is behind a key: the account, the posts it holds today and the one it acts under."""

    akun: orang.Akun
    dipegang: tuple[Penugasan, ...]
    penugasan: Penugasan | None

    @property
    def pelaku(self) -> Pelaku | None:
        """Who acts; None without a post, or while a first password waits to be changed."""
        if self.penugasan is None or self.akun.ganti_sandi:
            return None
        return self.penugasan.pelaku(self.akun.nama, self.akun.nip)


def masuk(engine: Engine, nama_masuk: str, sandi: str, alamat: str) -> Masuk:
    """Let somebody in. Raises MasukDitolak."""
    nama = nama_masuk.strip().casefold()[:NAMA_TERPANJANG]
    kini = datetime.now(UTC)
    _catat_percobaan(engine, nama, alamat, kini)
    with open_for_reading(engine) as connection:
        akun = orang.akun_bernama(connection, nama)
    if not cocok(akun.sandi if akun is not None and akun.aktif else None, baku(sandi)) or akun is None:
        raise MasukDitolak(TIDAK_COCOK)
    kunci = secrets.token_urlsafe(KUNCI_BITA)
    with open_for_writing(engine) as connection, connection.begin():
        _lupakan_percobaan(connection, nama, alamat, kini)
        if akun.sandi is not None and usang(akun.sandi):
            orang.tulis_sandi(connection, akun.kode, hash_sandi(baku(sandi)), ganti=akun.ganti_sandi)
        sesi.tulis_sesi(connection, kunci, Sesi(akun.kode, kini, kini))
    return Masuk(kunci, akun.ganti_sandi)


def siapa(engine: Engine, kunci: str | None, hari: date) -> SiapaMasuk | None:
    """Who is behind the key of a cookie; None when it lets nobody in (any more)."""
    if not kunci:
        return None
    kini = datetime.now(UTC)
    with open_for_reading(engine) as connection:
        satu = sesi.sesi_berkunci(connection, kunci)
        if satu is None or not satu.berlaku(kini):
            return None
        akun = orang.akun_berkode(connection, satu.akun)
        dipegang = berlaku(orang.penugasan(connection, satu.akun), hari)
    if akun is None or not akun.aktif:
        return None
    if satu.perlu_dicatat(kini):
        with open_for_writing(engine) as connection, connection.begin():
            sesi.catat_pakai(connection, kunci, kini)
    return SiapaMasuk(akun, dipegang, terpilih(dipegang, satu.penugasan))


def bertindak_sebagai(engine: Engine, kunci: str, nomor: int) -> None:
    """Act under another of one's own posts; a number that is none of them is passed over when it is read."""
    with open_for_writing(engine) as connection, connection.begin():
        sesi.pilih_penugasan(connection, kunci, nomor)


def ganti_sandi(engine: Engine, kunci: str, lama: str, baru: str, alamat: str) -> Masuk:
    """Change one's own password; every other login of the account ends, and this one goes on under a new key.

    Raises MasukDitolak and AkunDitolak with nothing changed.
    """
    kini = datetime.now(UTC)
    with open_for_reading(engine) as connection:
        satu = sesi.sesi_berkunci(connection, kunci)
        akun = orang.akun_berkode(connection, satu.akun) if satu is not None and satu.berlaku(kini) else None
    if akun is None or satu is None or not akun.aktif:
        raise MasukDitolak("Anda sudah keluar. Masuk lagi, lalu ganti sandinya.")
    rapi = sandi_sah(baru, akun.nama_masuk)  # before an attempt is counted: a weak new password is no wrong old one
    if rapi == baku(lama):
        raise AkunDitolak("Sandi baru sama dengan yang lama.")
    _catat_percobaan(engine, akun.nama_masuk, alamat, kini)
    if not cocok(akun.sandi, baku(lama)):
        raise MasukDitolak("Sandi lama tidak cocok.")
    segar = secrets.token_urlsafe(KUNCI_BITA)
    with open_for_writing(engine) as connection, connection.begin():
        hold(connection, AKUN_DIPEGANG)
        _lupakan_percobaan(connection, akun.nama_masuk, alamat, kini)
        orang.tulis_sandi(connection, akun.kode, hash_sandi(rapi), ganti=False)
        sesi.cabut(connection, kini, akun=akun.kode)
        sesi.tulis_sesi(connection, segar, replace(satu, dibuat=kini, terakhir=kini))
        orang.catat(connection, akun.nama, akun.kode, "Sandi diganti sendiri")
    return Masuk(segar, ganti_sandi=False)


def keluar(engine: Engine, kunci: str) -> None:
    """End this login."""
    with open_for_writing(engine) as connection, connection.begin():
        sesi.cabut(connection, datetime.now(UTC), kunci=kunci)


def keluar_di_mana_pun(engine: Engine, kunci: str) -> None:
    """End every login of the account behind this key."""
    with open_for_writing(engine) as connection, connection.begin():
        satu = sesi.sesi_berkunci(connection, kunci)
        if satu is not None:
            sesi.cabut(connection, datetime.now(UTC), akun=satu.akun)


AKUN_DIPEGANG = "akun"
"""What writers of accounts hold, so that two of them follow one another."""


def _kunci_percobaan(nama: str, alamat: str) -> tuple[tuple[str, int], ...]:
    return (f"nama {nama}", BEBAS_NAMA), (f"alamat {alamat}", BEBAS_ALAMAT)


def _catat_percobaan(engine: Engine, nama: str, alamat: str, kini: datetime) -> None:
    """Write an attempt down as wrong. Raises MasukDitolak, with nothing counted, while the next has to wait."""
    with open_for_writing(engine) as connection, connection.begin():
        hold(connection, AKUN_DIPEGANG)
        baru: dict[str, Percobaan] = {}
        for kunci, bebas in _kunci_percobaan(nama, alamat):
            lama = sesi.baca_percobaan(connection, kunci)
            if lama.ditahan(kini) and lama.tahan_sampai is not None:
                tunggu = _tunggu(lama.tahan_sampai - kini)
                raise MasukDitolak(f"Terlalu banyak percobaan yang salah. Coba lagi dalam {tunggu}.")
            baru[kunci] = sesudah_gagal(lama, kini, bebas)
        for kunci, satu in baru.items():
            sesi.tulis_percobaan(connection, kunci, satu, kini)


def _lupakan_percobaan(connection: Connection, nama: str, alamat: str, kini: datetime) -> None:
    """The right password: the name starts anew, the address loses the one attempt it was charged with."""
    hold(connection, AKUN_DIPEGANG)
    (kunci_nama, _), (kunci_alamat, bebas) = _kunci_percobaan(nama, alamat)
    sesi.tulis_percobaan(connection, kunci_nama, None, kini)
    lama = sesi.baca_percobaan(connection, kunci_alamat)
    sisa = max(lama.gagal - 1, 0)
    tahan = lama.tahan_sampai if sisa >= bebas else None
    sesi.tulis_percobaan(connection, kunci_alamat, replace(lama, gagal=sisa, tahan_sampai=tahan), kini)


def _tunggu(lama: timedelta) -> str:
    """In the larger unit that fits, rounded up: nobody is sent back too early."""
    satu = (timedelta(seconds=1), "detik") if lama < timedelta(minutes=1) else (timedelta(minutes=1), "menit")
    return f"{-(-lama // satu[0])} {satu[1]}"
