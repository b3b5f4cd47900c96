"""The position "Tahun" after the fourth quarter: the year's own result on every page, by the same link for everyone."""

import pytest
import sqlalchemy as sa

from dashboard.registry import HALAMAN
from data_access.engine import make_engine
from data_access.schema import SKENARIO
from tests.pages.alat import buka_panel, geseran, isi_html, isi_teks
from tests.pages.conftest import PembukaHalaman

PASER = {"instansi": "PASER", "tahun": 2023, "triwulan": "Tahun"}
PK = {"instansi": "PK", "tahun": 2024, "triwulan": "Tahun"}
TANPA_POSISI = ("bidang_iki.py", "data.py", "ketidaksesuaian.py", "riwayat.py")
BERPOSISI = [h.berkas for h in HALAMAN if h.berkas not in TANPA_POSISI]


@pytest.mark.parametrize("halaman", BERPOSISI)
def test_every_page_says_the_year_and_hands_it_on(buka_halaman: PembukaHalaman, halaman: str) -> None:
    uji = buka_halaman(halaman, **PASER)
    assert "Tahun 2023" in isi_teks(uji)
    assert "s.d. TW" not in isi_teks(uji)
    assert uji.segmented_control(key="triwulan").value == "TAHUN"
    assert "triwulan=IV" not in isi_html(uji)


@pytest.mark.parametrize("halaman", [h.berkas for h in HALAMAN])
def test_every_page_opens_at_the_year_of_every_agency(buka_halaman: PembukaHalaman, halaman: str) -> None:
    for instansi, tahun in (("BANTEN", 2023), ("PEMALANG", 2025), ("PK", 2024)):
        assert isi_teks(buka_halaman(halaman, instansi=instansi, tahun=tahun, triwulan="Tahun"))


@pytest.mark.parametrize("ejaan", ["Tahun", "TAHUN", "tahun"])
def test_an_address_may_spell_the_year_as_it_likes(buka_halaman: PembukaHalaman, ejaan: str) -> None:
    uji = buka_halaman(**PASER | {"triwulan": ejaan})
    assert uji.query_params["triwulan"] in ("Tahun", ["Tahun"])
    assert not uji.toast


@pytest.mark.parametrize(("ejaan", "posisi"), [("IV", "TW4"), ("4", "TW4"), ("TW2", "TW2"), ("iii", "TW3")])
def test_a_link_of_before_opens_what_it_opened(buka_halaman: PembukaHalaman, ejaan: str, posisi: str) -> None:
    uji = buka_halaman(**PASER | {"triwulan": ejaan})
    assert uji.segmented_control(key="triwulan").value == posisi
    assert not uji.toast


def test_entry_stays_by_quarter_and_says_so(buka_halaman: PembukaHalaman) -> None:
    uji = buka_panel(buka_halaman("bidang_iki.py", **PASER), "panel-kunci")
    isi = isi_teks(uji)
    assert "Realisasi diisi per triwulan; pada posisi Tahun halaman ini menampilkan TW IV." in isi
    assert "s.d. TW IV 2023" in isi
    assert "TW IV 2023" in uji.button(key="kunci-periode").label


def test_the_trend_shows_the_year_beside_its_quarters(buka_halaman: PembukaHalaman) -> None:
    baris = '<th scope="row">Tahun</th>'
    assert baris in isi_html(buka_halaman("capaian_iku.py", **PASER))
    assert baris not in isi_html(buka_halaman("capaian_iku.py", **PASER | {"triwulan": "IV"}))


def test_the_scores_of_the_year_are_those_of_month_0(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("distribusi_skp.py", **PASER)
    assert uji.selectbox(key="skp-bulan-PASER-Tahun 2023").value == 0


def test_a_scenario_saved_at_the_year_opens_at_the_year(buka_halaman: PembukaHalaman, sample_url: str) -> None:
    uji = buka_halaman("simulasi.py", **PK, indikator="IKU-02")
    papan = "sim-PK-2024-4-tahun"
    geseran(uji, papan, "JUMLAH_ASN").ketik("9.000")
    uji.text_input(key=f"{papan}-nama").set_value("Setahun").run()
    uji.button(key=f"{papan}-simpan").click().run()
    with make_engine(sample_url).connect() as connection:
        kode = connection.execute(sa.select(SKENARIO.c.kode)).scalar_one()
    assert "IKU-02, Tahun 2024" in isi_teks(uji)
    assert f"triwulan=Tahun&amp;skenario={kode}" in isi_html(uji)
    dibuka = buka_halaman("simulasi.py", **PK, skenario=kode)
    assert geseran(dibuka, papan, "JUMLAH_ASN").teks == "9000"
    lain = buka_halaman("simulasi.py", **PK | {"triwulan": "IV"}, skenario=kode)
    assert "disimpan pada posisi lain" in lain.toast[0].value
    with make_engine(sample_url).begin() as connection:
        connection.execute(sa.update(SKENARIO).values(sasaran="IKU-99"))
    hilang = buka_halaman("simulasi.py", **PK, skenario=kode)
    assert "menuju IKU\\-99, yang tidak ada lagi pada data" in hilang.toast[0].value
