"""The list of what the head must act on first: status, indicator, problem, owner, since when."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.formatting import persen
from dashboard.services.ringkasan import Prioritas
from dashboard.templates import Fragments

_HTML = Fragments(__file__)


def daftar_prioritas(prioritas: Sequence[Prioritas], alamat: Callable[[str], str]) -> None:
    """Draw the list; each name links to where its number is explained."""
    st.html(daftar_prioritas_html(prioritas, alamat))


def daftar_prioritas_html(prioritas: Sequence[Prioritas], alamat: Callable[[str], str]) -> Markup:
    """The list as escaped HTML."""
    return _HTML("prioritas", [(p, _nama(p), alamat(p.hasil.kode) if p.iku else "", _masalah(p)) for p in prioritas])


def _nama(p: Prioritas) -> str:
    return f"{p.hasil.kode} {p.hasil.indikator.nama}"


def _masalah(p: Prioritas) -> str:
    return f"{persen(p.hasil.persen)} dari target; {p.masalah}" if p.hasil.persen is not None else p.masalah
