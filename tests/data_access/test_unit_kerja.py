"""A write is whole, audited and counted, or it never happened."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang, Tindakan
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.baris import Baris
from data_access.engine import open_for_writing
from data_access.kinerja import nomor_versi, versi_data
from data_access.pemetaan import simpan_ingatan
from data_access.schema import JEJAK, METADATA, TABEL
from data_access.skp.ulang import hitung_ulang
from data_access.uow import UnitOfWork
from tests.builders import buku_kecil, tulis_csv
from tests.sidik import hitung_sidik

AKAR = Path(__file__).resolve().parents[2]
INSTANSI: Baris = {"kode": "X", "nama": "Instansi X", "jenis": None, "wilayah": None}


def variabel(kode: str, bawah: str | None = None) -> Baris:
    batas = None if bawah is None else Decimal(bawah)
    return {"instansi": "X", "kode": kode, "nama": kode, "satuan": None, "batas_bawah": batas, "batas_atas": None}


def kerja(engine: Engine) -> UnitOfWork:
    return UnitOfWork(engine, PERENCANA_BAWAAN, "X", Tindakan.IMPOR)


def isi_awal(engine: Engine, baris: Sequence[Baris] = (variabel("A", "38.50"),)) -> None:
    with kerja(engine) as uow:
        uow.tambah("instansi", [INSTANSI])
        uow.tambah("variabel", baris)
        uow.commit()


def isi_semua_tabel(engine: Engine) -> dict[str, list[Any]]:
    with engine.connect() as connection:
        return {nama: sorted(map(str, connection.execute(sa.select(tabel)))) for nama, tabel in METADATA.tables.items()}


def test_a_committed_write_is_there_with_its_version_and_audit(engine: Engine) -> None:
    isi_awal(engine)
    with engine.connect() as connection:
        assert nomor_versi(connection, "X") == 1
        jejak = connection.execute(sa.select(JEJAK).order_by(JEJAK.c.urut)).all()
    assert [(satu.versi, satu.urut, satu.aksi, satu.lembar) for satu in jejak] == [
        (1, 1, "tambah", "instansi"),
        (1, 2, "tambah", "variabel"),
    ]
    assert json.loads(jejak[1].kunci) == {"kode": "A"}
    assert json.loads(jejak[1].baru) == {"kode": "A", "nama": "A", "batas_bawah": "38.5"}
    assert jejak[1].lama is None
    assert jejak[1].pelaku == "Perencana"
    assert jejak[1].waktu.endswith("+00:00")


def test_a_change_records_old_and_new_of_what_changed_only(engine: Engine) -> None:
    isi_awal(engine)
    with kerja(engine) as uow:
        uow.ubah("variabel", [(variabel("A", "38.50"), variabel("A", "40"))])
        uow.commit()
    with engine.connect() as connection:
        satu = connection.execute(sa.select(JEJAK).where(JEJAK.c.versi == 2)).one()
        tersimpan = connection.execute(sa.select(TABEL["variabel"].c.batas_bawah)).scalar_one()
    assert (json.loads(satu.lama), json.loads(satu.baru)) == ({"batas_bawah": "38.5"}, {"batas_bawah": "40"})
    assert tersimpan == 40


def test_leaving_without_commit_changes_nothing(engine: Engine) -> None:
    isi_awal(engine)
    sebelum = isi_semua_tabel(engine)
    with kerja(engine) as uow:
        uow.tambah("variabel", [variabel("B")])
    assert isi_semua_tabel(engine) == sebelum


def test_an_error_in_the_middle_changes_nothing(engine: Engine) -> None:
    isi_awal(engine)
    sebelum = isi_semua_tabel(engine)
    with kerja(engine) as uow:
        uow.tambah("variabel", [variabel("B")])
        with pytest.raises(sa.exc.IntegrityError):
            uow.tambah("variabel", [variabel("A")])
    assert isi_semua_tabel(engine) == sebelum


def test_a_killed_process_leaves_nothing_half_done(engine: Engine) -> None:
    isi_awal(engine)
    sebelum = isi_semua_tabel(engine)
    program = """
import os
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Tindakan
from data_access.engine import make_engine
from data_access.uow import UnitOfWork
with UnitOfWork(make_engine(), PERENCANA_BAWAAN, "X", Tindakan.IMPOR) as uow:
    baris = {"instansi": "X", "nama": "B", "satuan": None, "batas_bawah": None, "batas_atas": None}
    uow.tambah("variabel", [baris | {"kode": f"B{i}"} for i in range(2000)])
    print("ditulis", flush=True)
    os._exit(9)
