"""Advice that respects reality: what is sought starts with work, ends at what can be, and is said in points."""

import re

from tests.pages.alat import geseran, isi_html, isi_teks
from tests.pages.conftest import PembukaHalaman
from tests.pages.test_simulasi import PAPAN, PK, ketik

PEMALANG = {"instansi": "PEMALANG", "tahun": 2025, "triwulan": 3}
PAPAN_PEMALANG = "sim-PEMALANG-2025-3-posisi"


def test_the_seek_answers_in_people(buka_halaman: PembukaHalaman) -> None:
    """81 % of 9.000 are 7.290."""
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    assert "IKU-02 sudah mencapai 81 %: sekarang 81,88 %." in isi_teks(uji)
    ketik(uji, "JUMLAH_ASN", "9000").button(key=f"{PAPAN}-cari-hitung").click().run()
    isi = isi_teks(uji)
    assert "ASN_BERSERTIFIKAT perlu menjadi 7.290 orang (tambah 3.007 orang dari 4.283)" in isi


def test_the_seek_starts_at_a_numerator_and_a_denominator_stands_behind_what_it_means(
    buka_halaman: PembukaHalaman,
) -> None:
    uji = buka_halaman("simulasi.py", **PEMALANG, indikator="PRG-07.2")
    assert "LAYANAN_TERPENUHI perlu menjadi 24 layanan (tambah 1 layanan dari 23)" in isi_teks(uji)
    pilihan = uji.selectbox(key=f"{PAPAN_PEMALANG}-cari-masukan-PRG-07.2")
    assert pilihan.options[-1].endswith("(pembagi)")
    pilihan.select_index(1).run()
    assert "Mengurangi pembagi tidak memperbaiki kinerja" in isi_teks(uji)
    assert "perlu menjadi" not in isi_teks(uji)
    uji.checkbox(key=f"{PAPAN_PEMALANG}-cari-pembagi-JUMLAH_LAYANAN-PRG-07.2").check().run()
    assert "JUMLAH_LAYANAN perlu menjadi 23 layanan" in isi_teks(uji)


def test_where_one_input_cannot_do_it_the_smallest_mix_is_offered_and_used(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PEMALANG, indikator="KEG-18.1")
    isi = isi_html(uji)
    assert "Gabungan terkecil, seluruhnya 2 unit: KEG-18.1 lalu 10 unit/paket" in isi
    assert "menjadi 8 unit (tambah 1 unit dari 7)" in isi
    uji.button(key=f"{PAPAN_PEMALANG}-cari-pakai").click().run()
    assert geseran(uji, PAPAN_PEMALANG, "SUB-41.1").teks == "1"
    assert geseran(uji, PAPAN_PEMALANG, "SUB-43.1").teks == "8"


def test_a_slider_ends_at_the_maximum_and_a_number_beyond_what_can_be_is_held_and_said(
    buka_halaman: PembukaHalaman,
) -> None:
    papan = "sim-BANTEN-2023-4-posisi"
    banten = {"instansi": "BANTEN", "tahun": 2023, "triwulan": 4}
    uji = buka_halaman("simulasi.py", **banten, indikator="KRT-05")
    assert geseran(uji, papan, "KRT-05.a").tetap["atas"] == 13
    uji = ketik(buka_halaman("simulasi.py", **banten, indikator="IKU-02"), "DIM-01", "999", papan)
    assert "DIM-01: 999 dijepit menjadi 4,99; tanpa nilai maksimum" in isi_html(uji)


def test_the_difference_of_two_percentages_is_counted_in_points(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "ASN_BERSERTIFIKAT", "4500"))
    assert re.search(r"\+\d+,\d+ poin", isi)


def test_a_link_to_a_scenario_that_is_not_there_is_said_and_leaves_the_address(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, skenario="tidakada")
    assert "Skenario “tidakada” tidak ada pada instansi ini; mungkin sudah dihapus." in [t.value for t in uji.toast]
    assert "skenario" not in uji.query_params


def test_what_was_moved_is_sought_from_only_when_asked(buka_halaman: PembukaHalaman) -> None:
    uji = ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "JUMLAH_ASN", "9000")
    assert "ASN_BERSERTIFIKAT perlu menjadi" not in isi_teks(uji)
    uji.button(key=f"{PAPAN}-cari-hitung").click().run()
    assert "ASN_BERSERTIFIKAT perlu menjadi 7.290 orang" in isi_teks(uji)
    ketik(uji, "JUMLAH_ASN", "8000")
    assert "ASN_BERSERTIFIKAT perlu menjadi" not in isi_teks(uji)
    uji.text_input(key=f"{PAPAN}-cari-nilai-IKU-02").set_value("90").run()
    assert "ASN_BERSERTIFIKAT perlu menjadi 7.200 orang" in isi_teks(uji)
