"""What one cell of the sheet costs, as a ratio to redrawing an empty fragment in the same browser.

The yardsticks are those of test_pohon: stock Streamlit's empty fragment, and beside it one served as the dashboard is.
"""

from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.bench.pengukuran import streamlit_bawaan
from tests.bench.test_pohon import FRAGMEN_KOSONG, fragmen_dilayani_sama, fragmen_kosong, tengah
from tests.e2e.alat import buka, new_context, running_browser, running_server, tunggu_tenang
from tests.lingkungan import find_browser

SASARAN = 3
ALAMAT = "/bidang-iki?instansi=PASER&tahun=2023&triwulan=IV&unit=BIDANG-PPI"
# From the end of typing in a cell until its row shows what the new number gives, read once a frame.
SEL = """
(medan, teks) => new Promise(selesai => {
  const hasil = medan.baris.selHasil, sebelum = hasil.textContent, awal = performance.now();
  medan.value = teks;
  medan.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  medan.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  const lihat = () => {
    if (hasil.textContent !== sebelum) selesai(performance.now() - awal); else requestAnimationFrame(lihat);
  };
  requestAnimationFrame(lihat);
})
"""


@pytest.mark.bench
def test_a_cell_is_redrawn_within_three_empty_fragments(tmp_path: Path) -> None:
    peramban = find_browser()
    if peramban is None:
        pytest.skip("Tidak ada Chromium/Chrome di mesin ini.")
    (tmp_path / "kosong").mkdir()
    with (
        running_browser(peramban) as browser,
        running_server(tmp_path) as server,
        streamlit_bawaan(tmp_path, FRAGMEN_KOSONG) as bawaan_url,
        fragmen_dilayani_sama(tmp_path / "kosong") as kosong_url,
        new_context(browser, server) as konteks,
    ):
        bawaan = fragmen_kosong(konteks, bawaan_url)
        kosong = fragmen_kosong(konteks, kosong_url)
        sel = satu_sel(konteks.new_page())
    print(f"\nfragmen kosong Streamlit bawaan = 1 ({bawaan:.0f} ms); dilayani sama {kosong / bawaan:.2f}")
    print(f"satu sel lembar {sel / bawaan:.2f} kali; terhadap fragmen yang dilayani sama {sel / kosong:.2f} kali")
    assert sel / bawaan <= SASARAN


def satu_sel(page: Page) -> float:
    buka(page, ALAMAT)
    medan = page.locator(".le-isian > input").nth(2).element_handle()
    nomor = count(1)

    def sekali() -> float:
        waktu = float(medan.evaluate(SEL, str(next(nomor))))
        tunggu_tenang(page)
        return waktu

    return tengah(sekali)
