"""What a scenario may do to a target: a number, or the two bounds of a range; and what that does to the capaian."""

from decimal import Decimal

import pytest

from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.skenario.dasar import Bagian, KunciUbahan
from dashboard.domain.skenario.hitungan import dasar_skenario, hitung_skenario, sumbangan_target
from tests.contoh_dasar import dasar_contoh
from tests.unit.skenario.dilaporkan import hitung_dilaporkan, sama

D = Decimal
BAWAH, ATAS = KunciUbahan("IKU-01", Bagian.TARGET_MIN), KunciUbahan("IKU-01", Bagian.TARGET_MAKS)
RENTANG = pytest.mark.parametrize("tw", [1, 2, 3, 4])


def sampai(ubahan: dict[KunciUbahan, Decimal], tw: int = 4) -> NilaiTarget | None:
    return hitung_skenario(dasar_contoh("BANTEN", tw), ubahan).simpul["IKU-01"].baru.target.sampai


@RENTANG
def test_a_range_target_has_two_bounds_and_no_single_number(tw: int) -> None:
    dasar = dasar_contoh("BANTEN", tw)
    assert (dasar.nilai_kunci(BAWAH), dasar.nilai_kunci(ATAS)) == (D(70), D(80))
    assert dasar.nilai_kunci(KunciUbahan("IKU-01", Bagian.TARGET)) is None


def test_a_single_target_has_no_bounds() -> None:
    dasar = dasar_contoh("PASER", 4)
    assert dasar.nilai_kunci(KunciUbahan("IKI-01-003", Bagian.TARGET)) is not None
    assert dasar.nilai_kunci(KunciUbahan("IKI-01-003", Bagian.TARGET_MIN)) is None
    assert hitung_skenario(dasar, {KunciUbahan("IKI-01-003", Bagian.TARGET_MIN): D(1)}).simpul == {}


@RENTANG
@pytest.mark.parametrize(
    ("ubahan", "rentang"),
    [
        ({BAWAH: D(75)}, (D(75), D(80))),
        ({ATAS: D(95)}, (D(70), D(95))),
        ({BAWAH: D(90), ATAS: D("95.5")}, (D(90), D("95.5"))),
    ],
)
def test_changed_bounds_are_the_range_to_date(
    ubahan: dict[KunciUbahan, Decimal], rentang: tuple[Decimal, Decimal], tw: int
) -> None:
    target = sampai(ubahan, tw)
    assert target is not None
    assert (target.nilai_min, target.nilai_maks) == rentang
    baru = hitung_skenario(dasar_contoh("BANTEN", tw), ubahan).baru(dasar_contoh("BANTEN", tw), "IKU-01")
    resmi = hitung_dilaporkan(dasar_contoh("BANTEN", tw), {}, {"IKU-01": target}).indikator["IKU-01"]
    assert sama(resmi) == sama(baru)


@pytest.mark.parametrize(
    ("ubahan", "diminta", "dipakai"),
    [({BAWAH: D(90)}, D(90), D(80)), ({ATAS: D(60)}, D(60), D(70)), ({BAWAH: D(90), ATAS: D(85)}, D(85), D(90))],
)
def test_the_lower_bound_never_passes_the_upper_and_the_hold_is_said(
    ubahan: dict[KunciUbahan, Decimal], diminta: Decimal, dipakai: Decimal
) -> None:
    target = sampai(ubahan)
    assert target is not None
    assert (target.nilai_min, target.nilai_maks) == (dipakai, dipakai)
    jepitan = hitung_skenario(dasar_contoh("BANTEN", 4), ubahan).jepitan
    assert [(j.kode, j.diminta, j.dipakai) for j in jepitan] == [("IKU-01", diminta, dipakai)]


def test_a_changed_target_contributes_to_the_capaian_and_both_bounds_are_one_target() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    ubahan = {BAWAH: D(95), ATAS: D(98), KunciUbahan("KRT-01"): D(1)}
    ((asal, simpul),) = sumbangan_target(dasar, ubahan, "IKU-01")
    assert asal == "IKU-01"
    assert simpul.baru.nilai == simpul.lama.nilai
    assert simpul.baru.persen == hitung_skenario(dasar, ubahan).simpul["IKU-01"].baru.persen != simpul.lama.persen


def test_a_target_contributes_nothing_to_an_indicator_it_does_not_measure() -> None:
    assert sumbangan_target(dasar_contoh("BANTEN", 4), {BAWAH: D(95), ATAS: D(98)}, "IKU-03") == ()


def test_only_a_value_that_is_set_is_an_input_of_the_scenario_also_over_a_projection() -> None:
    dasar = dasar_contoh("PASER", 2)
    kode, target = "IKI-01-003", KunciUbahan("IKI-01-003", Bagian.TARGET)
    proyeksi = dasar_skenario(dasar, {KunciUbahan(kode): D(60)})
    assert hitung_skenario(dasar, {KunciUbahan(kode): D(60)}).simpul[kode].masukan
    for awal in (dasar, proyeksi):
        assert not hitung_skenario(awal, {target: D(90)}).simpul[kode].masukan
