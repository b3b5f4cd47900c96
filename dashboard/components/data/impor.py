"""The workbooks taken so far, and the undoing of the last one."""

from datetime import datetime

import streamlit as st

from dashboard import caching, session
from dashboard.components.data.langkah import simpulan
from dashboard.components.umum.sabar import SIBUK, bersabar
from dashboard.components.umum.tata import keadaan_kosong, paragraf, subjudul
from dashboard.services.data.batal_impor import ImporTerakhir, batalkan_impor
from dashboard.session import Filter
from dashboard.templates import Fragments
from data_access.batal_impor import TidakDapatDibatalkan
from data_access.database_state import DatabaseBusy
from data_access.riwayat import BarisImpor

_HTML = Fragments(__file__)
KEPALA = ("Berkas", "Kapan dan siapa", "Baru", "Berubah", "Dikosongkan", "Sidik berkas")
_HASIL = "_hasil_batal"


def panel_impor(f: Filter, impor: ImporTerakhir) -> None:
    """Draw the imports, newest first, with the button that takes the last one back."""
    subjudul("Impor terakhir", "Yang terakhir dapat dibatalkan selama belum ada yang dibangun di atasnya.")
    if hasil := st.session_state.pop(_HASIL, None):
        simpulan(*hasil)
    if not impor.daftar:
        keadaan_kosong("Belum ada impor", "Buku kerja yang Anda ambil alih akan tercatat di sini.")
        return
    st.html(_HTML("daftar", KEPALA, [(satu, datetime.fromisoformat(satu.waktu)) for satu in impor.daftar]))
    if impor.versi is None:
        return
    terakhir = next(satu for satu in impor.daftar if satu.versi == impor.versi)
    if impor.halangan:
        paragraf(f"{terakhir.berkas}: {impor.halangan}", redup=True)
    elif st.button("Batalkan impor terakhir", icon=":material/undo:", key="batal-impor"):
        _tanya_batal(f, terakhir)


@st.dialog("Batalkan impor ini?")
def _tanya_batal(f: Filter, satu: BarisImpor) -> None:
    st.html(_HTML("pembatalan", satu))
    if st.button("Ya, batalkan impor", type="primary", key="ya-batal"):
        try:
            engine, pelaku = caching.shared_engine(), session.pelaku_aktif()
            hasil = bersabar(lambda: batalkan_impor(engine, pelaku, f.instansi, satu.versi))
        except (DatabaseBusy, TidakDapatDibatalkan) as halangan:
            st.session_state[_HASIL] = (SIBUK if isinstance(halangan, DatabaseBusy) else str(halangan), "tolak")
        else:
            kalimat = f"{hasil.jumlah_pulih} baris dipulihkan dan {hasil.jumlah_hapus} baris dihapus."
            st.session_state[_HASIL] = (f"Impor {hasil.berkas} dibatalkan: {kalimat}", "beres")
        st.rerun()
