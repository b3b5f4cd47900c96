"""The way out: keys in the contract's order, plain numbers, and the same bytes from both databases."""

import json
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import BukanPosisi
from dashboard.exports.berkas import tulis_ekspor
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor

CONTOH = Path(__file__).resolve().parents[2] / "sample_data"
SEMUA = (("banten", "BANTEN", 2023), ("paser", "PASER", 2023), ("pemalang", "PEMALANG", 2025), ("pk", "PK", 2024))
KUNCI = ["instansi", "tahun", "periode", "versi_data", "indikator", "skp"]
KUNCI_INDIKATOR = [
    *("kode", "nama", "jenis", "simpul", "satuan", "polaritas", "target", "target_min", "target_maks", "realisasi"),
    *("capaian", "capaian_tahunan", "predikat", "status", "kepastian", "sumber_nilai"),
]


def ekspor(engine: Engine, folder: str, instansi: str, tahun: int, periode: str, tujuan: Path) -> bytes:
    assert ambil_alih(engine, CONTOH / folder, pelaku=PERENCANA_BAWAAN).masalah == ()
    posisi = (engine, PERENCANA_BAWAAN, instansi, tahun, periode)
    satu = baca_ekspor(*posisi)
    tulis_ekspor(satu.isi, tujuan, satu.dasar)
    return tujuan.read_bytes()


@pytest.mark.parametrize("periode", ["TW2", "TAHUN"])
@pytest.mark.parametrize(("folder", "instansi", "tahun"), SEMUA)
def test_both_databases_export_the_same_bytes(
    engine_sqlite: Engine, engine_postgres: Engine, tmp_path: Path, folder: str, instansi: str, tahun: int, periode: str
) -> None:
    berkas = [
        ekspor(engine, folder, instansi, tahun, periode, tmp_path / f"{nama}.json")
        for nama, engine in (("sqlite", engine_sqlite), ("postgres", engine_postgres))
    ]
    assert berkas[0] == berkas[1]


def test_the_json_has_the_keys_of_the_contract_in_their_order(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = json.loads(ekspor(engine_sqlite, "banten", "BANTEN", 2023, "TAHUN", tmp_path / "b.json"))
    assert list(isi) == KUNCI
    assert all(list(baris) == KUNCI_INDIKATOR for baris in isi["indikator"])
    kode = [baris["kode"] for baris in isi["indikator"]]
    assert kode == sorted(kode)


def test_sums_of_printed_parts_equal_the_printed_whole(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = json.loads(ekspor(engine_sqlite, "banten", "BANTEN", 2023, "TAHUN", tmp_path / "b.json"))
    target = {baris["kode"]: baris["target"] for baris in isi["indikator"]}
    assert round(sum(n for kode, n in target.items() if kode.startswith("KRT-") and "." not in kode), 2) == 321.5
    assert target["IKU-03"] == 321.5
    assert round(sum(n for kode, n in target.items() if kode.startswith("DIM-")), 2) == target["IKU-02"] == 24.48


def test_numbers_are_rounded_half_up_to_two_decimals_and_missing_is_null(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = json.loads(ekspor(engine_sqlite, "banten", "BANTEN", 2023, "TAHUN", tmp_path / "b.json"))
    iku = {baris["kode"]: baris for baris in isi["indikator"]}
    assert (iku["IKU-03"]["capaian"], iku["IKU-03"]["sumber_nilai"]) == (102.8, "publik")
    assert (iku["IKU-01"]["target"], iku["IKU-01"]["target_min"], iku["IKU-01"]["target_maks"]) == (None, 70, 80)


def test_the_excel_export_carries_the_same_rows_as_numbers(engine_sqlite: Engine, tmp_path: Path) -> None:
    ekspor(engine_sqlite, "pk", "PK", 2024, "TAHUN", tmp_path / "pk.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "pk.xlsx")["indikator"]
    kepala = [sel.value for sel in lembar[1]]
    assert kepala[:3] == ["Kode", "Nama", "Jenis"]
    target = [baris[kepala.index("Target")].value for baris in lembar.iter_rows(min_row=2)]
    assert target == [99.99, 83.5, 77]


def test_the_excel_export_says_what_each_number_rests_on(engine_sqlite: Engine, tmp_path: Path) -> None:
    ekspor(engine_sqlite, "pk", "PK", 2024, "TAHUN", tmp_path / "pk.xlsx")
    baris = list(openpyxl.load_workbook(tmp_path / "pk.xlsx")["dasar"].iter_rows(values_only=True))
    assert baris[0][:6] == ("Kode", "Perihal", "Peraturan", "Letak", "Berlaku mulai", "Dikonfirmasi")
    assert {str(b[1]).split()[0] for b in baris[1:]} == {"Rumus", "Status", "Predikat"}
    assert {b[5] for b in baris[1:] if b[1] == "Rumus capaian"} == {"ya"}


def test_another_file_ending_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"harus berakhiran \.json atau \.xlsx"):
        tulis_ekspor({}, tmp_path / "hasil.csv", list)


@pytest.mark.parametrize(
    ("periode", "kata"),
    [("BLN04", "BLN04 adalah bulan, bukan posisi"), ("tw2", "tw2 bukan posisi pelaporan; pakai TW1")],
)
def test_what_is_no_position_of_an_export_is_refused_in_a_sentence(engine: Engine, periode: str, kata: str) -> None:
    assert ambil_alih(engine, CONTOH / "pk", pelaku=PERENCANA_BAWAAN).masalah == ()
    with pytest.raises(BukanPosisi, match=f"^{kata}"):
        baca_ekspor(engine, PERENCANA_BAWAAN, "PK", 2024, periode)
