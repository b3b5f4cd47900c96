"""The registry decides who sees which page, and in which order."""

import re

from streamlit.material_icon_names import ALL_MATERIAL_ICONS

from dashboard.domain.dasar.hak import Peran
from dashboard.registry import HALAMAN, halaman_untuk


def test_every_role_finds_the_first_page():
    assert all(any(h.bawaan for h in halaman_untuk(peran)) for peran in Peran)


def test_a_role_sees_only_its_pages_in_menu_order():
    for peran in Peran:
        assert halaman_untuk(peran) == tuple(h for h in HALAMAN if peran in h.peran)


def test_icons_are_of_the_set_that_is_served_locally():
    nama = {h.ikon.removeprefix(":material/").removesuffix(":") for h in HALAMAN}
    assert nama <= set(ALL_MATERIAL_ICONS)


def test_addresses_are_lower_case_words_that_need_no_escaping():
    assert [h.url_path for h in HALAMAN if not re.fullmatch(r"[a-z]+(-[a-z]+)*", h.url_path)] == []
