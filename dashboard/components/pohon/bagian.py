"""Which part of a large tree is shown; the drawer and the address lead to the part of their box."""

from textwrap import shorten

import streamlit as st

from dashboard.components.pohon.laci import lompatan
from dashboard.formatting import angka
from dashboard.services.pohon import PohonKinerja
from dashboard.services.pohon_bagian import ATAS, PandanganPohon
from dashboard.texts import JENIS


def pilih_bagian(p: PohonKinerja, pandangan: PandanganPohon) -> str:
    """Draw the choice where there is more than one part; returns the part's topmost box."""
    if len(pandangan.bagian) == 1:
        return ATAS
    kunci = f"pohon-bagian-{p.k.data.instansi.kode}"
    ikuti = f"{kunci}-lompatan"
    if (terakhir := lompatan()) is not None and st.session_state.get(ikuti) != terakhir:
        st.session_state[ikuti] = terakhir
        st.session_state[kunci] = pandangan.memuat(terakhir[0])
    if st.session_state.get(kunci) not in pandangan.bagian:
        st.session_state[kunci] = ATAS
    st.selectbox(
        f"Bagian pohon; seluruhnya {angka(len(pandangan.tampil), 0)} kotak",
        list(pandangan.bagian),
        key=kunci,
        format_func=lambda kode: _nama(p, pandangan, kode),
        required=True,
    )
    return str(st.session_state[kunci])


def _nama(p: PohonKinerja, pandangan: PandanganPohon, kode: str) -> str:
    jumlah = f"{angka(len(pandangan.bagian[kode]), 0)} kotak"
    if kode == ATAS:
        return f"Jenjang teratas ({jumlah})"
    s = p.pohon.simpul[kode]
    return f"{JENIS[s.jenjang]} {kode} {shorten(s.sasaran, 60, placeholder='…')} ({jumlah})"
