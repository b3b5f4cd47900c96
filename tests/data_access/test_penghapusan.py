"""An agency can be removed: backup first, all of it at once, nobody else's, and it is remembered."""

import zipfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang
from dashboard.services.data.contoh import isi_contoh
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.bukti import serahkan_bukti
from dashboard.services.riwayat import instansi_dihapus
from data_access.engine import make_engine
from data_access.files import cadangan as modul_cadangan
from data_access.files import penghapusan as modul
from data_access.files.penghapusan import PenghapusanDitolak, hapus_instansi
from data_access.kinerja import daftar_instansi, nomor_versi, versi_data
from data_access.schema import METADATA, PENGHAPUSAN
from tests.builders import buku_kecil, tulis_csv
from tests.sample_database import copy_sample_database

ISI = b"%PDF-1.7 laporan"


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Two agencies with one evidence file in common, and one of the first's own."""
    for nama in ("data_access.files.bukti", "data_access.files.cadangan", "data_access.files.penghapusan"):
        monkeypatch.setattr(f"{nama}.folder_bukti", lambda _: tmp_path / "bukti")
    for kode in ("UJI", "LAIN"):
        assert ambil_alih(engine, tulis_csv(tmp_path / kode, buku_kecil(kode)), pelaku=PERENCANA_BAWAAN).diambil
        serahkan_bukti(engine, PERENCANA_BAWAAN, kode, "PRG1", 2024, nama="sama.pdf", isi=ISI)
    serahkan_bukti(engine, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, nama="uji.pdf", isi=ISI + b" UJI")
    return engine


def banyak(engine: Engine, instansi: str) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            nama: n
            for nama, t in METADATA.tables.items()
            if (n := connection.execute(sa.select(sa.func.count()).where(milik(nama, t) == instansi)).scalar_one())
        }


def milik(nama: str, tabel: sa.Table) -> "sa.Column[str]":
    return tabel.c.kode if nama == "instansi" else tabel.c.instansi


def test_everything_of_it_goes_at_once_and_nothing_of_others(terisi: Engine, tmp_path: Path) -> None:
    lain = banyak(terisi, "LAIN")
    hasil = hapus_instansi(terisi, PERENCANA_BAWAAN, "UJI", "UJI")
    assert banyak(terisi, "UJI") == {"penghapusan": 1}
    assert banyak(terisi, "LAIN") == lain
    assert len(list((tmp_path / "bukti").iterdir())) == 1
    with terisi.connect() as connection:
        (jejak,) = connection.execute(sa.select(PENGHAPUSAN))
    assert (jejak.nama, jejak.pelaku, jejak.cadangan) == ("Badan Uji", "Perencana", hasil.cadangan.name)


def test_the_backup_brings_it_back_and_versions_go_on(terisi: Engine, tmp_path: Path) -> None:
    with terisi.connect() as connection:
        nomor, sidik = nomor_versi(connection, "UJI"), versi_data(connection, "UJI")
    hasil = hapus_instansi(terisi, PERENCANA_BAWAAN, "UJI", " UJI ")
    with zipfile.ZipFile(hasil.cadangan) as arsip:
        arsip.extractall(tmp_path / "kembali")
    assert {satu.name for satu in (tmp_path / "kembali" / "sistem").iterdir()} >= {"jejak.csv", "impor.csv"}
    assert len(list((tmp_path / "kembali" / "bukti").iterdir())) == 2
    assert ambil_alih(terisi, tmp_path / "kembali" / "buku-kerja", pelaku=PERENCANA_BAWAAN).diambil
    with terisi.connect() as connection:
        assert versi_data(connection, "UJI") == sidik
        assert nomor_versi(connection, "UJI") > nomor + 1


@pytest.mark.parametrize("ketikan", ["", "uji", "UJ", "LAIN"])
def test_nothing_goes_unless_the_code_is_typed_exactly(ketikan: str, terisi: Engine) -> None:
    sebelum = banyak(terisi, "UJI")
    with pytest.raises(PenghapusanDitolak, match="Tidak ada yang dihapus"):
        hapus_instansi(terisi, PERENCANA_BAWAAN, "UJI", ketikan)
    with pytest.raises(TidakBerwenang):
        hapus_instansi(terisi, Pelaku("Kepala", Peran.KEPALA, "UJI"), "UJI", "UJI")
    assert banyak(terisi, "UJI") == sebelum


@pytest.mark.parametrize(
    ("letak", "nama"), [(modul, "tulis_cadangan"), (modul_cadangan, "tulis_folder"), (modul, "_bukti_lain")]
)
def test_without_a_backup_or_half_way_nothing_is_removed(
    letak: object, nama: str, terisi: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_: object) -> None:
        raise OSError("disk penuh")

    sebelum = banyak(terisi, "UJI")
    monkeypatch.setattr(letak, nama, gagal)
    with pytest.raises(OSError, match="penuh"):
        hapus_instansi(terisi, PERENCANA_BAWAAN, "UJI", "UJI")
    assert banyak(terisi, "UJI") == sebelum


def test_a_removed_sample_agency_does_not_come_back_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alamat = copy_sample_database(tmp_path / "dasbor.db")
    monkeypatch.setenv("DATABASE_URL", alamat)
    assert main(["hapus", "--instansi", "pk", "--ketik", "pk"]) == 2
    assert main(["hapus", "--instansi", "pk"]) == 2
    assert "--ketik PK" in capsys.readouterr().err
    assert main(["hapus", "--instansi", "pk", "--ketik", "PK"]) == 0
    assert "Cadangan: " in capsys.readouterr().out
    assert list(isi_contoh(make_engine(alamat))) == []
    with make_engine(alamat).connect() as connection:
        assert "PK" not in {satu.kode for satu in daftar_instansi(connection)}


def test_history_knows_who_removed_which_agency_and_shows_it_to_whom_it_concerns(terisi: Engine) -> None:
    hasil = hapus_instansi(terisi, PERENCANA_BAWAAN, "UJI", "UJI")
    (satu,) = instansi_dihapus(terisi, PERENCANA_BAWAAN)
    assert (satu.instansi, satu.nama, satu.pelaku, satu.jumlah) == ("UJI", "Badan Uji", "Perencana", hasil.jumlah)
    assert satu.cadangan == hasil.cadangan.name
    assert instansi_dihapus(terisi, Pelaku("P", Peran.PERENCANA, "UJI")) == (satu,)
    assert instansi_dihapus(terisi, Pelaku("P", Peran.PERENCANA, "LAIN")) == ()
    assert instansi_dihapus(terisi, Pelaku("K", Peran.KEPALA, "UJI")) == ()
