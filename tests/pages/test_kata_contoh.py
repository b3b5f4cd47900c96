"""On screen "simulasi" is a what-if and nothing else; made-up sample values are "data contoh"."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import texts, texts_skp
from dashboard.registry import HALAMAN
from tests.pages.alat import CONTOH
from tests.pages.conftest import PembukaHalaman

WHAT_IF = ("simulasi.py", "sistem_merit.py")
SAID_OF_A_WHAT_IF = re.compile(r"\bSIMULASI\b|\bSimulasi\b|\bdisimulasikan\b")
SIMULASI = re.compile("simulasi", re.IGNORECASE)
READ_ALOUD = ("title", "aria-label", "alt")
NOT_SHOWN = ("id", "key", "form_id", "config", "url_path", "element_id", "arrow_data", "query_param_key", "theme")


class Shown(HTMLParser):
    """The text of HTML and what its attributes show or say."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += [value for name, value in attrs if value and name in READ_ALOUD]


def strings(message: Any) -> Iterator[str]:
    """Every text of an element (a protobuf message) that could be shown."""
    for field, value in message.ListFields():
        if field.name in NOT_SHOWN:
            continue
        for one in value if field.is_repeated else (value,):
            if hasattr(one, "ListFields"):
                yield from strings(one)
            elif isinstance(one, str):
                yield one


def words_of(uji: AppTest) -> list[str]:
    found: list[str] = []
    for element in [*uji.main, *uji.sidebar]:
        proto = getattr(element, "proto", None)
        if hasattr(proto, "ListFields"):
            found += [word for text in strings(proto) for word in Shown(text).words]
    return found


def said(uji: AppTest, *, of_a_what_if: bool) -> list[str]:
    """Where "simulasi" is said of something else than a what-if."""
    words = [SAID_OF_A_WHAT_IF.sub("", word) for word in words_of(uji)] if of_a_what_if else words_of(uji)
    return [word for word in words if SIMULASI.search(word)]


@pytest.mark.parametrize(("instansi", "tahun"), CONTOH)
@pytest.mark.parametrize("halaman", [h.berkas for h in HALAMAN])
def test_a_page_of_an_agency_with_sample_values_calls_them_data_contoh(
    buka_halaman: PembukaHalaman, halaman: str, instansi: str, tahun: int
) -> None:
    uji = buka_halaman(halaman, instansi=instansi, tahun=tahun, triwulan=4)
    assert said(uji, of_a_what_if=halaman in WHAT_IF) == []


@pytest.mark.parametrize(
    "halaman", ["ringkasan.py", "capaian_iku.py", "pohon_kinerja.py", "bidang_iki.py", "riwayat.py"]
)
def test_the_mark_is_there_where_sample_values_are(buka_halaman: PembukaHalaman, halaman: str) -> None:
    assert any(
        "data contoh" in word for word in words_of(buka_halaman(halaman, instansi="PASER", tahun=2023, triwulan=4))
    )


@pytest.mark.parametrize("module", [texts, texts_skp])
def test_no_wording_calls_sample_values_a_what_if(module: ModuleType) -> None:
    values = [value for name, value in vars(module).items() if not name.startswith("_")]
    shown = [text for value in values for text in (value.values() if isinstance(value, dict) else [value])]
    assert [text for text in shown if isinstance(text, str | tuple) and SIMULASI.search(str(text))] == []
