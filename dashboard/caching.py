"""The only users of Streamlit's caches: what was drawn is replayed, what was computed is shared.

Every key holds the data version and the frozen filter. A writing transaction bumps the version, so a key never
meets old data and nothing is ever cleared, also across processes. Nothing personal may be drawn or computed
inside: who looks is checked by the shell before.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

import streamlit as st
from sqlalchemy import Engine

from dashboard.session import filter_aktif, versi_data
from data_access.engine import buat_engine

T = TypeVar("T")

GAMBAR_DISIMPAN = 512
HASIL_DISIMPAN = 256


@st.cache_resource(show_spinner=False)
def mesin() -> Engine:
    """The one Engine of this process."""
    return buat_engine()


def gambar(nama: str, lukis: Callable[[], None], *pembeda: Hashable) -> None:
    """Draw with `lukis` once per data version, filter and `pembeda`; afterwards replay its elements.

    `lukis` draws no widget and reads nothing but the filter and `pembeda`: words, numbers, days, enums, and tuples
    or frozen dataclasses of these, for a key is what they print.
    """
    _putar_ulang(_kunci(nama, pembeda), lukis)


def hasil(nama: str, hitung: Callable[[], T], *pembeda: Hashable) -> T:
    """Compute once per data version, filter and `pembeda`; all sessions share the (immutable) result."""
    return cast(T, _bersama(_kunci(nama, pembeda), hitung))


def hasil_versi(nama: str, versi: str, hitung: Callable[[], T]) -> T:
    """As `hasil`, for what depends on the data version alone, before there is a filter."""
    return cast(T, _bersama(repr((versi, nama)), hitung))


def _kunci(nama: str, pembeda: tuple[Hashable, ...]) -> str:
    """Text, because Streamlit hashes that in a hundredth of the time it takes for a dataclass."""
    return repr((versi_data(), filter_aktif(), nama, pembeda))


@st.cache_data(max_entries=GAMBAR_DISIMPAN, show_spinner=False)
def _putar_ulang(kunci: str, _lukis: Callable[[], None]) -> None:
    _lukis()


@st.cache_resource(max_entries=HASIL_DISIMPAN, show_spinner=False)
def _bersama(kunci: str, _hitung: Callable[[], object]) -> object:
    return _hitung()
