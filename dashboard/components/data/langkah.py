"""What the steps of the page Data look like: their numbered heading and a conclusion."""

import streamlit as st

from dashboard.templates import Fragments

_HTML = Fragments(__file__)
NADA = {"beres": "dk-beres", "tolak": "dk-tolak", "tanya": "dk-tanya", "biasa": ""}
BENTUK = {"beres": "●", "tolak": "✖", "tanya": "▲", "biasa": "○"}


def langkah(nomor: int, judul: str, keterangan: str, *, nanti: bool = False) -> None:
    """Draw the heading of a step; `nanti` sets one back that is not due yet."""
    st.html(_HTML("langkah", nomor, judul, keterangan, nanti))


def simpulan(kalimat: str, nada: str, tambahan: str = "") -> None:
    """Draw the one sentence that says how things stand, with its shape and, quieter, what to do."""
    st.html(_HTML("simpulan", kalimat, NADA[nada], BENTUK[nada], tambahan))
