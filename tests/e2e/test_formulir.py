"""A form of an agency's own: from its cells to the moved gauge; and one with faults, marked, mended, taken."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import cycle
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.berkas_nyata.formulir import TRIWULAN, IsiSel, dua_baris, formulir
from tests.e2e.alat import TEMA, UKURAN, buka, pelanggaran_axe, tunggu_tenang
from tests.e2e.test_data import serahkan

PK = "instansi=PK&tahun=2024&triwulan=III"
IKU = "IKU-03"
MAKS_PERTANYAAN = 3


def laporan(*nilai: float) -> bytes:
    """Two header rows under a letterhead, numbers of columns, a heading, a detail, a sum, a signature."""
    judul, gabungan = dua_baris({"Realisasi Kinerja": TRIWULAN}, "No", "Indikator Kinerja", "Target")
    baris: list[tuple[IsiSel, ...]] = [
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
        ("I", "Sasaran: Meningkatnya akuntabilitas"),
        (1, "Nilai SAKIP", 80, *nilai),
        (None, "a. Perencanaan kinerja", 30, 1, 2, 3, 4),
        (None, "Jumlah", None, *nilai),
    ]
    return formulir(judul, baris, gabungan=gabungan)


def cacat() -> bytes:
    """Headings that name quarters and no more, and two errors of formulas."""
    baris: list[tuple[IsiSel, ...]] = [(1, "Nilai SAKIP", 80, 20, 40, "#N/A", "#DIV/0!")]
    return formulir([("No", "Indikator Kinerja", "Target", *TRIWULAN)], baris)


def pertanyaan(page: Page) -> list[str]:
    """The labels of what is asked, without what lies folded."""
    kotak = page.locator('.st-key-langkah-serahkan [data-testid="stSelectbox"]:visible')
    return [satu.split("\n")[0] for satu in kotak.all_inner_texts()]


def alat_ukur(page: Page) -> tuple[str, str]:
    """What the gauge of that indicator shows, and what is said of its number."""
    buka(page, f"/capaian-iku?{PK}&indikator={IKU}")
    return page.locator(f".st-key-gauge-{IKU}").inner_text(), page.locator("section.dk-asal").inner_text()


def ambil_alih(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Ambil alih")).click()
    expect(page.locator(".st-key-langkah-periksa").get_by_role("status")).to_contain_text("tersimpan.")
    tunggu_tenang(page)


def batalkan(page: Page) -> None:
    buka(page, f"/data?{PK}")
    page.get_by_role("button", name="Batalkan impor terakhir").click()
    page.get_by_role("button", name="Ya, batalkan impor").click()
    expect(page.locator(".st-key-impor-terakhir").get_by_role("status")).to_contain_text("dibatalkan")
    tunggu_tenang(page)


@pytest.mark.parametrize(("ukuran", "tema"), list(zip(UKURAN, cycle(reversed(TEMA)), strict=False)))
def test_a_form_moves_the_gauge_with_at_most_three_questions(
    browser_page: Callable[..., Page], ukuran: str, tema: str
) -> None:
    page = browser_page(ukuran, tema)
    semula = alat_ukur(page)
    buka(page, f"/data?{PK}")
    serahkan(page, "capaian.xlsx", laporan(20, 40, 60.75, 77))
    assert pertanyaan(page) == ["Tahun", "Sumber nilai"]
    assert pelanggaran_axe(page) == []
    page.get_by_role("button", name="Pakai arti ini").click()
    tunggu_tenang(page)
    periksa = page.locator(".st-key-langkah-periksa")
    expect(periksa.get_by_role("status")).to_contain_text("4 baris baru siap diambil alih.")
    for kata in ("baris 9 berisi nomor kolom", "baris 13 adalah jumlah", "baris 12 merinci", "di bawah tabel"):
        expect(periksa.get_by_text(kata)).to_be_visible()
    bergerak_nanti = periksa.locator(".st-key-gerak-impor tbody tr").filter(has_text=IKU)
    expect(bergerak_nanti).to_have_count(1)
    expect(bergerak_nanti.locator("td").last).to_contain_text(re.compile(r"○.*→.*▲\s*Perlu perhatian", re.DOTALL))
    capaian = bergerak_nanti.locator("td b").first.inner_text()
    assert pelanggaran_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    ambil_alih(page)
    bergerak = alat_ukur(page)
    assert capaian in bergerak[1]
    assert bergerak != semula
    assert all("60,75" in satu for satu in bergerak)
    batalkan(page)
    assert alat_ukur(page) == semula


def test_a_form_with_faults_goes_home_marked_and_comes_back_mended(
    browser_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = browser_page()
    buka(page, f"/data?{PK}")
    serahkan(page, "tw.xlsx", cacat())
    ditanya = pertanyaan(page)
    assert ditanya == ["Lembar ini berisi", "Tahun", "Sumber nilai"]
    assert len(ditanya) <= MAKS_PERTANYAAN
    page.get_by_role("button", name="Pakai arti ini").click()
    tunggu_tenang(page)
    periksa = page.locator(".st-key-langkah-periksa")
    expect(periksa.get_by_role("status")).to_contain_text("2 masalah harus diperbaiki dahulu.")
    with page.expect_download() as unduhan:
        page.get_by_role("button", name="dengan masalah ditandai").click()
    berkas = tmp_path / unduhan.value.suggested_filename
    unduhan.value.save_as(berkas)

    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Rekap"]
    bertanda = {sel.coordinate for baris in lembar.iter_rows() for sel in baris if sel.comment is not None}
    assert bertanda == {"F8", "G8"}
    assert [sel.value for sel in buku["_masalah"]["B"][2:]] == ["F8", "G8"]
    lembar["F8"], lembar["G8"] = 60.25, 77.25
    keluar = BytesIO()
    buku.save(keluar)

    buka(page, f"/data?{PK}")
    serahkan(page, "rapi.xlsx", keluar.getvalue())
    page.get_by_role("button", name="Pakai arti ini").click()
    tunggu_tenang(page)
    expect(periksa.get_by_role("status")).to_contain_text("4 baris baru siap diambil alih.")
    ambil_alih(page)
    assert all("60,25" in satu for satu in alat_ukur(page))
    batalkan(page)
