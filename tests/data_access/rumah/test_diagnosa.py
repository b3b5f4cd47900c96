"""The diagnosis says what is wrong and what to do; what is sent away holds nobody's data."""

import json
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.entri.jam import SELISIH_WAJAR, jam_mundur
from dashboard.services.entri.bukti import serahkan_bukti
from dashboard.services.rumah.diagnosa import ButirDiagnosa, isi_kiriman, periksa_semua
from data_access.engine import make_engine
from data_access.files.bukti import folder_bukti
from data_access.salinan.isi import tabel_tersimpan
from tests.sample_database import copy_sample_database

KINI = datetime(2030, 1, 2, 3, 4, tzinfo=UTC)
KATA_PROGRAM = {"sqlite", "postgresql", "linux"}


@pytest.fixture
def engine_contoh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The sample agencies with one evidence file."""
    alamat = copy_sample_database(tmp_path / "rumah-orang" / "dasbor.db")
    monkeypatch.setenv("DATABASE_URL", alamat)
    engine = make_engine(alamat)
    with engine.connect() as connection:
        kode, tahun = connection.execute(
            sa.text("SELECT indikator, tahun FROM target WHERE instansi = 'PASER' ORDER BY indikator LIMIT 1")
        ).one()
    serahkan_bukti(engine, PERENCANA_BAWAAN, "PASER", kode, tahun, nama="Foto Ibu Kepala.pdf", isi=b"%PDF-1.7 x")
    return engine


def periksa(engine: Engine, nama: str, kini: datetime = KINI) -> ButirDiagnosa:
    return next(satu for satu in periksa_semua(engine, kini) if satu.nama == nama)


def ubah(engine: Engine, perintah: str) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(perintah)


def tulisan_orang(engine: Engine) -> set[str]:
    """Every text the database holds that somebody could have written, and the parts of this computer's addresses."""
    kata = set()
    with engine.connect() as connection:
        tabel = tabel_tersimpan(connection)
        for satu in tabel:
            for baris in connection.execute(sa.select(satu)):
                kata |= {isi for isi in baris if isinstance(isi, str)}
        nama_tabel = {satu.name for satu in tabel}
    return {isi.casefold() for isi in kata if len(isi) > 4} - nama_tabel - KATA_PROGRAM


def rusak_semua(engine: Engine) -> None:
    ubah(engine, "UPDATE target SET nilai = '1' WHERE instansi = 'PASER'")
    for bukti in folder_bukti(engine).iterdir():
        bukti.write_bytes(b"lain")


@pytest.mark.parametrize("ubahan", [lambda _: None, rusak_semua], ids=["utuh", "rusak"])
def test_what_is_sent_holds_no_name_no_nip_no_text_and_no_address(
    ubahan, engine_contoh: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ubahan(engine_contoh)
    main(["diagnosa", str(tmp_path / "kirim.json")])
    dikirim = (tmp_path / "kirim.json").read_text(encoding="utf-8").casefold()
    orang = tulisan_orang(engine_contoh)
    assert len(orang) > 1000
    isi = json.loads(dikirim)
    nilai = [str(n) for satu in isi.values() if isinstance(satu, dict) for n in satu.values()]
    semua = " ".join(nilai)
    assert [kata for kata in orang if kata in semua] == []
    assert [kata for kata in ("rumah-orang", tmp_path.name, socket.gethostname().casefold()) if kata in dikirim] == []


def test_a_damaged_database_is_sent_without_its_address(engine_contoh: Engine) -> None:
    engine_contoh.dispose()
    Path(engine_contoh.url.database or "").write_bytes(b"tertimpa" * 1000)
    hasil = periksa_semua(engine_contoh, KINI)
    assert "bukan basis data SQLite" in next(satu.kalimat for satu in hasil if satu.nama == "basis_data")
    assert "rumah-orang" not in json.dumps(isi_kiriman(hasil, KINI))


def test_a_whole_installation_has_nothing_wrong_but_its_missing_backup(
    engine_contoh: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diagnosa", str(tmp_path / "a.json")]) == 1
    (salah,) = (baris for baris in capsys.readouterr().out.splitlines() if baris.startswith("PERIKSA"))
    assert "Cadangan belum ada. Tulis: python3 run.py backup" in salah
    assert main(["backup"]) == 0
    assert main(["diagnosa", str(tmp_path / "b.json")]) == 0


def test_what_was_written_around_the_dashboard_is_named_by_its_agency(engine_contoh: Engine) -> None:
    assert periksa(engine_contoh, "isi").baik
    ubah(engine_contoh, "UPDATE target SET nilai = '1' WHERE instansi = 'PASER'")
    hasil = periksa(engine_contoh, "isi")
    assert not hasil.baik
    assert "Isi PASER lain dari riwayatnya" in hasil.kalimat


def test_missing_and_spoiled_evidence_is_counted(engine_contoh: Engine) -> None:
    (bukti,) = folder_bukti(engine_contoh).iterdir()
    assert periksa(engine_contoh, "bukti").angka == {"utuh": 1, "hilang": 0, "rusak": 0}
    bukti.write_bytes(b"lain")
    assert periksa(engine_contoh, "bukti").angka == {"utuh": 0, "hilang": 0, "rusak": 1}
    bukti.unlink()
    assert "1 hilang dan 0 rusak" in periksa(engine_contoh, "bukti").kalimat


def test_a_clock_before_the_newest_write_is_said_at_the_start_and_here(
    engine_contoh: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert periksa(engine_contoh, "jam").baik
    assert "lebih awal daripada perubahan terakhir" in periksa(engine_contoh, "jam", KINI.replace(year=2000)).kalimat
    ubah(engine_contoh, "UPDATE jejak SET waktu = '2099-01-01T00:00:00+00:00'")
    assert main(["siapkan"]) == 0
    assert "lebih awal daripada perubahan terakhir (1 Januari 2099" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("selisih", "mundur"), [(timedelta(), False), (SELISIH_WAJAR, False), (SELISIH_WAJAR + timedelta(seconds=1), True)]
)
def test_a_clock_may_be_a_few_minutes_behind(selisih: timedelta, mundur: bool) -> None:
    assert jam_mundur(KINI, KINI - selisih) is mundur
    assert not jam_mundur(None, KINI - selisih)


def test_both_kinds_of_database_are_examined(engine: Engine) -> None:
    hasil = {satu.nama: satu for satu in periksa_semua(engine, KINI)}
    assert hasil["basis_data"].baik
    assert hasil["basis_data"].angka["jenis"] == engine.dialect.name
    assert {"nilai_skp", "isi", "bukti", "jam", "cadangan"} <= set(hasil)
