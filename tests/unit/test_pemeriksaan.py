"""The harness behind `python3 run.py test`: it runs everything, reports each, and CI accepts nothing missing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import lingkungan, pemeriksaan

TESTS = Path(pemeriksaan.__file__).parent


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were started, none of which really runs; ruff fails."""
    started: list[list[str]] = []

    def output(command: list[str]) -> tuple[int, str]:
        started.append(command)
        return int("ruff" in command), ""

    def call(command: list[str]) -> int:
        started.append(command)
        return 0

    monkeypatch.setattr(pemeriksaan, "_output", output)
    monkeypatch.setattr(subprocess, "call", call)
    return started


def machine(monkeypatch: pytest.MonkeyPatch, *, browser: bool, postgres: bool, ci: bool) -> None:
    monkeypatch.setattr(pemeriksaan, "ensure_browser", lambda: Path("chromium") if browser else None)
    monkeypatch.setattr(pemeriksaan, "postgres_answers", lambda: postgres)
    monkeypatch.setenv("CI", "true" if ci else "")


def test_all_checks_run_after_one_failed_and_pytest_comes_last(
    monkeypatch: pytest.MonkeyPatch, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, browser=True, postgres=True, ci=True)
    assert pemeriksaan.main([]) == 1
    assert len(ran) == len(pemeriksaan.CHECKS) + 1
    assert ran[-1][1:3] == ["-m", "pytest"]
    assert "ruff GAGAL · format GAGAL · mypy lulus · kontrak impor lulus" in capsys.readouterr().out


def test_the_quick_run_takes_every_check_and_says_which_tests_it_left_out(
    monkeypatch: pytest.MonkeyPatch, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, browser=False, postgres=False, ci=True)
    pemeriksaan.main(["--cepat", "-x"])
    assert len(ran) == len(pemeriksaan.CHECKS) + 1
    assert ran[-1][-3:] == ["tests/unit", "tests/meta", "-x"]
    said = capsys.readouterr().out
    assert "mesin" not in said
    run_or_named = {*pemeriksaan.QUICK_FOLDERS, *re.findall(r"tests/(\w+)", said.splitlines()[-1])}
    assert run_or_named == {path.parent.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")} - {"bench"}


def test_a_check_that_fails_shows_what_it_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing = "import sys; print('baris 3'); sys.exit('salah')"
    monkeypatch.setattr(pemeriksaan, "CHECKS", {"ruff": [sys.executable, "-c", failing]})
    assert pemeriksaan.run_checks() == {"ruff": False}
    assert "== ruff\nbaris 3\nsalah" in capsys.readouterr().out


@pytest.mark.parametrize(("browser", "postgres"), [(False, True), (True, False)])
def test_what_a_machine_lacks_is_said_in_one_line_and_fails_only_under_ci(
    browser: bool, postgres: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(subprocess, "call", lambda command: 0)
    monkeypatch.setattr(pemeriksaan, "CHECKS", {})
    machine(monkeypatch, browser=browser, postgres=postgres, ci=False)
    assert pemeriksaan.main([]) == 0
    assert capsys.readouterr().out.count("DILEWATI:") == 1
    machine(monkeypatch, browser=browser, postgres=postgres, ci=True)
    assert pemeriksaan.main([]) == 1
    assert capsys.readouterr().out.count("GAGAL:") == 1


def test_where_nothing_can_be_installed_there_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lingkungan, "find_browser", lambda: None)
    monkeypatch.setattr(lingkungan, "_run", lambda *command: False)
    assert lingkungan.ensure_browser() is None


def test_a_stub_that_does_not_start_is_no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(stub))
    assert lingkungan.find_browser() != stub
