"""The planner closes a quarter after being asked, corrects it for a reason, and finds all of it in Riwayat."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e.alat import Server, buka, pelanggaran_axe, running_server, tunggu_tenang

PASER = "instansi=PASER&tahun=2023&triwulan=IV"
KODE = "IKI-30-001"
PMP = f"/bidang-iki?{PASER}&unit=BIDANG-PMP&iki={KODE}"
ALASAN = "laporan PPPK menyusul dari bidang"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this module's own: what is closed here is closed for nobody else."""
    with running_server(tmp_path_factory.mktemp("kunci")) as running:
        yield running


def tekan(page: Page, nama: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=nama).click()
    tunggu_tenang(page)


def nilai(page: Page) -> Locator:
    return page.locator(f'.le tbody[data-kode="{KODE}"] input[data-bagian="nilai"]')


def test_a_file_as_evidence_is_shown_by_its_name_and_taken_off_again(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PMP)
    isi = FilePayload(name="laporan tw4.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7 laporan")
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(isi)
    bukti = page.locator(f'.le tbody[data-kode="{KODE}"] input[data-bagian="bukti"]')
    expect(bukti).to_have_value("laporan tw4.pdf")
    expect(bukti).not_to_be_editable()
    assert pelanggaran_axe(page) == []
    tekan(page, f"Lepas berkas bukti {KODE}")
    expect(bukti).to_have_count(0)


def test_a_lock_with_its_question_a_correction_and_both_in_the_history(browser_page: Callable[..., Page]) -> None:
    page = browser_page()
    buka(page, PMP)
    page.get_by_text("Kunci periode dan koreksi").click()
    tunggu_tenang(page)
    tekan(page, "Kunci sampai TW IV 2023")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("TW I–IV 2023, BKPSDM Kabupaten Paser")
    expect(dialog).to_contain_text("SKP, perilaku, predikat unit, dan anggaran Januari sampai Desember 2023")
    expect(dialog.get_by_text(KODE).last).to_be_hidden()
    dialog.get_by_text(re.compile(r"TW IV 2023: \d+ nilai belum diajukan")).click()
    expect(dialog.get_by_text(KODE).last).to_be_visible()
    assert pelanggaran_axe(page) == []
    tekan(page, "Batal")
    expect(nilai(page)).to_be_editable()

    tekan(page, "Kunci sampai TW IV 2023")
    tekan(page, re.compile(r"^(lock )?Kunci TW I–IV 2023, \d+ tertinggal$"))
    expect(page.get_by_text("TW I–IV 2023 dikunci.")).to_be_visible()
    expect(nilai(page)).to_have_count(0)

    page.get_by_label("Alasan membuka lagi TW IV 2023").fill(ALASAN)
    tekan(page, "Buka koreksi TW IV 2023")
    nilai(page).fill("75")
    page.keyboard.press("Enter")
    tunggu_tenang(page)
    tekan(page, re.compile("^Ajukan 1"))
    page.get_by_label(f"Pilih {KODE}").check()
    tekan(page, "Setujui 1 nilai terpilih")
    expect(page.locator(".le-pesan")).to_contain_text("1 nilai disetujui")
    tekan(page, "Akhiri koreksi")

    page.get_by_role("link", name="Semua kunci dan koreksi di Riwayat").click()
    tunggu_tenang(page)
    baris = page.get_by_role("table", name="Riwayat perubahan").locator("tbody tr")
    expect(baris).to_have_count(6)
    for urut, kata in enumerate(("ditutup kembali", "dibuka lagi", "dikunci")):
        expect(baris.nth(urut)).to_contain_text("TW IV 2023")
        expect(baris.nth(urut)).to_contain_text(f"Perencana, {kata}")
    expect(baris.nth(1)).to_contain_text(f"koreksi nomor 1: {ALASAN}")
    buka(page, f"/riwayat?{PASER}&kode={KODE}")
    expect(baris.first).to_contain_text(f"koreksi periode terkunci: {ALASAN}")
    assert pelanggaran_axe(page) == []
