"""Removing the agency shown: folded away, its code typed once more, a backup first."""

import streamlit as st

from dashboard import caching, session
from dashboard.components.data.langkah import simpulan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import paragraf, tolakan
from dashboard.domain.dasar.hak import TidakBerwenang, Tindakan, boleh
from dashboard.session import Filter
from data_access.files.penghapusan import PenghapusanDitolak, hapus_instansi

_SELESAI = "_instansi_dihapus"


def panel_hapus(f: Filter) -> None:
    """Draw it for whoever may; afterwards, on the page of another agency, say what was done."""
    if selesai := st.session_state.pop(_SELESAI, None):
        simpulan(selesai, "beres", "Penghapusan itu tercatat di Riwayat.")
    if not boleh(session.pelaku_aktif(), Tindakan.HAPUS_INSTANSI, f.instansi):
        return
    # A key for each agency: the panel opened for the one just removed is not open for the one shown next.
    with st.expander("Hapus instansi ini", key=f"panel-hapus-{f.instansi}"):
        paragraf(
            "Semua datanya dihapus sekaligus: buku kerja, riwayat, kunci periode, skenario, dan bukti. "
            "Cadangannya ditulis lebih dahulu di folder cadangan, di samping basis data."
        )
        kunci = f"ketik-hapus-{f.instansi}"
        st.text_input(polos(f"Ketik kode instansi, {f.instansi}, untuk memastikan"), key=kunci, max_chars=200)
        if st.button("Hapus instansi", key="hapus-instansi", icon=":material/delete:"):
            _hapus(f, st.session_state[kunci])


def _hapus(f: Filter, ketikan: str) -> None:
    try:
        hasil = hapus_instansi(caching.shared_engine(), session.pelaku_aktif(), f.instansi, ketikan)
    except (PenghapusanDitolak, TidakBerwenang) as ditolak:
        tolakan(str(ditolak))
    except OSError as error:
        tolakan(f"Cadangan tidak dapat ditulis ({error.strerror}). Tidak ada yang dihapus.")
    else:
        st.session_state[_SELESAI] = (
            f"{hasil.nama} ({hasil.instansi}) dihapus, {hasil.jumlah} baris. Cadangan: {hasil.cadangan.name}."
        )
        st.rerun()
