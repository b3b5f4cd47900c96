"""Whether the dashboard may let anyone in, and in a sentence why not."""

import logging
from collections.abc import Mapping

from sqlalchemy.exc import SQLAlchemyError

from data_access.database_state import DatabaseUnusable
from data_access.engine import make_engine
from data_access.kinerja import daftar_instansi
from data_access.migrate import is_current, stale_scores

LOG = logging.getLogger(__name__)
MULAI_LAGI = "Hentikan dasbor, lalu mulai lagi dengan python3 run.py"
KALIMAT = {
    "menjawab": "Basis data tidak menjawab pada waktunya.",
    "terbaca": "Basis data tidak dapat dibaca; sebabnya tercetak pada catatan server.",
    "bermigrasi": f"Basis data belum dibuat, atau milik versi lain. {MULAI_LAGI}.",
    "nilai_terhitung": "Nilai SKP tersimpan berasal dari program atau aturan lain. "
    f"{MULAI_LAGI}: nilainya dihitung ulang.",
    "berisi": f"Basis data belum berisi satu instansi pun. {MULAI_LAGI}.",
}
"""By check, in their order: what is wrong where it is the first that fails."""


def check_readiness() -> dict[str, bool]:
    """What must hold before anyone is let in; a check is false, too, when an earlier one failed."""
    terbaca = bermigrasi = terhitung = berisi = False
    try:
        engine = make_engine()
        bermigrasi = is_current(engine)
        terbaca = True
        if bermigrasi:
            terhitung = not stale_scores(engine)
            with engine.connect() as connection:
                berisi = bool(daftar_instansi(connection))
    except (SQLAlchemyError, DatabaseUnusable) as error:
        LOG.warning("database not readable: %s", error)
    return {"terbaca": terbaca, "bermigrasi": bermigrasi, "nilai_terhitung": terhitung, "berisi": berisi}


def explain_readiness(hasil: Mapping[str, bool]) -> str:
    """Why it is not ready; empty where it is."""
    return next((kalimat for nama, kalimat in KALIMAT.items() if not hasil.get(nama, True)), "")
