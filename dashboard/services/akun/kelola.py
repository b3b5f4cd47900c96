"""Administering accounts: who exists, which posts they hold, handing a post over."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.akun.nama import AkunDitolak, nama_masuk_sah, nama_sah
from dashboard.domain.akun.penugasan import Penugasan, SifatPenugasan, periksa, sehari_sebelum
from dashboard.domain.dasar.angka import NumberError
from dashboard.domain.dasar.hak import Pelaku, Peran, Tindakan, wajib_boleh
from dashboard.domain.dasar.nip import baca_nip
from dashboard.services.akun.kata_sandi import hash_sandi
from dashboard.services.akun.masuk import AKUN_DIPEGANG
from dashboard.services.jam import hari_ini
from data_access.akun import orang, sesi, sso
from data_access.engine import hold, open_for_reading, open_for_writing
from data_access.isian.draf import pindahkan_draf
from data_access.kinerja import daftar_instansi, daftar_unit

SANDI_AWAL_BITA = 12


@dataclass(frozen=True, slots=True)
class DaftarAkun:
    """An account with all its posts, those that ended too. `sso`: by what it is known there, and whether it came in."""

    akun: orang.Akun
    penugasan: tuple[Penugasan, ...]
    sso: tuple[str, bool] | None = None


def daftar_akun(engine: Engine, pelaku: Pelaku) -> tuple[DaftarAkun, ...]:
    """Every account, by the name to log in by. Raises TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    with open_for_reading(engine) as connection, connection.begin():
        dikenal = sso.semua_pengenal(connection)
        semua = orang.semua_akun(connection)
        return tuple(DaftarAkun(a, orang.penugasan(connection, a.kode), dikenal.get(a.kode)) for a in semua)


@dataclass(frozen=True, slots=True)
class PermintaanTugas:
    """A post to be given: to whom, what, where, from when."""

    nama_masuk: str
    peran: Peran
    instansi: str | None
    unit: str | None
    mulai: date
    selesai: date | None = None
    sifat: SifatPenugasan = SifatPenugasan.DEFINITIF


def buat_akun(
    engine: Engine, pelaku: Pelaku, nama_masuk: str, nama: str, *, tugas: PermintaanTugas | None = None
) -> str:
    """Make an account, with its first post where one is named; returns its first password, which must be changed.

    Raises AkunDitolak and TidakBerwenang with nothing written.
    """
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    awal = secrets.token_urlsafe(SANDI_AWAL_BITA)
    with open_for_writing(engine) as connection, connection.begin():
        tulis_akun_baru(connection, pelaku, (nama_masuk, nama), awal, tugas)
    return awal


def tulis_akun_baru(
    connection: Connection, pelaku: Pelaku, nama: tuple[str, str], awal: str | None, tugas: PermintaanTugas | None
) -> orang.Akun:
    """Write an account under its name to log in by and its name shown, with a first password or none.

    Raises AkunDitolak.
    """
    masuk, tampil = nama_masuk_sah(nama[0]), nama_sah(nama[1])
    hold(connection, AKUN_DIPEGANG)
    if orang.akun_bernama(connection, masuk) is not None:
        raise AkunDitolak(f"Nama masuk {masuk} sudah dipakai.")
    if orang.nama_terpakai(connection, tampil):
        raise AkunDitolak(f"Sudah ada akun bernama {tampil}. Riwayat menyebut nama: tambahkan gelar atau jabatan.")
    sandi = None if awal is None else hash_sandi(awal)
    akun = orang.Akun(uuid.uuid4().hex, masuk, tampil, sandi, ganti_sandi=awal is not None, aktif=True)
    orang.tulis_akun(connection, akun, pelaku.nama)
    if tugas is not None:
        _beri(connection, pelaku, akun, tugas)
    return akun


