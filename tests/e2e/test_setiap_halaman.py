"""Each page in a real browser, at every size and in both themes: drawn whole, reachable, silent on the console.

The fixture browser_page fails a test whose page wrote an error to the console or asked for anything outside.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.registry import HALAMAN, Halaman
from tests.e2e.alat import TEMA, UKURAN, alamat, buka, pelanggaran_axe

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("tema", TEMA)
@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda halaman: halaman.url_path)
def test_a_page_is_drawn_without_error_and_without_scrolling_sideways(
    browser_page: Callable[..., Page], halaman: Halaman, ukuran: str, tema: str
) -> None:
    page = browser_page(ukuran, tema)
    buka(page, alamat(halaman))
    expect(page.locator(".dk-galat[role=alert], [data-testid=stException]")).to_have_count(0)
    expect(page.get_by_role("heading").first).to_be_visible()
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("tema", TEMA)
@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda halaman: halaman.url_path)
def test_a_page_can_be_used_by_those_who_do_not_see_or_point(
    browser_page: Callable[..., Page], halaman: Halaman, tema: str
) -> None:
    page = browser_page("laptop", tema)
    buka(page, alamat(halaman))
    assert pelanggaran_axe(page) == []


def test_the_page_says_that_it_is_indonesian(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, "/")
    assert page.locator("html").get_attribute("lang") == "id"
