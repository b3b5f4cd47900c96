"""What-if in a real browser: a slider moved by keyboard, a scenario reopened by its link, axe on both pages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.e2e.alat import TEMA, buka, pakai_tema, pelanggaran_axe, tunggu_tenang
from tests.e2e.saluran import SaluranTertahan

PK = "/simulasi?instansi=PK&tahun=2024&triwulan=III&indikator=IKU-02"
MERIT = "/sistem-merit?instansi=BANTEN&tahun=2023&triwulan=IV"
Halaman = Callable[..., Page]


def ketik(page: Page, kode: str, nilai: str) -> None:
    kotak = page.get_by_label(f"Nilai {kode}").first
    kotak.fill(nilai)
    kotak.press("Enter")
    tunggu_tenang(page)


def test_a_slider_moved_by_keyboard_redraws_the_indicator(browser_page: Halaman) -> None:
    page = browser_page()
    buka(page, PK)
    geser = page.get_by_role("slider").first
    nilai = page.get_by_role("textbox", name="Nilai ").first
    tujuan = str(int(nilai.input_value()) + 5)
    geser.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(nilai).to_have_value(tujuan)
    expect(geser).to_have_attribute("aria-valuetext", f"{tujuan} orang")
    expect(page.locator(".dk-sasaran .dk-semula")).to_be_visible()
    expect(page.locator(".dk-sim")).to_contain_text("Sumbangan tiap masukan")


def test_keys_pressed_before_the_server_answers_are_not_taken_back(browser_page: Halaman) -> None:
    page, saluran = browser_page(), SaluranTertahan()
    saluran.pasang(page)
    buka(page, PK)
    geser, nilai = page.get_by_role("slider"), page.get_by_role("textbox", name="Nilai ")
    tujuan = [str(int(nilai.nth(letak).input_value()) + 1) for letak in (0, 1)]
    saluran.tahan()
    for letak in (0, 1):
        geser.nth(letak).focus()
        page.keyboard.press("ArrowRight")
        saluran.tunggu_selesai(page, letak + 1)
    saluran.lepas()
    for letak in (0, 1):
        expect(nilai.nth(letak)).to_have_value(tujuan[letak])
        expect(geser.nth(letak)).to_have_attribute("aria-valuetext", f"{tujuan[letak]} orang")
    expect(geser.nth(1)).to_be_focused()


def test_a_saved_scenario_is_reopened_by_its_link_and_exported(browser_page: Halaman, tmp_path: Path) -> None:
    page = browser_page()
    buka(page, PK)
    sasaran = page.get_by_role("combobox", name="Indikator yang ingin dicapai")
    sasaran.fill("IKU-01")
    sasaran.press("Enter")
    tunggu_tenang(page)
    page.keyboard.press("Escape")
    ketik(page, "JUMLAH_ASN", "9000")
    nama = page.get_by_label("Nama skenario")
    nama.fill("Banyak ASN")
    nama.press("Enter")
    tunggu_tenang(page)
    page.get_by_role("button", name="Simpan skenario").click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(r"skenario=[0-9a-f]{8}"))
    lain = browser_page()
    buka(lain, page.url.replace(page.url.split("/simulasi")[0], ""))
    expect(lain.get_by_label("Nilai JUMLAH_ASN").first).to_have_value("9000")
    expect(lain.locator(".dk-sasaran h3")).to_have_text([re.compile("^IKU-02 "), re.compile("^IKU-01 ")])
    with page.expect_download() as unduhan:
        page.get_by_role("button", name="Unduh XLSX").click()
    assert unduhan.value.suggested_filename == "simulasi-Banyak ASN.xlsx"
    berkas = tmp_path / "simulasi.xlsx"
    unduhan.value.save_as(berkas)
    buku = load_workbook(berkas)
    masukan = [[sel.value for sel in baris] for baris in buku["masukan"].iter_rows(min_row=3)]
    assert [(satu[0], satu[4]) for satu in masukan] == [("JUMLAH_ASN", 9000)]
    hasil = {baris[0].value: baris for baris in buku["hasil"].iter_rows(min_row=3)}
    assert "IKU-02" in hasil
    assert hasil["IKU-02"][3].value != hasil["IKU-02"][4].value
    tentang = {str(b[0].value): str(b[1].value) for b in buku["tentang"].iter_rows(min_row=3)}
    assert re.fullmatch(r"IKU-02 .+; IKU-01 .+", tentang["Indikator yang ingin dicapai"])
    assert buku.sheetnames == ["tentang", "masukan", "hasil", "catatan"]
    assert all(str(lembar["A1"].value).startswith("SIMULASI") for lembar in buku)
    assert all("SIMULASI" in str(lembar.HeaderFooter.oddHeader) for lembar in buku)


def test_the_cheapest_way_is_put_on_the_sliders(browser_page: Halaman) -> None:
    page = browser_page()
    buka(page, MERIT)
    page.get_by_role("button", name="Pakai pada papan geser").click()
    tunggu_tenang(page)
    expect(page.locator(".dk-sasaran")).to_contain_text("335,75")


@pytest.mark.parametrize("ukuran", ["laptop", "ponsel"])
@pytest.mark.parametrize(("alamat", "kode", "nilai"), [(PK, "JUMLAH_ASN", "9000"), (MERIT, "KRT-06", "95")])
def test_axe_finds_nothing_while_a_scenario_is_open(
    browser_page: Halaman, alamat: str, kode: str, nilai: str, ukuran: str
) -> None:
    page = browser_page(ukuran)
    buka(page, alamat)
    ketik(page, kode, nilai)
    for tema in TEMA:
        pakai_tema(page, tema)
        expect(page.locator(".dk-sasaran .dk-semula")).to_be_visible()
        assert pelanggaran_axe(page) == [], tema


@pytest.mark.parametrize("instansi", ["PEMALANG&tahun=2025", "PASER&tahun=2023", "BANTEN&tahun=2023"])
def test_on_an_office_laptop_the_input_to_be_sought_is_named_in_full(browser_page: Halaman, instansi: str) -> None:
    page = browser_page()
    buka(page, f"/simulasi?instansi={instansi}&triwulan=III")
    kotak = page.get_by_role("combobox", name="ubah", exact=True)
    assert kotak.evaluate("kotak => kotak.scrollWidth - kotak.clientWidth") <= 0
