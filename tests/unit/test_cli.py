"""The command line speaks Indonesian and answers a wrong call with status 2."""

from pathlib import Path

import pytest

from dashboard.cli import main


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
        (["workbook", "--instansi"], "--instansi membutuhkan satu nilai"),
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
def test_an_unknown_agency_is_misuse(
    command: list[str], database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--instansi", "ENTAH"]) == 2
    assert "Instansi ENTAH tidak ada di basis data" in capsys.readouterr().err


def test_a_database_out_of_reach_is_said_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://orang:rahasia@127.0.0.1:9/tidak_ada")
    assert main(["workbook", "--instansi", "PK", "keluar.xlsx"]) == 2
    said = capsys.readouterr().err
    assert "periksa DATABASE_URL" in said
    assert "rahasia" not in said
