"""A part of a year gives the numbers of the whole, for every indicator of the sample agencies."""

import pytest

from dashboard.domain.hitung.penyusun import penyusun
from dashboard.domain.hitung.tahun import hitung_tahun
from tests.contoh_dasar import dasar_contoh


@pytest.mark.parametrize("tw", [1, 3, 4])
@pytest.mark.parametrize("instansi", ["BANTEN", "PASER", "PEMALANG", "PK"])
def test_an_indicator_computed_with_what_it_is_made_of_equals_the_whole_year(instansi: str, tw: int) -> None:
    dasar = dasar_contoh(instansi, tw)
    for kode, seluruh in dasar.hasil.indikator.items():
        sebagian = hitung_tahun(penyusun(dasar.data, [kode]), dasar.sd, dasar.aturan).indikator[kode]
        assert sebagian == seluruh


def test_a_leaf_needs_no_other_indicator() -> None:
    data = penyusun(dasar_contoh("PASER", 4).data, ["IKI-01-001"])
    assert [i.kode for i in data.indikator] == ["IKI-01-001"]
    assert {t.indikator for t in data.target} == {"IKI-01-001"}
