"""Pages are data: registry.py and the folder pages/ say the same, and each page reads like a table of contents."""

from dashboard.registry import HALAMAN
from tests.meta.berkas import ROOT, name, python_files

SHORTEST, LONGEST = 40, 120


def page_files() -> list[str]:
    return [name(path).removeprefix("pages/") for path in python_files("pages") if path.name != "__init__.py"]


def test_each_page_is_registered_and_each_registered_page_exists() -> None:
    assert sorted(halaman.berkas for halaman in HALAMAN) == sorted(page_files())


def test_no_two_pages_share_an_address_or_a_title() -> None:
    assert len({halaman.url_path for halaman in HALAMAN}) == len(HALAMAN)
    assert len({halaman.judul for halaman in HALAMAN}) == len(HALAMAN)


def test_exactly_one_page_is_shown_first() -> None:
    assert [halaman.bawaan for halaman in HALAMAN].count(True) == 1


def test_each_page_says_in_one_sentence_what_it_is_for() -> None:
    assert [halaman.berkas for halaman in HALAMAN if not halaman.bantuan.endswith(".")] == []


def test_a_page_is_long_enough_to_say_something_and_short_enough_to_read() -> None:
    lengths = {page: len((ROOT / "pages" / page).read_text(encoding="utf-8").splitlines()) for page in page_files()}
    assert {page: length for page, length in lengths.items() if not SHORTEST <= length <= LONGEST} == {}
