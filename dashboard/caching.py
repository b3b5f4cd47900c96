"""The only users of Streamlit's caches: what was drawn is replayed, what was computed is shared.

Every key names one state of data and locks, and the frozen filter. A writing transaction makes another state, so a
key never meets old data and nothing is ever cleared, also across processes. Nothing personal may be drawn or computed
inside: who looks is checked by the shell before.

Cached functions are called by keyword: Streamlit looks the name of a positional argument up in the signature on every
call, which costs more than the rest of the lookup.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

import streamlit as st
from sqlalchemy import Engine

from dashboard.session import filter_aktif, versi
from data_access.engine import make_engine

T = TypeVar("T")

DRAWINGS_KEPT = 512
RESULTS_KEPT = 256


@st.cache_resource(show_spinner=False)
def shared_engine() -> Engine:
    """The one Engine of this process."""
    return make_engine()


def draw_once(nama: str, draw: Callable[[], None], *pembeda: Hashable) -> None:
    """Call `draw` once per data version, filter and `pembeda`; afterwards replay its elements.

    `draw` draws no widget and reads nothing but the filter and `pembeda`: words, numbers, days, enums, and tuples
    or frozen dataclasses of these, for a key is what they print.
    """
    _replay(kunci=_key(nama, pembeda), _draw=draw)


def compute_once(nama: str, hitung: Callable[[], T], *pembeda: Hashable) -> T:
    """Compute once per data version, filter and `pembeda`; all sessions share the (immutable) result."""
    return cast(T, _shared(kunci=_key(nama, pembeda), _compute=hitung))


def compute_once_for_version(nama: str, versi: str, hitung: Callable[[], T]) -> T:
    """As `compute_once`, for what depends on the data version alone, before there is a filter."""
    return cast(T, _shared(kunci=repr((versi, nama)), _compute=hitung))


def _key(nama: str, pembeda: tuple[Hashable, ...]) -> str:
    """Text, because Streamlit hashes that in a hundredth of the time it takes for a dataclass."""
    return repr((versi().penanda, filter_aktif(), nama, pembeda))


@st.cache_data(max_entries=DRAWINGS_KEPT, show_spinner=False)
def _replay(kunci: str, _draw: Callable[[], None]) -> None:
    _draw()


@st.cache_resource(max_entries=RESULTS_KEPT, show_spinner=False)
def _shared(kunci: str, _compute: Callable[[], object]) -> object:
    return _compute()