def catat_nip(engine: Engine, pelaku: Pelaku, nama_masuk: str, teks: str) -> None:
    """Say by NIP who holds an account. Raises AkunDitolak and TidakBerwenang with nothing written."""
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    nip = baca_nip(teks)
    if isinstance(nip, NumberError):
        raise AkunDitolak(f"NIP {teks} {nip.salah}. {nip.benar}")
    with open_for_writing(engine) as connection, connection.begin():
        akun = akun_dipegang(connection, nama_masuk)
        lain = orang.pemegang_nip(connection, nip)
        if lain not in (None, akun.nama_masuk):
            raise AkunDitolak(f"NIP itu sudah tercatat pada akun {lain}.")
        orang.tulis_nip(connection, akun.kode, nip)
        orang.catat(connection, pelaku.nama, akun.kode, "NIP dicatat")


def sandi_baru(engine: Engine, pelaku: Pelaku, nama_masuk: str) -> str:
    """Give a forgotten password anew, to be changed at login; every login of the account ends.

    Raises AkunDitolak and TidakBerwenang.
    """
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    awal = secrets.token_urlsafe(SANDI_AWAL_BITA)
    with open_for_writing(engine) as connection, connection.begin():
        akun = akun_dipegang(connection, nama_masuk)
        orang.tulis_sandi(connection, akun.kode, hash_sandi(awal), ganti=True)
        sesi.cabut(connection, datetime.now(UTC), akun=akun.kode)
        orang.catat(connection, pelaku.nama, akun.kode, "Sandi baru diberikan")
    return awal


def atur_aktif(engine: Engine, pelaku: Pelaku, nama_masuk: str, *, aktif: bool) -> None:
    """Close an account, with every login of it, or open it again. Raises AkunDitolak and TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    with open_for_writing(engine) as connection, connection.begin():
        akun = akun_dipegang(connection, nama_masuk)
        if not aktif:
            _sisakan_admin(connection, akun.kode)
        kini = datetime.now(UTC)
        orang.tulis_nonaktif(connection, akun.kode, None if aktif else kini.isoformat())
        sesi.cabut(connection, kini, akun=akun.kode)
        orang.catat(connection, pelaku.nama, akun.kode, "Diaktifkan lagi" if aktif else "Dinonaktifkan")


def tugaskan(engine: Engine, pelaku: Pelaku, minta: PermintaanTugas) -> None:
    """Give an account a post. Raises AkunDitolak and TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    with open_for_writing(engine) as connection, connection.begin():
        _beri(connection, pelaku, akun_dipegang(connection, minta.nama_masuk), minta)


def serah_terima(engine: Engine, pelaku: Pelaku, dari: str, ke: str, hari: date) -> int:
    """Hand every post `dari` holds on the eve of that day over to `ke` from that day on.

    What `dari` typed there and did not hand in becomes the successor's; returns how many such values. Raises
    AkunDitolak and TidakBerwenang with nothing changed.
    """
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    with open_for_writing(engine) as connection, connection.begin():
        lama, baru = akun_dipegang(connection, dari), akun_dipegang(connection, ke)
        if lama.kode == baru.kode:
            raise AkunDitolak("Yang menyerahkan dan yang menerima adalah akun yang sama.")
        malam = sehari_sebelum(hari)
        pindah = [p for p in orang.penugasan(connection, lama.kode) if p.berlaku(malam) and p.selesai != malam]
        if not pindah:
            raise AkunDitolak(f"Akun {lama.nama_masuk} tidak memegang penugasan yang dapat diserahkan.")
        draf = 0
        for p in pindah:
            _akhiri(connection, pelaku, lama, p, malam)
            minta = PermintaanTugas(baru.nama_masuk, p.peran, p.instansi, p.unit, hari, p.selesai, p.sifat)
            _beri(connection, pelaku, baru, minta)
            draf += pindahkan_draf(connection, p.instansi, lama.nama, baru.nama) if p.instansi else 0
        return draf


