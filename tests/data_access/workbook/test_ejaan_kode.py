"""One code, one thing: spellings that differ in case or in what nobody sees are never two."""

from pathlib import Path
from unicodedata import normalize

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.teks import sebagai_latin
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.kinerja import daftar_instansi
from tests.builders import IsiBuku, buku_kecil, tulis_csv


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    assert masukkan(engine, tmp_path / "awal", buku_kecil()).diambil
    return engine


def masukkan(engine: Engine, folder: Path, isi: IsiBuku) -> LaporanImpor:
    return ambil_alih(engine, tulis_csv(folder, isi), pelaku=PERENCANA_BAWAAN)


@pytest.mark.parametrize("kode", ["uji", "Uji", "UJI\u200b", "\ufeffuji\xa0"])
def test_another_spelling_of_an_agency_is_no_second_agency(kode: str, terisi: Engine, tmp_path: Path) -> None:
    laporan = masukkan(terisi, tmp_path / "b", {"instansi": [{"kode": kode, "nama": "Badan", "jenis": "kabupaten"}]})
    assert all(m.sel == "instansi!A2" and "dari UJI" in m.salah and "Tulis UJI" in m.benar for m in laporan.masalah)
    with terisi.connect() as connection:
        assert [satu.kode for satu in daftar_instansi(connection)] == ["UJI"]


@pytest.mark.parametrize(
    ("lembar", "kode"),
    [("indikator", "iku"), ("indikator", "jumlah_asn"), ("indikator", "\uff29KU"), ("unit", "Bidang")],
)
def test_another_spelling_of_a_code_is_refused_with_the_one_there_is(
    lembar: str, kode: str, terisi: Engine, tmp_path: Path
) -> None:
    baris = buku_kecil()[lembar][0] | {"kode": kode}
    laporan = masukkan(terisi, tmp_path / "b", {lembar: [baris]})
    assert [m.sel for m in laporan.masalah] == [f"{lembar}!A2"]
    assert f"Tulis {normalize('NFKC', kode).upper()}" in laporan.masalah[0].benar


@pytest.mark.parametrize(
    ("kode", "sebutan"),
    [("\u0406KU", "U+0406"), ("\u0420RG-01", "U+0420"), ("PRG-\u039f1", "U+039F"), ("\u0391\u0412", "U+0391")],
)
def test_a_letter_that_only_looks_latin_is_refused_with_its_cell(
    kode: str, sebutan: str, terisi: Engine, tmp_path: Path
) -> None:
    latin = sebagai_latin(kode)
    baris = buku_kecil()["indikator"][0] | {"kode": kode}
    realisasi = {"indikator": kode, "tahun": "2024", "periode": "TW2", "nilai": "40", "sumber_nilai": "resmi"}
    pemilik = buku_kecil()["indikator"][0] | {"pemilik": f"KABAN|{kode}"}
    kasus = (("indikator", baris, "indikator!A2"), ("realisasi", realisasi, "realisasi!A2"), ("indikator", pemilik, ""))
    for i, (lembar, satu, sel) in enumerate(kasus):
        masalah = masukkan(terisi, tmp_path / str(i), {lembar: [satu]}).masalah
        kena = [m for m in masalah if sebutan in m.salah]
        assert [(m.sel.startswith(sel), m.benar.endswith(f"{latin}.")) for m in kena] == [(True, True)]


def test_letters_of_the_latin_script_are_no_look_alikes(engine: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["indikator"].append(isi["indikator"][0] | {"kode": "PRG-\u00e9\u00d8\u0141-\u00b5"})
    assert masukkan(engine, tmp_path / "b", isi).masalah == ()


def test_two_spellings_in_one_workbook_clash(engine: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["indikator"] += [isi["indikator"][0] | {"kode": kode} for kode in ("iKu", "\u00e9", "e\u0301")]
    laporan = masukkan(engine, tmp_path / "b", isi)
    assert [(m.sel, m.nilai) for m in laporan.masalah] == [("indikator!A5", "iKu"), ("indikator!A7", "e\u0301")]


@pytest.mark.parametrize("kode", ["IKU\xa0", "\u200bIKU", "I\u200bKU", "\ufeffIKU\u2060"])
def test_what_nobody_sees_in_a_code_is_left_out(kode: str, terisi: Engine, tmp_path: Path) -> None:
    realisasi = {"indikator": kode, "tahun": "2024", "periode": "TW2", "nilai": "40", "sumber_nilai": "resmi"}
    indikator = buku_kecil()["indikator"][0] | {"kode": kode, "pemilik": "KABAN\u200b|\xa0KABID"}
    laporan = masukkan(terisi, tmp_path / "b", {"indikator": [indikator], "realisasi": [realisasi]})
    assert laporan.masalah == ()
    assert laporan.jumlah_perubahan == 1


def test_a_reference_in_another_case_is_told_the_spelling(terisi: Engine, tmp_path: Path) -> None:
    realisasi = {"indikator": "iku", "tahun": "2024", "periode": "TW2", "nilai": "40", "sumber_nilai": "resmi"}
    (masalah,) = masukkan(terisi, tmp_path / "b", {"realisasi": [realisasi]}).masalah
    assert masalah.benar.endswith("Mungkin maksudnya IKU.")
