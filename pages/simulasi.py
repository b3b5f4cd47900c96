"""Simulasi: move any input, see what follows, seek what is needed, and keep it beside the official data."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.charts.kalimat import kalimat
from dashboard.components.simulasi.cari import panel_cari
from dashboard.components.simulasi.deret import deret_geser
from dashboard.components.simulasi.hasil import hasil_papan
from dashboard.components.simulasi.papan import Papan
from dashboard.components.simulasi.pilih import (
    buka_tersimpan,
    lepas_yang_hilang,
    nama_papan,
    pilih_awal,
    pilih_masukan,
    pilih_sasaran,
)
from dashboard.components.simulasi.proyeksi import panel_proyeksi
from dashboard.components.simulasi.simpan import panel_simpan, panel_tersimpan
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import catatan_contoh, keadaan_kosong, page_footer, page_header
from dashboard.services.kinerja import Kinerja
from dashboard.services.simulasi import Simulasi, susun_simulasi
from dashboard.services.skenario import daftar_skenario

JUDUL = "Simulasi"


def header(k: Kinerja, sasaran: Sequence[str]) -> None:
    temuan = kalimat(k.hasil.indikator[sasaran[0]]).removesuffix(".")
    contoh = any(k.hasil.indikator[kode].memuat_contoh for kode in sasaran)
    page_header(JUDUL, temuan, (k.data.instansi.nama,), contoh=contoh)


@st.fragment
def papan_geser(papan: Papan, s: Simulasi, sasaran: Sequence[str]) -> None:
    """Sliders and what follows from them: what reruns when somebody moves one."""
    kiri, kanan = st.columns([5, 6], gap="large")
    with kiri:
        kunci = pilih_masukan(papan, s, sasaran)
        deret_geser(papan, s, kunci)
        st.button("Kembalikan semua", on_click=papan.kosongkan, disabled=not papan.ubahan, key="kembalikan")
    with kanan:
        st.html(hasil_papan(papan, s, sasaran))
        panel_cari(papan, s, sasaran, kunci)
    panel_simpan(papan, s, sasaran)


def halaman() -> None:
    k = kinerja_aktif()
    if not k.hasil.indikator:
        keadaan_kosong("Belum ada indikator", "Instansi ini belum memiliki indikator untuk disimulasikan.")
        return
    tersimpan = daftar_skenario(caching.shared_engine(), session.pelaku_aktif(), k.data.instansi.kode)
    buka_tersimpan(k, tersimpan)
    tempat = st.container()
    sasaran = pilih_sasaran(k)
    awal = pilih_awal(k)
    s = caching.compute_once("simulasi", partial(susun_simulasi, k, awal), awal)
    with tempat:
        caching.draw_once("kepala-simulasi", partial(header, k, sasaran), sasaran)
    papan = Papan(nama_papan(k, awal))
    lepas_yang_hilang(papan, s)
    papan_geser(papan, s, sasaran)
    caching.draw_once("proyeksi", partial(panel_proyeksi, s, sasaran), awal, sasaran)
    panel_tersimpan(papan, s, tersimpan)
    caching.draw_once("kaki-simulasi", partial(footer, k))


def footer(k: Kinerja) -> None:
    if any(h.memuat_contoh for h in k.hasil.indikator.values()):
        catatan_contoh("Sebagian realisasi awal dibuat untuk peragaan, bukan laporan resmi.")
    page_footer(k.data.versi_data)


halaman()
