"""Every page and state in a browser installed in English: no English word of the framework, no number with a point,
no period by its code, no figure torn from its percent sign.

What is looked at is all that is shown or read aloud: texts, labels, titles and places to type, also in shadow roots.
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocketRoute, expect

from dashboard.registry import HALAMAN, Halaman
from tests.e2e.alat import Server, alamat, buka, new_context, tunggu_tenang

BUKA = Callable[..., Page]
TAMPILAN = urlencode({"instansi": "PEMALANG", "tahun": 2025, "triwulan": "III"})

TEKS = """
() => {
  const found = new Set();
  const walk = root => {
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('script, style, noscript, [data-testid="stIconMaterial"]')) continue;
      for (const name of ['aria-label', 'aria-valuetext', 'aria-roledescription', 'placeholder', 'title', 'alt'])
        if (element.getAttribute(name)) found.add(element.getAttribute(name));
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.textContent.trim()) found.add(node.textContent.trim());
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.body);
  return [...found];
}
"""

INGGRIS = re.compile(
    r"\b(the|select|selected|open|close|clear|press|apply|choose|upload|browse|drag|drop|results?|options?|view|more"
    r"|less|sidebar|fullscreen|download|show|hide|help|running|stop|rerun|settings|print|theme|light|dark|system"
    r"|connect|connecting|connection|error|page|skip|content|remove|add|loading|date|month|year|next|previous|today"
    r"|value|search|slider|button|expand|collapse|copy|made|per file|dismiss|notifications?|empty|calendar|icon"
    r"|allowed|smaller|dd/mm/yyyy|mm/dd/yyyy|main menu)\b",
    re.IGNORECASE,
)
ANGKA_BERTITIK = re.compile(
    r"(?<![\w.\-/])\d+\.\d{1,2}(?![\w.\d])|(?<![\w,])\d{1,3}(,\d{3})+(?!\d)|\b20\d\d-\d\d-\d\d\b"
)
KODE_PERIODE = re.compile(r"\b(TW[1-4]|BLN\d\d)\b")
TERPUTUS = r"""
() => {
  const found = [];
  const walk = root => {
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('script, style, svg, textarea')) continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && /\d %/.test(node.textContent)
            && getComputedStyle(element).whiteSpaceCollapse !== 'preserve'
            && getComputedStyle(element).textWrapMode !== 'nowrap') found.push(node.textContent.trim());
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.body);
  return found;
}
"""
"""Figures that a line may end behind, with the percent sign on the next."""
JAM = re.compile(r"pukul \d\d\.\d\d")


def asing(page: Page) -> list[str]:
    """What is not ours to read; an hour is written with a point."""
    teks = (JAM.sub("", satu) for satu in page.evaluate(TEKS))
    return [satu for satu in teks if any(pola.search(satu) for pola in (INGGRIS, ANGKA_BERTITIK, KODE_PERIODE))]


def terlihat(page: Page, test_id: str) -> Iterator[Locator]:
    yield from (satu for satu in page.get_by_test_id(test_id).all() if satu.is_visible())


def bentangkan(page: Page) -> None:
    """Open what a page keeps folded."""
    for lipatan in page.locator("[data-testid=stMain] summary").all():
        lipatan.click()
        tunggu_tenang(page)


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda halaman: halaman.url_path)
def test_no_state_of_a_page_shows_an_english_word_or_a_decimal_point(walking_page: BUKA, halaman: Halaman) -> None:
    page = walking_page("laptop", "light", "en-US")
    buka(page, f"{alamat(halaman)}?{TAMPILAN}")
    bentangkan(page)
    assert asing(page) == [], "terbentang"
    assert page.evaluate(TERPUTUS) == []
    page.get_by_test_id("stMainMenuButton").click()
    expect(page.get_by_test_id("stMainMenuList")).to_be_visible()
    assert asing(page) == [], "menu"
    page.keyboard.press("Escape")
    for jenis in ("stSelectbox", "stMultiSelect"):
        for pilihan in terlihat(page, jenis):
            isian = pilihan.locator("input").first
            isian.click()
            assert asing(page) == [], jenis
            if isian.is_editable():
                isian.fill("zzzz")
                assert asing(page) == [], f"{jenis} tanpa hasil"
            page.keyboard.press("Escape")
    for tombol in terlihat(page, "stDateInputCalendarButton"):
        tombol.click()
        expect(page.get_by_role("grid").last).to_be_visible()
        assert asing(page) == [], "kalender"
        page.keyboard.press("Escape")


def test_a_file_that_is_too_large_or_of_a_wrong_kind_is_refused_in_indonesian(browser_page: BUKA) -> None:
    page = browser_page(bahasa="en-US")
    buka(page, f"/data?{TAMPILAN}")
    masukan = page.locator("input[type=file]").first
    masukan.set_input_files({"name": "besar.xlsx", "mimeType": "application/x", "buffer": b"0" * (11 * 1024 * 1024)})
    expect(page.get_by_test_id("stFileUploader").first).to_contain_text("paling besar 10 MB.")
    masukan.set_input_files({"name": "gambar.exe", "mimeType": "application/x", "buffer": b"0" * 1500})
    expect(page.get_by_test_id("stFileUploader").first).to_contain_text("1,5 KB")
    assert asing(page) == []


def test_a_slider_between_two_whole_numbers_shows_a_comma(browser_page: BUKA) -> None:
    page = browser_page(bahasa="en-US")
    buka(page, "/simulasi?instansi=BANTEN&tahun=2023&triwulan=IV&indikator=IKU-02")
    geser = page.get_by_role("slider").first
    geser.focus()
    page.keyboard.press("ArrowLeft")
    expect(geser).to_have_attribute("aria-valuetext", re.compile(r"^\d+,\d+( |$)"))
    expect(page.get_by_role("textbox", name="Nilai ").first).to_have_value(re.compile(r"^\d+,\d+$"))
    assert asing(page) == []


def test_a_lost_connection_is_said_in_indonesian(browser: Browser, server: Server) -> None:
    """In a context of its own: that the console complains is what a lost connection is."""
    context = new_context(browser, server, bahasa="en-US")
    page = context.new_page()
    saluran: list[WebSocketRoute] = []

    def teruskan(satu: WebSocketRoute) -> None:
        satu.connect_to_server()
        saluran.append(satu)

    page.route_web_socket("**/_stcore/stream", teruskan)
    buka(page, f"/?{TAMPILAN}")
    page.route("**/_stcore/**", lambda rute: rute.abort())
    saluran[0].close()
    expect(page.get_by_role("dialog")).to_contain_text("Server dasbor tidak menjawab", timeout=60_000)
    assert asing(page) == []
    context.close()
