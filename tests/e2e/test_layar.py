"""The same pages in a hall, enlarged twice, and on paper: large enough, nothing cut, nothing that is no content."""

from collections.abc import Callable
from io import BytesIO
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect

from dashboard.registry import HALAMAN, Halaman
from tests.e2e.alat import TEMA, alamat, buka, tunggu_tenang
from tests.e2e.test_setiap_halaman import SIDEWAYS

BUKA = Callable[..., Page]
PASER = {"instansi": "PASER", "tahun": "2023", "triwulan": "III"}
PROYEKTOR = urlencode({**PASER, "layar": "true"})
TAMPAK_SAMA = 3
"""Steps of grey that no eye tells apart: a drawer is drawn in a shade of its own."""
PONSEL_MERIT = "/sistem-merit?instansi=BANTEN&tahun=2023&triwulan=IV"
TERTUTUP = """
() => {
  const [toast, title] = ['stToastContainer', null].map(id =>
    document.querySelector(id ? `[data-testid="${id}"]` : '.dk-kepala').getBoundingClientRect());
  return toast.top < title.bottom;
}
"""
DUA_KALI: ViewportSize = {"width": 1366 // 2, "height": 768 // 2}

KECIL = """
() => {
  const small = [];
  const walk = (root, scale) => {
    for (const element of root.querySelectorAll('*')) {
      const drawn = element.closest('.pk-pohon');
      const zoom = drawn ? new DOMMatrix(getComputedStyle(drawn).transform).a : 1;
      const own = [...element.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
      const { width, height } = element.getBoundingClientRect();
      const skip = element.closest('style, script, [data-testid="stIconMaterial"], [data-testid="stFileUploader"]');
      if (own && width > 1 && height > 1 && !skip && parseFloat(getComputedStyle(element).fontSize) * zoom < 18)
        small.push(element.textContent.trim().slice(0, 40));
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.body);
  return small;
}
"""
TERPOTONG = """
() => [...document.querySelectorAll('[data-testid="stMain"] button *')]
  .filter(e => e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).overflowX === 'hidden')
  .map(e => e.textContent.trim())
"""


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda halaman: halaman.url_path)
def test_in_a_hall_no_text_is_smaller_than_18_pixels(walking_page: BUKA, halaman: Halaman) -> None:
    page = walking_page("proyektor")
    buka(page, f"{alamat(halaman)}?{PROYEKTOR}")
    assert page.evaluate(KECIL) == []
    assert page.evaluate(SIDEWAYS) == 0


def test_a_tree_that_is_open_follows_the_large_type_without_a_reload(browser_page: BUKA) -> None:
    page = browser_page("proyektor")
    buka(page, f"/pohon-kinerja?{urlencode(PASER)}")
    asli = page.locator('.pk-alat [data-aksi="asli"]')
    for skala in ("150 %", "100 %"):
        page.get_by_text("Huruf besar untuk proyektor").click()
        expect(asli).to_have_text(skala)
        tunggu_tenang(page)
        assert (page.evaluate(KECIL) == []) == (skala == "150 %")


def test_the_large_type_stands_in_the_address_and_goes_along_with_a_link_until_it_is_put_off(
    browser_page: BUKA,
) -> None:
    page = browser_page("proyektor")
    saklar = page.get_by_text("Huruf besar untuk proyektor")
    buka(page, f"/?{urlencode(PASER)}")
    saklar.click()
    tunggu_tenang(page)
    assert parse_qs(urlsplit(page.url).query)["layar"] == ["true"]
    buka(page, f"/sistem-merit?{urlencode(PASER)}")
    assert parse_qs(urlsplit(page.url).query)["layar"] == ["true"]
    saklar.click()
    tunggu_tenang(page)
    buka(page, f"/?{urlencode(PASER)}")
    assert "layar" not in parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda halaman: halaman.url_path)
def test_enlarged_twice_no_word_of_a_button_is_cut(walking_page: BUKA, halaman: Halaman) -> None:
    page = walking_page("laptop")
    page.set_viewport_size(DUA_KALI)
    buka(page, f"{alamat(halaman)}?{urlencode(PASER)}")
    assert page.evaluate(TERPOTONG) == []
    assert page.evaluate(SIDEWAYS) == 0


def test_on_paper_there_is_no_menu_and_no_drawer_and_a_row_is_not_torn(browser_page: BUKA) -> None:
    page = browser_page()
    buka(page, "/pohon-kinerja?instansi=PEMALANG&tahun=2025&triwulan=III&simpul=PRG-01")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.emulate_media(media="print")
    for tempat in ("stDialog", "stSidebar", "stHeader"):
        expect(page.get_by_test_id(tempat)).to_be_hidden()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.goto("/riwayat?instansi=PEMALANG&tahun=2025&triwulan=III")
    tunggu_tenang(page)
    baris = page.locator(".dk table tbody tr, table.dk tbody tr").first
    assert baris.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert page.locator(".dk thead").first.evaluate("e => getComputedStyle(e).display") == "table-header-group"


@pytest.mark.parametrize("tema", TEMA)
def test_a_table_wider_than_a_phone_shows_at_its_edge_that_there_is_more(browser_page: BUKA, tema: str) -> None:
    page = browser_page("ponsel", tema)
    buka(page, PONSEL_MERIT)
    tabel = page.get_by_role("region", name="Kriteria")
    tabel.scroll_into_view_if_needed()

    def tepi(letak: int) -> list[bytes]:
        """How light the left and the right edge are, between two lines of text."""
        tabel.evaluate("(tabel, x) => { tabel.scrollLeft = x }", letak)
        gambar = Image.open(BytesIO(tabel.screenshot(animations="disabled"))).convert("L")
        return [gambar.crop((x, 3, x + 1, 4)).tobytes() for x in (1, gambar.width // 2, gambar.width - 2)]

    kiri, tengah, kanan = tepi(0)
    assert (kiri == tengah, kanan == tengah) == (True, False)
    kiri, tengah, kanan = tepi(100)
    assert kiri != tengah != kanan
    kiri, tengah, kanan = tepi(10_000)
    assert (kiri == tengah, kanan == tengah) == (False, True)


def test_on_a_phone_the_notice_of_a_corrected_link_leaves_the_title_free(browser_page: BUKA) -> None:
    page = browser_page("ponsel")
    buka(page, "/?instansi=ANEH&tahun=2025&triwulan=III")
    expect(page.get_by_test_id("stToast").first).to_be_visible()
    tunggu_tenang(page)
    assert not page.evaluate(TERTUTUP)


@pytest.mark.parametrize("tema", TEMA)
def test_a_table_that_fits_has_no_shade_also_in_a_drawer(browser_page: BUKA, tema: str) -> None:
    page = browser_page("laptop", tema)
    buka(page, f"/pohon-kinerja?{urlencode(PASER)}&simpul=IND-30-01")
    tabel = page.get_by_role("dialog").locator(".dk-gulir").first
    expect(tabel).to_be_visible()
    tunggu_tenang(page)
    gambar = Image.open(BytesIO(tabel.screenshot(animations="disabled"))).convert("L")
    tepi = [gambar.crop((x, 3, x + 1, 4)).tobytes()[0] for x in (1, gambar.width // 2, gambar.width - 2)]
    assert max(tepi) - min(tepi) <= TAMPAK_SAMA
