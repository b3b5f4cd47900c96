"""The list of what the head must act on first: status, indicator, problem, owner, since when."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from dashboard.components.tata import status_html
from dashboard.formatting import persen
from dashboard.services.ringkasan import Prioritas
from dashboard.session import Filter


def daftar_prioritas(prioritas: Sequence[Prioritas], filter_: Filter) -> None:
    """Draw the list; each name links to where its number is explained."""
    st.html(daftar_prioritas_html(prioritas, filter_))


def daftar_prioritas_html(prioritas: Sequence[Prioritas], filter_: Filter) -> Markup:
    """The list as escaped HTML."""
    pola = (
        '<li><span>{}</span><span class="dk-apa">{}<small class="dk-redup">{}</small></span>'
        '<span class="dk-siapa dk-redup">{}</span><span class="dk-sejak dk-angka dk-redup">{}</span></li>'
    )
    baris = Markup("").join(
        Markup(pola).format(status_html(p.hasil.status), _nama(p, filter_), _masalah(p), p.pemilik, p.sejak)
        for p in prioritas
    )
    return Markup('<ol class="dk dk-prioritas">{}</ol>').format(baris)


def _nama(p: Prioritas, filter_: Filter) -> Markup:
    nama = f"{p.hasil.kode} {p.hasil.indikator.nama}"
    if not p.iku:
        return Markup("{}").format(nama)
    alamat = urlencode(
        {
            "instansi": filter_.instansi,
            "tahun": filter_.tahun,
            "triwulan": filter_.triwulan,
            "indikator": p.hasil.kode,
        }
    )
    return Markup('<a href="capaian-iku?{}" target="_self">{}</a>').format(alamat, nama)


def _masalah(p: Prioritas) -> str:
    return f"{persen(p.hasil.persen)} dari target; {p.masalah}" if p.hasil.persen is not None else p.masalah
