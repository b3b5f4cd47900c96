"""No input of a scenario goes beyond what it can be, and what is divided by is known."""

from decimal import Decimal

import pytest

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.skenario.batas import BATAS_KINI, BATAS_TARGET, batas_masukan, penyebut, tahan_pada_batas
from dashboard.domain.skenario.dasar import KunciUbahan
from tests.contoh_dasar import dasar_contoh
from tests.unit.skenario.test_cari_nilai import rasio

D = Decimal


def test_an_indicator_without_a_maximum_ends_at_its_own_target_or_where_it_is() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    batas = batas_masukan(dasar, {}, KunciUbahan("DIM-01"))
    assert (batas.atas, batas.alasan_atas) == (D("4.99"), BATAS_KINI)
    batas = batas_masukan(dasar, {}, KunciUbahan("DIM-02"))
    assert (batas.atas, batas.alasan_atas) == (D("2.5"), BATAS_TARGET)


def test_a_printed_maximum_is_the_bound_and_not_the_target() -> None:
    assert batas_masukan(dasar_contoh("BANTEN", 4), {}, KunciUbahan("KRT-05")).atas == D(130)


def test_a_numerator_ends_at_its_denominator_as_the_scenario_has_it() -> None:
    dasar = dasar_contoh("PEMALANG", 3)
    kunci = KunciUbahan("LAYANAN_TERPENUHI")
    batas = batas_masukan(dasar, {}, kunci)
    assert (batas.atas, batas.alasan_atas) == (D(24), "tidak dapat melebihi JUMLAH_LAYANAN")
    assert batas_masukan(dasar, {KunciUbahan("JUMLAH_LAYANAN"): D(30)}, kunci).atas == D(30)


def test_a_numerator_that_officially_exceeds_its_denominator_is_no_part_of_it() -> None:
    assert batas_masukan(rasio(50, 40), {}, KunciUbahan("A")).atas == D(400)


def test_worse_is_not_forbidden_where_less_is_better() -> None:
    dasar = dasar_contoh("PASER", 4)
    negatif = [h for h in dasar.hasil.indikator.values() if h.indikator.polaritas is Polaritas.NEGATIF]
    assert all(batas_masukan(dasar, {}, KunciUbahan(h.kode)).alasan_atas != BATAS_TARGET for h in negatif)


def test_a_change_beyond_its_bound_is_held_there_and_said() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    kunci = KunciUbahan("DIM-01")
    ubahan, jepitan = tahan_pada_batas(dasar, {kunci: D(999)})
    assert ubahan == {kunci: D("4.99")}
    assert [(j.kode, j.diminta, j.dipakai) for j in jepitan] == [("DIM-01", D(999), D("4.99"))]
    assert tahan_pada_batas(dasar, {kunci: D(4)}) == ({kunci: D(4)}, ())


@pytest.mark.parametrize(
    ("masukan", "kode", "jawab"),
    [
        ("JUMLAH_LAYANAN", "PRG-07.2", True),
        ("LAYANAN_TERPENUHI", "PRG-07.2", False),
        ("SUB-03.1", "PRG-02.1", True),
        ("SUB-03.1", "KEG-02.1", False),
        ("JUMLAH_ASN", "PRG-05.1", True),
        ("JUMLAH_ASN", "PRG-01.1", False),
    ],
)
def test_what_an_indicator_is_divided_by_is_known_on_the_whole_way_up(masukan: str, kode: str, *, jawab: bool) -> None:
    """Also the head count of a share of good SKP: fewer people are no better appraisals."""
    assert penyebut(dasar_contoh("PEMALANG", 3), KunciUbahan(masukan), kode) is jawab
