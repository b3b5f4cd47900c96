"""A mean says what it covers; a partial one has no colour but bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.agregat import DI_LUAR_PENYEBUT, Butir, rerata_capaian
from tests.unit.bangun import des

PERSEN = st.decimals(min_value=0, max_value=500, places=2)
BATAS = st.sampled_from([None, Decimal(100), Decimal(110), Decimal(120)])


def butir(kode, capaian, status=None):
    return Butir(kode, des(capaian), status or (Status.BELUM_DILAPORKAN if capaian is None else Status.TERCAPAI))


def rerata(isi, batas=None):
    return rerata_capaian(isi, batas)


def deret(nilai):
    return [butir(f"I{n:03d}", isi) for n, isi in enumerate(nilai)]


def test_a_missing_item_leaves_the_mean_incomplete_with_its_coverage_and_bounds():
    agregat = rerata(deret([90, 100, None]))
    assert not agregat.lengkap
    assert (agregat.dinilai, agregat.penyebut, agregat.belum) == (2, 3, 1)
    assert (agregat.nilai, agregat.bawah, agregat.atas) == (95, Decimal(190) / 3, Decimal(290) / 3)
    assert agregat.jumlah(Status.BELUM_DILAPORKAN) == 1


def test_twelve_of_fifteen_are_counted_as_such():
    agregat = rerata(deret([80] * 12 + [None] * 3))
    assert (agregat.dinilai, agregat.penyebut, agregat.belum) == (12, 15, 3)


def test_a_complete_mean_is_its_own_bounds():
    agregat = rerata(deret([90, 110]))
    assert agregat.lengkap
    assert agregat.nilai == agregat.bawah == agregat.atas == 100


@pytest.mark.parametrize("status", ["menunggu_penilaian", "tidak_ditargetkan", "target_belum_ada"])
def test_what_waits_or_has_no_target_is_counted_apart(status):
    agregat = rerata([butir("A", 80), butir("B", None, Status(status))])
    assert agregat.lengkap
    assert (agregat.nilai, agregat.penyebut, agregat.jumlah(Status(status))) == (80, 1, 1)


def test_what_cannot_be_computed_is_missing_inside_the_denominator():
    agregat = rerata([butir("A", 80), butir("B", None, Status.TIDAK_DAPAT_DIHITUNG)])
    assert (agregat.dinilai, agregat.penyebut, agregat.lengkap) == (1, 2, False)


def test_nothing_to_average_is_no_number_and_not_complete():
    for isi in ([], [butir("A", None, Status.TIDAK_DITARGETKAN)]):
        agregat = rerata(isi)
        assert (agregat.nilai, agregat.bawah, agregat.atas, agregat.lengkap) == (None, None, None, False)


def test_nothing_known_has_bounds_but_no_mean():
    agregat = rerata(deret([None, None]))
    assert (agregat.nilai, agregat.bawah, agregat.atas) == (None, 0, 100)


def test_by_default_one_indicator_can_hide_another_and_a_cap_prevents_it_and_says_where():
    isi = [butir("A", 200), butir("B", 40)]
    assert (rerata(isi).nilai, rerata(isi).dibatasi) == (120, ())
    dibatasi = rerata(isi, Decimal(100))
    assert (dibatasi.nilai, dibatasi.dibatasi) == (70, ("A",))


def test_an_item_exactly_at_the_cap_is_not_marked():
    assert rerata([butir("A", 110)], Decimal(110)).dibatasi == ()


@given(st.lists(PERSEN, min_size=1, max_size=30), BATAS)
def test_the_mean_lies_between_the_smallest_and_the_largest_capped_item(nilai, batas):
    terbatas = [min(n, batas) if batas is not None else n for n in nilai]
    assert min(terbatas) <= rerata(deret(nilai), batas).nilai <= max(terbatas)


@given(
    st.lists(st.one_of(st.none(), PERSEN), min_size=1, max_size=20),
    st.lists(st.decimals(min_value=0, max_value=100, places=2), min_size=20, max_size=20),
    BATAS,
)
def test_the_bounds_hold_every_completion_between_nothing_and_exactly_on_target(nilai, isian, batas):
    sebagian = rerata(deret(nilai), batas)
    penuh = [isi if n is None else n for n, isi in zip(nilai, isian, strict=False)]
    lengkap = rerata(deret(penuh), batas)
    assert lengkap.lengkap
    assert sebagian.lengkap == (None not in nilai)
    assert sebagian.bawah <= lengkap.nilai <= sebagian.atas


@given(st.lists(st.one_of(st.none(), PERSEN), max_size=15), st.randoms(), BATAS)
def test_the_order_of_the_items_never_matters(nilai, acak, batas):
    isi = deret(nilai)
    diacak = list(isi)
    acak.shuffle(diacak)
    assert rerata(diacak, batas) == rerata(isi, batas)


@given(st.lists(st.sampled_from(Status), max_size=20))
def test_every_item_is_counted_under_exactly_one_status(status):
    isi = [butir(f"I{n}", 50 if s.berwarna else None, s) for n, s in enumerate(status)]
    agregat = rerata(isi)
    assert sum(n for _, n in agregat.per_status) == len(isi)
    assert agregat.penyebut == sum(s not in DI_LUAR_PENYEBUT for s in status)


def test_an_item_above_target_without_a_number_is_reported_and_counts_at_the_cap():
    isi = [butir("A", 80), butir("B", None, Status.MELAMPAUI)]
    bebas, dibatasi = rerata(isi), rerata(isi, Decimal(120))
    assert (bebas.nilai, bebas.bawah, bebas.atas, bebas.belum, bebas.lengkap) == (80, 90, 90, 0, False)
    assert bebas.tanpa_angka == ("B",)
    assert (dibatasi.nilai, dibatasi.lengkap, dibatasi.dibatasi, dibatasi.tanpa_angka) == (100, True, ("B",), ())
