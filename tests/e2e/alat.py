"""Tools of the browser tests: a server with its own database, a browser, and waiting until the page is quiet."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from dashboard.registry import Halaman
from tests.lingkungan import is_root
from tests.sample_database import copy_sample_database

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
UKURAN = {"laptop": (1366, 768), "proyektor": (1920, 1080), "ponsel": (390, 844)}
TEMA = ("light", "dark")
READY_SECONDS = 90
QUIET_MILLISECONDS = 400
OFFLINE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--metrics-recording-only",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
)

# True once Streamlit has been idle, connected and fully drawn for the given time without a break. A click reaches
# the server before the script state changes, hence the time and not one look.
QUIET = """
(milliseconds) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  const quiet = app
    && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')
    && document.fonts.status === 'loaded'
    && charts.every(chart => chart.querySelector('.main-svg'));
  if (!quiet) { window.quietSince = null; return false; }
  window.quietSince ??= performance.now();
  return performance.now() - window.quietSince >= milliseconds;
}
"""


THEME = "theme => getComputedStyle(document.querySelector('.stApp')).colorScheme === theme"

# Streamlit's menu with sections puts a div between ul and li; nothing of ours can mend that.
STREAMLIT_MENU = '[data-testid="stSidebarNavItems"]'
MENU_RULES = ("list", "listitem")
INSIDE = "([place, holder]) => Boolean(document.querySelector(place)?.closest(holder))"


@dataclass
class Server:
    url: str
    database_url: str
    log: Path

    def output(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@dataclass
class Pengamat:
    """What a page did that it must not do."""

    console_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.on("request", self._on_request)
        page.on("websocket", lambda socket: self._check(socket.url))

    def ambil(self) -> tuple[list[str], list[str]]:
        """Errors and outside requests since this was last asked."""
        seen = self.console_errors, self.outside_requests
        self.console_errors, self.outside_requests = [], []
        return seen

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _on_request(self, request: Request) -> None:
        self._check(request.url)

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != HOST:
            self.outside_requests.append(url)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _wait_until_ready(process: "subprocess.Popen[bytes]", server: Server) -> None:
    deadline = monotonic() + READY_SECONDS
    while process.poll() is None and monotonic() < deadline:
        if _answers(f"{server.url}/siap"):
            return
        Event().wait(0.2)
    reason = "did not become ready" if process.poll() is None else f"ended with status {process.returncode}"
    raise RuntimeError(f"the server {reason}; its output:\n{server.output()}")


def _environment(database_url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": database_url, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


@contextmanager
def running_server(
    folder: Path, database_url: str | None = None, port_: int | None = None, variables: Mapping[str, str] = {}
) -> Iterator[Server]:
    """The dashboard with sample data in a database of its own, on a free port or that one, ended by its process id."""
    url = f"http://{HOST}:{port_ or free_port()}"
    server = Server(url, database_url or copy_sample_database(folder / "e2e.db"), folder / "server.log")
    environment = {**_environment(server.database_url), **variables}
    with server.log.open("wb") as log:
        prepare = [sys.executable, "-m", "dashboard.cli", "siapkan"]
        if subprocess.call(prepare, cwd=ROOT, env=environment, stdout=log, stderr=log, timeout=READY_SECONDS):
            raise RuntimeError(f"the database could not be prepared:\n{server.output()}")
        port = str(urlsplit(url).port)
        command = [sys.executable, "-m", "uvicorn", "dashboard.asgi:app", "--host", HOST, "--port", port]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            _wait_until_ready(process, server)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def running_browser(executable: Path) -> Iterator[Browser]:
    sandbox = ("--no-sandbox",) if is_root() else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(executable), args=[*OFFLINE, *sandbox])
        try:
            yield browser
        finally:
            browser.close()


def new_context(
    browser: Browser, server: Server, ukuran: str = "laptop", tema: str = "light", bahasa: str = "id-ID"
) -> BrowserContext:
    width, height = UKURAN[ukuran]
    context = browser.new_context(
        base_url=server.url,
        viewport={"width": width, "height": height},
        color_scheme="dark" if tema == "dark" else "light",
        locale=bahasa,
        timezone_id="Asia/Jakarta",
        reduced_motion="reduce",
        is_mobile=ukuran == "ponsel",
        has_touch=ukuran == "ponsel",
    )
    context.set_default_timeout(20_000)
    return context


def tunggu_tenang(page: Page) -> None:
    """Return when Streamlit's run has ended and everything is drawn. Call it after each navigation and interaction."""
    page.evaluate("window.quietSince = null")
    page.wait_for_function(QUIET, arg=QUIET_MILLISECONDS, timeout=30_000)


def alamat(halaman: Halaman) -> str:
    """The address of a page; the first page's own is the bare one."""
    return "/" if halaman.bawaan else f"/{halaman.url_path}"


def buka(page: Page, path: str) -> None:
    """Open a page of the dashboard, such as "/capaian-iku?instansi=PASER&tahun=2024", and wait until it is quiet."""
    page.goto(path)
    tunggu_tenang(page)


def pakai_tema(page: Page, tema: str) -> None:
    """Change what the person's system asks for, light or dark, and wait until the page follows."""
    page.emulate_media(color_scheme="dark" if tema == "dark" else "light")
    page.wait_for_function(THEME, arg=tema)
    tunggu_tenang(page)


def pelanggaran_axe(page: Page) -> list[str]:
    """Serious and critical accessibility problems as "rule: where", without those of Streamlit's own menu."""
    found = []
    for violation in Axe().run(page).response["violations"]:
        places = [str(node["target"][0]) for node in violation["nodes"]]
        if violation["id"] in MENU_RULES:
            places = [place for place in places if not page.evaluate(INSIDE, [place, STREAMLIT_MENU])]
        if places and violation["impact"] in ("serious", "critical"):
            found.append(f"{violation['id']}: {', '.join(places[:5])}")
    return found
