"""Data: a template out, workbooks in, every row previewed, all of it taken or nothing, and the last one undone."""

from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.components.data.hapus import panel_hapus
from dashboard.components.data.impor import panel_impor
from dashboard.components.data.pratinjau import langkah_periksa
from dashboard.components.data.templat import langkah_templat
from dashboard.components.data.unggah import kunci_unggah, langkah_serahkan
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import page_footer, page_header
from dashboard.services.data.batal_impor import ImporTerakhir, impor_terakhir

JUDUL = "Data"


def temuan(impor: ImporTerakhir) -> str:
    """The page's finding: what came in last."""
    berlaku = [satu for satu in impor.daftar if satu.dibatalkan is None]
    if not berlaku:
        return "Belum ada buku kerja yang diambil alih."
    return f"Data terakhir masuk lewat {berlaku[0].berkas}"


def impor_kini(instansi: str) -> ImporTerakhir:
    """Asked once per write and lock: whether the last import may be undone is known by trying."""
    pelaku = session.pelaku_aktif()
    tanya = partial(impor_terakhir, caching.shared_engine(), pelaku, instansi)
    return caching.compute_once("impor-terakhir", tanya, pelaku)


def halaman() -> None:
    f = session.filter_aktif()
    impor = impor_kini(f.instansi)
    page_header(JUDUL, temuan(impor), (kinerja_aktif().data.instansi.nama,))
    ada_berkas = bool(st.session_state.get(kunci_unggah(f)))
    with st.container(gap="medium"):
        with st.container(key="langkah-templat"):
            langkah_templat(f, utama=not ada_berkas)
        with st.container(key="langkah-serahkan"):
            terunggah = langkah_serahkan(f)
        with st.container(key="langkah-periksa"):
            langkah_periksa(f, terunggah)
        with st.container(key="impor-terakhir"):
            panel_impor(f, impor)
        panel_hapus(f)
    page_footer(session.versi().sidik, tersegel=False)


halaman()
