"""What a crash leaves of an agency's file is private, and gone at the next start; evidence is whole or not there."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.bukti import BuktiRusak, berkas_bukti, serahkan_bukti
from data_access.files.bukti import folder_bukti
from data_access.files.private import private_temporary_files, remove_leftovers, replacing, write_private
from tests.builders import buku_kecil, tulis_csv
from tests.penulis_entri import KABID, baru, simpan

ROOT = Path(__file__).resolve().parents[2]
DIES = """
import os, sys, tempfile
from pathlib import Path
from data_access.files.private import private_temporary_files, replacing
with private_temporary_files(), replacing(Path(sys.argv[1])) as sementara:
    Path(tempfile.mkdtemp(), "unggahan.xlsx").write_text("data instansi")
    sementara.write_text("data instansi")
    os._exit(9)
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX's")


def crash(folder: Path) -> Path:
    """A process that ends in the middle of an upload and an export; the folder of its temporary files."""
    target = folder / "hasil" / "keluar.xlsx"
    target.parent.mkdir(parents=True, exist_ok=True)
    (folder / "tmp").mkdir(exist_ok=True)
    environment = os.environ | {"TMPDIR": str(folder / "tmp"), "PYTHONPATH": str(ROOT)}
    assert subprocess.call([sys.executable, "-c", DIES, str(target)], env=environment) == 9
    return target


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_a_crash_leaves_is_private_and_gone_at_the_next_start(tmp_path: Path) -> None:
    target = crash(tmp_path)
    (temporary,) = (tmp_path / "tmp").iterdir()
    (half,) = target.parent.iterdir()
    assert [mode(temporary), mode(half)] == [0o700, 0o600]
    crash(tmp_path)
    assert temporary not in (tmp_path / "tmp").iterdir(), "the next start has removed it"
    with replacing(target) as sementara:
        sementara.write_text("utuh")
    assert [satu.name for satu in target.parent.iterdir()] == [target.name]


def test_files_of_a_process_that_lives_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with private_temporary_files(), replacing(tmp_path / "a.xlsx") as sementara:
        mine = Path(tempfile.mkdtemp())
        assert mine.parent.parent == tmp_path
        remove_leftovers(tmp_path)
        assert mine.exists()
        assert sementara.exists()
        sementara.write_text("utuh")
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_text("lama")

    def fail() -> None:
        with replacing(target) as sementara:
            sementara.write_text("baru")
            (tmp_path / "tidak" / "ada").write_text("x")

    with pytest.raises(FileNotFoundError):
        fail()
    assert [(satu.name, satu.read_text()) for satu in tmp_path.iterdir()] == [("a.xlsx", "lama")]


@pytest.mark.parametrize("spoiled", [b"", b"%PDF-1.7 lap", b"%PDF-1.7 LAPORAN"])
def test_evidence_that_was_cut_is_said_and_mended_by_handing_it_in_again(
    spoiled: bytes, engine_sqlite: Engine, tmp_path: Path
) -> None:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    isi = b"%PDF-1.7 laporan"
    hand_in = (engine_sqlite, PERENCANA_BAWAAN, "UJI", "PRG1", 2024)
    berkas = serahkan_bukti(*hand_in, nama="lap.pdf", isi=isi)
    entri = simpan(engine_sqlite, KABID, "UJI", None, baru(bukti=berkas.acuan))
    (stored,) = folder_bukti(engine_sqlite).iterdir()
    stored.write_bytes(spoiled)
    with pytest.raises(BuktiRusak, match=r"lap\.pdf rusak di penyimpanan.*Serahkan lagi"):
        berkas_bukti(engine_sqlite, PERENCANA_BAWAAN, "UJI", entri.kunci)
    serahkan_bukti(*hand_in, nama="lap.pdf", isi=isi)
    kembali = berkas_bukti(engine_sqlite, PERENCANA_BAWAAN, "UJI", entri.kunci)
    assert kembali is not None
    assert kembali[1] == isi
    assert mode(stored) == 0o600


def test_a_file_that_only_begins_like_a_temporary_folder_is_somebodys_and_stays(tmp_path: Path) -> None:
    nama = ("dasbor-2026.xlsx", "dasbor-harian.zip", "baru-dasbor-saya.txt")
    for satu in nama:
        (tmp_path / satu).write_text("milik orang")
    write_private(tmp_path / "lain.txt", b"isi")
    assert {satu.name for satu in tmp_path.iterdir()} == {*nama, "lain.txt"}
