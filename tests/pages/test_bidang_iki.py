"""Bidang & IKI for every agency, quarter and unit."""

import pytest

from tests.pages.alat import SEMUA_FILTER, isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN = "bidang_iki.py"


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
def test_the_page_is_drawn_for_every_agency_quarter_and_unit(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int
) -> None:
    uji = buka_halaman(HALAMAN, instansi=instansi, tahun=tahun, triwulan=tw)
    for unit in uji.selectbox(key="bidang-unit").options:
        uji.selectbox(key="bidang-unit").select(unit).run()
        assert not uji.exception, (unit, uji.exception)
        assert 'class="dk-tabel"' in isi_html(uji)
