"""What every command shares: how it ends, how it speaks to a terminal, the database it opens."""

import sys
import unicodedata
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from sqlalchemy import Engine

REFUSED = 1
MISUSE = 2


class Misuse(Exception):
    """The call cannot be carried out; the text says what would be right."""


def say(teks: str, aliran: TextIO | None = None) -> None:
    """Print, on standard output or the given stream; what could command a terminal is written out instead."""
    print(visible(teks), file=aliran or sys.stdout)


def visible(teks: str) -> str:
    """The text with every control and invisible character as its code: data never steers the terminal."""
    return "".join(huruf if huruf in "\n\t" or huruf.isprintable() else _written_out(huruf) for huruf in teks)


def _written_out(huruf: str) -> str:
    if unicodedata.category(huruf) == "Zs":
        return " "
    return f"\\x{ord(huruf):02x}" if ord(huruf) < 256 else f"\\u{ord(huruf):04x}"


def open_database(*, starting: bool = False, alone: bool = False) -> "Engine":
    """The database that DATABASE_URL names, migrated to the newest schema, with a backup before.

    `starting` looks at every page of it, and `alone` backs it up once a day. Raises DatabaseUnusable.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from dashboard.commands.backups import before_start
    from data_access.database_state import DatabaseUnusable, explain
    from data_access.engine import make_engine
    from data_access.migrate import migrate

    engine = make_engine()
    try:
        before_start(engine, thorough=starting, daily=starting and alone)
        for hasil in migrate(engine, _tell_waiting):
            if not hasil.sama:
                say(f"{hasil.instansi}: nilai SKP dihitung ulang menurut program dan aturan ini.", sys.stderr)
    except SQLAlchemyError as error:
        raise DatabaseUnusable(explain(error, engine.url)) from error
    return engine


def _tell_waiting(kode: str) -> None:
    say(
        f"{kode}: nilai SKP tersimpan berasal dari program atau aturan lain; dihitung ulang sekarang. "
        "Mohon tunggu; ribuan pegawai memerlukan sampai satu menit.",
        sys.stderr,
    )


def kode_terdaftar(engine: "Engine", diminta: str) -> str:
    """The code as the database spells it; upper and lower case are the same. Raises Misuse on an unknown one."""
    from data_access.kinerja import daftar_instansi

    with engine.connect() as connection:
        terdaftar = [satu.kode for satu in daftar_instansi(connection)]
    for kode in terdaftar:
        if kode.casefold() == diminta.strip().casefold():
            return kode
    yang_ada = ", ".join(terdaftar) or "belum ada satu pun"
    raise Misuse(f"Instansi {diminta} tidak ada di basis data. Yang ada: {yang_ada}.")
