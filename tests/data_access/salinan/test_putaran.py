"""Which backups stay, when the next one is due, and what a start does by itself."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.services.rumah.cadangan import jaga_sebelum_mulai
from data_access.engine import make_engine
from data_access.migrate import is_current, migrate, schema_version, upgrade_to
from data_access.salinan.folder import (
    HARIAN,
    SebabCadangan,
    berlebih,
    daftar_cadangan,
    folder_cadangan,
    nama_cadangan,
    perlu_dicadangkan,
)
from tests.sample_database import copy_sample_database

KINI = datetime(2026, 7, 1, 9, tzinfo=UTC)
LAMA = "0010"


def tulis(folder: Path, *saat: datetime, sebab: SebabCadangan = SebabCadangan.HARIAN) -> None:
    folder.mkdir(exist_ok=True)
    for satu in saat:
        (folder / nama_cadangan(sebab, satu)).touch()


def test_each_of_the_newest_days_and_months_keeps_its_last_backup(tmp_path: Path) -> None:
    semua = [KINI - timedelta(hours=12 * n) for n in range(400)]
    tulis(tmp_path, *semua)
    dibuang = {satu.saat for satu in berlebih(daftar_cadangan(tmp_path))}
    tinggal = sorted(set(semua) - dibuang, reverse=True)
    hari = [f"{satu:%Y-%m-%d}" for satu in tinggal]
    assert len(hari) == len(set(hari))
    assert tinggal[0] == KINI
    assert tinggal[: HARIAN - 1] == [KINI] + [KINI.replace(hour=21) - timedelta(days=n) for n in range(1, HARIAN - 1)]
    assert [f"{satu:%m}" for satu in tinggal[HARIAN:]] == ["05", "04", "03", "02", "01", "12"]
    assert all(satu.day >= 28 for satu in tinggal[HARIAN:])


def test_what_was_kept_before_a_migration_or_a_restore_is_never_cleared_away(tmp_path: Path) -> None:
    for sebab in (SebabCadangan.SEBELUM_MIGRASI, SebabCadangan.SEBELUM_PULIH):
        tulis(tmp_path, *(KINI - timedelta(minutes=n) for n in range(5)), sebab=sebab)
    (tmp_path / "cadangan-harian-catatan-saya.zip").touch()
    (tmp_path / "UJI-20260101-010101-000000.zip").touch()
    assert berlebih(daftar_cadangan(tmp_path)) == []


@pytest.mark.parametrize(
    ("umur", "perlu"), [(timedelta(hours=23), False), (timedelta(hours=25), True), (timedelta(days=-400), True)]
)
def test_one_is_due_after_a_day_and_a_date_in_the_future_is_none(umur: timedelta, perlu: bool, tmp_path: Path) -> None:
    tulis(tmp_path, KINI - umur)
    assert perlu_dicadangkan(daftar_cadangan(tmp_path), KINI) is perlu


@pytest.fixture
def berkas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "basis" / "dasbor.db"
    copy_sample_database(path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    return path


def test_a_start_of_one_person_backs_up_once_a_day(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["siapkan"]) == main(["siapkan"]) == 0
    (satu,) = daftar_cadangan(berkas.parent / "cadangan")
    assert satu.sebab == SebabCadangan.HARIAN
    said = capsys.readouterr()
    assert said.out.count(f"Cadangan ditulis: {satu.berkas}") == 1
    assert said.err.count("Mencadangkan basis data, sehari sekali") == 1


def test_every_backup_and_restore_leaves_those_before_it(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And a second restore brings back the same one, not what the first put aside."""
    for perintah in (["siapkan"], ["restore"], ["restore"]):
        assert main(perintah) == 0
    assert capsys.readouterr().out.count(f"Dikembalikan dari {berkas.parent / 'cadangan' / 'cadangan-harian-'}") == 2
    semua = [satu.sebab for satu in daftar_cadangan(berkas.parent / "cadangan")]
    assert semua.count(SebabCadangan.HARIAN) == 1
    assert semua.count(SebabCadangan.SEBELUM_PULIH) >= 1


def tak_berfolder(berkas: Path, _: pytest.MonkeyPatch) -> None:
    (berkas.parent / "cadangan").write_text("bukan folder")


def disk_penuh(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("data_access.salinan.arsip.ambil_potret", penuh)


@pytest.mark.parametrize("halangan", [tak_berfolder, disk_penuh])
def test_a_daily_backup_that_fails_is_said_and_the_start_goes_on(
    halangan: Callable[[Path, pytest.MonkeyPatch], None],
    berkas: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    halangan(berkas, monkeypatch)
    assert main(["siapkan"]) == 0
    assert "Cadangan harian gagal ditulis" in capsys.readouterr().err


def test_a_damaged_database_offers_the_newest_backup_and_it_brings_it_back(
    berkas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup"]) == 0
    (satu,) = daftar_cadangan(berkas.parent / "cadangan")
    make_engine().dispose()
    berkas.write_bytes(b"tertimpa" * 1000)
    assert main(["siapkan"]) == 2
    assert f"dikembalikan dengan: python3 run.py restore {satu.berkas}" in capsys.readouterr().err
    assert main(["restore"]) == 0
    assert f"Dikembalikan dari {satu.berkas}" in capsys.readouterr().out
    assert main(["siapkan"]) == 0


def test_no_migration_without_a_backup_before_and_an_older_program_can_take_it_back(
    engine_sqlite_lama: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever command meets the older schema first."""
    assert main(["rebuild"]) == 0
    (satu,) = daftar_cadangan(engine_sqlite_lama.parent / "cadangan")
    assert satu.sebab == SebabCadangan.SEBELUM_MIGRASI
    assert is_current(make_engine())
    assert main(["restore", str(satu.berkas)]) == 0
    assert is_current(make_engine())


def test_a_migration_waits_until_its_backup_can_be_written(
    engine_sqlite_lama: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (engine_sqlite_lama.parent / "cadangan").write_text("bukan folder")
    assert main(["rebuild"]) == 2
    assert "cadangannya gagal ditulis" in capsys.readouterr().err
    assert schema_version(make_engine()) == LAMA


@pytest.fixture
def engine_sqlite_lama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as an older program left it, with one agency in it."""
    path = tmp_path / "lama" / "dasbor.db"
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    upgrade_to(engine, LAMA)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO instansi (kode, nama, jenis) VALUES ('UJI', 'Badan Uji', 'kota')")
    engine.dispose()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    return path


def test_an_older_database_of_postgresql_is_backed_up_as_it_is(tujuan: Engine) -> None:
    upgrade_to(tujuan, LAMA)
    with tujuan.begin() as connection:
        connection.exec_driver_sql("INSERT INTO instansi (kode, nama, jenis) VALUES ('UJI', 'Badan Uji', 'kota')")
    hasil = jaga_sebelum_mulai(tujuan, KINI, semua=False, harian=False)
    assert hasil is not None
    assert hasil.manifes.skema == LAMA == schema_version(tujuan)
    assert hasil.manifes.tabel["instansi"].baris == 1
    migrate(tujuan)
    assert jaga_sebelum_mulai(tujuan, KINI, semua=False, harian=False) is None
    assert folder_cadangan(tujuan) == hasil.berkas.parent


def test_an_empty_database_is_not_backed_up(engine: Engine) -> None:
    assert jaga_sebelum_mulai(engine, KINI, semua=True, harian=True) is None
