"""SKP that cannot be right is a finding at its position, from the rows as they are stored, on both databases."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.temuan import daftar
from tests.data_access.skp.buku import ambil, buku_pegawai_skp, kegiatan, orang, sikap

KEPALA, PELAKSANA, TANPA_JABATAN = orang(3)
TANPA_BIAYA = {"target_biaya": "", "realisasi_biaya": ""}
ATURAN = ("skp_tanpa_hasil", "biaya_bukan_pimpinan", "memimpin_bukan_pimpinan", "kepemimpinan_bukan_pimpinan")


def buku() -> dict[str, list[dict[str, Any]]]:
    """A head with a cost target, one who leads nothing without, and one whose position nobody knows."""
    isi = buku_pegawai_skp([KEPALA, PELAKSANA, TANPA_JABATAN])
    isi["jabatan"] += [{"kode": "PLK", "nama": "Pengelola Data", "unit": "BIDANG", "atasan": "KABID"}]
    for satu, jabatan, memimpin in zip(isi["pegawai"], ("KABID", "PLK", ""), ("ya", "tidak", ""), strict=True):
        satu |= {"jabatan": jabatan, "memimpin": memimpin}
    isi["skp"] = [kegiatan(KEPALA, 1), kegiatan(PELAKSANA, 1) | TANPA_BIAYA, kegiatan(TANPA_JABATAN, 1) | TANPA_BIAYA]
    isi["perilaku"] = [sikap(KEPALA, 1), sikap(PELAKSANA, 1) | {"kepemimpinan": ""}, sikap(TANPA_JABATAN, 1)]
    return isi


def temuan(engine: Engine, tmp_path: Path, isi: dict[str, list[dict[str, Any]]]) -> list[tuple[str, str]]:
    ambil(engine, tmp_path / "buku", isi)
    semua = [b.temuan for b in daftar(engine, PERENCANA_BAWAAN, "UJI", 2024).butir]
    assert not [t for t in semua if PELAKSANA in f"{t.kode}{t.uraian}{t.objek}"], "no person is named"
    return [(t.aturan, t.objek[0]) for t in semua if t.aturan in ATURAN]


def test_skp_that_is_right_raises_no_finding(engine: Engine, tmp_path: Path) -> None:
    assert temuan(engine, tmp_path, buku()) == []


@pytest.mark.parametrize(
    "isi",
    [
        {"realisasi_kualitas": "90", "realisasi_waktu": ""},
        {"realisasi_kualitas": "0", "realisasi_waktu": "0,5"},
        {"realisasi_kualitas": "0", "realisasi_waktu": "1"},
    ],
)
def test_quality_or_time_of_nothing_made_is_a_finding(engine: Engine, tmp_path: Path, isi: dict[str, str]) -> None:
    salah = buku()
    salah["skp"][1] |= {"realisasi_kuantitas": "0"} | isi
    assert temuan(engine, tmp_path, salah) == [("skp_tanpa_hasil", "PLK")]


def test_nothing_made_and_nothing_assessed_is_no_finding(engine: Engine, tmp_path: Path) -> None:
    isi = buku()
    isi["skp"][1] |= {"realisasi_kuantitas": "0", "realisasi_kualitas": "0", "realisasi_waktu": "0"}
    isi["skp"].append(kegiatan(PELAKSANA, 2) | TANPA_BIAYA | {"target_kuantitas": "-", "realisasi_kuantitas": "0"})
    assert temuan(engine, tmp_path, isi) == []


def test_without_a_position_the_finding_points_at_the_unit(engine: Engine, tmp_path: Path) -> None:
    isi = buku()
    isi["skp"][2] |= {"realisasi_kuantitas": "0"}
    assert temuan(engine, tmp_path, isi) == [("skp_tanpa_hasil", "BIDANG")]


def test_a_cost_target_of_who_leads_nothing_is_a_finding(engine: Engine, tmp_path: Path) -> None:
    isi = buku()
    isi["skp"][1] |= {"target_biaya": "1.000.000", "realisasi_biaya": "900.000"}
    assert temuan(engine, tmp_path, isi) == [("biaya_bukan_pimpinan", "PLK")]


def test_the_position_of_the_month_decides_about_its_cost_target(engine: Engine, tmp_path: Path) -> None:
    isi = buku()
    isi["skp"][0] |= {"jabatan": "PLK"}
    isi["skp"].append(kegiatan(PELAKSANA, 2) | {"jabatan": "KABID"})
    assert temuan(engine, tmp_path, isi) == [("biaya_bukan_pimpinan", "PLK")]


@pytest.mark.parametrize("jenis", ["pelaksana", "fungsional", ""])
def test_leading_marked_at_a_position_that_leads_nothing_is_a_finding(
    engine: Engine, tmp_path: Path, jenis: str
) -> None:
    isi = buku()
    isi["jabatan"][-1]["jenis"] = jenis
    isi["pegawai"][1]["memimpin"] = "ya"
    isi["perilaku"][1]["kepemimpinan"] = "90"
    assert temuan(engine, tmp_path, isi) == [("memimpin_bukan_pimpinan", "PLK")]


def test_leading_assessed_where_nothing_says_so_is_a_finding(engine: Engine, tmp_path: Path) -> None:
    isi = buku()
    isi["pegawai"][1]["memimpin"] = ""
    isi["perilaku"][1]["kepemimpinan"] = "90"
    assert temuan(engine, tmp_path, isi) == [("kepemimpinan_bukan_pimpinan", "PLK")]
