"""The changed inputs of a session, and what a browser says about the sliders and exact fields that change them.

A browser sends all its widgets with every request, also those the server wrote a moment ago and whose new content it
has not drawn yet. Taken as input, such an echo would undo what the user just did: of five quick arrow keys the field
beside the slider put the official value back. So a field that the server rewrites becomes another widget, and the
echo of the old one meets nobody; a slider keeps its widget, for it may hold the focus, and its echo is known by its
place.
"""

from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.formatting import angka
from dashboard.services.simulasi import MasukanGeser

Letak = int | float
"""Where a slider stands: a position, never a measured value."""


@dataclass(frozen=True, slots=True)
class Papan:
    """The changes under one name in the session: one a start (agency, year, quarter, position or projection)."""

    awalan: str

    @property
    def ubahan(self) -> dict[KunciUbahan, Decimal]:
        isi: dict[KunciUbahan, Decimal] = st.session_state.setdefault(f"{self.awalan}-ubahan", {})
        return isi

    @property
    def nomor(self) -> dict[KunciUbahan, int]:
        """How often the server rewrote the field of an input."""
        isi: dict[KunciUbahan, int] = st.session_state.setdefault(f"{self.awalan}-nomor", {})
        return isi

    @property
    def tertimpa(self) -> dict[KunciUbahan, tuple[Letak, Letak]]:
        """Where sliders stood when the server moved them, and where it put them."""
        isi: dict[KunciUbahan, tuple[Letak, Letak]] = st.session_state.setdefault(f"{self.awalan}-tertimpa", {})
        return isi

    def geser(self, kunci: KunciUbahan) -> str:
        """The key of the slider: the same until other changes are put in place."""
        return self._nama("geser", kunci)

    def ketik(self, kunci: KunciUbahan) -> str:
        """The key of the exact field: another one each time the server rewrites it."""
        return f"{self._nama('ketik', kunci)}-{self.nomor.get(kunci, 0)}"

    def error(self, kunci: KunciUbahan) -> str:
        return self._nama("galat", kunci)

    def _nama(self, jenis: str, kunci: KunciUbahan) -> str:
        babak = st.session_state.get(f"{self.awalan}-babak", 0)
        return f"{self.awalan}-{jenis}-{kunci.kode}-{kunci.bagian.value}-{babak}"

    def ganti(self, ubahan: Ubahan) -> None:
        """Put other changes in place of these, on sliders and fields of their own."""
        milik = tuple(f"{self.awalan}-{jenis}" for jenis in ("geser", "ketik", "galat", "nomor", "tertimpa"))
        for nama in [n for n in st.session_state if str(n).startswith(milik)]:
            del st.session_state[nama]
        st.session_state[f"{self.awalan}-ubahan"] = dict(ubahan)
        st.session_state[f"{self.awalan}-babak"] = st.session_state.get(f"{self.awalan}-babak", 0) + 1

    def tulis_ketikan(self, kunci: KunciUbahan, teks: str) -> None:
        """Rewrite the field of an input, as a new field."""
        st.session_state.pop(self.ketik(kunci), None)
        self.nomor[kunci] = self.nomor.get(kunci, 0) + 1
        st.session_state[self.ketik(kunci)] = teks

    def tulis_geser(self, kunci: KunciUbahan, letak: Letak) -> None:
        """Move a slider, and remember where the browser still has it."""
        semula, _ = self.tertimpa.get(kunci, (st.session_state[self.geser(kunci)], letak))
        self.tertimpa[kunci] = semula, letak
        st.session_state[self.geser(kunci)] = letak

    def menggema(self, kunci: KunciUbahan) -> bool:
        """Whether nobody moved the slider: it stands where the server put it, or repeats its place of before beside
        something else that was touched."""
        semula, ditulis = self.tertimpa.get(kunci, (None, None))
        letak = st.session_state[self.geser(kunci)]
        if letak == ditulis or (letak == semula and self._lain_tersentuh(kunci)):
            return True
        self.tertimpa.pop(kunci, None)
        return False

    def catat(self) -> None:
        """Remember what stands in all widgets at the end of a run."""
        st.session_state[f"{self.awalan}-catatan"] = self._isi_widget()

    def _lain_tersentuh(self, kunci: KunciUbahan) -> bool:
        kini, lama = self._isi_widget(), st.session_state.get(f"{self.awalan}-catatan", {})
        return any(kini[nama] != lama.get(nama) for nama in kini if nama != self.geser(kunci))

    def _isi_widget(self) -> dict[str, object]:
        sendiri = tuple(f"{self.awalan}-{jenis}" for jenis in ("ubahan", "nomor", "tertimpa", "catatan", "cari-"))
        return {n: isi for n, isi in st.session_state.items() if not str(n).startswith(("_", *sendiri))}  # type: ignore[misc]

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
