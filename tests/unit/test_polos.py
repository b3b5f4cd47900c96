"""A name is text: Streamlit's Markdown finds nothing in it."""

import re

import pytest

from dashboard.components.umum.polos import polos

JAHAT = (
    "[Klik](https://evil.invalid)",
    "![x](https://evil.invalid/a.png)",
    "https://evil.invalid www.evil.invalid orang@evil.invalid",
    "$\\frac{1}{2}$ :material/delete: :red[merah] :smile:",
    "# Judul",
    "    kode",
    "1. satu",
    "<b>tebal</b> &lt;",
    "**tebal** _miring_ ~~coret~~ `kode`",
    "satu\n\n- dua\n===",
)


@pytest.mark.parametrize("teks", JAHAT)
def test_nothing_in_a_name_is_left_that_begins_something(teks: str) -> None:
    hasil = polos(teks)
    assert not set("\\`*_[]<>$~#:&@+-.") & set(re.sub(r"\\.", "", hasil))
    assert re.sub(r"\\(.)", r"\1", hasil) == " ".join(teks.split()), "and it reads as it was written"


def test_a_figure_in_a_label_stays_on_one_line_with_its_percent_sign() -> None:
    assert polos("setahun 21,42 %") == "setahun 21,42\u00a0%"
