"""The register in a browser: a link opens a finding, a decision is stored with its reason and stays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.alat import TEMA, buka, pelanggaran_axe, tunggu_tenang

TEMUAN = "/ketidaksesuaian?instansi=BANTEN&tahun=2023&triwulan=IV"
KODE = "kelas_tercetak:IKU-01"


def test_a_link_opens_the_finding_with_quotation_place_and_reason(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, f"{TEMUAN}&temuan={KODE}")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("bertumpang tindih pada 30, 50, 60, 70, 80 dan 90")
    expect(dialog).to_contain_text("Mengapa penting")
    expect(dialog).to_contain_text("Lampiran II, tabel Indikator Kinerja Utama, No 1")


@pytest.mark.parametrize("tema", TEMA)
def test_an_open_finding_can_be_used_without_seeing(browser_page: Callable[..., Page], tema: str) -> None:
    page = browser_page("laptop", tema)
    buka(page, f"{TEMUAN}&temuan={KODE}")
    assert pelanggaran_axe(page) == []


def test_a_decision_needs_a_reason_and_is_still_there_when_the_page_is_opened_again(
    browser_page: Callable[..., Page],
) -> None:
    page = browser_page()
    buka(page, TEMUAN)
    page.get_by_label("Objek").fill("PRG-01.1")
    page.get_by_label("Objek").press("Enter")
    tunggu_tenang(page)
    page.evaluate("window.tetap = true")
    page.get_by_role("link", name="Periksa").first.click()
    tunggu_tenang(page)
    dialog = page.get_by_role("dialog")
    assert page.evaluate("window.tetap === true"), "the page was loaded again"
    judul = dialog.get_by_role("heading", level=3).inner_text()
    dialog.get_by_role("button", name="Simpan keputusan").click()
    tunggu_tenang(page)
    expect(dialog).to_contain_text("Tulis alasannya")
    dialog.get_by_text("Dijelaskan", exact=True).click()
    tunggu_tenang(page)
    dialog.get_by_label("Alasan").fill("Dokumen aslinya memang begitu.")
    dialog.get_by_role("button", name="Simpan keputusan").click()
    tunggu_tenang(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("header.dk-kepala")).to_contain_text("1 dijelaskan")
    buka(page, f"{TEMUAN}&objek=PRG-01.1")
    baris = page.locator(".dk-temuan", has_text=judul).filter(has_text="Dijelaskan")
    expect(baris).to_have_count(1)


def test_a_mark_beside_an_iku_leads_to_its_findings(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, "/capaian-iku?instansi=BANTEN&tahun=2023&triwulan=IV")
    page.locator("table.dk-tabel a.dk-tanda").first.click()
    tunggu_tenang(page)
    assert "/ketidaksesuaian?" in page.url
    assert "objek=IKU-" in page.url
    expect(page.locator(".dk-temuan").first).to_be_visible()
