"""The journey of a number: template, filled in, handed in, previewed, taken, seen on the gauge, found, undone."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import cycle
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from dashboard.domain.dasar.periode import nama_periode
from tests.e2e.alat import TEMA, UKURAN, buka, pelanggaran_axe, tunggu_tenang

PK = "instansi=PK&tahun=2024&triwulan=IV"
JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IKU, PERIODE = "IKU-03", "TAHUN"


def unduh_templat(page: Page, folder: Path) -> Path:
    with page.expect_download() as unduhan:
        page.get_by_role("button", name="Unduh templat").click()
    berkas = folder / unduhan.value.suggested_filename
    unduhan.value.save_as(berkas)
    return berkas


def isi_nilai(berkas: Path, nilai: float) -> str:
    """Write the value of one indicator and quarter into the template as Excel would; gives the value before."""
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["realisasi"]
    judul = [sel.value for sel in lembar[1]]
    for baris in lembar.iter_rows(min_row=2):
        isi = dict(zip(judul, baris, strict=True))
        if (isi["indikator"].value, isi["periode"].value) == (IKU, PERIODE):
            lama = isi["nilai"].value
            isi["nilai"].value = nilai
            buku.save(berkas)
            return str(lama).replace(".", ",")
    raise LookupError(f"{IKU} {PERIODE} is not in the template")


def serahkan(page: Page, nama: str, isi: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": nama, "mimeType": JENIS, "buffer": isi})
    expect(page.locator('[data-testid="stFileUploader"]')).to_contain_text(nama)
    tunggu_tenang(page)


def asal_angka(page: Page) -> str:
    buka(page, f"/capaian-iku?{PK}&indikator={IKU}")
    return page.locator("section.dk-asal").inner_text()


def test_a_number_goes_from_the_template_to_the_gauge_and_back(
    browser_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = browser_page()
    semula = asal_angka(page)

    buka(page, f"/data?{PK}")
    berkas = unduh_templat(page, tmp_path)
    lama = isi_nilai(berkas, 51.25)
    serahkan(page, berkas.name, berkas.read_bytes())
    pratinjau = page.locator(".st-key-langkah-periksa")
    expect(pratinjau.get_by_role("status")).to_contain_text("1 baris berubah siap diambil alih.")
    expect(pratinjau.get_by_role("table", name="Baris ubah")).to_contain_text(f"{lama} → 51,25")
    page.get_by_role("button", name="Ambil alih 1 baris").click()
    expect(pratinjau.get_by_role("status")).to_contain_text("1 baris berubah tersimpan.")
    tunggu_tenang(page)

    assert "51,25" in asal_angka(page)

    buka(page, f"/riwayat?{PK}&kode={IKU}")
    teratas = page.locator("table tbody tr").first
    expect(teratas).to_contain_text(f"{IKU} / 2024 / {nama_periode(PERIODE)}")
    expect(teratas).to_contain_text("→ 51,25")
    expect(teratas).to_contain_text(f"buku kerja {berkas.name}")
    expect(teratas).to_contain_text("WIB")

    buka(page, f"/data?{PK}")
    page.get_by_role("button", name="Batalkan impor terakhir").click()
    page.get_by_role("button", name="Ya, batalkan impor").click()
    expect(page.locator(".st-key-impor-terakhir").get_by_role("status")).to_contain_text("1 baris dipulihkan")
    expect(page.locator(".st-key-impor-terakhir table tbody tr").first).to_contain_text("dibatalkan")
    assert asal_angka(page) == semula


def test_the_template_handed_back_unchanged_changes_nothing(browser_page: Callable[..., Page], tmp_path: Path) -> None:
    page = browser_page()
    buka(page, f"/data?{PK}")
    berkas = unduh_templat(page, tmp_path)
    serahkan(page, berkas.name, berkas.read_bytes())
    expect(page.locator(".st-key-langkah-periksa").get_by_role("status")).to_contain_text("Tidak ada perubahan")
    expect(page.get_by_role("button", name=re.compile("Ambil alih"))).to_have_count(0)


def laporan_asing() -> bytes:
    """A report as a bidang keeps it: a title, its own headings, and a number that can be read two ways."""
    buku, keluar = openpyxl.Workbook(), BytesIO()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "Laporan"
    for baris in (("LAPORAN REALISASI",), ("Indikator Kinerja", "Realisasi", "Permasalahan"), (IKU, "1.500", "Cuaca")):
        lembar.append(baris)
    buku.save(keluar)
    return keluar.getvalue()


@pytest.mark.parametrize(("ukuran", "tema"), list(zip(UKURAN, cycle(TEMA), strict=False)))
def test_a_foreign_report_is_mapped_and_its_unclear_number_is_asked(
    browser_page: Callable[..., Page], ukuran: str, tema: str
) -> None:
    page = browser_page(ukuran, tema)
    buka(page, f"/data?{PK}")
    serahkan(page, "laporan bidang.xlsx", laporan_asing())
    assert pelanggaran_axe(page) == []
    page.get_by_role("button", name="Pakai arti ini").click()
    tunggu_tenang(page)
    expect(page.get_by_text("1 angka perlu dipastikan")).to_be_visible()
    assert pelanggaran_axe(page) == []
    page.get_by_text("1,5 = satu koma lima").click()
    page.get_by_role("button", name="Pakai jawaban ini").click()
    tunggu_tenang(page)
    expect(page.locator(".st-key-langkah-periksa table")).to_contain_text("Realisasi: 1,5")
    assert pelanggaran_axe(page) == []
    assert page.locator('[data-testid="stBaseButton-primary"]').count() == 1
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
