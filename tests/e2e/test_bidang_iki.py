"""The sheet of a unit in a browser: typed as in Excel, kept at once, handed in together, approved; actions counted."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import make_url

from tests.e2e.alat import Server, buka, new_context, pelanggaran_axe, running_server, tunggu_tenang

PK = "instansi=PK&tahun=2024&triwulan=IV"
PASER = "instansi=PASER&tahun=2023&triwulan=IV"
MASUKAN = f"/bidang-iki?{PK}&unit=BIDANG-PSDA&iki=ASN_BERSERTIFIKAT"
PMP = f"/bidang-iki?{PASER}&unit=BIDANG-PMP"
PPI = f"/bidang-iki?{PASER}&unit=BIDANG-PPI"
TEMPEL = """(medan, teks) => {
  const isi = new DataTransfer();
  isi.setData('text/plain', teks);
  const opsi = { clipboardData: isi, bubbles: true, cancelable: true, composed: true };
  medan.dispatchEvent(new ClipboardEvent('paste', opsi));
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this module's own: what is entered here is nobody else's figure."""
    with running_server(tmp_path_factory.mktemp("bidang")) as running:
        yield running


@dataclass
class Orang:
    """Somebody at the sheet; each value typed, each field and each button is one action."""

    page: Page
    tindakan: int = 0

    def baris(self, kode: str) -> Locator:
        return self.page.locator(f'.le tbody[data-kode="{kode}"]')

    def medan(self, kode: str, bagian: str = "nilai") -> Locator:
        return self.baris(kode).locator(f'input[data-bagian="{bagian}"]')

    def ketik(self, kode: str, teks: str, bagian: str = "nilai") -> None:
        self.tindakan += 1
        self.medan(kode, bagian).fill(teks)
        self.page.keyboard.press("Enter")
        tunggu_tenang(self.page)

    def tekan(self, nama: str | re.Pattern[str]) -> None:
        self.tindakan += 1
        self.page.get_by_role("button", name=nama).click()
        tunggu_tenang(self.page)

    @property
    def pesan(self) -> Locator:
        return self.page.locator(".le-pesan")

    def kode(self) -> list[str]:
        return [str(satu.get_attribute("data-kode")) for satu in self.page.locator(".le tbody").all()]


def lengkapi(orang: Orang, kode: str) -> None:
    isi = {"kendala": "data terlambat", "solusi": "tarik data", "pic": "Kasubag", "batas_waktu": "31/12/2099"}
    for bagian, teks in isi.items():
        orang.ketik(kode, teks, bagian)


def test_a_kabid_hands_in_ten_values_one_red_one_refused_over_a_reload(browser_page: Callable[..., Page]) -> None:
    orang = Orang(browser_page())
    buka(orang.page, PPI)
    kode = orang.kode()[:10]
    merah, salah = kode[0], kode[1]
    orang.ketik(merah, "0")
    expect(orang.baris(merah)).to_contain_text("Kritis")
    orang.ketik(salah, "dua")
    expect(orang.medan(salah)).to_have_attribute("aria-invalid", "true")
    for satu in kode[2:6]:
        orang.ketik(satu, "1")
    buka(orang.page, PPI)
    assert [orang.medan(satu).input_value() for satu in kode[:6]] == ["0", "dua", "1", "1", "1", "1"]
    for satu in kode[6:]:
        orang.ketik(satu, "1" if "1.020" not in orang.baris(satu).inner_text() else "1.020")
    orang.tekan("Ajukan 10 nilai")
    expect(orang.pesan).to_contain_text("Belum ada yang diajukan")
    expect(orang.pesan).to_contain_text(f"{salah} Realisasi bukan bilangan.")
    lengkapi(orang, merah)
    orang.ketik(salah, "1")
    orang.tekan("Ajukan 10 nilai")
    expect(orang.pesan).to_contain_text("10 nilai diajukan dan menunggu persetujuan.")
    assert pelanggaran_axe(orang.page) == []
    # ten values, four fields of the red one, one correction, one refused and one accepted handing in
    assert orang.tindakan == 10 + 4 + 1 + 2


def test_a_late_value_takes_two_actions_and_a_red_one_six(browser_page: Callable[..., Page]) -> None:
    orang = Orang(browser_page())
    buka(orang.page, PMP)
    biasa, merah = orang.kode()[1:3]
    orang.ketik(biasa, "1")
    orang.tekan("Ajukan 1 nilai")
    expect(orang.pesan).to_contain_text("1 nilai diajukan")
    assert orang.tindakan == 2
    orang.tindakan = 0
    orang.ketik(merah, "0")
    lengkapi(orang, merah)
    orang.tekan("Ajukan 1 nilai")
    expect(orang.pesan).to_contain_text("1 nilai diajukan")
    assert orang.tindakan == 6


def test_a_value_is_corrected_handed_in_approved_and_moves_the_official_figure(
    browser_page: Callable[..., Page],
) -> None:
    orang = Orang(browser_page())
    page, kode = orang.page, "ASN_BERSERTIFIKAT"
    buka(page, f"/capaian-iku?{PK}&indikator=IKU-02")
    expect(page.locator("section.dk-asal")).to_contain_text("4.386")
    buka(page, MASUKAN)
    page.get_by_role("textbox", name="Alasan pengembalian").fill("sertifikat ganda terhitung")
    orang.tekan("Kembalikan")
    expect(orang.baris(kode)).to_contain_text("Dikembalikan")
    orang.ketik(kode, "4.500")
    expect(orang.baris(kode)).to_contain_text("86,22 %")
    orang.tekan(re.compile("^Ajukan"))
    expect(orang.pesan).to_contain_text("1 nilai diajukan")
    expect(orang.baris(kode)).to_contain_text("sekarang")
    expect(page.get_by_role("button", name="Setujui yang terpilih")).to_be_disabled()
    page.get_by_label(f"Pilih {kode}").check()
    assert pelanggaran_axe(page) == []
    orang.tekan("Setujui 1 nilai terpilih")
    expect(orang.pesan).to_contain_text("1 nilai disetujui dan masuk angka resmi.")
    buka(page, f"/capaian-iku?{PK}&indikator=IKU-02")
    expect(page.locator("section.dk-asal")).to_contain_text("4.500")
    expect(page.locator("section.dk-asal")).to_contain_text("86,22")
    buka(page, f"/?{PK}")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("103,26")


def test_the_second_of_two_windows_sees_both_texts_and_decides(browser_page: Callable[..., Page]) -> None:
    satu, dua = Orang(browser_page()), Orang(browser_page())
    for orang in (satu, dua):
        buka(orang.page, PMP)
    satu.ketik("IKI-30-001", "65")
    dua.ketik("IKI-30-001", "60")
    expect(dua.baris("IKI-30-001")).to_contain_text("Di jendela lain Realisasi ini sudah diisi “65”")
    assert dua.medan("IKI-30-001").input_value() == "60"
    assert pelanggaran_axe(dua.page) == []
    dua.tekan("Pakai 65")
    expect(dua.medan("IKI-30-001")).to_have_value("65")
    dua.tekan("Buang isian IKI-30-001")
    expect(dua.medan("IKI-30-001")).to_have_value("")


def test_a_pasted_column_fills_the_rows_below_and_what_can_mean_two_things_is_asked(
    browser_page: Callable[..., Page],
) -> None:
    orang = Orang(browser_page("ponsel", "dark"))
    buka(orang.page, PMP)
    kode = orang.kode()
    orang.medan(kode[0]).evaluate(TEMPEL, "1.500\r\n1\r\n")
    tunggu_tenang(orang.page)
    assert [orang.medan(satu).input_value() for satu in kode[:2]] == ["1.500", "1"]
    expect(orang.baris(kode[0])).to_contain_text("dapat berarti 1500 atau 1,5")
    assert pelanggaran_axe(orang.page) == []
    orang.tekan("Maksudnya 1,5")
    expect(orang.medan(kode[0])).to_have_value("1,5")
    for satu in kode[:2]:
        orang.tekan(f"Buang isian {satu}")


def test_enter_tab_and_arrows_go_through_the_sheet_as_in_excel(browser_page: Callable[..., Page]) -> None:
    orang = Orang(browser_page())
    page = orang.page
    buka(page, PMP)
    kode = orang.kode()
    orang.medan(kode[0]).focus()
    for tombol, tujuan in (("Enter", kode[1]), ("ArrowDown", kode[2]), ("Shift+Enter", kode[1]), ("ArrowUp", kode[0])):
        page.keyboard.press(tombol)
        expect(orang.medan(tujuan)).to_be_focused()
    page.keyboard.press("Tab")
    expect(orang.medan(kode[0], "pembilang")).to_be_focused()
    page.keyboard.type("90")
    page.keyboard.press("Tab")
    page.keyboard.type("80")
    page.keyboard.press("Tab")
    tunggu_tenang(page)
    expect(orang.baris(kode[0])).to_contain_text("90 dari 80 lebih dari seluruhnya. Sudah benar?")
    orang.tekan("Ya, benar")
    expect(orang.baris(kode[0])).not_to_contain_text("Sudah benar?")
    orang.tekan(f"Buang isian {kode[0]}")


def test_a_row_opens_below_the_sheet_and_the_address_reopens_it(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PMP)
    kode = Orang(page).kode()[-1]
    page.locator(f'.le tbody[data-kode="{kode}"] .le-buka').click()
    tunggu_tenang(page)
    expect(page).to_have_url(re.compile(rf"iki={kode}"))
    expect(page.locator("h2.dk-judul").filter(has_text=kode)).to_be_visible()


def test_what_is_typed_and_handed_in_while_the_database_is_busy_waits_and_arrives(
    browser_page: Callable[..., Page], server: Server
) -> None:
    orang = Orang(browser_page())
    buka(orang.page, f"/bidang-iki?{PASER}&unit=BIDANG-PKDP")
    kode = "IKI-45-002"
    with sedang_ditulis(server):
        orang.medan(kode).fill("1")
        orang.page.keyboard.press("Enter")
        expect(orang.pesan).to_contain_text("Menunggu giliran, isian Anda tetap ada", timeout=20_000)
        expect(orang.medan(kode)).to_have_value("1")
    expect(orang.baris(kode)).to_contain_text("Draf Anda", timeout=20_000)
    expect(orang.pesan).to_be_hidden(timeout=20_000)
    with sedang_ditulis(server):
        orang.page.get_by_role("button", name="Ajukan 1 nilai").click()
        expect(orang.pesan).to_be_visible(timeout=20_000)
        expect(orang.pesan).to_contain_text("Menunggu giliran")
    expect(orang.pesan).to_contain_text("1 nilai diajukan", timeout=20_000)


@contextmanager
def sedang_ditulis(server: Server) -> Iterator[None]:
    """Somebody else's write that does not end before the block does."""
    with closing(sqlite3.connect(make_url(server.database_url).database or "", isolation_level=None)) as lain:
        lain.execute("BEGIN IMMEDIATE")
        yield
        lain.execute("ROLLBACK")


def test_what_is_typed_without_a_connection_arrives_when_the_server_is_back(browser: Browser, tmp_path: Path) -> None:
    with running_server(tmp_path) as pertama:
        konteks = new_context(browser, pertama)
        orang = Orang(konteks.new_page())
        buka(orang.page, PMP)
        kode = orang.kode()[1]
    orang.medan(kode).fill("1")
    orang.page.keyboard.press("Tab")
    with running_server(tmp_path, pertama.database_url, urlsplit(pertama.url).port) as lagi:
        expect(orang.baris(kode)).to_contain_text("Draf Anda", timeout=60_000)
        with new_context(browser, lagi) as lain:
            page = lain.new_page()
            buka(page, PMP)
            expect(page.locator(f'.le tbody[data-kode="{kode}"] input').first).to_have_value("1")
    konteks.close()
