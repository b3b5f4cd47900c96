"""The trend: a figure stands on the side of its point where the target path is not."""

import pytest

from dashboard.charts.tren import tren
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.kinerja import hitung_kinerja
from tests.unit.bangun import TAHUN_UJI, data, indikator, laporan, target


@pytest.mark.parametrize(("nilai", "sisi"), [(60, "bottom center"), (80, "top center"), (90, "top center")])
def test_a_figure_below_its_target_stands_under_its_point_and_any_other_above(nilai: int, sisi: str) -> None:
    isi = data([indikator("A", jenis="IKU", satuan="%")], [target("TAHUN", nilai=80)], [laporan("TW4", nilai)])
    titik = hitung_kinerja(isi, SampaiDengan(TAHUN_UJI, 4)).hasil.indikator["A"]
    quarters, year = (satu for satu in tren([titik], 4, titik)["data"] if "text" in satu.get("mode", ""))
    assert (quarters["textposition"], year["textposition"]) == ([sisi], sisi)
