"""The global filters in the sidebar, bound to the address so that a link reopens the same view.

The widgets have no default of their own: Streamlit leaves defaults out of the address, and a link without its
year would show another view once a new year is there. The address is completed before the widgets read it
(dashboard/asgi.py does so before the page is even sent; the run below serves what comes another way).
"""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from dashboard.components.umum.polos import polos
from dashboard.domain.dasar.indikator import Instansi
from dashboard.domain.dasar.periode import POSISI, TRIWULAN, nama_posisi
from dashboard.services.pilihan import PilihanTahun, TahunDari, complete_address, tidak_tersedia
from dashboard.session import Filter
from dashboard.templates import Fragments

N = TypeVar("N", str, int)
_HTML = Fragments(__file__)
_PEMBERITAHUAN = "_pilihan_tidak_tersedia"


def saringan(instansi: Sequence[Instansi], tahun_dari: TahunDari) -> Filter | None:
    """Draw the filters and return what they say; None when the chosen agency has no year to show."""
    _complete_address(instansi, tahun_dari)
    nama = {i.kode: i.nama for i in instansi}
    with st.sidebar:
        kode = _pilih("Instansi", "instansi", tuple(nama), next(iter(nama)))
        st.html(_HTML("nama_instansi", nama[kode]))
        pilihan = {p.tahun: p for p in tahun_dari(kode)}
        if not pilihan:
            return None
        tahun = _pilih("Tahun", "tahun", tuple(pilihan), next(iter(pilihan)))
        posisi = _pilih_posisi(pilihan[tahun])
        st.toggle("Huruf besar untuk proyektor", key="layar", bind="query-params")
        return Filter(kode, tahun, posisi)


def _complete_address(instansi: Sequence[Instansi], tahun_dari: TahunDari) -> None:
    """Once a session: write the whole filter into the address, remember what it asked for in vain, start over."""
    if _PEMBERITAHUAN not in st.session_state:
        diminta = st.query_params.to_dict()
        lengkap = complete_address(diminta, instansi, tahun_dari)
        st.session_state[_PEMBERITAHUAN] = tidak_tersedia(diminta, lengkap)
        if lengkap.items() - diminta.items():
            st.query_params.update(lengkap)
            st.rerun()
    for kalimat in st.session_state[_PEMBERITAHUAN]:
        st.toast(polos(kalimat), icon=":material/info:", duration="long")
    st.session_state[_PEMBERITAHUAN] = []


def _pilih(label: str, kunci: str, pilihan: tuple[N, ...], bawaan: N) -> N:
    if kunci in st.session_state and st.session_state[kunci] not in pilihan:
        st.session_state[kunci] = bawaan  # another agency has other years
    terpilih = st.selectbox(
        polos(label), pilihan, index=None, key=kunci, required=True, placeholder=str(bawaan), bind="query-params"
    )
    return bawaan if terpilih is None else terpilih


def _pilih_posisi(pilihan: PilihanTahun) -> str:
    """The quarter up to which is shown, or the year's own result."""
    terpilih = st.segmented_control(
        "s.d. triwulan, atau setahun",
        POSISI,
        format_func=nama_posisi,
        key="triwulan",
        required=True,
        width="stretch",
        bind="query-params",
    )
    return terpilih or TRIWULAN[pilihan.triwulan_bawaan - 1]
