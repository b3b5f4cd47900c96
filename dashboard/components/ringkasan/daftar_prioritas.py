"""The list of what the head must act on first: status, indicator, problem, owner, since when."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.components.umum.tata import status_html
from dashboard.formatting import persen
from dashboard.services.ringkasan import Prioritas


def daftar_prioritas(prioritas: Sequence[Prioritas], alamat: Callable[[str], str]) -> None:
    """Draw the list; each name links to where its number is explained."""
    st.html(daftar_prioritas_html(prioritas, alamat))


def daftar_prioritas_html(prioritas: Sequence[Prioritas], alamat: Callable[[str], str]) -> Markup:
    """The list as escaped HTML."""
    pola = (
        '<li><span>{}</span><span class="dk-apa">{}<small class="dk-redup">{}</small></span>'
        '<span class="dk-siapa dk-redup">{}</span><span class="dk-sejak dk-angka dk-redup">{}</span></li>'
    )
    baris = Markup("").join(
        Markup(pola).format(status_html(p.hasil.status), _nama(p, alamat), _masalah(p), p.pemilik, p.sejak)
        for p in prioritas
    )
    return Markup('<ol class="dk dk-prioritas">{}</ol>').format(baris)


def _nama(p: Prioritas, alamat: Callable[[str], str]) -> Markup:
    nama = f"{p.hasil.kode} {p.hasil.indikator.nama}"
    if not p.iku:
        return Markup("{}").format(nama)
    return Markup('<a href="{}" target="_self">{}</a>').format(alamat(p.hasil.kode), nama)


def _masalah(p: Prioritas) -> str:
    return f"{persen(p.hasil.persen)} dari target; {p.masalah}" if p.hasil.persen is not None else p.masalah
