"""Numbers in words, as Indonesians say them."""

from decimal import Decimal

import pytest

from dashboard.domain.dasar.terbilang import TERBESAR, terbilang


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("0", "nol"),
        ("1", "satu"),
        ("10", "sepuluh"),
        ("11", "sebelas"),
        ("19", "sembilan belas"),
        ("20", "dua puluh"),
        ("100", "seratus"),
        ("101", "seratus satu"),
        ("999", "sembilan ratus sembilan puluh sembilan"),
        ("1000", "seribu"),
        ("1500", "seribu lima ratus"),
        ("4230", "empat ribu dua ratus tiga puluh"),
        ("11000", "sebelas ribu"),
        ("100000", "seratus ribu"),
        ("1000000", "satu juta"),
        ("1920000000", "satu miliar sembilan ratus dua puluh juta"),
        ("1.5", "satu koma lima"),
        ("4.23", "empat koma dua tiga"),
        ("0.05", "nol koma nol lima"),
        ("-7", "minus tujuh"),
    ],
)
def test_a_number_is_said_in_words(nilai: str, kata: str) -> None:
    assert terbilang(Decimal(nilai)) == kata


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        terbilang(Decimal(TERBESAR))
