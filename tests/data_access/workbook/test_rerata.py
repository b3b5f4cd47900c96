"""A mean of ratios without the name of its groups is refused, from the first workbook and from a later one."""

from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.laporan_impor import LaporanImpor
from tests.builders import IsiBuku, alamat, buku_kecil, tulis_csv


def berumus(rumus: str, *kelompok: str) -> IsiBuku:
    """The small agency whose IKU is PRG1 of JUMLAH_ASN, under that formula and in those groups."""
    isi = buku_kecil()
    for baris in isi["indikator"]:
        baris["rumus"] = rumus if baris["kode"] == "IKU" else "nilai"
    for baris, nama in zip(isi["komponen"], kelompok, strict=True):
        baris["kelompok"] = nama
    return isi


def ambil(engine: Engine, folder: Path, isi: IsiBuku) -> LaporanImpor:
    return ambil_alih(engine, tulis_csv(folder, isi), pelaku=PERENCANA_BAWAAN)


def test_a_numerator_and_a_denominator_without_a_group_are_refused_at_their_cells(
    engine: Engine, tmp_path: Path
) -> None:
    isi = berumus("rerata", "", "")
    laporan = ambil(engine, tmp_path / "a", isi)
    assert [satu.sel for satu in laporan.masalah] == [alamat(isi, "komponen", "kelompok", i) for i in (0, 1)]
    assert laporan.masalah[0].teks() == (
        'komponen!C2: "pembilang" tanpa kelompok, padahal IKU adalah rerata dan PRG1 pembilangnya. '
        "Beri nama kelompok yang sama kepada pembilang dan penyebut satu rasio, misalnya a."
    )
    assert ambil(engine, tmp_path / "b", berumus("rerata", "a", "a")).diambil


def test_a_mean_of_terms_and_a_ratio_need_no_group(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = berumus("rerata", "", "")
    for baris in isi["komponen"]:
        baris["peran"] = "suku"
    assert ambil(engine_sqlite, tmp_path / "a", isi).diambil
    assert ambil(engine_sqlite, tmp_path / "b", berumus("rasio", "", "")).diambil


def test_a_stored_ratio_cannot_become_a_mean(engine: Engine, tmp_path: Path) -> None:
    assert ambil(engine, tmp_path / "a", berumus("rasio", "", "")).diambil
    isi = berumus("rerata", "", "")
    masalah = ambil(engine, tmp_path / "b", {"indikator": isi["indikator"]}).masalah
    assert [(satu.sel, satu.nilai) for satu in masalah] == [(alamat(isi, "indikator", "rumus", 0), "rerata")]
    assert "tersimpan tanpa kelompok" in masalah[0].salah
    assert ambil(engine, tmp_path / "c", {"komponen": isi["komponen"]}).jumlah_masalah == 0
