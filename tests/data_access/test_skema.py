"""The migrated database is the one the dictionary describes, on both kinds of database."""

from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from dashboard.domain.dasar.angka import kanonik
from dashboard.domain.kamus.buku_kerja import LEMBAR
from data_access.akun.tabel import METADATA_AKUN
from data_access.engine import make_engine
from data_access.migrate import FOLDER, is_current, migrate, schema_version
from data_access.schema import IMPOR, METADATA, TABEL


def test_the_migrated_database_agrees_with_the_dictionary(engine: Engine) -> None:
    with engine.connect() as connection:
        konteks = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        semua: Any = [METADATA, METADATA_AKUN]  # Alembic takes several and says it takes one
        assert compare_metadata(konteks, semua) == []


def test_keys_and_nullability_agree_with_the_dictionary(engine: Engine) -> None:
    pemeriksa = sa.inspect(engine)
    for nama, tabel in (*METADATA.tables.items(), *METADATA_AKUN.tables.items()):
        assert pemeriksa.get_pk_constraint(nama)["constrained_columns"] == [kolom.name for kolom in tabel.primary_key]
        boleh_kosong = {kolom["name"]: kolom["nullable"] for kolom in pemeriksa.get_columns(nama)}
        assert boleh_kosong == {kolom.name: kolom.nullable for kolom in tabel.c}


def test_every_table_starts_its_key_with_the_agency() -> None:
    for nama, tabel in METADATA.tables.items():
        assert next(kolom.name for kolom in tabel.primary_key) == ("kode" if nama == "instansi" else "instansi")


def test_every_sheet_has_its_table_with_its_columns_in_order() -> None:
    for isi in LEMBAR:
        kolom = [satu.name for satu in TABEL[isi.nama].c if satu.name != "instansi"]
        assert kolom == list(isi.nama_kolom)


def test_a_database_can_go_back_and_forth(engine: Engine) -> None:
    assert is_current(engine)
    pengaturan = Config()
    pengaturan.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    with engine.begin() as connection:
        pengaturan.attributes["connection"] = connection
        command.downgrade(pengaturan, "base")
    assert schema_version(engine) is None
    assert not set(METADATA.tables) & set(sa.inspect(engine).get_table_names())
    migrate(engine)
    assert is_current(engine)
    migrate(engine)
    assert set(METADATA.tables) <= set(sa.inspect(engine).get_table_names())


@pytest.mark.parametrize("nilai", ["38.50", "0", "-0.0", "1E+2", "0.000000000001", "1234567890123456.78"])
def test_a_decimal_comes_back_exact_and_canonical(engine: Engine, nilai: str) -> None:
    variabel = TABEL["variabel"]
    with engine.connect() as connection:
        connection.execute(sa.insert(TABEL["instansi"]), [{"kode": "X", "nama": "X"}])
        connection.execute(
            sa.insert(variabel), [{"instansi": "X", "kode": "V", "nama": "V", "batas_bawah": Decimal(nilai)}]
        )
        kembali = connection.execute(sa.select(variabel.c.batas_bawah)).scalar_one()
        assert (
            connection.execute(
                sa.select(variabel.c.kode).where(variabel.c.batas_bawah == Decimal(nilai) * Decimal("1.00"))
            ).scalar()
            == "V"
        )
    assert kembali == Decimal(nilai)
    assert kembali.as_tuple() == kanonik(Decimal(nilai)).as_tuple()


def test_a_decimal_written_by_other_hands_is_read_canonical(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(sa.insert(TABEL["instansi"]), [{"kode": "X", "nama": "X"}])
        perintah = "INSERT INTO variabel (instansi, kode, nama, batas_bawah) VALUES ('X', 'V', 'V', '38.500')"
        connection.exec_driver_sql(perintah)
        assert str(connection.execute(sa.select(TABEL["variabel"].c.batas_bawah)).scalar_one()) == "38.5"


def test_a_row_of_an_unknown_agency_is_refused_at_commit(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(sa.insert(TABEL["variabel"]), [{"instansi": "TIDAK-ADA", "kode": "V", "nama": "V"}])
        with pytest.raises(sa.exc.IntegrityError):
            connection.commit()


def test_sqlite_waits_for_its_turn_and_keeps_references(engine_sqlite: Engine) -> None:
    with engine_sqlite.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 5000
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_same_address_is_the_same_engine(engine: Engine) -> None:
    alamat = engine.url.render_as_string(hide_password=False)
    assert make_engine(alamat) is make_engine(alamat)


def test_an_in_memory_database_is_refused() -> None:
    with pytest.raises(ValueError, match="harus berupa berkas"):
        make_engine("sqlite:///:memory:")


def test_plain_postgresql_means_psycopg_3() -> None:
    assert make_engine("postgresql://localhost/x").dialect.driver == "psycopg"


def test_an_older_list_of_imports_keeps_its_rows(engine: Engine) -> None:
    isi = {"instansi": "X", "versi": 1, "waktu": "2024-01-01T00:00:00+00:00", "pelaku": "P", "berkas": "a.xlsx"}
    isi |= {"sha256": "0", "jumlah_tambah": 1, "jumlah_ubah": 2, "jumlah_tetap": 3, "jumlah_kosong": 4}
    pengaturan = Config()
    pengaturan.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    with engine.begin() as connection:
        connection.execute(sa.insert(TABEL["instansi"]), [{"kode": "X", "nama": "X"}])
        connection.execute(sa.insert(IMPOR), [isi])
    with engine.begin() as connection:
        pengaturan.attributes["connection"] = connection
        command.downgrade(pengaturan, "0009")
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(sa.select(IMPOR)).one()._asdict() == isi | {"dibatalkan": None, "catatan": None}
