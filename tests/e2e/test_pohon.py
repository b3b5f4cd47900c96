"""Pohon Kinerja in a real browser: every box reachable, by mouse, by keyboard, by search and by address."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.alat import TEMA, UKURAN, buka, pakai_tema, pelanggaran_axe, tunggu_tenang

PEMALANG = "/pohon-kinerja?instansi=PEMALANG&tahun=2025&triwulan=III"
SEMUA = (
    PEMALANG,
    "/pohon-kinerja?instansi=BANTEN&tahun=2023&triwulan=IV",
    "/pohon-kinerja?instansi=PASER&tahun=2023&triwulan=IV",
    "/pohon-kinerja?instansi=PK&tahun=2024&triwulan=IV",
)
# A box counts as reached when it lies inside the frame once it has been jumped to.
TERLIHAT = """
kotak => {
  const b = kotak.closest('.pk-bingkai').getBoundingClientRect(), k = kotak.getBoundingClientRect();
  const mendatar = k.left >= b.left - 1 && k.right <= b.right + 1;
  return k.width > 0 && mendatar && k.top >= b.top - 1 && k.bottom <= b.bottom + 1;
}
"""

# No text below 12 px at full size, and no box that cuts off its own content.
LEGIBEL = """
pohon => {
  const kotak = [...pohon.querySelectorAll('.pk-kotak')];
  const teks = kotak.flatMap(k => [...k.querySelectorAll('*')]).filter(e => e.textContent && e.offsetHeight);
  return {
    terkecil: teks.every(e => parseFloat(getComputedStyle(e).fontSize) >= 12),
    terpotong: kotak.filter(k => k.scrollHeight > k.clientHeight + 1 || k.scrollWidth > k.clientWidth + 1).length,
  };
}
"""


def kotak(page: Page, kode: str) -> Locator:
    return page.locator(f'.pk-kotak[data-kode="{kode}"]')


def terbuka(page: Page) -> int:
    return page.locator(".pk-kotak:visible").count()


def laci(page: Page) -> Locator:
    return page.get_by_role("dialog")


def test_the_tree_begins_legible_with_its_upper_levels_open(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    assert terbuka(page) == 12
    huruf = page.locator(".pk-kotak:visible .pk-judul").first
    assert float(huruf.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) >= 13
    expect(page.get_by_role("button", name="Ukuran asli")).to_have_text("100 %")


def test_each_of_pemalangs_89_boxes_is_reached_by_keyboard_and_seen(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    page.get_by_role("button", name="Buka semua").click()
    assert terbuka(page) == 89
    kotak(page, "TUJ-01").focus()
    dilewati = []
    for _ in range(89):
        fokus = page.locator(".pk-kotak:focus")
        dilewati.append(fokus.get_attribute("data-kode"))
        assert fokus.evaluate(TERLIHAT), dilewati[-1]
        page.keyboard.press("ArrowDown")
    assert len(set(dilewati)) == 89


def test_each_of_pemalangs_89_boxes_is_found_by_its_code(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    kode = [k.get_attribute("data-kode") or "" for k in page.locator(".pk-kotak").all()]
    assert len(kode) == 89
    for satu in kode:
        page.locator(".pk-cari").fill(satu)
        expect(page.locator(".pk-temuan")).to_have_text(re.compile(r"^1 dari \d+$"))
        terpilih = page.locator('.pk-kotak[aria-selected="true"]')
        expect(terpilih).to_have_attribute("data-kode", satu)
        assert terpilih.evaluate(TERLIHAT), satu


def test_search_goes_through_all_it_finds_and_says_when_it_finds_nothing(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    cari = page.locator(".pk-cari")
    cari.fill("kenaikan pangkat")
    expect(page.locator(".pk-temuan")).to_have_text(re.compile(r"^1 dari [2-9]"))
    pertama = page.locator('.pk-kotak[aria-selected="true"]').get_attribute("data-kode")
    cari.press("Enter")
    assert page.locator('.pk-kotak[aria-selected="true"]').get_attribute("data-kode") != pertama
    cari.fill("kereta api")
    expect(page.locator(".pk-temuan")).to_have_text("Tidak ditemukan")


def test_a_click_opens_the_detail_and_its_address_opens_it_again(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    kotak(page, "PRG-06").locator(".pk-judul").click()
    expect(laci(page)).to_contain_text("Program PRG-06")
    expect(laci(page)).to_contain_text("Dibentuk oleh")
    assert "simpul=PRG-06" in page.url
    alamat = page.url
    page.keyboard.press("Escape")
    expect(laci(page)).to_have_count(0)
    tunggu_tenang(page)
    assert "simpul=" not in page.url
    expect(page.locator(".pk-kotak:focus")).to_have_attribute("data-kode", "PRG-06")
    buka(page, alamat)
    expect(laci(page)).to_contain_text("Program PRG-06")


def test_a_deep_link_shows_its_box_in_the_tree(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, f"{PEMALANG}&simpul=SUB-16")
    expect(laci(page)).to_contain_text("Sub kegiatan SUB-16")
    page.keyboard.press("Escape")
    expect(laci(page)).to_have_count(0)
    tunggu_tenang(page)
    expect(kotak(page, "SUB-16")).to_be_visible()
    expect(kotak(page, "SUB-16")).to_have_attribute("aria-selected", "true")
    assert kotak(page, "SUB-16").evaluate(TERLIHAT)


def test_from_a_red_or_orange_iku_the_drawer_leads_down_to_its_leaves(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, f"{SEMUA[2]}&simpul=SAS-02")
    tautan = laci(page).locator(".dk-hubung").first.locator("a")
    assert 1 <= tautan.count() <= 3
    page.evaluate("window.tetap = true")
    tautan.first.click()
    expect(laci(page)).to_contain_text("Individu IND-")
    assert page.evaluate("window.tetap")  # the page itself was not loaded again
    assert "simpul=IND-" in page.url


def test_the_tree_is_walked_opened_and_closed_by_keyboard(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    kotak(page, "TUJ-01").focus()
    langkah = (("ArrowRight", "SAS-01"), ("ArrowRight", "PRG-01"), ("ArrowLeft", "SAS-01"), ("End", "PRG-08"))
    for tombol, kode in langkah:
        page.keyboard.press(tombol)
        expect(page.locator(".pk-kotak:focus")).to_have_attribute("data-kode", kode)
    page.keyboard.press("+")
    expect(kotak(page, "PRG-08")).to_have_attribute("aria-expanded", "true")
    expect(kotak(page, "KEG-21")).to_be_visible()
    page.keyboard.press("-")
    expect(kotak(page, "KEG-21")).to_be_hidden()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(laci(page)).to_contain_text("Tujuan TUJ-01")


def test_filters_keep_what_fits_and_the_way_to_it(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="✖ Kritis").click()
    page.keyboard.press("Escape")
    tunggu_tenang(page)
    cocok = page.locator(".pk-kotak:visible:not(.pk-konteks)")
    assert cocok.count() >= 1
    assert cocok.count() == page.locator(".pk-kotak:visible:not(.pk-konteks) .pk-bentuk.pk-merah").count()
    expect(page.locator('.pk-konteks[data-kode="TUJ-01"]')).to_be_visible()


def test_zoom_keeps_within_its_bounds_and_the_whole_fits_the_frame(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PEMALANG)
    page.get_by_role("button", name="Buka semua").click()
    page.get_by_role("button", name="Muat layar").click()
    assert page.locator(".pk-bingkai").evaluate(
        "b => b.scrollWidth <= b.clientWidth + 1 && b.scrollHeight <= b.clientHeight + 1"
    )
    page.get_by_role("button", name="Ukuran asli").click()
    expect(page.get_by_role("button", name="Ukuran asli")).to_have_text("100 %")


@pytest.mark.parametrize("alamat", SEMUA, ids=("pemalang", "banten", "paser", "pk"))
def test_tree_and_drawer_have_no_serious_accessibility_problem(browser_page: Callable[..., Page], alamat: str) -> None:
    page = browser_page()
    buka(page, alamat)
    page.get_by_role("button", name="Buka semua").click()
    for tema in TEMA:
        pakai_tema(page, tema)
        assert pelanggaran_axe(page) == [], tema
    page.locator(".pk-kotak").first.focus()
    page.keyboard.press("Enter")
    expect(laci(page)).to_be_visible()
    for tema in reversed(TEMA):
        pakai_tema(page, tema)
        assert pelanggaran_axe(page) == [], tema


@pytest.mark.parametrize("tampilan", ["Tabel", "Peta"])
def test_the_other_views_have_no_serious_accessibility_problem(
    browser_page: Callable[..., Page], tampilan: str
) -> None:
    page = browser_page()
    buka(page, SEMUA[2])
    page.get_by_role("radio", name=tampilan).click()
    tunggu_tenang(page)
    assert pelanggaran_axe(page) == []


@pytest.mark.parametrize("ukuran", UKURAN)
def test_boxes_do_not_cover_one_another(browser_page: Callable[..., Page], ukuran: str) -> None:
    page = browser_page(ukuran)
    buka(page, SEMUA[2])
    page.get_by_role("button", name="Buka semua").click()
    bertumpuk = page.evaluate("""
      () => {
        const pohon = document.querySelector('.pk-pohon') || [...document.querySelectorAll('*')]
          .map(e => e.shadowRoot && e.shadowRoot.querySelector('.pk-pohon')).find(Boolean);
        const k = [...pohon.querySelectorAll('.pk-kotak:not([hidden])')].map(e => e.getBoundingClientRect());
        let n = 0;
        for (let i = 0; i < k.length; i++) for (let j = i + 1; j < k.length; j++)
          if (k[i].left < k[j].right - 1 && k[j].left < k[i].right - 1
              && k[i].top < k[j].bottom - 1 && k[j].top < k[i].bottom - 1) n++;
        return [k.length, n];
      }
    """)
    assert bertumpuk == [160, 0]


@pytest.mark.parametrize(
    ("nama", "akhiran"),
    [
        ("SVG", ".svg"),
        ("PNG", ".png"),
        ("PDF A3", "-a3.pdf"),
        ("SVG A3", "-a3.zip"),
        ("Cascading panjang (Excel)", ".xlsx"),
    ],
)
def test_the_tree_is_handed_out_as_a_file(browser_page: Callable[..., Page], nama: str, akhiran: str) -> None:
    page = browser_page()
    buka(page, SEMUA[1])
    with page.expect_download() as unduhan:
        page.get_by_role("button", name=nama, exact=True).click()
    assert unduhan.value.suggested_filename == f"pohon-kinerja-banten-2023-tw4{akhiran}"
    assert unduhan.value.path().stat().st_size > 2000