def akhiri(engine: Engine, pelaku: Pelaku, nama_masuk: str, nomor: int, hari: date) -> None:
    """End a post on that day, its last. Raises AkunDitolak and TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    with open_for_writing(engine) as connection, connection.begin():
        akun = akun_dipegang(connection, nama_masuk)
        satu = next((p for p in orang.penugasan(connection, akun.kode) if p.nomor == nomor), None)
        if satu is None:
            raise AkunDitolak(f"Akun {akun.nama_masuk} tidak mempunyai penugasan nomor {nomor}.")
        if satu.peran is Peran.ADMIN:
            _sisakan_admin(connection, akun.kode)
        _akhiri(connection, pelaku, akun, satu, hari)


def ada_admin(engine: Engine, hari: date) -> bool:
    """Whether somebody can administer: without one no accounts are asked for."""
    with open_for_reading(engine) as connection, connection.begin():
        return bool(_admin(connection, hari))


def _beri(connection: Connection, pelaku: Pelaku, akun: orang.Akun, minta: PermintaanTugas) -> None:
    _ada_tempat(connection, minta)
    semua = orang.penugasan(connection)
    nomor = 1 + max((p.nomor for p in semua if p.akun == akun.kode), default=0)
    baru = Penugasan(nomor, akun.kode, minta.peran, minta.instansi, minta.unit, minta.mulai, minta.selesai, minta.sifat)
    periksa(baru, semua)
    orang.tulis_penugasan(connection, baru)
    orang.catat(connection, pelaku.nama, akun.kode, f"Ditugaskan sebagai {_sebut(baru)} mulai {baru.mulai:%d-%m-%Y}")


def _akhiri(connection: Connection, pelaku: Pelaku, akun: orang.Akun, satu: Penugasan, hari: date) -> None:
    if hari < sehari_sebelum(satu.mulai):
        raise AkunDitolak(f"Penugasan itu baru mulai {satu.mulai:%d-%m-%Y}.")
    orang.tulis_selesai(connection, satu, hari)
    orang.catat(connection, pelaku.nama, akun.kode, f"Penugasan {_sebut(satu)} berakhir {hari:%d-%m-%Y}")


def _sebut(p: Penugasan) -> str:
    bagian = (p.peran.value, p.instansi, p.unit, p.sifat.value if p.sifat is not SifatPenugasan.DEFINITIF else None)
    return " ".join(satu for satu in bagian if satu)


def akun_dipegang(connection: Connection, nama_masuk: str) -> orang.Akun:
    """The account of that name, with all accounts held until the transaction ends."""
    hold(connection, AKUN_DIPEGANG)
    akun = orang.akun_bernama(connection, nama_masuk.strip().casefold())
    if akun is None:
        raise AkunDitolak(f"Tidak ada akun dengan nama masuk {nama_masuk}.")
    return akun


def _ada_tempat(connection: Connection, minta: PermintaanTugas) -> None:
    kode = [i.kode for i in daftar_instansi(connection)]
    if minta.instansi is not None and minta.instansi not in kode:
        raise AkunDitolak(f"Instansi {minta.instansi} tidak ada. Yang ada: {', '.join(kode) or 'belum ada satu pun'}.")
    if minta.unit is not None and minta.instansi is not None:
        unit = [u.kode for u in daftar_unit(connection, minta.instansi)]
        if minta.unit not in unit:
            raise AkunDitolak(f"Unit {minta.unit} tidak ada di {minta.instansi}. Yang ada: {', '.join(unit)}.")


def _admin(connection: Connection, hari: date) -> set[str]:
    aktif = {a.kode for a in orang.semua_akun(connection) if a.aktif}
    semua = orang.penugasan(connection)
    return {p.akun for p in semua if p.peran is Peran.ADMIN and p.berlaku(hari) and p.akun in aktif}


def _sisakan_admin(connection: Connection, kode: str) -> None:
    """Raise AkunDitolak where nobody would be left to administer."""
    if _admin(connection, hari_ini()) == {kode}:
        raise AkunDitolak("Itu admin yang terakhir. Tugaskan admin lain dahulu.")
