"""The person's own .xlsx to take back home, with every problem marked at its cell; of other files the list."""

from functools import partial
from pathlib import PurePath

import streamlit as st

from dashboard import caching, session
from dashboard.components.data.templat import JENIS_XLSX
from dashboard.components.umum.polos import polos
from dashboard.services.data.serahan import Serahan, nama_aman
from dashboard.services.data.tanda import daftar_masalah, dapat_ditandai, tandai_serahan
from dashboard.session import Filter


def unduh_bertanda(f: Filter, serahan: Serahan) -> None:
    """One button a workbook that can be marked, one for all others; the file is made when it is asked for."""
    buku = [satu for satu in serahan.berkas if not satu.nama.lower().endswith(".csv")]
    for urutan, satu in enumerate(buku):
        nama = nama_aman(satu.nama)
        if dapat_ditandai(satu):
            st.download_button(
                f"Unduh {polos(nama)} dengan masalah ditandai",
                data=partial(_bertanda, f.instansi, serahan, urutan),
                file_name=f"{PurePath(nama).stem}-bertanda.xlsx",
                mime=JENIS_XLSX,
                icon=":material/download:",
                on_click="ignore",
                help="Berkas Anda sendiri: sel yang salah berwarna dan bercatatan, daftarnya pada lembar pertama.",
                key=f"unduh-bertanda-{urutan}",
            )
    if any(not dapat_ditandai(satu) for satu in serahan.berkas):
        st.download_button(
            "Unduh daftar masalah",
            data=partial(_daftar, f.instansi, serahan),
            file_name="daftar-masalah.xlsx",
            mime=JENIS_XLSX,
            icon=":material/download:",
            on_click="ignore",
            help="Setiap masalah dengan sel dan perbaikannya. Hanya .xlsx yang dapat ditandai di selnya.",
            key="unduh-daftar-masalah",
        )


def _daftar(instansi: str, serahan: Serahan) -> bytes:
    from dashboard.exports.tanda_xlsx import tulis_tanda

    return tulis_tanda(b"", daftar_masalah(caching.shared_engine(), session.pelaku_aktif(), instansi, serahan))


def _bertanda(instansi: str, serahan: Serahan, urutan: int) -> bytes:
    from dashboard.exports.tanda_xlsx import tulis_tanda  # openpyxl, which nothing else on a page needs

    buku = tandai_serahan(caching.shared_engine(), session.pelaku_aktif(), instansi, serahan, urutan)
    return tulis_tanda(buku.isi, buku.tanda)
