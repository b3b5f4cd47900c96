"""What a person mistypes or a file holds against the terminal: one sentence each, and nothing else happens."""

import os
from pathlib import Path

import pytest

from dashboard.cli import last_word, main
from dashboard.commands.base import visible


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and a database beside it."""
    work = tmp_path / "kerja"
    work.mkdir()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'dasbor.db').as_posix()}")
    monkeypatch.chdir(work)
    return work


@pytest.mark.parametrize("name", ["", "  "])
@pytest.mark.parametrize("call", [["import"], ["workbook", "--instansi", "PK"]])
def test_an_empty_name_is_not_the_working_directory(
    call: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*call, name])
    assert ended.value.code == 2
    assert "namanya kosong" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_instead_of_waited_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "pipa.xlsx")
    assert main(["import", "pipa.xlsx"]) == 2
    assert "pipa.xlsx bukan berkas dan bukan folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["keluar.xls", "keluar.ods", "keluar.json"])
def test_a_workbook_of_another_kind_makes_no_folder_of_that_name(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["workbook", "--instansi", "PK", name]) == 2
    assert "Tulis keluar.xlsx" in capsys.readouterr().err
    assert not (folder / name).exists()


@pytest.mark.parametrize(("year", "sentence"), [("0", "0 bukan tahun"), ("99999", "bukan tahun"), ("-1", "tahun")])
def test_a_year_that_is_none_is_misuse(year: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "--instansi", "PK", "--tahun", year, "keluar.json"])
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_a_target_that_cannot_be_written_is_said_before_anything_is_read(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ada.json").mkdir()
    for target, sentence in (("ada.json", "bukan berkas"), ("tidak/ada.json", "Folder tidak tidak ditemukan")):
        assert main(["export", "--instansi", "PK", "--tahun", "2024", target]) == 2
        assert sentence in capsys.readouterr().err
    assert not (tmp_path / "dasbor.db").exists()


def test_a_workbook_beside_its_own_csv_sheets_is_asked_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "instansi.csv").write_text("kode,nama,jenis\nUJI,Dinas Uji,kota\n", encoding="utf-8")
    (folder / "isian.xlsx").write_bytes(b"PK")
    (folder / "~$isian.xlsx").write_bytes(b"")
    assert main(["import", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "isian.xlsx: ada di samping berkas .csv" in said
    assert "~$isian" not in said
    (folder / "isian.xlsx").unlink()
    assert main(["import", str(folder)]) == 0


def test_escape_sequences_of_a_file_never_reach_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = "\x1b]0;judul\x07\x1b[2J\x9b31m\u202e"
    (folder / "instansi.csv").write_text(f"kode,nama,jenis,{evil}\nUJI,{evil},{evil}\n", encoding="utf-8")
    main(["import", str(folder)])
    main(["workbook", "--instansi", evil, "keluar.xlsx"])
    main(["import", f"tidak{evil}.xlsx"])
    with pytest.raises(SystemExit):
        main(["import", "x", evil])
    said = "".join(capsys.readouterr())
    assert "\\x1b" in said
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)


def test_what_is_written_out_keeps_lines_and_letters() -> None:
    assert visible("Ditulis:\n\tä ✖ …\xa0x") == "Ditulis:\n\tä ✖ … x"


def test_a_fault_of_the_program_is_a_sentence_too(capsys: pytest.CaptureFixture[str]) -> None:
    last_word(RuntimeError, RuntimeError("tak \x1b terduga"), None)
    assert "kesalahan program (RuntimeError: tak \\x1b terduga)" in capsys.readouterr().err
