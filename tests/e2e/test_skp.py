"""Distribusi SKP in a browser: from a bar's part to its people to the steps of one score."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.alat import buka, tunggu_tenang

PASER = "/distribusi-skp?instansi=PASER&tahun=2023&triwulan=4"
CUKUP = 2


def test_a_part_of_a_bar_leads_to_its_people_and_to_one_calculation(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PASER)
    balok = page.locator(".stPlotlyChart .barlayer .trace").nth(CUKUP).locator(".point path").last
    balok.scroll_into_view_if_needed()
    balok.click(force=True)
    tunggu_tenang(page)
    orang = page.get_by_role("region", name="Daftar pegawai")
    expect(orang.locator("tbody tr")).to_have_count(6)
    hitungan = page.locator("section.dk-hitungan")
    hitungan.locator("summary").first.click()
    expect(hitungan.locator("details[open] li").first).to_contain_text(re.compile(r"Kuantitas: .* ÷ .* × 100 = "))
    expect(hitungan).to_contain_text("Prestasi kerja: 60 % ×")


@pytest.mark.parametrize("ukuran", ["laptop", "ponsel"])
def test_every_part_opens_without_widening_the_page(browser_page: Callable[..., Page], ukuran: str) -> None:
    page = browser_page(ukuran)
    buka(page, PASER)
    for nama in ("Bulanan", "Predikat", "Kalender", "Pegawai", "Sebaran"):
        page.get_by_role("radio", name=nama).or_(page.get_by_role("button", name=nama, exact=True)).first.click()
        tunggu_tenang(page)
        lebar = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert lebar[0] <= lebar[1], nama
