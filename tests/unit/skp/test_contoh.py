"""The generator of employees: the same from the same seed, nobody real, and what the sample agencies need."""

import csv
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

CONTOH = Path(__file__).resolve().parents[3] / "sample_data"


def lembar(folder: Path, nama: str) -> list[dict[str, str]]:
    with (folder / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


@pytest.fixture(scope="module")
def sepuluh(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same small population, written twice."""
    tujuan = [tmp_path_factory.mktemp("penduduk") / nama for nama in ("a", "b")]
    for folder in tujuan:
        perintah = [sys.executable, str(CONTOH / "pembangkit_penduduk.py"), str(folder)]
        subprocess.run([*perintah, "--pegawai", "10", "--unit", "3", "--bulan", "2"], check=True)
    return tujuan[0], tujuan[1]


def test_the_same_seed_gives_the_same_people(sepuluh: tuple[Path, Path]) -> None:
    satu, lain = sepuluh
    for nama in ("pegawai", "skp", "perilaku"):
        assert (satu / f"{nama}.csv").read_bytes() == (lain / f"{nama}.csv").read_bytes()


def test_a_population_has_the_size_asked_for(sepuluh: tuple[Path, Path]) -> None:
    assert len(lembar(sepuluh[0], "pegawai")) == 10
    assert len(lembar(sepuluh[0], "unit")) == 3
    assert {satu["bulan"] for satu in lembar(sepuluh[0], "skp")} == {"1", "2"}


@pytest.mark.parametrize("folder", ["paser", "pemalang"])
def test_every_generated_number_begins_with_9999_and_the_figures_are_marked(folder: str) -> None:
    assert all(satu["nip"].startswith("9999") and len(satu["nip"]) == 18 for satu in lembar(CONTOH / folder, "pegawai"))
    assert {"kunci": "skp_sumber_nilai", "nilai": "simulasi"} in lembar(CONTOH / folder, "pengaturan")


def test_paser_has_31_employees_with_twelve_months_of_their_own_iki() -> None:
    pegawai = lembar(CONTOH / "paser", "pegawai")
    skp = lembar(CONTOH / "paser", "skp")
    indikator = {satu["nama"] for satu in lembar(CONTOH / "paser", "indikator")}
    assert len(pegawai) == 31
    assert {satu["bulan"] for satu in skp} == {str(b) for b in range(1, 13)}
    bukan_iki = {satu["kegiatan"] for satu in skp} - indikator
    assert bukan_iki == {"Menyusun laporan bulanan pelaksanaan tugas"}


def test_heads_have_cost_targets_and_are_assessed_on_leading() -> None:
    memimpin = {satu["nip"] for satu in lembar(CONTOH / "paser", "pegawai") if satu["memimpin"] == "ya"}
    berbiaya = {satu["nip"] for satu in lembar(CONTOH / "paser", "skp") if satu["target_biaya"]}
    berpimpin = {satu["nip"] for satu in lembar(CONTOH / "paser", "perilaku") if satu["kepemimpinan"]}
    assert memimpin == berbiaya == berpimpin
    assert len(memimpin) == 7


def test_generated_targets_are_above_zero() -> None:
    target = [satu["target_kuantitas"] for satu in lembar(CONTOH / "paser", "skp") if satu["target_kuantitas"] != "-"]
    assert min(Decimal(satu.replace(",", ".")) for satu in target) > 0
