"""A copy of the rule files to which a test adds rows."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import data_access.aturan

Sisip = Callable[..., None]


@pytest.fixture
def sisip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sisip:
    """Adds a row to a new copy of the files in force: that of a key, with some columns changed."""

    def tambah(subjek: str, kunci: str, **ubahan: str) -> None:
        folder = tmp_path / f"aturan-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(data_access.aturan.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        berkas = folder / f"{subjek}.csv"
        with berkas.open(encoding="utf-8", newline="") as isi:
            semua = list(csv.DictReader(isi))
        semua.append(next(satu for satu in semua if satu["kunci"] == kunci) | ubahan)
        with berkas.open("w", encoding="utf-8", newline="") as isi:
            penulis = csv.DictWriter(isi, list(semua[0]), lineterminator="\n")
            penulis.writeheader()
            penulis.writerows(semua)
        monkeypatch.setattr(data_access.aturan, "FOLDER", folder)

    return tambah
