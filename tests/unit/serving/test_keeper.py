"""A server that dies is started again, but not one that cannot live."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from dashboard.serving import keeper

DIES = [sys.executable, "-c", "import sys; sys.exit(7)"]


def test_a_server_that_never_lives_is_not_started_for_ever(capsys: pytest.CaptureFixture[str]) -> None:
    assert keeper.keep_serving(DIES, Path.cwd(), dict(os.environ), "http://127.0.0.1:9", open_browser=False) == 7
    said = capsys.readouterr().err
    assert said.count("dimulai lagi") == keeper.EARLY_DEATHS - 1
    assert "perbaiki, lalu jalankan lagi" in said


class NotReady(BaseHTTPRequestHandler):
    """A server that answers and is not ready."""

    def do_GET(self) -> None:
        isi = json.dumps({"keterangan": "Basis data belum berisi satu instansi pun."}).encode()
        self.send_response(503)
        self.send_header("Content-Length", str(len(isi)))
        self.end_headers()
        self.wfile.write(isi)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


def test_a_server_that_does_not_become_ready_says_why(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "READY_SECONDS", 1)
    with (
        HTTPServer(("127.0.0.1", 0), NotReady) as web,
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as server,
    ):
        threading.Thread(target=web.serve_forever, daemon=True).start()
        keeper.announce(f"http://127.0.0.1:{web.server_port}", False, server)
        server.terminate()
        web.shutdown()
    assert capsys.readouterr().err == "Dasbor belum siap: Basis data belum berisi satu instansi pun.\n"
