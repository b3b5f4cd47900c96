"""The command line speaks Indonesian and answers a wrong call with status 2."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dashboard.cli import main
from dashboard.commands.base import open_database
from dashboard.services.data.contoh import isi_contoh
from data_access.kinerja import daftar_instansi
from tests.berkas_nyata.lain.ods_xml import baris, buku_ods
from tests.builders import buku_kecil, tulis_csv, tulis_xlsx
from tests.sample_database import copy_sample_database


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "dasbor.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file.as_posix()}")
    return file


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ([], "yang wajib diisi belum ada: PERINTAH"),
        (["impor"], "pilihannya 'import'"),
        (["import"], "yang wajib diisi belum ada: PATH"),
        (["import", "x", "--cepat"], "argumen tidak dikenal: --cepat"),
        (["export", "--instansi", "PK", "keluar.json"], "yang wajib diisi belum ada: --tahun"),
        (["export", "--instansi", "PK", "--tahun", "dua", "keluar.json"], "--tahun: 'dua' bukan bilangan bulat"),
        (["export", "--instansi", "PK", "--tahun", "2024", "--periode", "TW5", "k.json"], "'TW5' tidak dikenal"),
        (
            ["export", "--instansi", "PK", "--tahun", "2024", "--periode", "bln04", "k.json"],
            "--periode: BLN04 adalah bulan, bukan posisi pelaporan; pakai TW2, triwulan yang memuatnya, atau TAHUN",
        ),
        (["workbook", "--instansi"], "--instansi membutuhkan satu nilai"),
        (["import", "x", "--jawab", "85,5"], "--jawab: '85,5' tidak terbaca; tulis misalnya realisasi.D5=85,5"),
    ],
)
def test_a_wrong_call_is_explained_in_indonesian(
    call: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(call)
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert sentence in said
    assert said.startswith("pemakaian: python3 run.py")


def test_help_holds_no_english_headings(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["import", "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert not {"usage:", "options:", "positional arguments:"} & set(said.splitlines())
    assert "isian:" in said


def test_a_workbook_that_is_not_there_is_misuse(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "tidak-ada.xlsx"]) == 2
    assert "tidak-ada.xlsx tidak ditemukan" in capsys.readouterr().err
    assert not database.exists()


def test_an_export_of_another_kind_of_file_is_misuse(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--instansi", "PK", "--tahun", "2024", "keluar.pdf"]) == 2
    assert ".json atau .xlsx" in capsys.readouterr().err
    assert not database.exists()


@pytest.mark.parametrize("command", [["workbook", "keluar.xlsx"], ["export", "--tahun", "2024", "keluar.json"]])
def test_an_unknown_agency_is_misuse(command: list[str], database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--instansi", "ENTAH"]) == 2
    assert "Instansi ENTAH tidak ada di basis data" in capsys.readouterr().err


def test_a_database_out_of_reach_is_said_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://orang:rahasia@127.0.0.1:9/tidak_ada")
    assert main(["workbook", "--instansi", "PK", "keluar.xlsx"]) == 2
    said = capsys.readouterr().err
    assert "Nyalakan servernya, atau periksa DATABASE_URL" in said
    assert "rahasia" not in said


def test_a_start_fills_an_empty_database_once_and_a_workbook_goes_out_and_in_unchanged(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["siapkan"]) == 0
    assert main(["siapkan"]) == 0
    assert main(["workbook", "--instansi", "banten", str(tmp_path / "banten.xlsx")]) == 0
    capsys.readouterr()
    assert main(["import", str(tmp_path / "banten.xlsx")]) == 0
    assert "Tidak ada perubahan." in capsys.readouterr().out


def test_an_export_accepts_the_agency_and_the_period_in_lower_case(database: Path, tmp_path: Path) -> None:
    copy_sample_database(database)
    assert main(["export", "--instansi", "pk", "--tahun", "2024", "--periode", "tw2", str(tmp_path / "k.json")]) == 0
    written = json.loads((tmp_path / "k.json").read_text(encoding="utf-8"))
    assert (written["instansi"], written["tahun"], written["periode"]) == ("PK", 2024, "TW2")


def test_a_refused_workbook_gives_status_1_and_a_dry_run_writes_nothing(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "instansi.csv").write_text("kode,nama,jenis\nUJI,Dinas Uji,negara\n", encoding="utf-8")
    assert main(["import", str(tmp_path)]) == 1
    assert "instansi!C2" in capsys.readouterr().out
    (tmp_path / "instansi.csv").write_text("kode,nama,jenis\nUJI,Dinas Uji,kota\n", encoding="utf-8")
    assert main(["import", str(tmp_path), "--dry-run"]) == 0
    assert main(["workbook", "--instansi", "UJI", str(tmp_path / "uji.xlsx")]) == 2
    assert main(["import", str(tmp_path)]) == 0
    assert main(["workbook", "--instansi", "UJI", str(tmp_path / "uji.xlsx")]) == 0


def test_a_refused_workbook_is_written_again_with_its_problems_marked(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asal, laporan = tmp_path / "uji.xlsx", tmp_path / "laporan.xlsx"
    baris = [{"kode": "UJI", "nama": "Dinas Uji", "jenis": "negara"}]
    tulis_xlsx(asal, {"instansi": baris})
    assert main(["import", str(asal), "--laporan", str(laporan)]) == 1
    assert f"Ditulis: {laporan}, salinan buku kerja dengan setiap masalah ditandai" in capsys.readouterr().out
    catatan = load_workbook(laporan)["instansi"]["C2"].comment
    assert catatan is not None
    assert catatan.text.startswith('"negara" bukan salah satu pilihan.')
    for tujuan in (asal, tmp_path / "laporan.csv"):
        assert main(["import", str(asal), "--laporan", str(tujuan)]) == 2
    tulis_xlsx(asal, {"instansi": [baris[0] | {"jenis": "kota"}]})
    assert main(["import", str(asal), "--laporan", str(tmp_path / "tidak.xlsx")]) == 0
    assert not (tmp_path / "tidak.xlsx").exists()


@pytest.mark.parametrize("jenis", ["csv", "ods"])
def test_the_problems_of_what_cannot_be_marked_are_written_as_a_list(
    jenis: str, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asal, laporan = tmp_path / "uji", tmp_path / "laporan.xlsx"
    if jenis == "csv":
        asal.mkdir()
        (asal / "instansi.csv").write_text("kode,nama,jenis\nUJI,Dinas Uji,negara\n", encoding="utf-8")
    else:
        asal = asal.with_suffix(".ods")
        isi = baris("kode", "nama", "jenis") + baris("UJI", "Dinas Uji", "negara")
        asal.write_bytes(buku_ods(isi, nama="instansi"))
    assert main(["import", str(asal), "--laporan", str(laporan)]) == 1
    assert f"Ditulis: {laporan}, daftar masalah {asal.name} per sel." in capsys.readouterr().out
    (lembar,) = load_workbook(laporan).worksheets
    satu = [sel.value for sel in lembar[3]]
    assert satu[:4] == ["instansi", "C2", "negara", "Bukan salah satu pilihan"]


def test_a_start_that_was_interrupted_is_finished_by_the_next_one(tmp_path: Path, database: Path) -> None:
    engine = open_database()
    for kode in ("SATU", "DUA", "TIGA"):
        (tmp_path / "contoh" / kode).mkdir(parents=True)
        sheet = f"kode,nama,jenis\n{kode},Dinas {kode},kota\n"
        (tmp_path / "contoh" / kode / "instansi.csv").write_text(sheet, encoding="utf-8")
    first_start = isi_contoh(engine, tmp_path / "contoh")
    assert next(first_start).instansi == ("DUA",)
    first_start.close()
    assert [laporan.instansi for laporan in isi_contoh(engine, tmp_path / "contoh")] == [("SATU",), ("TIGA",)]
    assert list(isi_contoh(engine, tmp_path / "contoh")) == []


def test_sample_agencies_never_come_into_a_database_in_use(tmp_path: Path, database: Path) -> None:
    (tmp_path / "instansi.csv").write_text("kode,nama,jenis\nUJI,Dinas Uji,kota\n", encoding="utf-8")
    assert main(["import", str(tmp_path)]) == 0
    assert main(["siapkan"]) == 0
    with open_database().connect() as connection:
        assert [agency.kode for agency in daftar_instansi(connection)] == ["UJI"]


def test_a_question_is_answered_by_an_option(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    isi = buku_kecil()
    isi["realisasi"][0]["nilai"] = "0,855"
    folder = str(tulis_csv(tmp_path / "buku", isi))
    assert main(["import", folder]) == 1
    assert "--jawab realisasi.D2=85,5" in capsys.readouterr().out
    assert main(["import", folder, "--jawab", "realisasi.D2=8,55"]) == 2
    assert "Pilih 85,5 atau 0,855." in capsys.readouterr().err
    assert main(["import", folder, "--jawab", "realisasi.D2=85,5", "--jawab", "realisasi!D2=0,855"]) == 2
    assert "--jawab realisasi.D2 diberi dua jawaban, 85,5 dan 0,855." in capsys.readouterr().err
    assert main(["import", folder, "--instansi", "UJI", "--pemetaan", "rekap"]) == 2
    assert "Instansi UJI tidak ada di basis data" in capsys.readouterr().err
    assert main(["import", folder, "--jawab", "realisasi!D2=85,5"]) == 0
    assert main(["import", folder, "--instansi", "UJI", "--pemetaan", "rekap"]) == 2
    assert "Pemetaan rekap tidak ada pada UJI. Belum ada;" in capsys.readouterr().err
    assert main(["import", folder]) == 1
    capsys.readouterr()
    assert main(["import", folder, "--seperti-tertulis"]) == 0
    assert "Diambil" in capsys.readouterr().out
