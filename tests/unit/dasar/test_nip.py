"""Which eighteen digits can be a NIP."""

import pytest

from dashboard.domain.dasar.nip import nip_janggal

URUT = "001"


@pytest.mark.parametrize(
    ("bagian", "janggal"),
    [
        (("1980", "0229", "2005", "01", "1"), False),
        (("1981", "0229", "2005", "01", "1"), True),
        (("1980", "1301", "2005", "01", "1"), True),
        (("1980", "0101", "1979", "01", "1"), True),
        (("1980", "0101", "2005", "13", "1"), True),
        (("1980", "0101", "2005", "21", "2"), False),
        (("1980", "0101", "2005", "01", "3"), True),
        (("0080", "0101", "2005", "01", "1"), True),
    ],
)
def test_birth_date_appointment_and_sex_must_be_possible_in_their_order(bagian: tuple[str, ...], janggal: bool) -> None:
    assert nip_janggal("".join(bagian) + URUT) is janggal
