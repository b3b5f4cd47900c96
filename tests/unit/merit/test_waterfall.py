"""The waterfall: what each criterion adds stands in a column of its own, in points; no word lies on a line."""

from decimal import Decimal

import pytest

from dashboard.charts.waterfall_merit import kalimat_kategori, waterfall_merit
from dashboard.domain.merit.indeks import PetaMerit, indeks_merit, peta_merit
from dashboard.huruf_ukur import lebar_teks
from tests.contoh_dasar import dasar_contoh

HURUF_AULA = 18


@pytest.fixture(scope="module")
def peta() -> PetaMerit:
    dasar = dasar_contoh("BANTEN", 4)
    return peta_merit(dasar.hasil, indeks_merit(dasar.hasil)[0].kode, dasar.aturan)


@pytest.mark.parametrize("dari_target", [True, False])
def test_each_criterion_says_its_points_right_of_all_bars_and_lines(peta: PetaMerit, *, dari_target: bool) -> None:
    figur = waterfall_merit(peta, dari_target)
    batang = figur["data"][0]
    poin = [satu for satu in figur["layout"]["annotations"] if satu["text"].endswith(" poin")]
    assert "text" not in batang
    assert [satu["y"] for satu in poin] == batang["y"]
    assert all((satu["x"], satu["xref"], satu["xanchor"]) == (1, "paper", "left") for satu in poin)


@pytest.mark.parametrize("dari_target", [True, False])
def test_the_column_of_points_has_room_for_the_letters_of_a_hall(peta: PetaMerit, *, dari_target: bool) -> None:
    tata = waterfall_merit(peta, dari_target)["layout"]
    for satu in tata["annotations"]:
        if satu.get("xref") == "paper":
            assert lebar_teks(satu["text"], HURUF_AULA) + satu["xshift"] <= tata["margin"]["r"]


@pytest.mark.parametrize("dari_target", [True, False])
def test_the_names_of_two_lines_that_may_stand_close_go_each_to_its_own_side(
    peta: PetaMerit, *, dari_target: bool
) -> None:
    nama = [satu for satu in waterfall_merit(peta, dari_target)["layout"]["annotations"] if satu["y"] == 1.0]
    kiri, kanan = sorted(nama, key=lambda satu: satu["x"])
    assert (kiri["xanchor"], kanan["xanchor"]) == ("right", "left")


def test_how_far_a_category_is_is_said_in_points(peta: PetaMerit) -> None:
    assert kalimat_kategori(Decimal(310), peta.kelas) == (
        "Kurang 15 poin menuju kategori Sangat Baik; kelonggaran 60 poin sebelum turun kategori."
    )
