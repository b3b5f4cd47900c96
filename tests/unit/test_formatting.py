"""Numbers and dates come out the Indonesian way, rounded half-up, whatever their size."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from dashboard.formatting import angka, bulatkan, bulatkan_bagian, persen, selisih, tanggal, waktu

DESIMAL = st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=4)


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (Decimal("1234.56"), "1.234,56"),
        (Decimal("1234567"), "1.234.567,00"),
        (Decimal("-1234.5"), "-1.234,50"),
        (Decimal("0.005"), "0,01"),
        (Decimal("2.675"), "2,68"),
        (Decimal("-0.004"), "0,00"),
        (7, "7,00"),
    ],
)
def test_numbers_use_dots_for_thousands_and_a_comma(nilai, teks):
    assert angka(nilai) == teks


def test_needless_zeros_are_dropped_on_request():
    assert angka(Decimal("321.50"), rapikan=True) == "321,5"
    assert angka(Decimal("100.00"), rapikan=True) == "100"
    assert angka(4230, 0, "orang") == "4.230 orang"


def test_a_percentage_keeps_only_the_decimals_it_has():
    assert persen(Decimal("85.5")) == "85,5 %"
    assert persen(Decimal(65) / Decimal(70) * 100) == "92,86 %"
    assert persen(100) == "100 %"
    assert angka(Decimal("12"), 0, "persen") == "12 %"


def test_a_difference_shows_its_sign_and_zero_has_none():
    assert selisih(Decimal("2.6")) == "+2,6"
    assert selisih(Decimal("-1.5"), satuan="%") == "-1,5 %"
    assert selisih(Decimal("0.001")) == "0"


def test_nothing_is_a_dash_and_never_a_zero():
    assert {f(None) for f in (angka, persen, selisih, tanggal, waktu)} == {"–"}
    assert angka(0) == "0,00"


@pytest.mark.parametrize("nilai", [13.7, True])
def test_a_binary_float_is_refused(nilai):
    with pytest.raises(TypeError, match="Decimal or int"):
        angka(nilai)


def test_dates_and_moments_are_written_out():
    assert tanggal(date(2026, 8, 17)) == "17 Agustus 2026"
    saat = datetime(2026, 8, 17, 18, 5, tzinfo=UTC)
    assert waktu(saat) == "18 Agustus 2026 pukul 01.05 WIB"
    assert waktu(saat, "Asia/Makassar") == "18 Agustus 2026 pukul 02.05 WITA"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        waktu(datetime(2026, 8, 17, 18, 5))  # noqa: DTZ001 - the naive moment is the subject


@given(DESIMAL)
def test_what_is_written_reads_back_as_the_rounded_number(nilai):
    assert parse_decimal(angka(nilai), locale="id", strict=True) == bulatkan(nilai)


@pytest.mark.parametrize(
    ("bagian", "total", "tampil"),
    [
        (["0.3333", "0.3333", "0.3334"], "1", ["0.33", "0.33", "0.34"]),
        ([Decimal(1) / 3] * 3, "1", ["0.34", "0.33", "0.33"]),
        ([Decimal(-1) / 3] * 3, "-1", ["-0.34", "-0.33", "-0.33"]),
        ([Decimal(2) / 3] * 3, "2", ["0.66", "0.67", "0.67"]),
        (["0.005", "0.005"], "0.01", ["0.00", "0.01"]),
        (["1", "2"], "3", ["1", "2"]),
        (["1", "2"], "9", ["1", "2"]),
    ],
)
def test_parts_as_shown_add_up_to_their_total_as_shown(bagian, total, tampil):
    assert bulatkan_bagian([Decimal(n) for n in bagian], Decimal(total)) == tuple(Decimal(n) for n in tampil)


@given(st.lists(st.decimals(min_value=-1000, max_value=1000, places=6), min_size=1, max_size=9))
def test_any_parts_add_up_and_each_stays_within_one_unit(bagian):
    tampil = bulatkan_bagian(bagian, sum(bagian, Decimal(0)))
    assert sum(tampil) == bulatkan(sum(bagian, Decimal(0)))
    assert all(abs(t - n) <= Decimal("0.01") for t, n in zip(tampil, bagian, strict=True))
