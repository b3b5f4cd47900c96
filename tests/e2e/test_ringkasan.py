"""The head of an agency prepares a meeting: from the summary to the person, the promise and the question."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.alat import UKURAN, buka, tunggu_tenang

PASER = "instansi=PASER&tahun=2023&triwulan=4"
TERBURUK = 3


def test_the_three_worst_with_owner_promise_and_question_are_read_without_an_action(
    browser_page: Callable[..., Page],
) -> None:
    page = browser_page("laptop")
    buka(page, f"/?{PASER}")
    expect(page.locator("h1")).to_have_text("29 dari 371 indikator belum dilaporkan; 2 dari 5 IKU di bawah target")
    expect(page.locator(".dk-keadaan").first).to_have_text("sementara")
    kedua = page.locator(".dk-prioritas > li").nth(1)
    expect(kedua).to_contain_text("Kurang 6,5 poin dari target 125")
    expect(kedua).to_contain_text("Kepala Bidang Pengadaan, Pemberhentian dan Informasi")
    expect(kedua).to_contain_text("Analis Perencanaan, Evaluasi dan Pelaporan, batas 13 Februari 2024")
    expect(kedua.locator(".dk-tanya")).to_contain_text("Batas 13 Februari 2024 sudah lewat")
    ketiga = page.locator(".dk-prioritas > li").nth(TERBURUK - 1).bounding_box()
    assert ketiga is not None
    assert ketiga["y"] + ketiga["height"] <= UKURAN["laptop"][1], "the third worst ends on the first screen"


def test_two_actions_lead_from_a_priority_over_its_drawer_to_the_row_with_the_promise(
    browser_page: Callable[..., Page],
) -> None:
    page = browser_page("laptop")
    buka(page, f"/?{PASER}")
    page.locator(".dk-prioritas > li").nth(2).locator("h3 a").click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(r"/pohon-kinerja\?.*indikator=IKI-03-006"))
    laci = page.get_by_role("dialog")
    expect(laci).to_contain_text("IKI-03-006 mencapai 0 dokumen dari target 1 dokumen")
    laci.get_by_role("link", name="Buka barisnya di Bidang & IKI").click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(r"/bidang-iki\?.*iki=IKI-03-006"))
    expect(page.get_by_role("main")).to_contain_text("IKI-03-006")


def test_one_action_leads_from_an_overdue_promise_to_where_it_is_answered(browser_page: Callable[..., Page]) -> None:
    page = browser_page("laptop")
    buka(page, f"/?{PASER}")
    page.get_by_text("25 janji berikutnya").click()
    expect(page.locator(".dk-agenda").first).to_be_visible()
    page.get_by_role("link", name="Buka barisnya").nth(5).click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(r"/bidang-iki\?.*iki=IKI-03-001"))
