"""Each page in a real browser, at every size and in both themes: drawn whole, reachable, silent on the console.

The fixture walking_page fails a test whose page wrote an error to the console or asked for anything outside.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.registry import HALAMAN, Halaman
from tests.e2e.alat import TEMA, UKURAN, alamat, buka, pakai_tema, pelanggaran_axe

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda halaman: halaman.url_path)
def test_a_page_is_drawn_whole_and_for_everybody_in_both_themes(
    walking_page: Callable[..., Page], halaman: Halaman, ukuran: str
) -> None:
    """Without error, without scrolling sideways, and nothing that those who do not see or point cannot use."""
    page = walking_page(ukuran)
    buka(page, alamat(halaman))
    for tema in TEMA:
        pakai_tema(page, tema)
        expect(page.locator(".dk-galat[role=alert], [data-testid=stException]")).to_have_count(0)
        expect(page.get_by_role("heading").first).to_be_visible()
        assert page.evaluate(SIDEWAYS) == 0, tema
        if ukuran == "laptop":
            assert pelanggaran_axe(page) == [], tema


def test_the_page_says_that_it_is_indonesian(walking_page: Callable[..., Page]) -> None:
    page = walking_page("laptop")
    buka(page, "/")
    assert page.locator("html").get_attribute("lang") == "id"