"""
    lingkungan = os.environ | {"DATABASE_URL": engine.url.render_as_string(hide_password=False)}
    perintah = [sys.executable, "-c", program]
    hasil = subprocess.run(perintah, cwd=AKAR, env=lingkungan, capture_output=True, text=True, timeout=60, check=False)
    assert (hasil.returncode, hasil.stdout.strip()) == (9, "ditulis"), hasil.stderr
    assert isi_semua_tabel(engine) == sebelum
    with kerja(engine) as uow:
        uow.tambah("variabel", [variabel("C")])
        uow.commit()


def test_writers_at_the_same_time_follow_one_another(engine: Engine) -> None:
    isi_awal(engine)

    def tulis(nomor: int) -> None:
        for putaran in range(8):
            with kerja(engine) as uow:
                uow.tambah("variabel", [variabel(f"V{nomor}-{putaran}")])
                uow.commit()

    with ThreadPoolExecutor(max_workers=6) as penulis:
        assert list(penulis.map(tulis, range(6))) == [None] * 6
    with engine.connect() as connection:
        assert nomor_versi(connection, "X") == 1 + 6 * 8
        assert hitung_sidik(connection, "X").startswith(versi_data(connection, "X"))


def menunggu(engine: Engine, kedua: Callable[[], object]) -> object:
    """What `kedua` gives when it is begun while agency X is being registered, and not yet there."""
    with ThreadPoolExecutor(max_workers=1) as penulis:
        with kerja(engine) as uow:
            uow.tambah("instansi", [INSTANSI])
            jawab = penulis.submit(kedua)
            with pytest.raises(TimeoutError):
                jawab.result(timeout=0.5)
            uow.commit()
        return jawab.result(timeout=30)


def test_two_registering_one_agency_follow_one_another(engine: Engine) -> None:
    def kedua() -> int:
        with kerja(engine) as uow:
            return uow.nomor_versi("X")

    assert menunggu(engine, kedua) == 1


def test_an_agency_handed_in_twice_at_once_is_taken_once_and_then_added_to(engine: Engine, tmp_path: Path) -> None:
    folder = tulis_csv(tmp_path / "buku", buku_kecil("X"))
    laporan = menunggu(engine, lambda: ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN))
    assert isinstance(laporan, LaporanImpor)
    assert laporan.diambil, laporan.teks()
    with engine.connect() as connection:
        assert nomor_versi(connection, "X") == 2


def test_scores_are_computed_again_beside_no_writer(engine: Engine) -> None:
    def kedua() -> bool:
        with open_for_writing(engine) as connection, connection.begin():
            return hitung_ulang(connection, "X").sama

    assert menunggu(engine, kedua) is True


def test_headings_are_remembered_beside_no_writer(engine: Engine) -> None:
    assert menunggu(engine, lambda: simpan_ingatan(engine, "X", {("target", "Sasaran"): "nilai"})) is None


def test_a_write_of_nothing_bumps_no_version(engine: Engine) -> None:
    isi_awal(engine)
    sebelum = isi_semua_tabel(engine)
    with kerja(engine) as uow:
        uow.tambah("variabel", [])
        uow.commit()
    assert isi_semua_tabel(engine) == sebelum


def test_who_may_not_write_cannot_even_begin(engine: Engine) -> None:
    with pytest.raises(TidakBerwenang), UnitOfWork(engine, Pelaku("T", Peran.FORUM), "X", Tindakan.IMPOR):
        pytest.fail("must not be reached")


def test_a_row_of_another_agency_does_not_slip_through(engine: Engine) -> None:
    isi_awal(engine)
    with pytest.raises(ValueError, match="unit of work for"), kerja(engine) as uow:
        uow.tambah("variabel", [variabel("B") | {"instansi": "Y"}])


def test_the_content_hash_follows_every_write_and_knows_no_order(engine: Engine) -> None:
    isi_awal(engine, [variabel("A", "1"), variabel("B", "2"), variabel("C", "3")])
    with engine.connect() as connection:
        sidik = versi_data(connection, "X")
    with kerja(engine) as uow:
        uow.hapus("variabel", [variabel("A", "1")])
        uow.ubah("variabel", [(variabel("B", "2"), variabel("B", "5"))])
        uow.commit()
    with engine.connect() as connection:
        assert versi_data(connection, "X") != sidik
        assert hitung_sidik(connection, "X").startswith(versi_data(connection, "X"))
    with kerja(engine) as uow:
        uow.ubah("variabel", [(variabel("B", "5"), variabel("B", "2.0"))])
        uow.tambah("variabel", [variabel("A", "1.00")])
        uow.commit()
    with engine.connect() as connection:
        assert versi_data(connection, "X") == sidik
        assert nomor_versi(connection, "X") == 3
