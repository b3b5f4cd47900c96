"""`python3 run.py` from the keyboard: prepares, serves, and ends cleanly on Ctrl+C."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import run
from tests.e2e.alat import HOST, READY_SECONDS, free_port

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that stands for Ctrl+C in one process"),
    pytest.mark.skipif(Path(sys.prefix) != run.VENV, reason="run.py would make a .venv; it runs where there is one"),
]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    port = free_port()
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{(tmp_path / 'run.db').as_posix()}"}
    command = [sys.executable, str(run.ROOT / "run.py"), "--port", str(port), "--no-browser"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    yield process, port
    if process.poll() is None:
        process.terminate()
        process.wait(30)


def wait_until_ready(process: "subprocess.Popen[str]", port: int) -> list[str]:
    """What it said until then; it gives up by itself after keeper.READY_SECONDS."""
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if "Dasbor siap di" in line:
            break
    assert f"http://{HOST}:{port}" in said[-1], "".join(said)
    return said


def server_of(process: "subprocess.Popen[str]") -> int:
    """The id of the server it started."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 1
    return int(children[0])


@pytest.mark.skipif(sys.platform != "linux", reason="reads the children of a process where Linux tells them")
def test_a_server_that_dies_is_started_again_and_said(started: tuple["subprocess.Popen[str]", int]) -> None:
    process, port = started
    wait_until_ready(process, port)
    os.kill(server_of(process), signal.SIGKILL)
    said = "".join(wait_until_ready(process, port))
    assert "Server berhenti sendiri (status -9), ke-1 kali; dimulai lagi." in said
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=READY_SECONDS)
    assert process.returncode == 0


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_from_any_folder_and_ends_cleanly(
    started: tuple["subprocess.Popen[str]", int], ending: signal.Signals
) -> None:
    process, port = started
    wait_until_ready(process, port)
    process.send_signal(ending)
    rest, _ = process.communicate(timeout=READY_SECONDS)
    assert process.returncode == 0, rest
    assert "Dasbor dihentikan." in rest
    assert "Traceback" not in rest
    assert run.port_is_free(port)
