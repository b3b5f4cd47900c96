"""Fixtures of the browser tests: a real server, a real browser, pages that are watched."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.alat import Pengamat, Server, new_context, running_browser, running_server
from tests.lingkungan import find_browser, in_ci

PageFactory = Callable[..., Page]


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


@pytest.fixture
def browser_page(browser: Browser, server: Server) -> Iterator[PageFactory]:
    """browser_page(ukuran="laptop", tema="light", bahasa="id-ID") gives a page.

    Console errors and outside requests fail the test.
    """
    contexts = []
    pengamat = Pengamat()

    def make(ukuran: str = "laptop", tema: str = "light", bahasa: str = "id-ID") -> Page:
        context = new_context(browser, server, ukuran, tema, bahasa)
        contexts.append(context)
        page = context.new_page()
        pengamat.watch(page)
        return page

    yield make
    for context in contexts:
        context.close()
    assert pengamat.console_errors == [], f"console errors; server output:\n{server.output()[-4000:]}"
    assert pengamat.outside_requests == [], "the page asked for something outside this machine"
