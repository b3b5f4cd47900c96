"""Simulasi for every agency and quarter: what moves, what is sought, what is saved, and what stays official."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.formatting import persen
from data_access.engine import make_engine
from data_access.schema import METADATA, SKENARIO
from tests.contoh_dasar import dasar_contoh
from tests.pages.alat import SEMUA_FILTER, geseran, isi_html, isi_teks
from tests.pages.conftest import PembukaHalaman

PK = {"instansi": "PK", "tahun": 2024, "triwulan": 3}
PAPAN = "sim-PK-2024-3-posisi"


def baca(angka: str) -> Decimal:
    return Decimal(angka.replace(".", "").replace(",", "."))


def ketik(uji: AppTest, kode: str, teks: str, papan: str = PAPAN) -> AppTest:
    return geseran(uji, papan, kode).ketik(teks)


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
def test_before_anything_moves_the_official_number_stands_for_every_agency_and_quarter(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int
) -> None:
    uji = buka_halaman("simulasi.py", instansi=instansi, tahun=tahun, triwulan=tw)
    isi = isi_teks(uji)
    assert isi_html(uji).count("<h1>") == 1
    ditunjuk = re.search(r"SIMULASI (\S+) ", isi)
    assert ditunjuk
    resmi = dasar_contoh(instansi, tw).hasil.indikator[ditunjuk[1]]
    assert f"capaian {persen(resmi.persen)} " in isi
    assert "Yang ikut berubah" not in isi
    assert "→" not in isi


def test_a_typed_number_moves_the_indicator_its_class_and_what_rests_on_it(buka_halaman: PembukaHalaman) -> None:
    """4.283 of 9.000 are 47,59 %, which is 58,75 % of the 81 % that were aimed at."""
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    assert [geseran(uji, PAPAN, kode).teks for kode in ("ASN_BERSERTIFIKAT", "JUMLAH_ASN")] == ["4283", "5231"]
    isi = isi_teks(ketik(uji, "JUMLAH_ASN", "9.000"))
    assert "81,88 → 47,59 % -34,29" in isi
    assert "capaian 101,08 % → 58,75 % · target 81 % · predikat Sangat Tinggi → Rendah" in isi
    skala = "(skala Permendagri 86/2017)"
    assert f"dari Melampaui dengan predikat Sangat Tinggi {skala} menjadi Kritis dengan predikat Rendah {skala}" in isi
    assert "pada IKU-02 (satu per satu; jumlah -34,29 poin) JUMLAH_ASN -34,29 poin" in isi
    ikut = isi.partition("Yang ikut berubah")[2].partition("Harus menjadi berapa?")[0]
    assert re.findall(r"(IKU-\d\d) dihitung", ikut) == ["IKU-01", "IKU-02"]


def test_a_slider_moves_the_same_number_as_its_field(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    geser = geseran(uji, PAPAN, "JUMLAH_ASN")
    assert geser.tetap["atas"] == 6200
    geser.geser(geser.tetap["langkah"])
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "6200"
    assert "81,88 → 69,08 %" in isi_teks(uji)


def test_a_slider_moved_back_to_the_official_step_is_official_to_the_last_digit(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    awal = geseran(uji, PAPAN, "JUMLAH_ASN")
    ketik(uji, "JUMLAH_ASN", "4500")
    geseran(uji, PAPAN, "JUMLAH_ASN").geser(awal.tetap["letakResmi"])
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == awal.teks == "5231"
    assert uji.session_state[f"{PAPAN}-ubahan"] == {}


def test_what_was_heard_is_not_heard_again_when_the_browser_repeats_it(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    pertama = geseran(uji, PAPAN, "JUMLAH_ASN")
    pertama.kirim(("teks", "4500"), mulai=1)
    geseran(uji, PAPAN, "JUMLAH_ASN").kirim(("teks", "9000"), mulai=2)
    pertama.kirim(("teks", "4500"), mulai=1)
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "9000"


def test_of_several_changes_not_yet_answered_the_last_one_stands(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    geseran(uji, PAPAN, "JUMLAH_ASN").kirim(("letak", 0), ("teks", "4500"), ("teks", "90000"))
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "90000"
    assert geseran(uji, PAPAN, "JUMLAH_ASN").data["nomor"] == 3
    assert uji.session_state[f"{PAPAN}-ubahan"] == {KunciUbahan("JUMLAH_ASN"): 90000}


def test_what_was_meant_for_changes_that_were_put_back_since_changes_nothing(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    ketik(uji, "JUMLAH_ASN", "4500")
    uji.button(key="kembalikan").click().run()
    geseran(uji, PAPAN, "JUMLAH_ASN").kirim(("teks", "9000"), babak=0)
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "5231"


def test_what_a_field_shows_stands_in_every_answer_not_only_in_the_first(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    ketik(uji, "JUMLAH_ASN", "4500")
    for _ in range(2):  # an answer that overtakes another is all the browser draws
        assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "4500"
        uji.run()


def test_a_field_that_was_emptied_is_official_again(buka_halaman: PembukaHalaman) -> None:
    uji = ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "JUMLAH_ASN", "4500")
    ketik(uji, "JUMLAH_ASN", " ")
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "5231"
    assert uji.session_state[f"{PAPAN}-ubahan"] == {}


def test_what_cannot_be_read_is_said_and_changes_nothing(buka_halaman: PembukaHalaman) -> None:
    uji = ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "JUMLAH_ASN", "12.5")
    ditolak = geseran(uji, PAPAN, "JUMLAH_ASN")
    assert ditolak.teks == "12.5"
    assert "memakai titik sebagai tanda desimal" in ditolak.salah
    assert "Yang ikut berubah" not in isi_html(uji)


def test_back_to_official_empties_the_table(buka_halaman: PembukaHalaman) -> None:
    uji = ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "JUMLAH_ASN", "9000")
    uji.button(key="kembalikan").click().run()
    assert "Yang ikut berubah" not in isi_html(uji)


def test_the_inputs_to_choose_from_are_sent_to_who_opens_them(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    assert all("masukan" not in str(w.key) for w in uji.multiselect)
    assert any(w.label.startswith("Masukan yang digeser (3 dari ") for w in uji.expander)


def test_the_projection_names_its_method_and_an_interval_around_its_value(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    uji.segmented_control(key="awal-PK-2024-3").set_value("proyeksi").run()
    isi = isi_teks(uji).partition("Proyeksi akhir tahun")[2]
    kalimat = re.findall(r"([\d.,]+) (%|orang) \(antara ([\d.,]+) dan ([\d.,]+)\); ([^.]+)\.", isi)
    assert [cara for *_, cara in kalimat] == [
        "dihitung dari masukan yang diproyeksikan",
        *["perubahan rata-rata per triwulan diteruskan"] * 2,
    ]
    for nilai, _, bawah, atas, _ in kalimat:
        assert baca(bawah) < baca(nilai) < baca(atas)


@pytest.fixture
def tersimpan(buka_halaman: PembukaHalaman) -> AppTest:
    uji = ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "JUMLAH_ASN", "9000")
    uji.text_input(key=f"{PAPAN}-nama").set_value("Banyak ASN").run()
    uji.button(key=f"{PAPAN}-simpan").click().run()
    assert not uji.exception
    return uji


def isi_resmi(alamat: str) -> Iterator[Any]:
    with make_engine(alamat).connect() as connection:
        for nama, tabel in sorted(METADATA.tables.items()):
            if nama != SKENARIO.name:
                yield nama, [tuple(baris) for baris in connection.execute(sa.select(tabel))]


def test_saving_lists_the_scenario_with_author_and_data_version_and_leaves_official_data(
    sample_url: str, buka_halaman: PembukaHalaman
) -> None:
    sebelum = list(isi_resmi(sample_url))
    uji = ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "JUMLAH_ASN", "9000")
    uji.text_input(key=f"{PAPAN}-nama").set_value("Banyak ASN").run()
    uji.button(key=f"{PAPAN}-simpan").click().run()
    isi = isi_html(uji)
    assert "Banyak ASN" in isi
    assert "Perencana" in isi
    assert "data berubah sejak disimpan" not in isi
    assert list(isi_resmi(sample_url)) == sebelum


def test_without_a_name_nothing_is_saved_and_it_says_why(buka_halaman: PembukaHalaman) -> None:
    uji = ketik(buka_halaman("simulasi.py", **PK, indikator="IKU-02"), "JUMLAH_ASN", "9000")
    uji.button(key=f"{PAPAN}-simpan").click().run()
    assert "Beri skenario ini nama" in isi_html(uji)
    assert "Belum ada skenario tersimpan" in isi_html(uji)


def test_a_link_reopens_the_scenario_in_another_session(tersimpan: AppTest, buka_halaman: PembukaHalaman) -> None:
    kode = tersimpan.query_params["skenario"]
    uji = buka_halaman("simulasi.py", **PK, skenario=kode[0] if isinstance(kode, list) else kode)
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "9000"
    assert "Yang ikut berubah" in isi_html(uji)


def test_a_scenario_is_flagged_when_the_data_changed_since(
    tersimpan: AppTest, sample_url: str, buka_halaman: PembukaHalaman
) -> None:
    with make_engine(sample_url).begin() as connection:
        connection.execute(sa.update(SKENARIO).values(versi_data="versi lama"))
    assert "data berubah sejak disimpan" in isi_html(buka_halaman("simulasi.py", **PK))


def test_two_scenarios_stand_side_by_side(tersimpan: AppTest) -> None:
    uji = ketik(tersimpan, "JUMLAH_ASN", "8000")
    uji.text_input(key=f"{PAPAN}-nama").set_value("Sedikit ASN").run()
    uji.button(key=f"{PAPAN}-simpan").click().run()
    pilihan = uji.multiselect(key=f"{PAPAN}-banding")
    with make_engine().connect() as connection:
        kode = list(connection.execute(sa.select(SKENARIO.c.kode)).scalars())
    pilihan.set_value(kode).run()
    isi = isi_html(uji)
    assert "Perbandingan skenario" in isi
    assert isi.count("Banyak ASN") >= 2
    assert isi.count("Sedikit ASN") >= 2


def test_two_aims_share_one_board(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK)
    uji.multiselect(key="sasaran-PK").set_value(["IKU-01", "IKU-02"]).run()
    isi = isi_html(ketik(uji, "JUMLAH_ASN", "6000"))
    assert "Sumbangan tiap masukan pada IKU-01" in isi
    assert "Sumbangan tiap masukan pada IKU-02" in isi


def test_a_link_reopens_every_aim(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **PK)
    uji.multiselect(key="sasaran-PK").set_value(["IKU-02", "IKU-01"]).run()
    uji = ketik(uji, "JUMLAH_ASN", "6000")
    uji.text_input(key=f"{PAPAN}-nama").set_value("Dua sasaran").run()
    uji.button(key=f"{PAPAN}-simpan").click().run()
    assert "IKU-02, IKU-01, s.d. TW" in isi_html(uji)
    kode = uji.query_params["skenario"]
    lain = buka_halaman("simulasi.py", **PK, skenario=kode[0] if isinstance(kode, list) else kode)
    assert lain.multiselect(key="sasaran-PK").value == ["IKU-02", "IKU-01"]
    assert "Sumbangan tiap masukan pada IKU-01" in isi_html(lain)


BANTEN = {"instansi": "BANTEN", "tahun": 2023, "triwulan": 4, "indikator": "IKU-01"}
PAPAN_BANTEN = "sim-BANTEN-2023-4-posisi"


def ketik_rentang(uji: AppTest, ujung: str, teks: str) -> AppTest:
    return geseran(uji, PAPAN_BANTEN, "IKU-01", f"target_{ujung}").ketik(teks)


def test_a_range_target_is_moved_by_its_two_bounds(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("simulasi.py", **BANTEN)
    assert geseran(uji, PAPAN_BANTEN, "IKU-01", "target_min").teks == "70"
    assert geseran(uji, PAPAN_BANTEN, "IKU-01", "target_maks").teks == "80"
    isi = isi_html(ketik_rentang(ketik_rentang(uji, "maks", "98"), "min", "95"))
    assert "target 70–80 → 95–98" in isi
    assert "Dijepit pada batasnya" not in isi
    assert "dk-semula" not in isi, "the value itself did not move"


def test_a_lower_bound_above_the_upper_is_held_and_said(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(ketik_rentang(buka_halaman("simulasi.py", **BANTEN), "min", "90"))
    assert "90 dijepit menjadi 80; batas bawah target tidak dapat melebihi batas atasnya" in isi


def test_a_changed_target_stands_in_the_contributions_with_capaian_and_class(buka_halaman: PembukaHalaman) -> None:
    uji = ketik_rentang(ketik_rentang(buka_halaman("simulasi.py", **BANTEN), "maks", "98"), "min", "95")
    isi = isi_html(uji)
    assert "Sumbangan tiap masukan pada IKU-01 (satu per satu)" in isi
    assert re.search(r"IKU-01 target</span><span>capaian [\d,.]+ % → [\d,.]+ % · ", isi)


def test_the_search_aims_at_the_target_that_the_scenario_sets(buka_halaman: PembukaHalaman) -> None:
    uji = ketik_rentang(ketik_rentang(buka_halaman("simulasi.py", **BANTEN), "maks", "98"), "min", "95")
    uji.button(key=f"{PAPAN_BANTEN}-cari-hitung").click().run()
    assert "IKU-01 perlu menjadi 95" in isi_html(uji)


def test_a_changed_target_leaves_the_value_as_certain_as_it_was(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(ketik_rentang(buka_halaman("simulasi.py", **BANTEN), "min", "75"))
    assert "Kepastian: masukan skenario" not in isi
