"""What was said to be saved is on the disk, in the file itself, and nobody else on that machine may read it."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.engine import make_engine
from data_access.kinerja import nomor_versi, versi_data
from data_access.migrate import migrate
from tests.builders import buku_kecil, tulis_csv

AKAR = Path(__file__).resolve().parents[3]
PENUH = "2"


def berkas(engine: Engine) -> Path:
    return Path(engine.url.database or "")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def ambil(engine: Engine, tmp_path: Path, kode: str = "UJI") -> None:
    assert ambil_alih(engine, tulis_csv(tmp_path / kode, buku_kecil(kode)), pelaku=PERENCANA_BAWAAN).diambil


def test_a_commit_waits_for_the_disk(engine_sqlite: Engine) -> None:
    perintah = (
        "from data_access.engine import make_engine; "
        "print(make_engine().connect().exec_driver_sql('PRAGMA synchronous').scalar())"
    )
    alamat = engine_sqlite.url.render_as_string()
    lingkungan = {**os.environ, "DATABASE_URL": alamat, "PYTHONPATH": str(AKAR)}
    hasil = subprocess.run([sys.executable, "-c", perintah], env=lingkungan, capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == PENUH


def test_a_copy_of_the_file_alone_holds_every_write(engine_sqlite: Engine, tmp_path: Path) -> None:
    ambil(engine_sqlite, tmp_path)
    salinan = shutil.copyfile(berkas(engine_sqlite), tmp_path / "salinan.db")
    lain = make_engine(f"sqlite:///{salinan.as_posix()}")
    with engine_sqlite.connect() as asal, lain.connect() as salin:
        assert nomor_versi(salin, "UJI") == nomor_versi(asal, "UJI") > 0
        assert versi_data(salin, "UJI") == versi_data(asal, "UJI")
    lain.dispose()


def test_what_a_reader_kept_back_follows_with_the_next_write(engine_sqlite: Engine, tmp_path: Path) -> None:
    with engine_sqlite.connect() as pembaca:
        pembaca.execute(sa.text("SELECT count(*) FROM instansi")).scalar()
        ambil(engine_sqlite, tmp_path)
    ambil(engine_sqlite, tmp_path, "LAIN")
    salinan = make_engine(f"sqlite:///{shutil.copyfile(berkas(engine_sqlite), tmp_path / 'salinan.db').as_posix()}")
    with salinan.connect() as connection:
        assert {nomor_versi(connection, kode) for kode in ("UJI", "LAIN")} == {1}
    salinan.dispose()


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists, not modes")
@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_a_new_database_is_private_with_all_that_lies_beside_it(umask: int, tmp_path: Path) -> None:
    sebelum = os.umask(umask)
    try:
        engine = make_engine(f"sqlite:///{(tmp_path / 'baru' / 'dasbor.db').as_posix()}")
        migrate(engine)
        with engine.connect() as connection:
            connection.execute(sa.text("SELECT count(*) FROM instansi"))
            assert mode(tmp_path / "baru") == 0o700
            assert {satu.name: mode(satu) for satu in (tmp_path / "baru").iterdir()} == {
                "dasbor.db": 0o600,
                "dasbor.db-wal": 0o600,
                "dasbor.db-shm": 0o600,
            }
    finally:
        os.umask(sebelum)
    engine.dispose()


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists, not modes")
def test_a_database_from_before_is_made_private_when_it_is_opened(engine_sqlite: Engine, tmp_path: Path) -> None:
    lama = tmp_path / "lama.db"
    shutil.copyfile(berkas(engine_sqlite), lama)
    lama.chmod(0o644)
    engine = make_engine(f"sqlite:///{lama.as_posix()}")
    with engine.connect():
        assert mode(lama) == 0o600
    engine.dispose()
