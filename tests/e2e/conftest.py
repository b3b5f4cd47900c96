"""Fixtures of the browser tests: a real server, a real browser, pages that are watched."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.alat import Pengamat, Server, new_context, running_browser, running_server
from tests.lingkungan import find_browser, in_ci

PageFactory = Callable[..., Page]
"""Called as (ukuran="laptop", tema="light", bahasa="id-ID")."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser_executable() -> Path:
    executable = find_browser()
    if executable is None and in_ci():
        pytest.fail("Tidak ada Chromium/Chrome, sedangkan CI=true mewajibkannya.")
    if executable is None:
        pytest.skip("Tidak ada Chromium/Chrome di mesin ini: pengujian di peramban dilewati.")
    return executable


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def browser(browser_executable: Path) -> Iterator[Browser]:
    # Not session-wide: playwright keeps an event loop in the thread, which tests of other modules may not expect.
    with running_browser(browser_executable) as running:
        yield running


class Pembuka:
    """Opens pages in contexts of their own and keeps what they did that they must not do."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self._browser, self._server = browser, server
        self._contexts: list[BrowserContext] = []
        self.pengamat = Pengamat()

    def __call__(self, ukuran: str = "laptop", tema: str = "light", bahasa: str = "id-ID") -> Page:
        context = new_context(self._browser, self._server, ukuran, tema, bahasa)
        self._contexts.append(context)
        page = context.new_page()
        self.pengamat.watch(page)
        return page

    def tutup(self) -> None:
        for context in self._contexts:
            context.close()

    def periksa(self) -> None:
        """Console errors and outside requests fail the test."""
        errors, requests = self.pengamat.ambil()
        assert errors == [], f"console errors; server output:\n{self._server.output()[-4000:]}"
        assert requests == [], "the page asked for something outside this machine"


@pytest.fixture
def browser_page(browser: Browser, server: Server) -> Iterator[PageFactory]:
    """A page of the test's own."""
    pembuka = Pembuka(browser, server)
    yield pembuka
    pembuka.tutup()
    pembuka.periksa()


@pytest.fixture(scope="module")
def _yang_berjalan(browser: Browser, server: Server) -> Iterator[tuple[Pembuka, dict[tuple[str, ...], Page]]]:
    pembuka = Pembuka(browser, server)
    yield pembuka, {}
    pembuka.tutup()


@pytest.fixture
def walking_page(_yang_berjalan: tuple[Pembuka, dict[tuple[str, ...], Page]]) -> Iterator[PageFactory]:
    """One page a size and language for all tests of a file, which only look: a new one would load everything anew.

    Whoever uses it opens an address first; nothing may be left that the next address does not replace.
    """
    pembuka, pages = _yang_berjalan

    def ambil(*ciri: str) -> Page:
        if ciri not in pages:
            pages[ciri] = pembuka(*ciri)
        return pages[ciri]

    yield ambil
    pembuka.periksa()
