"""Coming in through an SSO provider: whose account it is, and how an admin says so. The roles are those of our table.

An account waits for somebody known by a verified e-mail or a login name. Who comes first as that person is bound to it
by the provider's own code for them, so that an address given to somebody else later opens nothing.
"""

import secrets
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.akun.nama import AkunDitolak
from dashboard.domain.akun.sesi import Sesi
from dashboard.domain.akun.sso import Identitas, pengenal_sah
from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.services.akun.kelola import PermintaanTugas, akun_dipegang, tulis_akun_baru
from dashboard.services.akun.masuk import AKUN_DIPEGANG, KUNCI_BITA, Masuk
from data_access.akun import orang, sesi, sso
from data_access.engine import hold, open_for_writing


class TidakTerhubung(Exception):
    """The provider knows them, and no open account here is theirs."""


def masuk_sso(engine: Engine, satu: Identitas) -> Masuk:
    """Let in whom the provider has just vouched for. Raises TidakTerhubung with nothing written."""
    kunci, kini = secrets.token_urlsafe(KUNCI_BITA), datetime.now(UTC)
    with open_for_writing(engine) as connection, connection.begin():
        hold(connection, AKUN_DIPEGANG)
        kode, baru = sso.akun_beridentitas(connection, satu), False
        if kode is None and satu.pengenal is not None:
            kode, baru = sso.akun_menunggu(connection, satu.pengenal), True
        akun = orang.akun_berkode(connection, kode) if kode is not None else None
        if akun is None or not akun.aktif:
            raise TidakTerhubung(satu.pengenal or satu.subjek)
        if baru:
            sso.ikat(connection, akun.kode, satu)
            orang.catat(connection, akun.nama, akun.kode, f"Pertama kali masuk lewat SSO {satu.penerbit}")
        sesi.tulis_sesi(connection, kunci, Sesi(akun.kode, kini, kini))
    return Masuk(kunci, akun.ganti_sandi)


def buat_akun_sso(
    engine: Engine, pelaku: Pelaku, nama: tuple[str, str], pengenal: str, *, tugas: PermintaanTugas | None = None
) -> None:
    """Make an account without a password under its name to log in by and its name shown.

    Raises AkunDitolak and TidakBerwenang with nothing written.
    """
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    with open_for_writing(engine) as connection, connection.begin():
        akun = tulis_akun_baru(connection, pelaku, nama, None, tugas)
        _hubungkan(connection, pelaku, akun, pengenal)


def hubungkan_sso(engine: Engine, pelaku: Pelaku, nama_masuk: str, pengenal: str | None) -> None:
    """Say by what the provider knows who holds an account; None: nobody comes in through SSO any more.

    Every login of the account ends; a first password nobody has used yet goes. Raises AkunDitolak and TidakBerwenang.
    """
    wajib_boleh(pelaku, Tindakan.KELOLA_AKUN)
    with open_for_writing(engine) as connection, connection.begin():
        akun = akun_dipegang(connection, nama_masuk)
        if pengenal is None:
            sso.tulis_pengenal(connection, akun.kode, None)
            orang.catat(connection, pelaku.nama, akun.kode, "Dilepas dari SSO")
        else:
            _hubungkan(connection, pelaku, akun, pengenal)
            if akun.ganti_sandi:
                orang.tulis_sandi(connection, akun.kode, None, ganti=False)
        sesi.cabut(connection, datetime.now(UTC), akun=akun.kode)


def _hubungkan(connection: Connection, pelaku: Pelaku, akun: orang.Akun, pengenal: str) -> None:
    rapi = pengenal_sah(pengenal)
    pemegang = sso.pemegang_pengenal(connection, rapi)
    if pemegang not in {None, akun.kode}:
        lain = orang.akun_berkode(connection, pemegang or "")
        raise AkunDitolak(f"Pengenal SSO {rapi} sudah tercatat pada akun {lain.nama_masuk if lain else 'lain'}.")
    sso.tulis_pengenal(connection, akun.kode, rapi)
    orang.catat(connection, pelaku.nama, akun.kode, "Dihubungkan ke SSO")
