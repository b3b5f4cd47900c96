"""The template knows its agency, guides whoever fills it in, and changes nothing when it comes back as it went."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.kamus.buku_kerja import lembar
from dashboard.exports.templat_xlsx import tulis_templat
from dashboard.services.data.impor import ambil_alih, periksa_berkas
from dashboard.services.data.keluar.templat import ISI_TEMPLAT, Templat, susun_templat
from tests.builders import buku_kecil, buku_pegawai, tulis_csv

CONTOH = sorted(satu.parent for satu in Path(__file__).parents[3].glob("sample_data/*/instansi.csv"))
UTAMA = "Realisasi dan target"


def templat(engine: Engine, instansi: str, tahun: int, isi: str = UTAMA) -> bytes:
    return tulis(susun_templat(engine, PERENCANA_BAWAAN, instansi, tahun, ISI_TEMPLAT[isi]))


def tulis(t: Templat) -> bytes:
    return tulis_templat(t.nama_instansi, t.tahun, t.baris, t.kode, t.satuan)


def buka(isi: bytes) -> dict[str, Worksheet]:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    return {nama: buku[nama] for nama in buku.sheetnames}


def baris(kertas: Worksheet) -> list[dict[Any, Any]]:
    judul, *isi = kertas.iter_rows(values_only=True)
    return [dict(zip(judul, satu, strict=True)) for satu in isi]


def letak_judul(kertas: Worksheet) -> dict[str, int]:
    """Each heading's column, from 1."""
    return {str(sel.value): nomor for nomor, sel in enumerate(kertas[1], start=1)}


@pytest.fixture
def terisi(engine_sqlite: Engine, tmp_path: Path) -> Engine:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "awal", buku_kecil() | buku_pegawai()), pelaku=PERENCANA_BAWAAN)
    return engine_sqlite


@pytest.mark.parametrize("folder", CONTOH, ids=lambda folder: folder.name)
def test_unchanged_it_changes_nothing_whatever_it_holds(
    engine_sqlite: Engine, engine_postgres: Engine, folder: Path, tmp_path: Path
) -> None:
    """Both databases give the same template, so that one file stands for both."""
    for engine in (engine_sqlite, engine_postgres):
        (instansi,) = ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN).instansi
    for isi in ISI_TEMPLAT:
        for tahun in (2023, 2024, 2026):
            satu, lain = (
                susun_templat(engine, PERENCANA_BAWAAN, instansi, tahun, ISI_TEMPLAT[isi])
                for engine in (engine_sqlite, engine_postgres)
            )
            assert satu == lain
            (tmp_path / "t.xlsx").write_bytes(tulis(satu))
            for engine in (engine_sqlite, engine_postgres):
                laporan = periksa_berkas(engine, tmp_path / "t.xlsx")
                assert laporan.kesimpulan == "Tidak ada perubahan.", (isi, tahun, laporan.teks())


def test_it_offers_the_rows_still_to_be_filled_in_and_names_them(terisi: Engine) -> None:
    isi = baris(buka(templat(terisi, "UJI", 2024))["realisasi"])
    iku = [satu for satu in isi if satu["indikator"] == "IKU"]
    assert [satu["periode"] for satu in iku] == ["TW1", "TW2", "TW3", "TW4"]
    assert [satu["nilai"] for satu in iku] == [20.25, None, None, None]
    assert {(satu["(nama)"], satu["(satuan)"]) for satu in iku} == {("Indikator IKU", "%")}


def test_a_year_without_targets_asks_for_targets_first(terisi: Engine) -> None:
    target = baris(buka(templat(terisi, "UJI", 2030))["target"])
    assert {(satu["indikator"], satu["periode"], satu["nilai"]) for satu in target} == {
        ("IKU", "TAHUN", None),
        ("PRG1", "TAHUN", None),
        ("PRG2", "TAHUN", None),
    }


def test_headings_are_locked_and_explain_themselves(terisi: Engine) -> None:
    for nama, kertas in buka(templat(terisi, "UJI", 2024, "Semua lembar")).items():
        if nama.startswith("_"):
            continue
        assert kertas.protection.sheet, nama
        for sel in kertas[1]:
            assert sel.protection.locked
            if not str(sel.value).startswith("("):
                assert sel.comment is not None
                assert lembar(nama).kolom_bernama(str(sel.value)).label in sel.comment.text


def test_codes_and_choices_are_drop_downs(terisi: Engine) -> None:
    kertas = buka(templat(terisi, "UJI", 2024))
    aturan = {
        str(satu.sqref).rstrip("0123456789"): satu.formula1
        for satu in (kertas["realisasi"].data_validations.dataValidation)
    }
    huruf = {nama: "{0}2:{0}".format(get_column_letter(k)) for nama, k in letak_judul(kertas["realisasi"]).items()}
    assert aturan[huruf["sumber_nilai"]] == '"resmi,publik,simulasi"'
    rujukan = aturan[huruf["indikator"]].removeprefix("_daftar!").replace("$", "")
    assert [sel.value for (sel,) in kertas["_daftar"][rujukan]] == ["IKU", "PRG1", "PRG2", "JUMLAH_ASN"]


def test_it_carries_an_example_that_is_not_read_and_says_whose_it_is(terisi: Engine, tmp_path: Path) -> None:
    isi = templat(terisi, "UJI", 2024)
    kertas = buka(isi)
    assert "CONTOH" in str(kertas["_contoh"]["A1"].value)
    assert [satu["kode"] for satu in baris(kertas["instansi"])] == ["UJI"]
    ambil_alih(terisi, tulis_csv(tmp_path / "lain", buku_kecil("LAIN")), pelaku=PERENCANA_BAWAAN)
    (tmp_path / "t.xlsx").write_bytes(isi)
    laporan = periksa_berkas(terisi, tmp_path / "t.xlsx", instansi="LAIN")
    assert [satu.salah for satu in laporan.masalah] == ["bukan instansi buku kerja ini"]


def test_a_filled_row_is_taken_and_the_unfilled_wait(terisi: Engine, tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(templat(terisi, "UJI", 2024)))
    kertas = buku["realisasi"]
    judul = letak_judul(kertas)
    nomor = next(
        satu
        for satu in range(2, kertas.max_row + 1)
        if (kertas.cell(satu, judul["indikator"]).value, kertas.cell(satu, judul["periode"]).value) == ("IKU", "TW2")
    )
    kertas.cell(nomor, judul["nilai"]).value = "41,5"
    kertas.cell(nomor, judul["sumber_nilai"]).value = "resmi"
    buku.save(tmp_path / "t.xlsx")
    laporan = ambil_alih(terisi, tmp_path / "t.xlsx", pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil
    assert [satu.teks() for satu in laporan.perubahan] == ["tambah realisasi IKU / 2024 / TW II"]
    assert any("belum diisi dan dilewati" in satu for satu in laporan.catatan)


def test_a_half_filled_row_is_told_what_it_lacks(terisi: Engine, tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(templat(terisi, "UJI", 2024)))
    kertas = buku["realisasi"]
    judul = letak_judul(kertas)
    kertas.cell(3, judul["nilai"]).value = 41.5
    buku.save(tmp_path / "t.xlsx")
    masalah = ambil_alih(terisi, tmp_path / "t.xlsx", pelaku=PERENCANA_BAWAAN).masalah
    assert [satu.benar for satu in masalah] == ["Isi kolom sumber_nilai."]
