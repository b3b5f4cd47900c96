"""The drawer of the cascade page: which box is open stands in the address."""

import streamlit as st

from dashboard import session
from dashboard.components.pohon.rincian import rincian_simpul
from dashboard.components.umum.ikuti import ikuti_tautan
from dashboard.services.pohon import PohonKinerja

LOMPATAN = "pohon-lompatan"


def buka(kode: str | None) -> None:
    """Write the box whose detail is open into the address, or take it out."""
    session.set_record("simpul", kode)


def lompat(kode: str) -> None:
    """Open a box from elsewhere than the tree: the tree follows."""
    buka(kode)
    _, nomor = lompatan() or ("", 0)
    st.session_state[LOMPATAN] = (kode, nomor + 1)


def lompatan() -> tuple[str, int] | None:
    """The last box jumped to and the number of that jump."""
    terakhir: tuple[str, int] | None = st.session_state.get(LOMPATAN)
    return terakhir


def follow_address(p: PohonKinerja) -> None:
    """At the start of a session: let the tree go to the box that the address asks for."""
    diminta = session.record("simpul", p.pohon.simpul)
    if diminta and lompatan() is None:
        lompat(diminta)


def laci(p: PohonKinerja) -> None:
    """Draw the drawer of the box named in the address; nothing without one."""
    if session.record("simpul", p.pohon.simpul) is None:
        return

    @st.dialog("Rincian kotak", width="medium", position="right", on_dismiss=lambda: buka(None))
    def rincian() -> None:
        kode = session.record("simpul", p.pohon.simpul)
        if kode is not None:
            rincian_simpul(p, kode, lambda kotak: session.address("pohon-kinerja", simpul=kotak))
            ikuti_tautan("kotak", lompat)

    rincian()
