"""Indonesian numbers are read strictly and never guessed."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.angka import (
    Ambigu,
    NumberError,
    angka_dari_excel,
    baca_angka,
    kanonik,
    muat_dalam_excel,
    tulis_angka,
)

DESIMAL = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6)


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai"),
    [
        ("13,7", None, "13.7"),
        ("1.234,5", None, "1234.5"),
        ("4.230", "orang", "4230"),
        ("4.230", "ASN", "4230"),
        ("1.920.000.000", None, "1920000000"),
        ("Rp1.500", "Rp", "1500"),
        ("85,5 %", "%", "85.5"),
        ("85,5%", "Persentase", "85.5"),
        ("-1", None, "-1"),
        ("−2,5", None, "-2.5"),
        ("0,500", None, "0.5"),
        ("0", None, "0"),
        ("Rp\u00a01.920.000.000", "Rp", "1920000000"),
        ("Rp. 1.920.000.000,-", "rupiah", "1920000000"),
        ("1.920.000.000,--", "Rp", "1920000000"),
        ("IDR 1.500", "Rp", "1500"),
        ("\u20135", None, "-5"),
        ("\u20145,25", None, "-5.25"),
        ("\uff0d5", None, "-5"),
        ("(5)", None, "-5"),
        ("( 1.234,5 )", None, "-1234.5"),
        ("(5,5 %)", "%", "-5.5"),
        ("(Rp 1.500)", "Rp", "-1500"),
        ("Rp (1.500,-)", "Rp", "-1500"),
        ("\ufeff\u200b13,7\u202f", None, "13.7"),
        ("85,5\u00a0%", "%", "85.5"),
    ],
)
def test_a_number_is_read_as_an_indonesian_means_it(teks: str, satuan: str | None, nilai: str) -> None:
    assert baca_angka(teks, satuan) == Decimal(nilai)


@pytest.mark.parametrize(("teks", "satuan"), [("1.500", None), ("1.500", "%"), ("1,500", "orang")])
def test_a_number_with_two_meanings_is_asked_about(teks: str, satuan: str | None) -> None:
    hasil = baca_angka(teks, satuan)
    assert isinstance(hasil, Ambigu)
    assert (hasil.sebagai_ribuan, hasil.sebagai_desimal) == (Decimal(1500), Decimal("1.5"))
    assert "1500" in hasil.benar
    assert "1,5" in hasil.benar


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("38.5", "titik sebagai tanda desimal"),
        ("0.500", "titik sebagai tanda desimal"),
        ("1,234.5", "cara Inggris"),
        ("1,98E+17", "bentuk ilmiah"),
        ("85,5%", "satuannya bukan persen"),
        ("Rp5", "satuannya bukan rupiah"),
        ("lima", "bukan bilangan"),
        ("1,2,3", "bukan bilangan"),
        ("1.2345", "titik sebagai tanda desimal"),
        ("NaN", "bukan bilangan"),
        ("9" * 40, "terlalu panjang"),
        ("1.500,-", "satuannya bukan rupiah"),
        ("-(5)", "bukan bilangan"),
        ("(-5)", "bukan bilangan"),
        ("(5", "bukan bilangan"),
        ("(5)0", "bukan bilangan"),
        ("(0)5", "bukan bilangan"),
        ("BB (75,20)", "bukan bilangan"),
        ("3 (3)", "bukan bilangan"),
        ("5 -", "bukan bilangan"),
        ("-", "bukan bilangan"),
        ("\u202e58", "bukan bilangan"),  # it is seen as 85
    ],
)
def test_what_is_no_number_is_refused_with_a_reason(teks: str, salah: str) -> None:
    hasil = baca_angka(teks)
    assert isinstance(hasil, NumberError)
    assert salah in hasil.salah
    assert hasil.benar.endswith(".")


@given(DESIMAL)
def test_a_written_number_reads_back_the_same(nilai: Decimal) -> None:
    assert baca_angka(tulis_angka(nilai)) == nilai


@given(DESIMAL)
def test_equal_numbers_have_one_representation(nilai: Decimal) -> None:
    assert str(kanonik(nilai)) == str(kanonik(nilai * Decimal("1.000")))
    assert "E" not in str(kanonik(nilai))


def test_a_computed_excel_number_is_what_excel_shows() -> None:
    assert angka_dari_excel(0.1 + 0.2) == Decimal("0.3")
    assert angka_dari_excel(2.675) == Decimal("2.675")
    assert isinstance(angka_dari_excel(float("inf")), NumberError)


def test_a_number_longer_than_excel_holds_is_recognised() -> None:
    assert muat_dalam_excel(Decimal("38.5"))
    assert not muat_dalam_excel(Decimal("1234567890.1234567"))


@pytest.mark.parametrize("teks", ["0,000000000000000000001", "1,123456789012345678901", "-0,0000000000000000000000001"])
def test_a_number_finer_than_the_bound_is_refused(teks: str) -> None:
    hasil = baca_angka(teks)
    assert isinstance(hasil, NumberError)
    assert "20 angka di belakang koma" in hasil.salah


@pytest.mark.parametrize("nilai", [1e-300, 5e-324, 5.55111512312578e-17])
def test_a_native_number_that_is_next_to_nothing_is_refused(nilai: float) -> None:
    assert isinstance(angka_dari_excel(nilai), NumberError)


def test_what_excel_computes_keeps_all_its_digits() -> None:
    assert angka_dari_excel(2 / 300) == Decimal("0.00666666666666667")


def test_quotients_of_the_extremes_stay_numbers_for_a_chart() -> None:
    terbesar, terkecil = Decimal(10) ** 15 - 1, baca_angka("0,00000000000000000001")
    assert isinstance(terkecil, Decimal)
    assert math.isfinite(float(terbesar / terkecil * 100))
