"""The changed inputs of a session, and how far the browser's sliders and fields have been heard."""

from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.formatting import angka
from dashboard.services.simulasi import MasukanGeser


@dataclass(frozen=True, slots=True)
class Papan:
    """The changes under one name in the session: one a start (agency, year, quarter, position or projection)."""

    awalan: str

    @property
    def ubahan(self) -> dict[KunciUbahan, Decimal]:
        isi: dict[KunciUbahan, Decimal] = st.session_state.setdefault(f"{self.awalan}-ubahan", {})
        return isi

    @property
    def tolakan(self) -> dict[KunciUbahan, tuple[str, str]]:
        """What was typed and could not be read, with its sentence."""
        isi: dict[KunciUbahan, tuple[str, str]] = st.session_state.setdefault(f"{self.awalan}-tolakan", {})
        return isi

    @property
    def babak(self) -> int:
        """Rises when all changes are replaced: what the browser still sends of before is no longer meant."""
        nomor: int = st.session_state.get(f"{self.awalan}-babak", 0)
        return nomor

    @property
    def terdengar(self) -> int:
        """The number of the last change heard from the browser."""
        nomor: int = st.session_state.get(f"{self.awalan}-terdengar", 0)
        return nomor

    def dengar(self, nomor: int) -> None:
        st.session_state[f"{self.awalan}-terdengar"] = max(nomor, self.terdengar)

    def ganti(self, ubahan: Ubahan) -> None:
        """Put other changes in place of these."""
        st.session_state[f"{self.awalan}-ubahan"] = dict(ubahan)
        st.session_state[f"{self.awalan}-tolakan"] = {}
        st.session_state[f"{self.awalan}-babak"] = self.babak + 1

    def kosongkan(self) -> None:
        self.ganti({})

    def pasang(self, m: MasukanGeser, nilai: Decimal) -> None:
        """Change one input; its official value is no change."""
        self.tolakan.pop(m.kunci, None)
        if nilai == m.resmi:
            self.ubahan.pop(m.kunci, None)
        else:
            self.ubahan[m.kunci] = nilai

    def lepas(self, kunci: KunciUbahan) -> None:
        """Let one input be official again."""
        self.tolakan.pop(kunci, None)
        self.ubahan.pop(kunci, None)


def jumlah_ubahan(ubahan: Ubahan) -> str:
    return "belum ada masukan yang diubah" if not ubahan else f"{angka(len(ubahan), 0)} masukan diubah"
