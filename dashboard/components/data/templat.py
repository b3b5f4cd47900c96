"""Step 1: a template with the agency's own rows, codes and names."""

import streamlit as st
from sqlalchemy import Engine

from dashboard import caching
from dashboard.components.data.langkah import langkah
from dashboard.components.umum.unduh import Unduhan, tombol_unduh
from dashboard.domain.dasar.hak import Pelaku
from dashboard.exports.templat_xlsx import tulis_templat
from dashboard.services.data.keluar.templat import ISI_TEMPLAT, susun_templat
from dashboard.session import Filter


def langkah_templat(f: Filter, *, utama: bool) -> None:
    """Draw the step; `utama` while the download is the next thing to do."""
    langkah(1, "Unduh templat", "Sudah berisi kode, nama, dan angka instansi Anda. Isi yang kosong, simpan.")
    kiri, tengah, kanan = st.columns([3, 1.2, 1.6], vertical_alignment="bottom")
    isi = kiri.selectbox("Isi templat", list(ISI_TEMPLAT), key="isi-templat", persist_state="session")
    tahun = tengah.selectbox("Tahun templat", [f.tahun + 1, f.tahun, f.tahun - 1], index=1, key=f"tahun-{f.tahun}")
    engine = caching.shared_engine()
    unduhan = Unduhan(
        f"templat-{f.instansi.lower()}-{tahun}.xlsx", lambda pelaku: _templat(engine, pelaku, f.instansi, tahun, isi)
    )
    with kanan:
        tombol_unduh(f"Unduh templat {tahun}", unduhan, "unduh-templat", lebar=True, utama=utama)


def _templat(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, isi: str) -> bytes:
    t = susun_templat(engine, pelaku, instansi, tahun, ISI_TEMPLAT[isi])
    return tulis_templat(t.nama_instansi, t.tahun, t.baris, t.kode, t.satuan)
