"""The command that moves everything into another database."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.commands.base import Misuse, say

if TYPE_CHECKING:
    from sqlalchemy import Engine


def run_pindah(args: argparse.Namespace) -> int:
    """Move, and say how the dashboard is told of its new database."""
    from sqlalchemy.exc import SQLAlchemyError

    from dashboard.services.rumah.pindah import PindahDitolak, pindahkan
    from data_access.database_state import DatabaseUnusable, explain
    from data_access.salinan.isi import SalinanBerbeda

    sumber, tujuan = _engine(args.sumber), _engine(args.tujuan)
    try:
        hasil = pindahkan(sumber, tujuan)
    except (PindahDitolak, SalinanBerbeda) as ditolak:
        raise Misuse(f"{ditolak} Tidak ada yang dipindahkan.") from ditolak
    except SQLAlchemyError as error:
        mana = next((satu for satu in (tujuan, sumber) if not _answers(satu)), tujuan)
        raise DatabaseUnusable(explain(error, mana.url)) from error
    baris = sum(satu.baris for satu in hasil.values())
    say(f"Dipindahkan dan terbukti sama: {baris} baris dari {len(hasil)} tabel, beserta berkas buktinya.")
    say(f"Mulai dasbor dengan DATABASE_URL={tujuan.url.render_as_string()} (sandinya ditulis lengkap).")
    return 0


def _engine(alamat: str) -> "Engine":
    """A database by its address; a name without "://" is a file of SQLite."""
    from sqlalchemy.engine import URL

    from data_access.engine import make_engine

    if "://" in alamat:
        return make_engine(alamat)
    return make_engine(URL.create("sqlite", database=Path(alamat).absolute().as_posix()))


def _answers(engine: "Engine") -> bool:
    from sqlalchemy.exc import SQLAlchemyError

    try:
        with engine.connect():
            return True
    except SQLAlchemyError:
        return False
