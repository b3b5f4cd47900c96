"""What a rerun costs, as a ratio to an empty page of stock Streamlit in the same run. Seconds are never asserted."""

from pathlib import Path

import pytest

from dashboard.registry import HALAMAN
from tests.bench.pengukuran import streamlit_bawaan, ukur
from tests.e2e.alat import running_server

SASARAN = 0.25
TANYA = "instansi=BANTEN&tahun=2023&triwulan=III"


@pytest.mark.bench
def test_a_rerun_of_every_page_is_cheaper_than_a_stock_empty_page(tmp_path: Path) -> None:
    with streamlit_bawaan(tmp_path) as url:
        kosong = ukur("halaman kosong, Streamlit bawaan", url)
        kosong_5 = ukur("  dengan 5 pengguna", url, rerun=8, pengguna=5)
    print(f"\n{kosong}\n{kosong_5}")
    rasio = {}
    with running_server(tmp_path) as server:
        for h in HALAMAN:
            nama = "" if h.bawaan else h.url_path
            satu = ukur(h.judul, server.url, nama, TANYA)
            lima = ukur("  dengan 5 pengguna", server.url, nama, TANYA, rerun=8, pengguna=5)
            rasio[h.url_path] = satu.milidetik / kosong.milidetik
            print(f"{satu}   {rasio[h.url_path]:.2f} kali halaman kosong")
            print(f"{lima}   {lima.milidetik / kosong_5.milidetik:.2f} kali halaman kosong")
    assert rasio["ringkasan"] <= SASARAN, f"Ringkasan costs {rasio['ringkasan']:.2f} of an empty page: {rasio}"
