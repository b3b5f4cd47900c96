"""Ketidaksesuaian: the register of every agency, its filters, and the marks that lead to it."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.alat import CONTOH, isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN = "ketidaksesuaian.py"
JUMLAH = re.compile(r"Menampilkan (\d+) dari (\d+) temuan")


def jumlah(isi: str) -> int:
    cocok = JUMLAH.search(isi)
    assert cocok, isi[:500]
    return int(cocok[2])


@pytest.mark.parametrize(("instansi", "tahun"), CONTOH)
def test_every_agency_has_its_register_with_a_counting_sentence(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int
) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi=instansi, tahun=tahun))
    total = jumlah(isi)
    assert f"{total} ketidaksesuaian menunggu tindakan" in isi
    assert "ditemukan pemeriksaan otomatis" in isi


def test_filters_let_through_what_they_say(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PASER", tahun=2023)
    semua = jumlah(isi_html(uji))
    uji.multiselect(key="temuan-PASER-berat").set_value(["rendah"]).run()
    isi = isi_html(uji)
    assert 0 < jumlah(isi) < semua
    assert "</span>Tinggi</span>" not in isi
    uji.multiselect(key="temuan-PASER-status").set_value(["selesai"]).run()
    assert "Tidak ada temuan yang cocok" in isi_html(uji)


def test_an_object_can_be_searched_by_code_or_by_name(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PASER", tahun=2023)
    uji.text_input(key="temuan-PASER-objek").set_value("pranata komputer").run()
    isi = isi_html(uji)
    assert jumlah(isi) < 15
    assert "Target seragam mendominasi" in isi


def test_the_link_of_a_mark_opens_the_register_at_its_object(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PASER", tahun=2023, objek="IKU-02")
    isi = isi_html(uji)
    assert uji.text_input(key="temuan-PASER-objek").value == "IKU-02"
    assert "Nama IKU dan IKI berbeda sedikit" in isi


def test_more_findings_are_shown_when_asked_for(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PASER", tahun=2023)
    assert "Menampilkan 15 dari" in isi_html(uji)
    uji.button(key="temuan-lagi").click().run()
    assert "Menampilkan 30 dari" in isi_html(uji)


def test_a_finding_opens_by_an_ordinary_link_to_its_own_address(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi="PASER", tahun=2023))
    tautan = re.findall(r'<a class="dk-periksa" href="([^"]+)" target="_self" data-temuan="([^"]+)"', isi)
    assert len(tautan) == 15
    alamat, kode = tautan[0]
    assert parse_qs(urlsplit(unescape(alamat)).query)["temuan"] == [unescape(kode)]


def test_capaian_iku_shows_a_mark_that_names_its_count_beside_the_indicator(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman("capaian_iku.py", instansi="BANTEN", tahun=2023, triwulan=4, indikator="IKU-01"))
    assert 'aria-label="2 ketidaksesuaian pada IKU-01, keparahan tertinggi tinggi"' in isi
    assert "ketidaksesuaian?instansi=BANTEN&amp;tahun=2023&amp;triwulan=IV&amp;objek=IKU-01" in isi
    assert isi.count('class="dk-tanda"') > 1
