"""The changed inputs of a session, and the names of the sliders and exact fields that change them.

A browser sends all its widgets with every request, also those the server wrote a moment ago and whose new content it
has not drawn yet. Taken as input, such an echo would undo what the user just did; and what the server says once about
a widget is lost where the next answer overtakes it. So the server never writes into a widget: one that must show
something else becomes another widget, whose own beginning says it in every answer; and what is heard of a widget that
is no more is an echo, to which nobody listens.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

import streamlit as st

from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.formatting import angka
from dashboard.services.simulasi import MasukanGeser

Letak = int | float
"""Where a slider stands: a position, never a measured value."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Papan:
    """The changes under one name in the session: one a start (agency, year, quarter, position or projection)."""

    awalan: str

    @property
    def ubahan(self) -> dict[KunciUbahan, Decimal]:
        isi: dict[KunciUbahan, Decimal] = st.session_state.setdefault(f"{self.awalan}-ubahan", {})
        return isi

    def geser(self, kunci: KunciUbahan) -> str:
        """The key of the slider: another one each time its place is set from elsewhere."""
        return self._nama("geser", kunci)

    def ketik(self, kunci: KunciUbahan) -> str:
        """The key of the exact field: another one each time its number is set from elsewhere."""
        return self._nama("ketik", kunci)

    def awal(self, widget: str, isi: Callable[[], T]) -> T:
        """What a widget began with: asked for once, and the same in every answer until it is another widget."""
        awal: dict[str, T] = st.session_state.setdefault(f"{self.awalan}-awal", {})
        if widget not in st.session_state or widget not in awal:
            awal[widget] = isi()
        return awal[widget]

    def perbarui_geser(self, kunci: KunciUbahan) -> None:
        """Let the slider begin anew where the change stands."""
        self._maju("geser", kunci)

    def perbarui_ketikan(self, kunci: KunciUbahan) -> None:
        """Let the field begin anew with the number of the change."""
        self._maju("ketik", kunci)

    def error(self, kunci: KunciUbahan) -> str:
        return self._nama("galat", kunci)

    def _nama(self, jenis: str, kunci: KunciUbahan) -> str:
        babak = st.session_state.get(f"{self.awalan}-babak", 0)
        return f"{self.awalan}-{jenis}-{kunci.kode}-{kunci.bagian.value}-{babak}-{self._nomor.get((jenis, kunci), 0)}"

    @property
    def _nomor(self) -> dict[tuple[str, KunciUbahan], int]:
        """How often a widget began anew."""
        isi: dict[tuple[str, KunciUbahan], int] = st.session_state.setdefault(f"{self.awalan}-nomor", {})
        return isi

    def _maju(self, jenis: str, kunci: KunciUbahan) -> None:
        self._nomor[jenis, kunci] = self._nomor.get((jenis, kunci), 0) + 1

    def ganti(self, ubahan: Ubahan) -> None:
        """Put other changes in place of these, on sliders and fields of their own."""
        milik = tuple(f"{self.awalan}-{jenis}" for jenis in ("geser", "ketik", "galat", "nomor", "awal"))
        for nama in [n for n in st.session_state if str(n).startswith(milik)]:
            del st.session_state[nama]
        st.session_state[f"{self.awalan}-ubahan"] = dict(ubahan)
        st.session_state[f"{self.awalan}-babak"] = st.session_state.get(f"{self.awalan}-babak", 0) + 1

    def kosongkan(self) -> None:
        self.ganti({})

    def pasang(self, m: MasukanGeser, nilai: Decimal) -> None:
        """Change one input; its official value is no change."""
        if nilai == m.resmi:
            self.ubahan.pop(m.kunci, None)
        else:
            self.ubahan[m.kunci] = nilai


def jumlah_ubahan(ubahan: Ubahan) -> str:
    return "belum ada masukan yang diubah" if not ubahan else f"{angka(len(ubahan), 0)} masukan diubah"
