"""Pohon Kinerja for every agency: drawn, filtered, opened at a box, with what is uncertain listed."""

import pytest

from tests.pages.alat import CONTOH, SEMUA_FILTER, isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN = "pohon_kinerja.py"


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
