"""A population loaded in bulk is the same as one handed in as a workbook, and can be rebuilt from its rows."""

import runpy
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.kinerja import versi_data
from data_access.skp.orang import load_nilai
from data_access.skp.rekap import load_rekap
from data_access.skp.ulang import hitung_ulang
from tests.penduduk import bertipe, muat_penduduk
from tests.sidik import hitung_sidik

CONTOH = Path(__file__).resolve().parents[3] / "sample_data"
PEMBANGKIT = runpy.run_path(str(CONTOH / "pembangkit_penduduk.py"))  # run, not imported: no __pycache__ among agencies
UKURAN = PEMBANGKIT["Ukuran"](pegawai=30, unit=4, bulan=3)
INSTANSI: dict[str, object] = {"kode": UKURAN.instansi, "nama": "Penduduk Contoh", "jenis": "lainnya"}


def muat(engine: Engine) -> None:
    orang = (
        (bertipe("pegawai", pegawai), [bertipe("skp", b) for b in skp], [bertipe("perilaku", b) for b in perilaku])
        for pegawai, skp, perilaku in PEMBANGKIT["penduduk"](UKURAN)
    )
    hasil = muat_penduduk(engine, PERENCANA_BAWAAN, INSTANSI, PEMBANGKIT["unit_penduduk"](UKURAN), orang, UKURAN.tahun)
    assert hasil.pegawai == UKURAN.pegawai


def test_a_bulk_load_keeps_hash_scores_and_recaps_right(engine: Engine) -> None:
    muat(engine)
    with engine.connect() as connection:
        assert hitung_sidik(connection, UKURAN.instansi).startswith(versi_data(connection, UKURAN.instansi))
        hasil = hitung_ulang(connection, UKURAN.instansi)
    assert hasil.sama
    assert (hasil.nilai, hasil.rekap) == (30 * 4, 4 * 4)


def test_a_bulk_load_and_a_workbook_give_the_same_scores(
    engine_sqlite: Engine, engine_postgres: Engine, tmp_path: Path
) -> None:
    muat(engine_postgres)
    PEMBANGKIT["tulis_penduduk"](tmp_path / "buku", UKURAN)
    assert ambil_alih(engine_sqlite, tmp_path / "buku", pelaku=PERENCANA_BAWAAN).diambil
    with engine_sqlite.connect() as satu, engine_postgres.connect() as lain:
        assert load_nilai(satu, UKURAN.instansi, 2023) == load_nilai(lain, UKURAN.instansi, 2023)
        assert load_rekap(satu, UKURAN.instansi, 2023) == load_rekap(lain, UKURAN.instansi, 2023)
