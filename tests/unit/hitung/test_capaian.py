"""Achievement of one indicator: the worked numbers of the design and properties that hold for any number."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.hitung import capaian as modul
from dashboard.domain.hitung.capaian import CATATAN_TERPOTONG
from tests.unit.bangun import ATURAN, target_nilai

CATATAN_NEGATIF, CATATAN_RENTANG = ATURAN.capaian.negatif.catatan, ATURAN.capaian.rentang.catatan

POSITIF, NEGATIF = Polaritas.POSITIF, Polaritas.NEGATIF
ANGKA = st.decimals(min_value=0, max_value=10**9, places=4)
ANGKA_POSITIF = st.decimals(min_value=Decimal("0.0001"), max_value=10**9, places=4)
TERLEBAR = st.integers(min_value=1, max_value=10**28 - 1).map(lambda n: Decimal(n).scaleb(-10))


def hitung_capaian(realisasi, target, *lain):
    return modul.hitung_capaian(realisasi, target, ATURAN.capaian, *lain)


def nilai(realisasi, target, polaritas=POSITIF, rumus="baku"):
    capaian = hitung_capaian(Decimal(realisasi), target, polaritas, rumus).nilai
    return None if capaian is None else bulat2(capaian)


@pytest.mark.parametrize(
    ("realisasi", "harapan"), [("65", "92.86"), ("70", "100"), ("75", "100"), ("80", "100"), ("84", "105"), ("0", "0")]
)
def test_a_range_of_70_to_80_is_read_at_the_bound_that_was_missed(realisasi, harapan):
    assert nilai(realisasi, target_nilai(bawah=70, atas=80)) == Decimal(harapan)


@pytest.mark.parametrize(
    ("realisasi", "harapan"), [("8", "120"), ("10", "100"), ("12", "80"), ("20", "0"), ("25", "0"), ("0", "200")]
)
def test_lower_is_better_with_a_target_of_ten(realisasi, harapan):
    assert nilai(realisasi, target_nilai(10), NEGATIF) == Decimal(harapan)


def test_a_negative_result_shows_zero_and_keeps_the_raw_value():
    capaian = hitung_capaian(Decimal(25), target_nilai(10), NEGATIF)
    assert (capaian.nilai, capaian.mentah) == (0, -50)
    assert capaian.catatan == (CATATAN_NEGATIF, CATATAN_TERPOTONG)


@pytest.mark.parametrize(("realisasi", "harapan"), [("60", "114.29"), ("75", "100"), ("88", "90")])
def test_a_range_holds_for_lower_is_better_too(realisasi, harapan):
    assert nilai(realisasi, target_nilai(bawah=70, atas=80), NEGATIF) == Decimal(harapan)


def test_a_target_of_zero_cannot_be_computed_when_higher_is_better():
    capaian = hitung_capaian(Decimal(5), target_nilai(0))
    assert (capaian.nilai, capaian.mentah) == (None, None)
    assert "tidak dapat dihitung" in capaian.langkah[0].pola


@pytest.mark.parametrize(("realisasi", "harapan"), [("0", "100"), ("0.01", "0"), ("3", "0")])
def test_a_target_of_zero_incidents_is_all_or_nothing(realisasi, harapan):
    assert nilai(realisasi, target_nilai(0), NEGATIF) == Decimal(harapan)


def test_a_negative_target_of_lower_is_better_cannot_be_computed():
    assert hitung_capaian(Decimal(1), target_nilai(-1), NEGATIF).nilai is None


def test_a_reported_zero_is_zero():
    assert nilai("0", target_nilai(80)) == 0


def test_the_shown_value_has_no_cap():
    assert nilai("350", target_nilai(100)) == 350


def test_a_target_with_one_bound_only_is_that_number():
    assert nilai("84", target_nilai(bawah=70)) == 120
    assert nilai("8", target_nilai(atas=10), NEGATIF) == 120


def test_the_variant_divides_the_target_by_the_realisation():
    assert nilai("8", target_nilai(10), NEGATIF, "T/R") == 125
    assert nilai("0", target_nilai(10), NEGATIF, "T/R") is None


def test_a_target_without_a_number_is_refused():
    with pytest.raises(ValueError, match="no value"):
        hitung_capaian(Decimal(1), target_nilai())


def test_the_result_says_its_formula_steps_article_and_what_is_unconfirmed():
    positif = hitung_capaian(Decimal(65), target_nilai(130))
    assert (positif.rumus, positif.langkah[0].nilai, positif.langkah[0].hasil) == ("R ÷ T × 100", (65, 130), 50)
    assert positif.ketentuan == (ATURAN.capaian.positif,)
    assert "Permendagri" not in positif.pasal
    assert positif.catatan == ()
    rentang = hitung_capaian(Decimal(65), target_nilai(bawah=70, atas=80))
    assert CATATAN_RENTANG in rentang.catatan
    assert rentang.langkah[0].nilai == (65, 70)
    negatif = hitung_capaian(Decimal(8), target_nilai(10), NEGATIF)
    assert "belum dikonfirmasi" in negatif.catatan[0]
    assert negatif.rumus == "(2T − R) ÷ T × 100"


def test_the_last_step_yields_the_raw_value():
    for realisasi in ("65", "75", "84", "200"):
        for target in (target_nilai(80), target_nilai(bawah=70, atas=80)):
            for polaritas in Polaritas:
                capaian = hitung_capaian(Decimal(realisasi), target, polaritas)
                assert capaian.langkah[-1].hasil == capaian.mentah


@example(Decimal("5000000000000000000000000001"), NEGATIF, "baku")
@given(TERLEBAR, st.sampled_from(Polaritas), st.sampled_from(["baku", "T/R"]))
def test_reaching_the_target_gives_exactly_one_hundred(target, polaritas, rumus):
    assert hitung_capaian(target, target_nilai(target), polaritas, rumus).nilai == 100


@given(ANGKA, ANGKA, ANGKA, ANGKA, st.booleans(), st.sampled_from(Polaritas))
def test_a_better_realisation_never_lowers_its_own_capaian(satu, dua, bawah, lebar, rentang, polaritas):
    target = target_nilai(bawah=bawah, atas=bawah + lebar) if rentang else target_nilai(bawah)
    buruk, baik = sorted((satu, dua), reverse=polaritas is NEGATIF)
    kurang, lebih = (hitung_capaian(r, target, polaritas) for r in (buruk, baik))
    if kurang.nilai is None or lebih.nilai is None:
        assert bawah == 0
    else:
        assert lebih.nilai >= kurang.nilai
        assert lebih.mentah >= kurang.mentah


@given(ANGKA, ANGKA_POSITIF)
def test_the_shown_value_is_the_raw_one_but_never_below_zero(realisasi, target):
    capaian = hitung_capaian(realisasi, target_nilai(target), NEGATIF)
    assert capaian.nilai == max(capaian.mentah, Decimal(0))


def test_a_huge_quotient_can_still_be_rounded_to_be_shown():
    assert nilai("1E+17", target_nilai("1E-20")) == Decimal("1E+39")


@pytest.mark.parametrize(("mentah", "tampil"), [("92.855", "92.86"), ("99.995", "100.00"), ("0.005", "0.01")])
def test_rounding_is_half_up_to_two_decimals(mentah, tampil):
    assert bulat2(Decimal(mentah)) == Decimal(tampil)
