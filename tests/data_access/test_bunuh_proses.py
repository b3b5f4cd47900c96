"""A process killed in the middle of taking fifty thousand rows leaves the state before it, on both databases."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.kinerja import nomor_versi
from data_access.schema import METADATA, TABEL
from tests.builders import IsiBuku, buku_kecil, tulis_csv
from tests.sidik import hitung_sidik

AKAR = Path(__file__).resolve().parents[2]
PEGAWAI, BULAN, KEGIATAN = 100, 12, 42
TENGAH = "di tengah impor"
BATAS_DETIK = 180

# The child stops itself, inside the transaction, when all rows are written and the version is about to be; it then
# waits for an answer that never comes, so that the kill always falls in the middle.
PROGRAM = f"""
import sys
import sqlalchemy as sa
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.engine import make_engine
engine = make_engine()

@sa.event.listens_for(engine, "before_cursor_execute")
def berhenti(koneksi, kursor, perintah, nilai, konteks, banyak):
    if perintah.startswith("UPDATE versi"):
        print("{TENGAH}", flush=True)
        sys.stdin.read()

ambil_alih(engine, sys.argv[1], pelaku=PERENCANA_BAWAAN)
"""


def buku_besar() -> IsiBuku:
    """A year of SKP: more than fifty thousand rows."""
    nip = [f"00900{i:03d}2005011001" for i in range(PEGAWAI)]
    return {
        "pegawai": [
            {"nip": satu, "nama": f"Pegawai {satu[5:8]}", "unit": "BIDANG", "memimpin": "tidak"} for satu in nip
        ],
        "skp": [
            {
                "nip": satu,
                "tahun": "2024",
                "bulan": str(bulan),
                "no": str(no),
                "kegiatan": f"Kegiatan {no}",
                "target_kuantitas": "10",
                "satuan_kuantitas": "berkas",
                "realisasi_kuantitas": "9",
            }
            for satu in nip
            for bulan in range(1, BULAN + 1)
            for no in range(1, KEGIATAN + 1)
        ],
    }


@pytest.fixture(scope="module")
def folder_besar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tulis_csv(tmp_path_factory.mktemp("besar") / "skp-2024", buku_besar())


def potret(engine: Engine) -> dict[str, list[str]]:
    with engine.connect() as connection:
        return {nama: sorted(map(str, connection.execute(sa.select(tabel)))) for nama, tabel in METADATA.tables.items()}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_process_killed_in_the_middle_of_fifty_thousand_rows_leaves_the_state_before(
    engine: Engine, tmp_path: Path, folder_besar: Path
) -> None:
    assert PEGAWAI * BULAN * KEGIATAN > 50_000
    ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    sebelum = potret(engine)

    lingkungan = os.environ | {"DATABASE_URL": engine.url.render_as_string(hide_password=False)}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder_besar)],
        cwd=AKAR,
        env=lingkungan,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as proses:
        assert proses.stdout is not None
        assert proses.stdout.readline().strip() == TENGAH, proses.stderr and proses.stderr.read()
        os.kill(proses.pid, signal.SIGKILL)
        assert proses.wait(BATAS_DETIK) == -signal.SIGKILL

    assert potret(engine) == sebelum
    with engine.connect() as connection:
        assert nomor_versi(connection, "UJI") == 1

    laporan = ambil_alih(engine, folder_besar, pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    with engine.connect() as connection:
        skp = connection.execute(sa.select(sa.func.count()).select_from(TABEL["skp"])).scalar_one()
        assert skp == PEGAWAI * BULAN * KEGIATAN
        assert nomor_versi(connection, "UJI") == 2
        assert hitung_sidik(connection, "UJI").startswith(laporan_sidik(engine))


def laporan_sidik(engine: Engine) -> str:
    """The hash the transaction kept."""
    with engine.connect() as connection:
        return str(connection.execute(sa.select(METADATA.tables["versi"].c.sidik)).scalar_one())
