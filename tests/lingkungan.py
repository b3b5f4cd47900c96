"""What the tests find on this machine: a browser, nginx, PostgreSQL. Shared by the harness and the fixtures."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

POSTGRES = ("127.0.0.1", 5432)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)
INSTALL_SECONDS = 600


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _starts(executable: Path) -> bool:
    """Whether it is a browser and not a stub such as Ubuntu's pointer to the snap. Windows opens a window, so trust."""
    if os.name == "nt":
        return True
    try:
        finished = subprocess.run([str(executable), "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return finished.returncode == 0


def _playwright_chromium() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        executable = Path(playwright.chromium.executable_path)
    return executable if executable.exists() else None


def find_browser() -> Path | None:
    """An installed Chromium or Chrome, else the one playwright keeps, else None. CHROMIUM names one by hand."""
    named = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else []
    on_path = [found for name in NAMES if (found := shutil.which(name))]
    usual = [os.path.expanduser(os.path.expandvars(place)) for place in USUAL_PLACES]
    for candidate in (Path(place) for place in [*named, *on_path, *usual]):
        if candidate.is_file() and _starts(candidate):
            return candidate
    return _playwright_chromium()


def _run(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        finished = subprocess.run(command, env=environment, capture_output=True, timeout=INSTALL_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return finished.returncode == 0


def ensure_browser() -> Path | None:
    """The browser to test with, installed when there is none: apt as root on Debian, else playwright's own."""
    if browser := find_browser():
        return browser
    print("Memasang peramban untuk pengujian ...", flush=True)
    on_debian = is_root() and Path("/etc/debian_version").exists()
    if on_debian:
        _run("apt-get", "update")
        _run("apt-get", "install", "-y", "chromium")
        if browser := find_browser():
            return browser
    dependencies = ["--with-deps"] if on_debian else []
    _run(sys.executable, "-m", "playwright", "install", *dependencies, "chromium")
    return find_browser()


def find_nginx() -> Path | None:
    """The nginx of this machine, also where only root has it on the path."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
    return Path(found) if found else None


def ensure_nginx() -> Path | None:
    """As `find_nginx`, installed as root on Debian when there is none. Its own service is not left running."""
    if (nginx := find_nginx()) or not (is_root() and Path("/etc/debian_version").exists()):
        return nginx
    print("Memasang nginx untuk pengujian ...", flush=True)
    policy = Path("/usr/sbin/policy-rc.d")
    mine = not policy.exists()
    if mine:  # a package may start its service at once; Debian asks this file first
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    try:
        _run("apt-get", "update")
        _run("apt-get", "install", "-y", "--no-install-recommends", "nginx-light")
    finally:
        if mine:
            policy.unlink()
    return find_nginx()


def postgres_answers() -> bool:
    try:
        with socket.create_connection(POSTGRES, timeout=3):
            return True
    except OSError:
        return False
