"""What is typed on a screen is stored as it can be read."""

import pytest

from dashboard.domain.dasar.teks import satu_baris


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("sudah\x00 diperiksa\x07", "sudah diperiksa"),
        ("baris satu\r\nbaris\x0bdua\x1f", "baris satu baris dua"),
        ("\ufeffkata\u200b\ud800 \u202ekata", "kata kata"),
        ("\xa0 Rp 5 ≥ 90 % – é 😀 ", "Rp 5 ≥ 90 % – é 😀"),
        ("\x00\x01", ""),
    ],
)
def test_control_and_invisible_letters_do_not_come_in(typed: str, stored: str) -> None:
    assert satu_baris(typed) == stored
