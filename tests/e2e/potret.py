"""Pictures of every page at every size in both themes, for looking at them: `python -m tests.e2e.potret FOLDER`.

Options narrow it down: `--path "/capaian-iku?instansi=PASER"` (may be repeated), `--ukuran ponsel`, `--tema dark`.
"""

import argparse
import re
import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from dashboard.registry import HALAMAN
from tests.e2e.alat import TEMA, UKURAN, Pengamat, Server, alamat, buka, new_context, running_browser, running_server
from tests.lingkungan import ensure_browser

CONTENT_HEIGHT = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.ceil(main.scrollHeight + main.getBoundingClientRect().top);
}
"""
TALLEST = 12_000


def show_everything(page: Page) -> None:
    """Streamlit scrolls inside the page, so that a whole page needs a window as tall as its content."""
    size = page.viewport_size
    if size is not None:
        height = min(max(page.evaluate(CONTENT_HEIGHT), size["height"]), TALLEST)
        page.set_viewport_size({"width": size["width"], "height": height})


def take(browser: Browser, server: Server, path: str, ukuran: str, tema: str, folder: Path) -> Pengamat:
    pengamat = Pengamat()
    name = re.sub(r"[^\w=-]+", "_", path).strip("_") or "beranda"
    context = new_context(browser, server, ukuran, tema)
    page = context.new_page()
    pengamat.watch(page)
    buka(page, path)
    page.screenshot(path=folder / f"{name}-{ukuran}-{tema}.png")
    show_everything(page)
    page.wait_for_timeout(300)
    page.screenshot(path=folder / f"{name}-{ukuran}-{tema}-utuh.png")
    context.close()
    return pengamat


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--path", action="append", help="default: every page of the registry")
    parser.add_argument("--ukuran", action="append", choices=list(UKURAN))
    parser.add_argument("--tema", action="append", choices=TEMA)
    options = parser.parse_args(argv)
    paths = options.path or [alamat(halaman) for halaman in HALAMAN]
    options.folder.mkdir(parents=True, exist_ok=True)
    executable = ensure_browser()
    if executable is None:
        print("No Chromium or Chrome on this machine.", file=sys.stderr)
        return 1
    problems = 0
    with (
        tempfile.TemporaryDirectory() as temporary,
        running_server(Path(temporary)) as server,
        running_browser(executable) as browser,
    ):
        for path, ukuran, tema in product(paths, options.ukuran or UKURAN, options.tema or TEMA):
            pengamat = take(browser, server, path, ukuran, tema, options.folder)
            for problem in pengamat.console_errors + pengamat.outside_requests:
                problems += 1
                print(f"{path} {ukuran} {tema}: {problem}")
    print(f"{options.folder}: done, {problems} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
