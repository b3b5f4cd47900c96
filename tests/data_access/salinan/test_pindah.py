"""Everything moves from one kind of database to the other and back, and is the same; nothing there is written over."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.services.rumah.pindah import PindahDitolak, pindahkan
from data_access.engine import make_engine
from data_access.files import bukti as modul_bukti
from data_access.migrate import migrate
from data_access.salinan import isi as modul_isi
from data_access.salinan.isi import SalinanBerbeda, SidikTabel, sidik_isi
from data_access.skp.salin import salin
from tests.data_access.salinan.penuh import isi_semua_tabel
from tests.sample_database import copy_sample_database


def isi(engine: Engine) -> dict[str, SidikTabel]:
    with engine.connect() as connection:
        return sidik_isi(connection)


def test_every_table_there_is_moves(engine: Engine, tujuan: Engine) -> None:
    semua = isi_semua_tabel(engine)
    hasil = pindahkan(engine, tujuan)
    assert set(hasil) == semua
    assert {satu.baris for satu in hasil.values()} == {1}
    assert isi(tujuan) == isi(engine) == hasil


def test_four_agencies_go_to_postgresql_and_come_back_row_by_row(
    engine_postgres: Engine, tmp_path: Path, bukti_terpisah: None
) -> None:
    asal = make_engine(copy_sample_database(tmp_path / "asal" / "dasbor.db"))
    kembali = make_engine(f"sqlite:///{(tmp_path / 'kembali' / 'dasbor.db').as_posix()}")
    pindahkan(asal, engine_postgres)
    pindahkan(engine_postgres, kembali)
    with asal.connect() as satu, kembali.connect() as dua:
        for tabel in modul_isi.tabel_tersimpan(satu):
            semua = [{tuple(baris) for baris in c.execute(sa.select(tabel))} for c in (satu, dua)]
            assert semua[0] == semua[1], tabel.name
    asal.dispose()
    kembali.dispose()


def test_evidence_goes_along(terisi: Engine, tujuan: Engine) -> None:
    pindahkan(terisi, tujuan)
    asal, tiba = (
        {satu.name: satu.read_bytes() for satu in modul_bukti.folder_bukti(engine).iterdir()}
        for engine in (terisi, tujuan)
    )
    assert len(tiba) == 1
    assert asal == tiba


def test_a_target_with_data_is_refused_and_keeps_it(terisi: Engine, tujuan: Engine) -> None:
    migrate(tujuan)
    with tujuan.begin() as connection:
        connection.exec_driver_sql("INSERT INTO instansi (kode, nama, jenis) VALUES ('LAIN', 'Badan Lain', 'kota')")
    sebelum = isi(tujuan)
    with pytest.raises(PindahDitolak, match="sudah berisi data"):
        pindahkan(terisi, tujuan)
    assert isi(tujuan) == sebelum


def test_a_target_of_another_program_is_refused(terisi: Engine, tujuan: Engine) -> None:
    with tujuan.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE catatan_orang (isi TEXT)")
    with pytest.raises(ValueError if tujuan.dialect.name == "sqlite" else PindahDitolak, match="program lain"):
        pindahkan(terisi, tujuan)


def test_a_copy_that_differs_leaves_the_target_empty(
    terisi: Engine, tujuan: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = salin

    def kurang_satu(connection, tabel, kolom, baris) -> None:
        asli(connection, tabel, kolom, list(baris)[1 if tabel.name == "target" else 0 :])

    monkeypatch.setattr(modul_isi, "salin", kurang_satu)
    with pytest.raises(SalinanBerbeda, match="tabel target"):
        pindahkan(terisi, tujuan)
    assert sum(satu.baris for satu in isi(tujuan).values()) == 0


def test_a_source_that_is_not_there_is_not_made(tujuan: Engine, tmp_path: Path) -> None:
    berkas = tmp_path / "salah-ketik.db"
    with pytest.raises(PindahDitolak, match="belum ada"):
        pindahkan(make_engine(f"sqlite:///{berkas.as_posix()}"), tujuan)
    assert not berkas.exists()


def test_the_command_says_what_moved_and_never_a_password(
    tujuan: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_sample_database(tmp_path / "asal.db")
    alamat = tujuan.url.set(password="rahasia") if tujuan.dialect.name == "postgresql" else tujuan.url
    perintah = ["pindah", str(tmp_path / "asal.db"), alamat.render_as_string(hide_password=False)]
    assert main(perintah) == 0
    keluar = capsys.readouterr().out
    assert "Dipindahkan dan terbukti sama" in keluar
    assert "rahasia" not in keluar
    assert main(perintah) == 2
    assert "sudah berisi data" in capsys.readouterr().err
