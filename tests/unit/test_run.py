"""run.py: the environment it makes, what it refuses, and what it says."""

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run
from dashboard.commands.parser import make_parser

RUN = Path(run.__file__)


def call(*args: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(RUN), *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository with requirements, and a virtual environment that looks sound."""
    folder = tmp_path / ".venv"
    folder.mkdir()
    (tmp_path / "requirements.txt").write_text("a==1\n")
    (tmp_path / "requirements-dev.txt").write_text("b==1\n")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", folder)
    monkeypatch.setattr(run, "venv_is_sound", lambda: True)
    return folder


@pytest.fixture
def installations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The requirement files handed to pip, which succeeds without doing anything."""
    files: list[str] = []

    def in_venv(*args: str) -> int:
        files.append(args[-1])
        return 0

    monkeypatch.setattr(run, "in_venv", in_venv)
    return files


def test_it_parses_under_python_36_and_checks_the_version_before_anything_else() -> None:
    tree = ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 6))
    body = [node for node in tree.body if not isinstance(node, (ast.Import, ast.ImportFrom, ast.Expr))]
    assert isinstance(body[0], ast.If)
    assert "sys.version_info < (3, 11)" in ast.unparse(body[0].test)


def test_help_is_indonesian_and_succeeds() -> None:
    finished = call("--help")
    assert finished.returncode == 0
    assert finished.stdout.startswith("Pemakaian: python3 run.py")


def test_every_command_of_the_program_is_told_and_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """All but siapkan, which a start does by itself."""
    passed: list[str] = []
    monkeypatch.setattr(run, "ensure_venv", lambda: None)

    def in_venv(*args: str, cwd: Path) -> int:
        passed.append(args[2])
        return 0

    monkeypatch.setattr(run, "in_venv", in_venv)
    choices = next(action.choices for action in make_parser()._actions if action.dest == "perintah")
    commands = [name for name in choices or () if name != "siapkan"]
    assert [run.main([name]) for name in commands] == [0] * len(commands)
    assert passed == commands
    assert [name for name in commands if f"\n  {name} " not in run.USAGE] == []


@pytest.mark.parametrize("args", [["jalankn"], ["--prot", "1"], ["--port", "satu"], ["--port"], ["--port", "70000"]])
def test_a_wrong_call_is_answered_in_indonesian_with_status_2(args: list[str]) -> None:
    finished = call(*args)
    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr
    assert "error:" not in finished.stderr
    assert finished.stderr.strip()


def test_a_taken_port_is_said_with_what_to_do() -> None:
    with socket.socket() as other:
        other.bind((run.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        finished = call("--port", str(port), "--no-browser")
    assert finished.returncode == 2
    assert f"Port {port} sedang dipakai" in finished.stderr
    assert "--port" in finished.stderr


def test_packages_are_installed_again_only_when_the_requirements_changed(venv: Path, installations: list[str]) -> None:
    run.ensure_venv()
    run.ensure_venv()
    assert installations == ["requirements.txt"]
    (venv.parent / "requirements.txt").write_text("a==2\n")
    run.ensure_venv()
    assert installations == ["requirements.txt", "requirements.txt"]


def test_the_packages_of_the_tests_bring_those_of_the_program(venv: Path, installations: list[str]) -> None:
    run.ensure_venv(dev=True)
    run.ensure_venv()
    assert installations == ["requirements-dev.txt"]


def test_a_failed_installation_says_so_and_is_not_taken_for_done(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "in_venv", lambda *args: 1)
    with pytest.raises(run.Failure, match="Pemasangan paket gagal"):
        run.ensure_venv()
    assert (venv / "installing").exists()
    assert not (venv / "installed-runtime").exists()


def test_the_running_environment_is_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "VENV", Path(sys.prefix))
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    assert run.venv_is_sound()


def test_an_environment_without_its_python_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "PYTHON", tmp_path / "bin" / "python")
    assert not run.venv_is_sound()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the broken Python")
def test_an_environment_whose_python_does_not_start_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/nowhere/python\n")
    broken.chmod(0o755)
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "PYTHON", broken)
    assert not run.venv_is_sound()


def test_an_interrupted_installation_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "installing").touch()
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    assert not run.venv_is_sound()
