"""From the summary to how a number was made, as the head of an agency walks it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.alat import buka, tunggu_tenang

PASER = "instansi=PASER&tahun=2023&triwulan=4"


def test_the_worst_iku_leads_to_how_its_number_was_made(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, f"/?{PASER}")
    page.locator(".dk-bullet a").first.click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(r"/capaian-iku\?.*indikator=IKU-03"))
    asal = page.locator("section.dk-asal")
    expect(asal).to_contain_text("71,4 ÷ 80 × 100 = 89,25")
    expect(asal).to_contain_text("Keputusan Kepala Badan")


def test_a_click_under_a_gauge_changes_the_explanation_and_the_address(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, f"/capaian-iku?{PASER}")
    page.get_by_role("button", name="Asal angka").nth(1).click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(r"/capaian-iku\?.*indikator=IKU-02"))
    expect(page.locator("section.dk-asal")).to_contain_text("118,5 ÷ 125 × 100 = 94,8")


def test_the_bullet_view_lists_all_iku_on_one_scale(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, f"/capaian-iku?{PASER}")
    page.get_by_text("Bullet", exact=True).click()
    tunggu_tenang(page)
    expect(page.locator(".dk-bullet li")).to_have_count(5)


@pytest.mark.parametrize("ukuran", ["laptop", "ponsel"])
def test_the_filter_lives_in_the_address(browser_page: Callable[..., Page], ukuran: str) -> None:
    page = browser_page(ukuran)
    buka(page, "/?instansi=PK&tahun=2024&triwulan=2")
    expect(page.locator(".dk-konteks")).to_contain_text("s.d. TW II 2024")
    page.reload()
    tunggu_tenang(page)
    expect(page.locator(".dk-konteks")).to_contain_text("s.d. TW II 2024")
