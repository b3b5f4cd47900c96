"""A tree larger than the screen in a real browser: always legible, fitted, folded, or shown as an overview."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.alat import Server, buka, new_context, running_server, tunggu_tenang
from tests.e2e.test_pohon import LEGIBEL, PEMALANG, SEMUA, TERLIHAT, terbuka
from tests.unit.bangun_pohon import buatan, isi_basis_data

# The smallest letters of what is drawn, in pixels of the screen.
HURUF_TERKECIL = """
pohon => {
  const skala = new DOMMatrix(getComputedStyle(pohon).transform).a;
  const judul = [...pohon.querySelectorAll('.pk-kotak:not([hidden]) .pk-judul, .pk-kotak:not([hidden]) .pk-kode')];
  return skala * Math.min(...judul.map(e => parseFloat(getComputedStyle(e).fontSize)));
}
"""


@pytest.mark.parametrize(("alamat", "ukuran"), [(PEMALANG, "laptop"), (SEMUA[2], "proyektor"), (SEMUA[2], "ponsel")])
def test_a_tree_fitted_to_the_screen_stays_legible_and_leads_to_the_overview(
    browser_page: Callable[..., Page], alamat: str, ukuran: str
) -> None:
    page = browser_page(ukuran)
    buka(page, alamat)
    page.get_by_role("button", name="Buka semua").click()
    for _ in range(12):
        page.get_by_role("button", name="Perkecil").click()
    assert page.locator(".pk-pohon").evaluate(HURUF_TERKECIL) >= 8
    semua = terbuka(page)
    page.get_by_role("button", name="Muat layar").click()
    assert page.locator(".pk-pohon").evaluate(HURUF_TERKECIL) >= 8
    assert 0 < terbuka(page) < semua
    page.get_by_role("button", name="Lihat seluruhnya di Peta").click()
    tunggu_tenang(page)
    expect(page.get_by_role("radio", name="Peta")).to_be_checked()
    expect(page.locator(".js-plotly-plot")).to_be_visible()


def test_what_a_filter_lets_through_is_fitted_and_the_overview_follows_it(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    page.get_by_role("combobox", name="Jenjang").fill("Sasaran")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    tunggu_tenang(page)
    for satu in page.locator(".pk-kotak:visible").all():
        assert satu.evaluate(TERLIHAT)
    jumlah = page.locator(".pk-kotak").count()
    page.get_by_role("radio", name="Peta").click()
    tunggu_tenang(page)
    expect(page.get_by_text(f"{jumlah} dari 89 kotak")).to_be_visible()


@pytest.fixture(scope="module")
def server_besar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose only agency has a generated tree of 300 boxes."""
    folder = tmp_path_factory.mktemp("besar")
    with running_server(folder, isi_basis_data(folder, buatan(300))) as berjalan:
        yield berjalan


def test_three_hundred_boxes_stay_legible_and_are_all_reached(browser: Browser, server_besar: Server) -> None:
    with new_context(browser, server_besar) as konteks:
        page = konteks.new_page()
        buka(page, "/pohon-kinerja?instansi=BUATAN&tahun=2025&triwulan=IV")
        assert terbuka(page) == 21
        page.get_by_role("button", name="Buka semua").click()
        assert terbuka(page) == 300
        hasil = page.locator(".pk-pohon").evaluate(LEGIBEL)
        assert hasil == {"terkecil": True, "terpotong": 0}
        page.locator(".pk-cari").fill("N-299")
        assert page.locator('.pk-kotak[data-kode="N-299"]').evaluate(TERLIHAT)
