"""The harness behind `python3 run.py test`: it runs everything, reports each, and CI accepts nothing missing."""

import subprocess
from pathlib import Path

import pytest

from tests import lingkungan, pemeriksaan


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The checks that were started, none of which really runs; ruff fails."""
    started: list[str] = []

    def call(command: list[str]) -> int:
        started.append(" ".join(command[1:4]))
        return int("ruff" in command)

    monkeypatch.setattr(subprocess, "call", call)
    return started


def machine(monkeypatch: pytest.MonkeyPatch, *, browser: bool, postgres: bool, ci: bool) -> None:
    monkeypatch.setattr(pemeriksaan, "ensure_browser", lambda: Path("chromium") if browser else None)
    monkeypatch.setattr(pemeriksaan, "postgres_answers", lambda: postgres)
    monkeypatch.setenv("CI", "true" if ci else "")


def test_all_checks_run_after_one_failed_and_pytest_comes_last(
    monkeypatch: pytest.MonkeyPatch, ran: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, browser=True, postgres=True, ci=True)
    assert pemeriksaan.main([]) == 1
    assert len(ran) == len(pemeriksaan.CHECKS) + 1
    assert ran[-1].startswith("-m pytest")
    assert "ruff GAGAL · format GAGAL · mypy lulus · kontrak impor lulus" in capsys.readouterr().out


@pytest.mark.parametrize(("browser", "postgres"), [(False, True), (True, False)])
def test_what_a_machine_lacks_is_said_in_one_line_and_fails_only_under_ci(
    browser: bool, postgres: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(subprocess, "call", lambda command: 0)
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
