"""Pohon Kinerja for every agency: drawn, filtered, opened at a box, with what is uncertain listed."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.alat import CONTOH, SEMUA_FILTER, isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN = "pohon_kinerja.py"


def isi_laci(uji: AppTest) -> str:
    """The HTML drawn outside the page itself: the drawer's and the sidebar's."""
    return "\n".join(elemen.proto.body for elemen in uji.get("html")).removeprefix(isi_html(uji)).strip()


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
def test_the_page_is_drawn_for_every_agency_and_quarter(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int
) -> None:
    uji = buka_halaman(HALAMAN, instansi=instansi, tahun=tahun, triwulan=tw)
    isi = isi_html(uji)
    assert "Pohon Kinerja" in isi
    assert "Arti garis" in isi


@pytest.mark.parametrize(("instansi", "tahun"), CONTOH)
@pytest.mark.parametrize("tampilan", ["Tabel", "Peta"])
def test_the_other_views_are_drawn_for_every_agency(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tampilan: str
) -> None:
    uji = buka_halaman(HALAMAN, instansi=instansi, tahun=tahun, triwulan=4)
    uji.session_state["tampilan-pohon"] = tampilan
    uji.run()
    assert not uji.exception
    assert ("dk-cascade" in isi_html(uji)) == (tampilan == "Tabel")


@pytest.mark.parametrize(
    ("instansi", "tahun", "simpul", "isi"),
    [
        ("PEMALANG", 2025, "PRG-06", "Kabid Mutasi dan Promosi"),
        ("BANTEN", 2023, "KEG-01", "Ketersediaan peta jabatan"),
        ("PASER", 2023, "IND-24-01", "Pranata Komputer"),
        ("PK", 2024, "SAS-01", "hukuman disiplin"),
    ],
)
def test_the_address_opens_the_detail_of_a_box(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, simpul: str, isi: str
) -> None:
    uji = buka_halaman(HALAMAN, instansi=instansi, tahun=tahun, triwulan=4, simpul=simpul)
    teks = isi_laci(uji)
    assert isi in teks
    assert "Rumus capaian" in teks


def test_an_address_with_an_unknown_box_opens_none(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PK", tahun=2024, triwulan=4, simpul="TIDAK-ADA")
    assert "Rumus capaian" not in isi_laci(uji)


def test_uncertain_places_are_listed_with_their_reason(buka_halaman: PembukaHalaman) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi="PEMALANG", tahun=2025, triwulan=3))
    assert "letak disimpulkan" in isi
    assert "Induk SAS-01 disimpulkan" in isi


def test_a_link_in_the_drawer_leads_to_the_box_of_the_komponen(buka_halaman: PembukaHalaman) -> None:
    alamat = {"instansi": "PEMALANG", "tahun": "2025"}
    isi = isi_laci(buka_halaman(HALAMAN, **alamat, triwulan=3, simpul="PRG-06"))
    dibentuk = isi[isi.index("Dibentuk oleh") : isi.index("Menyumbang ke")]
    tuju, kotak, nama = re.findall(r'href="([^"]+)" target="_self" data-kotak="(SUB-[^"]+)">([^<]+)<', dibentuk)[0]
    assert nama.startswith(kotak)
    diminta = dict(parse_qsl(urlsplit(unescape(tuju)).query))
    assert diminta == alamat | {"triwulan": "III", "simpul": kotak}
    assert f"Sub kegiatan {kotak}" in isi_laci(buka_halaman(HALAMAN, **diminta))


def test_a_filter_without_a_match_says_what_to_do(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PEMALANG", tahun=2025, triwulan=3)
    uji.multiselect(key="pohon-jenjang-PEMALANG").set_value(["tujuan"])
    uji.multiselect(key="pohon-status-PEMALANG").set_value(["kritis"]).run()
    assert "Tidak ada kotak yang cocok" in isi_html(uji)


def test_the_drawer_opens_the_indicator_of_the_address_and_leads_to_its_row(buka_halaman: PembukaHalaman) -> None:
    kotak = {"instansi": "PASER", "tahun": 2023, "triwulan": 4, "simpul": "IND-02-02"}
    for indikator in ("IKI-02-006", "IKI-02-003"):
        laci = isi_laci(buka_halaman(HALAMAN, **kotak, indikator=indikator))
        assert f"<h3>{indikator} " in laci
        assert re.search(rf"bidang-iki\?[^\"]*unit=[^\"]+iki={indikator}", laci)
