"""Capaian IKU for every agency, year and quarter: gauges, bullets, and how a number was made."""

import pytest

from tests.pages.alat import SEMUA_FILTER, isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN = "capaian_iku.py"


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
@pytest.mark.parametrize("tampilan", ["Gauge", "Bullet"])
def test_the_page_is_drawn_for_every_agency_quarter_and_view(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int, tampilan: str
) -> None:
    uji = buka_halaman(HALAMAN, instansi=instansi, tahun=tahun, triwulan=tw)
    uji.session_state["tampilan"] = tampilan
    uji.run()
    assert not uji.exception
    isi = isi_html(uji)
    assert ('class="dk dk-bullet"' in isi) == (tampilan == "Bullet")
    assert "Langkah" in isi
    hanya_target_resmi = instansi == "BANTEN" and tw < 4
    assert ("data contoh" in isi) != hanya_target_resmi


def test_a_button_under_a_gauge_opens_how_its_number_was_made(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="BANTEN", tahun=2023, triwulan=4)
    uji.button(key="asal-IKU-03").click().run()
    isi = isi_html(uji)
    assert uji.selectbox(key="rincian").value == "IKU-03"
    assert "330,5 ÷ 321,5 × 100 = 102,8" in isi
    assert "diumumkan" in isi.lower() or "desember 2023" in isi.lower()


def test_the_address_opens_the_explanation_of_one_indicator(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PK", tahun=2024, triwulan=4, indikator="IKU-02")
    assert uji.selectbox(key="rincian").value == "IKU-02"


def test_a_range_target_is_explained_as_a_range(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi="BANTEN", tahun=2023, triwulan=4, indikator="IKU-01"))
    assert "berada di dalam rentang 70-80 = 100" in isi
    assert "70–80" in isi


def test_an_agency_without_iku_shows_its_tujuan_and_sasaran(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi="PEMALANG", tahun=2025, triwulan=4))
    for kode in ("TUJ-01.1", "SAS-01.1", "SAS-02.1", "SAS-02.2", "SAS-03.1"):
        assert kode in isi


def test_every_explanation_names_document_and_place(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi="PASER", tahun=2023, triwulan=4, indikator="IKU-05"))
    assert "Keputusan Kepala Badan" in isi
    assert "baris 5" in isi


def test_a_number_leads_to_its_place_in_the_cascade_and_to_its_history(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi="PK", tahun=2024, triwulan=4, indikator="IKU-02"))
    assert "pohon-kinerja?instansi=PK&amp;tahun=2024&amp;triwulan=IV&amp;simpul=" in isi
    assert "riwayat?instansi=PK&amp;tahun=2024&amp;triwulan=IV&amp;kode=IKU-02" in isi
