"""Ketidaksesuaian: what contradicts itself in the data and its documents, and what was decided about it."""

import streamlit as st

from dashboard import session
from dashboard.components.temuan.daftar import daftar_temuan, kalimat_register, rincian_jumlah, saringan_temuan
from dashboard.components.temuan.rincian import PESAN, rincian_temuan
from dashboard.components.temuan.tanda import register_aktif
from dashboard.components.temuan.unduh import unduhan_temuan
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import keadaan_kosong, page_footer, page_header
from dashboard.services.temuan import Register
from dashboard.texts import SEPERTI_SEKARANG

JUDUL = "Ketidaksesuaian"


def buka(kode: str | None) -> None:
    """Write the finding whose detail is open into the address, or take it out."""
    session.set_record("temuan", kode)


def laci(r: Register) -> None:
    """The drawer of the finding named in the address."""
    kode = session.record("temuan", r.menurut_kode)
    if kode is None:
        return

    @st.dialog("Rincian temuan", width="medium", position="right", on_dismiss=lambda: buka(None))
    def rincian() -> None:
        rincian_temuan(r, r.menurut_kode[kode])

    rincian()


def halaman() -> None:
    k = kinerja_aktif()
    r = register_aktif()
    konteks = (k.data.instansi.nama, *(rincian_jumlah(r) if r.butir else ()))
    page_header(JUDUL, kalimat_register(r), konteks)
    if pesan := st.session_state.pop(PESAN, None):
        st.toast(polos(pesan), icon=":material/check:")
    if not r.butir:
        keadaan_kosong("Tidak ada ketidaksesuaian", "Aturan tidak menemukan apa pun dan tidak ada temuan yang dicatat.")
        return
    butir = saringan_temuan(r, session.record("objek", r.nama))
    daftar_temuan(r, butir, buka)
    if butir:
        unduhan_temuan(k.data, r, butir)
    laci(r)
    page_footer(k.data.versi_data, (SEPERTI_SEKARANG,), tersegel=False)


halaman()
