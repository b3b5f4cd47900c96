"""What moving a slider costs, as ratios to an empty fragment and an empty rerun in the same run, never in seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Page

from tests.bench.pengukuran import streamlit_bawaan, ukur
from tests.e2e.alat import buka, running_browser, running_server, tunggu_tenang
from tests.lingkungan import find_browser

SASARAN_PERAMBAN = 5.0
SASARAN_SERVER = 2.0
GESERAN = 12
FRAGMEN_KOSONG = """
import streamlit as st

@st.fragment
def bagian():
    nilai = st.slider("geser", 0, 100, 50)
    st.html(f'<p class="dk-sasaran">{nilai}</p>')

bagian()
"""
HALAMAN = {
    "Simulasi PK": "/simulasi?instansi=PK&tahun=2024&triwulan=III&indikator=IKU-02",
    "Sistem Merit Banten": "/sistem-merit?instansi=BANTEN&tahun=2023&triwulan=IV",
}

# From the key press to the changed number in the page, measured in the browser itself.
AMATI = """
() => {
  const lama = document.querySelector('.dk-sasaran').innerText;
  window.selesai = new Promise(selesai => {
    let mulai = null;
    window.addEventListener('keydown', () => { mulai = performance.now(); }, {capture: true, once: true});
    const pengamat = new MutationObserver(() => {
      const kini = document.querySelector('.dk-sasaran');
      if (mulai !== null && kini && kini.innerText !== lama) {
        pengamat.disconnect();
        selesai(performance.now() - mulai);
      }
    });
    pengamat.observe(document.body, {subtree: true, childList: true, characterData: true});
  });
}
"""


def waktu_geser(page: Page) -> float:
    """The median milliseconds from a movement to the redrawn number, back and forth."""
    hasil: list[float] = []
    for i in range(GESERAN + 2):
        page.get_by_role("slider").first.focus()
        page.evaluate(AMATI)
        page.keyboard.press("ArrowLeft" if i % 2 else "ArrowRight")
        hasil.append(page.evaluate("window.selesai"))
        tunggu_tenang(page)
    return median(hasil[2:])


@contextmanager
def browser_page(alamat: str) -> Iterator[Page]:
    peramban = find_browser()
    if peramban is None:
        pytest.skip("tidak ada peramban")
    with running_browser(peramban) as browser:
        konteks = browser.new_context(base_url=alamat, viewport={"width": 1366, "height": 768})
        yield konteks.new_page()


@pytest.mark.bench
def test_a_slider_redraws_its_number_within_a_few_empty_fragments(tmp_path: Path) -> None:
    with streamlit_bawaan(tmp_path, FRAGMEN_KOSONG) as url, browser_page(url) as page:
        buka(page, url)
        kosong = waktu_geser(page)
    print(f"\nfragmen kosong                     {kosong:8.1f} ms")
    rasio = {}
    with running_server(tmp_path) as server:
        for nama, alamat in HALAMAN.items():
            with browser_page(server.url) as page:
                buka(page, alamat)
                satu = waktu_geser(page)
            rasio[nama] = satu / kosong
            print(f"{nama:<34} {satu:8.1f} ms   {rasio[nama]:.2f} kali fragmen kosong")
    assert max(rasio.values()) <= SASARAN_PERAMBAN, rasio


@pytest.mark.bench
def test_a_rerun_costs_the_server_no_more_than_two_empty_ones(tmp_path: Path) -> None:
    with streamlit_bawaan(tmp_path) as url:
        kosong = ukur("halaman kosong, Streamlit bawaan", url)
    print(f"\n{kosong}")
    rasio = {}
    with running_server(tmp_path) as server:
        for nama, alamat in HALAMAN.items():
            halaman, _, tanya = alamat.strip("/").partition("?")
            satu = ukur(nama, server.url, halaman, tanya)
            rasio[nama] = satu.milidetik / kosong.milidetik
            print(f"{satu}   {rasio[nama]:.2f} kali halaman kosong")
    assert max(rasio.values()) <= SASARAN_SERVER, rasio
