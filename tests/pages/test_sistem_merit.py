"""Sistem Merit for every agency and quarter: gaps, the cheapest way, sliders, and what is not known."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.alat import SEMUA_FILTER, geseran, isi_html
from tests.pages.conftest import PembukaHalaman

BANTEN = {"instansi": "BANTEN", "tahun": 2023, "triwulan": 4}
PAPAN = "merit-BANTEN-2023-TW4"


@pytest.fixture
def banten(buka_halaman: PembukaHalaman) -> AppTest:
    return buka_halaman("sistem_merit.py", **BANTEN)


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
def test_the_page_is_drawn_for_every_agency_and_quarter(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int
) -> None:
    isi = isi_html(buka_halaman("sistem_merit.py", instansi=instansi, tahun=tahun, triwulan=tw))
    assert isi.count("<h1>") == 1
    assert ("Belum ada indeks merit" in isi) == (instansi == "PK")


def test_the_head_reads_score_category_target_and_slack(banten: AppTest) -> None:
    isi = isi_html(banten)
    assert "Indeks merit 330,5 (Sangat Baik), 9 poin di atas target 321,5" in isi
    assert "Kelonggaran 5,5 poin sebelum turun kategori." in isi


def test_what_matters_most_stands_first_with_its_owner(banten: AppTest) -> None:
    baris = re.findall(r'<tr><th scope="row"><b>(KRT-0\d)</b>.*?</tr>', isi_html(banten), re.DOTALL)
    assert baris[:2] == ["KRT-06", "KRT-01"]


def test_the_conflict_of_410_and_400_is_shown(banten: AppTest) -> None:
    assert re.search(r"berjumlah 410.*berakhir di 400", isi_html(banten))


def test_points_of_sub_items_are_marked_as_assumed(banten: AppTest) -> None:
    assert isi_html(banten).count("poin asumsi") >= 37


def test_the_next_instrument_is_named_with_its_eight_aspects(banten: AppTest) -> None:
    assert "Mulai 1 Januari 2026 berlaku PermenPANRB 19/2025 dengan 8 aspek" in isi_html(banten)


def test_from_the_printed_target_the_cheapest_way_to_sangat_baik_is_named(banten: AppTest) -> None:
    banten.selectbox(key=f"{PAPAN}-mulai").set_value("Target tercetak").run()
    isi = isi_html(banten)
    assert "Perlu 3,5 poin; termurah: 1 pekerjaan, upaya 1, tambah 6,5 poin: 321,5 menjadi 328 (Sangat Baik)." in isi
    assert "Kabid Pengembangan Sumber Daya Aparatur" in isi


def test_the_cheapest_way_can_be_put_on_the_sliders(banten: AppTest) -> None:
    banten.selectbox(key=f"{PAPAN}-mulai").set_value("Target tercetak").run()
    banten.button(key=f"{PAPAN}-pakai-jalur").click().run()
    assert not banten.exception
    banten.run()
    assert "<b>328" in isi_html(banten)


def test_a_criterion_moves_the_index_and_is_held_at_its_maximum(banten: AppTest) -> None:
    geseran(banten, PAPAN, "KRT-06").ketik("95")
    isi = isi_html(banten)
    assert "KRT-06: 95 dijepit menjadi 80; nilai maksimum." in isi
    assert "<b>338" in isi


def test_losing_more_than_the_slack_changes_the_category(banten: AppTest) -> None:
    geseran(banten, PAPAN, "KRT-05").ketik("71,5")
    assert "predikat Sangat Baik → Baik" in isi_html(banten)


def test_a_total_effort_buys_as_many_points_as_it_can(banten: AppTest) -> None:
    banten.selectbox(key=f"{PAPAN}-menuju-Nilai sekarang").set_value("Sebanyak mungkin dengan upaya").run()
    assert "Upaya 6 membeli paling banyak" in isi_html(banten)


@pytest.mark.parametrize(("instansi", "tahun"), [("PASER", 2023), ("PEMALANG", 2025)])
def test_an_index_alone_gets_a_friendly_smaller_view(buka_halaman: PembukaHalaman, instansi: str, tahun: int) -> None:
    isi = isi_html(buka_halaman("sistem_merit.py", instansi=instansi, tahun=tahun, triwulan=4))
    assert "hanya memuat indeksnya, tanpa kriteria" in isi
    assert "Jalan termurah" not in isi


def test_before_the_score_is_published_the_way_starts_from_the_printed_target(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman("sistem_merit.py", instansi="BANTEN", tahun=2023, triwulan=2))
    assert "Indeks merit menunggu penilaian, target 321,5" in isi
    assert "321,5 menjadi 328 (Sangat Baik)" in isi
