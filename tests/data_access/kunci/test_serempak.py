"""A quarter closed while another process imports into its agency: one waits for the other, on both databases."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.kunci.keadaan import keadaan_kunci
from data_access.kunci.segel import muat_segel
from tests.builders import tulis_csv
from tests.buku_segel import buku, ekspor, realisasi

AKAR = Path(__file__).resolve().parents[3]
BATAS_DETIK = 60
TUTUP = 'kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)'
AMBIL = "print(ambil_alih(engine, sys.argv[1], pelaku=PERENCANA_BAWAAN).teks())"

# The child says when it begins to write, or stops before the statement named and waits for an answer.
PROGRAM = """
import sys
import sqlalchemy as sa
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.kunci import kunci_sampai
from data_access.engine import make_engine
engine = make_engine()
MENULIS, berhenti = "BEGIN IMMEDIATE|SELECT pg_advisory_xact_lock", sys.argv[2]

@sa.event.listens_for(engine, "before_cursor_execute")
def jalan(koneksi, kursor, perintah, nilai, konteks, banyak):
    if any(perintah.startswith(awal) for awal in (berhenti or MENULIS).split("|")):
        print("sampai", flush=True)
        if berhenti:
            sys.stdin.readline()

"""


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", buku()), pelaku=PERENCANA_BAWAAN).diambil
    return engine


@contextmanager
def proses(engine: Engine, kerja: str, folder: Path, berhenti: str = "") -> Iterator[subprocess.Popen[str]]:
    """A process at that work, when it has stopped, or is about to write."""
    lingkungan = os.environ | {"DATABASE_URL": engine.url.render_as_string(hide_password=False)}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM + kerja, str(folder), berhenti],
        cwd=AKAR,
        env=lingkungan,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as satu:
        assert satu.stdout is not None
        assert satu.stdout.readline().strip() == "sampai", satu.stderr and satu.stderr.read()
        yield satu


def jawaban(satu: subprocess.Popen[str]) -> str:
    """Let it go on to its end, and what it printed."""
    keluar, salah = satu.communicate("\n", BATAS_DETIK)
    assert satu.returncode == 0, salah
    return keluar


def disegel(engine: Engine) -> tuple[bool, float]:
    """Whether the first quarter is closed and the value of A it kept, which its export must show."""
    with engine.connect() as connection:
        terkunci = bool(keadaan_kunci(connection, "UJI").kunci)
        nilai = muat_segel(connection, "UJI", 2024)["TW1"]["A"]["realisasi"]
    assert {baris["kode"]: baris["realisasi"] for baris in ekspor(engine)["indikator"]}["A"] == nilai
    return terkunci, nilai


def test_an_import_that_came_first_is_in_what_the_quarter_keeps(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis_csv(tmp_path / "baru", {"realisasi": [realisasi("A", "49")]})
    with proses(terisi, AMBIL, folder, "UPDATE versi") as impor, proses(terisi, TUTUP, folder) as kunci:
        assert "Diambil: 1 baris disimpan." in jawaban(impor)
        jawaban(kunci)
    assert disegel(terisi) == (True, 49)


def test_an_import_that_came_second_is_refused_by_its_cell(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis_csv(tmp_path / "baru", {"realisasi": [realisasi("A", "49")]})
    with proses(terisi, TUTUP, folder, "INSERT INTO pegawai_kunci") as kunci, proses(terisi, AMBIL, folder) as impor:
        jawaban(kunci)
        assert "realisasi!D2: " in (laporan := jawaban(impor))
    assert "TW I 2024 sudah dikunci. Minta perencana membuka koreksi" in laporan
    assert disegel(terisi) == (True, 20)


def test_a_quarter_closed_between_a_plan_and_its_writing_refuses_the_import_by_its_cell(
    terisi: Engine, tmp_path: Path
) -> None:
    """A definition too: no row of the closed quarter is in the file."""
    baris = next(satu for satu in buku()["indikator"] if satu["kode"] == "A") | {"polaritas": "negatif"}
    folder = tulis_csv(tmp_path / "baru", {"indikator": [baris]})
    with proses(terisi, AMBIL, folder, "SELECT indikator.") as impor:
        with proses(terisi, TUTUP, folder) as kunci:
            jawaban(kunci)
        assert "menggeser hasilnya (A capaian 40 → 160" in jawaban(impor)
    assert disegel(terisi) == (True, 20)
