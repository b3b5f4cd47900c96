"""Which account belongs to which person of an SSO provider, as rows."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.akun.sso import Identitas
from data_access.akun.tabel import AKUN_SSO


def akun_beridentitas(connection: Connection, satu: Identitas) -> str | None:
    """The code of the account that came in as this person before."""
    c = AKUN_SSO.c
    pada = (c.penerbit == satu.penerbit, c.subjek == satu.subjek)
    kode: str | None = connection.execute(sa.select(c.akun).where(*pada)).scalar()
    return kode


def akun_menunggu(connection: Connection, pengenal: str) -> str | None:
    """The code of the account that waits for who is known so, and has not been entered by anybody yet."""
    c = AKUN_SSO.c
    pada = (c.pengenal == pengenal, c.subjek.is_(None))
    kode: str | None = connection.execute(sa.select(c.akun).where(*pada)).scalar()
    return kode


def pemegang_pengenal(connection: Connection, pengenal: str) -> str | None:
    """The code of the account of who is known so, entered or not."""
    kode: str | None = connection.execute(sa.select(AKUN_SSO.c.akun).where(AKUN_SSO.c.pengenal == pengenal)).scalar()
    return kode


def semua_pengenal(connection: Connection) -> dict[str, tuple[str, bool]]:
    """By the code of the account: what its person is known by, and whether they came in."""
    c = AKUN_SSO.c
    tanya = sa.select(c.akun, c.pengenal, c.subjek)
    return {akun: (pengenal, subjek is not None) for akun, pengenal, subjek in connection.execute(tanya)}


def tulis_pengenal(connection: Connection, akun: str, pengenal: str | None) -> None:
    """Let the account wait for who is known so; None for nobody. Who came in before no longer does."""
    connection.execute(sa.delete(AKUN_SSO).where(AKUN_SSO.c.akun == akun))
    if pengenal is not None:
        connection.execute(sa.insert(AKUN_SSO), [{"akun": akun, "pengenal": pengenal}])


def ikat(connection: Connection, akun: str, satu: Identitas) -> None:
    """From now on the account is this person's, whatever they are called there later."""
    isi = {"penerbit": satu.penerbit, "subjek": satu.subjek}
    connection.execute(sa.update(AKUN_SSO).where(AKUN_SSO.c.akun == akun).values(isi))
