"""What is said of a column's signs decides what its numbers mean; nothing is said where they can be read two ways."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, tulis_angka
from dashboard.domain.dasar.cara_tulis import KATA, CaraTulis

KOMA, TITIK, KEDUANYA = CaraTulis.KOMA, CaraTulis.TITIK, CaraTulis.KEDUANYA


@pytest.mark.parametrize(
    ("teks", "cara", "nilai"),
    [
        ("89.49", TITIK, "89.49"),
        ("89.49", KEDUANYA, "89.49"),
        ("83,02", KEDUANYA, "83.02"),
        ("1.234", TITIK, "1.234"),
        ("1.234", KOMA, "1234"),
        ("1,234", TITIK, "1234"),
        ("1,234.5", TITIK, "1234.5"),
        ("1,234.5", KEDUANYA, "1234.5"),
        ("1.234,5", KEDUANYA, "1234.5"),
        ("1,234,567", KEDUANYA, "1234567"),
        ("1.234.567", KEDUANYA, "1234567"),
        ("-0.855", KEDUANYA, "-0.855"),
        ("85.5 %", TITIK, "85.5"),
        ("(5.5)", TITIK, "-5.5"),
        ("80", TITIK, "80"),
    ],
)
def test_a_number_is_read_by_what_was_said_of_its_column(teks: str, cara: CaraTulis, nilai: str) -> None:
    assert baca_angka(teks, "%", cara) == Decimal(nilai)


@pytest.mark.parametrize(
    ("teks", "satuan", "cara", "dua"),
    [
        ("1.234", "%", KEDUANYA, ("1234", "1.234")),
        ("1,234", "%", KEDUANYA, ("1234", "1.234")),
        ("4.230", "orang", TITIK, ("4230", "4.23")),
        ("4,230", "orang", KOMA, ("4230", "4.23")),
    ],
)
def test_two_readings_stay_two_where_the_answer_does_not_decide(
    teks: str, satuan: str, cara: CaraTulis, dua: tuple[str, str]
) -> None:
    assert baca_angka(teks, satuan, cara) == Ambigu(*map(Decimal, dua))


def test_the_other_sign_is_refused_and_said() -> None:
    hasil = baca_angka("83,02", "%", TITIK)
    assert hasil == NumberError("memakai koma, sedangkan tanda desimal kolom ini titik", "Tulis 83.02.")
    assert isinstance(baca_angka("89.49", "%", KOMA), NumberError)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_decimal_is_itself_however_its_sign_is_written(nilai: Decimal) -> None:
    koma = tulis_angka(nilai)
    assert baca_angka(koma, "%", KOMA) == baca_angka(koma.replace(",", "."), "%", TITIK) == nilai
    assert baca_angka(koma, "%", KEDUANYA) == baca_angka(koma.replace(",", "."), "%", KEDUANYA) == nilai


def test_each_way_has_its_words() -> None:
    assert set(KATA) == set(CaraTulis)
