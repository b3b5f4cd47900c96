"""Keeps the server running for run.py: starts it again when it dies, tells when it is ready, ends it when asked.

Standard library only: run.py is run by any Python 3.11 or later, not by the one of .venv.
"""

import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

READY_SECONDS = 120
STOP_SECONDS = 8
STEADY_SECONDS, EARLY_DEATHS = 30, 3
"""A server that dies that soon, that many times in a row, cannot live."""


def keep_serving(command: list[str], folder: Path, environment: dict[str, str], url: str, open_browser: bool) -> int:
    """Serve until Ctrl+C. A server that dies is started again and counted, unless it never lives long."""
    deaths = early = 0
    while True:
        began = time.monotonic()
        with subprocess.Popen(command, cwd=folder, env=environment) as server:
            first = open_browser and not deaths
            threading.Thread(target=announce, args=(url, first, server), daemon=True).start()
            try:
                status = server.wait()
            except KeyboardInterrupt:
                stop(server)
                print("\nDasbor dihentikan.", flush=True)
                return 0
        deaths += 1
        early = early + 1 if time.monotonic() - began < STEADY_SECONDS else 0
        if early == EARLY_DEATHS:
            print(
                f"Server berhenti sendiri {early} kali berturut-turut sesaat sesudah dimulai (status {status}). "
                "Sebabnya tercetak di atas; perbaiki, lalu jalankan lagi.",
                file=sys.stderr,
            )
            return status or 1
        print(
            f"Server berhenti sendiri (status {status}), ke-{deaths} kali; dimulai lagi. "
            "Yang sudah disimpan tetap ada.",
            file=sys.stderr,
            flush=True,
        )


def announce(url: str, open_browser: bool, server: subprocess.Popen[bytes]) -> None:
    """Wait until the dashboard says it is ready, then tell the address and open the browser; or why it is not."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    why = "Server tidak menjawab."
    deadline = time.monotonic() + READY_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with opener.open(f"{url}/siap", timeout=5):
                break
        except urllib.error.HTTPError as not_ready:
            why = json.load(not_ready)["keterangan"]
            time.sleep(0.2)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    else:
        if server.poll() is None:
            print(f"Dasbor belum siap: {why}", file=sys.stderr, flush=True)
        return
    print(f"Dasbor siap di {url}  (Ctrl+C untuk berhenti)", flush=True)
    if open_browser:
        webbrowser.open(url)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server: it has had Ctrl+C too where there is a terminal, and is asked again where there is none."""
    if os.name != "nt":
        server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()
