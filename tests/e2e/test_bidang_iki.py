"""Entering a value in a browser, from the form to the official figure; two people on one row; reachable for all."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.alat import Server, buka, pelanggaran_axe, running_server, tunggu_tenang

PK = "instansi=PK&tahun=2024&triwulan=IV"
PASER = "instansi=PASER&tahun=2023&triwulan=IV"
MASUKAN = f"/bidang-iki?{PK}&unit=BIDANG-PSDA&iki=ASN_BERSERTIFIKAT"
TERLAMBAT = f"/bidang-iki?{PASER}&unit=BIDANG-PMP&iki=IKI-30-001"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this module's own: what is entered here is nobody else's figure."""
    with running_server(tmp_path_factory.mktemp("bidang")) as running:
        yield running


def isi(page: Page, label: str, teks: str) -> None:
    page.get_by_role("textbox", name=label).fill(teks)
    page.keyboard.press("Tab")
    tunggu_tenang(page)


def tekan(page: Page, nama: str) -> None:
    page.get_by_role("button", name=nama).click()
    tunggu_tenang(page)


def isi_batas_waktu(page: Page) -> None:
    page.get_by_role("spinbutton").first.focus()
    page.keyboard.type("31032025", delay=60)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    tunggu_tenang(page)


def test_a_value_is_corrected_handed_in_approved_and_moves_the_official_figure(
    browser_page: Callable[..., Page],
) -> None:
    page = browser_page()
    buka(page, f"/capaian-iku?{PK}&indikator=IKU-02")
    expect(page.locator("section.dk-asal")).to_contain_text("4.386")
    buka(page, MASUKAN)
    isi(page, "Alasan pengembalian", "sertifikat ganda terhitung")
    tekan(page, "Kembalikan")
    expect(page.locator(".dk-bidang tr.dk-dipilih")).to_contain_text("Dikembalikan")
    isi(page, "Realisasi TW IV", "4.500")
    expect(page.locator(".dk-isi").first).to_contain_text("86,22 %")
    tekan(page, "Simpan dan ajukan")
    expect(page.locator(".dk-pesan.dk-gagal")).to_contain_text("lengkapi kendala, solusi")
    for label in ("Kendala", "Solusi", "Penanggung jawab"):
        isi(page, label, f"isi {label}")
    isi_batas_waktu(page)
    tekan(page, "Simpan dan ajukan")
    expect(page.locator(".dk-pesan.dk-berhasil")).to_contain_text("menunggu persetujuan")
    assert pelanggaran_axe(page) == []
    tekan(page, "Setujui")
    buka(page, f"/capaian-iku?{PK}&indikator=IKU-02")
    expect(page.locator("section.dk-asal")).to_contain_text("4.500")
    expect(page.locator("section.dk-asal")).to_contain_text("86,22")
    buka(page, f"/?{PK}")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("103,26")


def test_the_second_of_two_people_sees_both_values(browser_page: Callable[..., Page]) -> None:
    satu, dua = browser_page(), browser_page()
    for page in (satu, dua):
        buka(page, TERLAMBAT)
    isi(dua, "Realisasi TW IV", "60")
    isi(satu, "Realisasi TW IV", "65")
    tekan(satu, "Simpan draf")
    tekan(dua, "Simpan draf")
    expect(dua.locator(".dk-pesan.dk-gagal")).to_contain_text("Orang lain menyimpan baris ini lebih dulu")
    banding = dua.locator("table", has_text="Isian Anda")
    expect(banding).to_contain_text("65 %")
    expect(banding).to_contain_text("60 %")
    assert pelanggaran_axe(dua) == []
    tekan(dua, "Pakai yang tersimpan")
    expect(dua.get_by_role("textbox", name="Realisasi TW IV")).to_have_value("65")


def test_typing_shows_what_the_number_gives_and_asks_where_it_can_mean_two_things(
    browser_page: Callable[..., Page],
) -> None:
    page = browser_page("ponsel", "dark")
    buka(page, TERLAMBAT.replace("IKI-30-001", "IKI-36-006"))
    page.get_by_role("textbox", name="Realisasi TW IV").press_sequentially("1", delay=50)
    expect(page.locator(".dk-isi").first).to_contain_text("100 %")
    buka(page, TERLAMBAT)
    isi(page, "Realisasi TW IV", "1.500")
    expect(page.get_by_role("alert")).to_contain_text("dapat berarti 1500 atau 1,5")
    assert pelanggaran_axe(page) == []
    tekan(page, "Maksudnya 1,5")
    expect(page.get_by_role("textbox", name="Realisasi TW IV")).to_have_value("1,5")


def test_a_row_of_the_table_opens_its_form_and_the_address_reopens_it(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, f"/bidang-iki?{PASER}&unit=BIDANG-PMP")
    page.locator(".dk-bidang tbody a", has_text="IKI-31-010").click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(r"iki=IKI-31-010"))
    expect(page.locator("h2.dk-judul").filter(has_text="IKI-31-010")).to_be_visible()
