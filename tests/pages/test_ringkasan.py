"""Ringkasan for every agency, year and quarter, and what its three readers look for."""

import re

import pytest

from tests.pages.alat import SEMUA_FILTER, isi_html, isi_teks
from tests.pages.conftest import PembukaHalaman


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
def test_the_summary_is_drawn_for_every_agency_and_quarter(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int
) -> None:
    isi = isi_html(buka_halaman(instansi=instansi, tahun=tahun, triwulan=tw))
    assert isi.count("<h1>") == 1
    assert isi.count('class="dk-kartu"') == 4
    assert "Prioritas pimpinan" in isi
    assert "data contoh" in isi


def test_the_head_reads_the_worst_iku_first_with_owner_and_since_when(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(instansi="PASER", tahun=2023, triwulan=4))
    prioritas = re.search(r'<ol class="dk dk-prioritas">(.*?)</ol>', isi, re.DOTALL)
    assert prioritas is not None
    pertama = prioritas.group(1).split("</li>")[0]
    assert "IKU-03" in pertama
    assert "Kurang 8,6 poin dari target 80 %" in pertama
    assert "Apa kendalanya, siapa yang menanganinya, dan kapan selesai?" in pertama
    assert "Kepala Bidang Pengembangan, Mutasi dan Promosi" in pertama
    assert re.search(r"sejak TW I+V?", pertama)


def test_a_link_of_a_priority_keeps_agency_year_and_quarter(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(instansi="PASER", tahun=2023, triwulan=4))
    saringan = "instansi=PASER&amp;tahun=2023&amp;triwulan=IV"
    assert f"capaian-iku?{saringan}&amp;indikator=IKU-03" in isi
    assert re.search(rf"pohon-kinerja\?{saringan}&amp;simpul=[^&]+&amp;indikator=IKU-03", isi)
    assert re.search(rf"bidang-iki\?{saringan}&amp;unit=[^&]+&amp;iki=IKI-03-006", isi)


def test_the_overdue_promises_of_the_whole_agency_are_listed(buka_halaman: PembukaHalaman) -> None:
    isi = isi_teks(buka_halaman(instansi="PASER", tahun=2023, triwulan=4))
    assert "56 janji lewat batas waktu 23 dari laporan sebelum TW IV, 33 dari laporan TW IV" in isi
    assert "Desk penyusunan dokumen bersama semua bidang. IKI-03-001" in isi
    assert "Belum ada tindak lanjut yang dijanjikan." in isi_teks(buka_halaman(instansi="PK", tahun=2024, triwulan=4))


def test_pemalang_says_what_is_unreported_before_it_judges(buka_halaman: PembukaHalaman) -> None:
    isi = isi_teks(buka_halaman(instansi="PEMALANG", tahun=2025, triwulan=4))
    assert "84 dari 87 indikator belum dilaporkan; 2 dari 5 indikator utama di bawah target" in isi
    assert re.search("sejak TW IV [^.]*KEG-02.1", isi)
    assert "Sejak TW III: status tidak berubah" in isi


def test_what_changed_since_last_quarter_is_named_worse_first(buka_halaman: PembukaHalaman) -> None:
    isi = isi_teks(buka_halaman(instansi="PASER", tahun=2023, triwulan=4))
    perubahan = isi.split("Sejak TW III: 2 memburuk, 3 membaik", 1)[1]
    assert perubahan.index("IKI-44-004") < perubahan.index("IKU-04")
    assert "Belum ada triwulan sebelumnya" in isi_teks(buka_halaman(instansi="PASER", tahun=2023, triwulan=1))


def test_numbers_are_written_as_indonesians_write_them(buka_halaman: PembukaHalaman) -> None:
    isi = re.sub(r'style="[^"]*"', "", isi_html(buka_halaman(instansi="PASER", tahun=2023, triwulan=3)))
    assert not re.search(r"\d\.\d+ ?%", isi)
    assert re.search(r"\d,\d+ %", isi)


def test_an_index_that_is_not_yet_scored_waits_instead_of_being_red(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(instansi="BANTEN", tahun=2023, triwulan=2))
    assert "Seluruh 3 IKU menunggu penilaian" in isi


def test_an_unknown_filter_in_the_address_falls_back_with_a_notice(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(instansi="TIDAKADA", tahun=1999)
    assert uji.toast
    assert uji.selectbox(key="instansi").value == "BANTEN"


def test_the_year_end_is_projected_from_the_quarters_with_its_interval_and_without_colour(
    buka_halaman: PembukaHalaman,
) -> None:
    isi = isi_html(buka_halaman(instansi="PASER", tahun=2023, triwulan=3))
    proyeksi = isi.split("Proyeksi akhir tahun", 1)[1].split("</table>")[0]
    assert "IKU-03" in proyeksi
    assert "IKU-01" not in proyeksi, "an index scored once a year is not projected from what is not yet known"
    assert "dk-status" not in proyeksi
    assert "Proyeksi akhir tahun" not in isi_html(buka_halaman(instansi="PASER", tahun=2023, triwulan=4))
