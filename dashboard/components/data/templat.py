"""Step 1: a template with the agency's own rows, codes and names."""

import streamlit as st

from dashboard import caching, session
from dashboard.components.data.langkah import langkah
from dashboard.components.umum.polos import polos
from dashboard.exports.templat_xlsx import tulis_templat
from dashboard.services.data.keluar.templat import ISI_TEMPLAT, susun_templat
from dashboard.session import Filter

JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def langkah_templat(f: Filter, *, utama: bool) -> None:
    """Draw the step; `utama` while the download is the next thing to do."""
    langkah(1, "Unduh templat", "Sudah berisi kode, nama, dan angka instansi Anda. Isi yang kosong, simpan.")
    kiri, tengah, kanan = st.columns([3, 1.2, 1.6], vertical_alignment="bottom")
    isi = kiri.selectbox("Isi templat", list(ISI_TEMPLAT), key="isi-templat", persist_state="session")
    tahun = tengah.selectbox("Tahun templat", [f.tahun + 1, f.tahun, f.tahun - 1], index=1, key=f"tahun-{f.tahun}")
    kanan.download_button(
        polos(f"Unduh templat {tahun}"),
        data=lambda: _templat(f.instansi, tahun, isi),
        file_name=f"templat-{f.instansi.lower()}-{tahun}.xlsx",
        mime=JENIS_XLSX,
        icon=":material/download:",
        type="primary" if utama else "secondary",
        on_click="ignore",
        width="stretch",
        key="unduh-templat",
    )


def _templat(instansi: str, tahun: int, isi: str) -> bytes:
    """The file, made when it is asked for."""
    t = susun_templat(caching.shared_engine(), session.pelaku_aktif(), instansi, tahun, ISI_TEMPLAT[isi])
    return tulis_templat(t.nama_instansi, t.tahun, t.baris, t.kode, t.satuan)
