"""A database that cannot be used is named: what it is, where it is, what to do; and it stays as it was."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.cli import main
from data_access import engine as engine_module
from data_access.engine import default_url, make_engine
from tests.sample_database import copy_sample_database

COMMANDS = (["siapkan"], ["workbook", "--instansi", "PK", "keluar.xlsx"])


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "basis" / "dasbor.db"
    path.parent.mkdir()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    return path


def halved(path: Path) -> None:
    copy_sample_database(path)
    with path.open("r+b") as handle:
        handle.truncate(path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + b"bukan basis data " * 400)


def half_overwritten(path: Path) -> None:
    copy_sample_database(path)
    with path.open("r+b") as handle:
        handle.seek(4096)
        handle.write(b"\xff" * (path.stat().st_size // 2))


def newer(path: Path) -> None:
    copy_sample_database(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE catatan_orang (isi TEXT)")
        connection.commit()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (Path.touch, "kosong (0 bita)"),
        (halved, "terpotong"),
        (overwritten, "bukan basis data SQLite"),
        (half_overwritten, "rusak"),
        (newer, "versi dasbor yang lebih baru"),
        (foreign, "milik program lain"),
    ],
)
def test_a_database_file_that_is_none_of_ours_is_named_and_left_alone(
    spoil: object, sentence: str, command: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(file)  # type: ignore[operator]
    before = file.read_bytes()
    assert main(command) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert str(file) in said
    assert len(said.strip().splitlines()) == 1
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("mysql://orang:rahasia@127.0.0.1/dasbor", 'jenis "mysql" tidak dapat dipakai'),
        ("bukan alamat", "bukan alamat basis data"),
        ("sqlite://", "harus berupa berkas"),
        ("postgresql://orang:rahasia@127.0.0.1:9/tidak_ada", "PostgreSQL di 127.0.0.1:9 tidak menjawab"),
        ("postgresql+asyncpg://127.0.0.1:9/x", "tidak dapat dipakai"),
    ],
)
def test_each_wrong_address_has_its_own_sentence(
    address: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    assert main(["workbook", "--instansi", "PK", "keluar.xlsx"]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "rahasia" not in said
    assert len(said.strip().splitlines()) == 1


def test_a_missing_postgresql_database_is_told_from_a_server_that_is_away(
    alamat_postgres: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", alamat_postgres.replace("/test", "/basis_yang_tidak_ada", 1))
    assert main(["workbook", "--instansi", "PK", "keluar.xlsx"]) == 2
    assert 'Basis data "basis_yang_tidak_ada" belum ada' in capsys.readouterr().err


def test_a_locked_file_is_told_from_a_broken_one(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine_module, "LOCK_WAIT_MS", 50)
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("CREATE TABLE x (y)")
        holder.execute("DROP TABLE x")
        holder.execute("BEGIN EXCLUSIVE")
        assert main(["siapkan"]) == 2
    assert "sedang ditulis program lain" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.parent.chmod(0o500)
    assert main(["siapkan"]) == 2
    assert "hak tulis" in capsys.readouterr().err


def test_a_full_disk_is_said(file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(engine_module, "_prepare_sqlite", full)
    assert main(["siapkan"]) == 2
    assert "Disk penuh" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["dasbor%20kinerja", "apa?", "a#b", "a&b=c"])
def test_the_database_lies_in_the_folder_of_the_program_whatever_its_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(engine_module, "DEFAULT_FILE", tmp_path / name / "data" / "dasbor.db")
    engine = make_engine(default_url())
    with engine.connect():
        assert (tmp_path / name / "data" / "dasbor.db").is_file()
    engine.dispose()
