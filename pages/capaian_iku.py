"""Capaian IKU: realisation against target, as gauges or as one aligned list, and how each number was made."""

from functools import partial
from textwrap import shorten

import streamlit as st

from dashboard import caching, session
from dashboard.charts.kalimat import temuan_utama
from dashboard.components.indikator.bullet import daftar_bullet
from dashboard.components.indikator.gauge_iku import MAKS_GAUGE, deret_gauge
from dashboard.components.indikator.penjelasan import TANPA_TANDA
from dashboard.components.indikator.rincian_indikator import rincian_indikator
from dashboard.components.indikator.tabel_capaian import tabel_capaian
from dashboard.components.temuan.tanda import register_aktif, tanda_indikator
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import (
    catatan_contoh,
    keadaan_kosong,
    legenda_status,
    page_footer,
    page_header,
    subjudul,
)
from dashboard.domain.dasar.skala import Status
from dashboard.services.kinerja import Kinerja
from dashboard.services.ringkasan import terburuk_dahulu
from dashboard.texts import TANPA_IKU

TAMPILAN = ("Gauge", "Bullet")
JUDUL = "Capaian IKU"


def buka(kode: str) -> None:
    session.set_record("indikator", kode)
    st.session_state["rincian"] = kode


def header(k: Kinerja) -> None:
    contoh = any(h.memuat_contoh for h in k.utama())
    page_header(JUDUL, temuan_utama(k.utama()), (k.data.instansi.nama,), contoh=contoh)
    legenda_status([s for s in Status if any(h.status is s for h in k.utama())], k.aturan.status)


def pilih_tampilan(k: Kinerja) -> None:
    """Gauges for up to four chosen IKU, or all of them as bullets."""
    urut = terburuk_dahulu(k.utama())
    kiri, kanan = st.columns([1, 3], vertical_alignment="bottom")
    mode = kiri.segmented_control(
        "Tampilan", TAMPILAN, default=TAMPILAN[0], key="tampilan", required=True, persist_state="session"
    )
    if mode == TAMPILAN[1]:
        caching.draw_once("bullet-iku", partial(draw_bullet, k))
        return
    nama = {h.kode: h.indikator.nama for h in urut}
    kode = list(nama)
    terpilih = kanan.multiselect(
        "IKU pada gauge",
        kode,
        default=kode[:MAKS_GAUGE],
        max_selections=MAKS_GAUGE,
        key=f"gauge-{k.data.instansi.kode}",
        format_func=lambda x: f"{x} {shorten(nama[x], 26, placeholder='…')}",
        placeholder="Pilih sampai empat IKU",
    )
    deret_gauge([k.hasil.indikator[x] for x in terpilih], k.aturan, buka)


def draw_bullet(k: Kinerja) -> None:
    subjudul("Capaian terhadap target s.d. periode", "Belah ketupat: capaian terhadap target tahunan.")
    daftar_bullet(
        terburuk_dahulu(k.utama()), k.aturan.status, lambda kode: session.address("capaian-iku", indikator=kode)
    )


def rincian(k: Kinerja) -> None:
    """The chosen indicator in detail: from the address, the buttons, or the list."""
    nama = {h.kode: h.indikator.nama for h in terburuk_dahulu(k.utama())}
    diminta = session.record("indikator", nama)
    if st.session_state.get("rincian") not in nama:
        st.session_state["rincian"] = diminta or next(iter(nama))
    kode = st.selectbox(
        "Asal angka untuk",
        list(nama),
        key="rincian",
        format_func=lambda x: f"{x} {nama[x]}",
        on_change=lambda: session.set_record("indikator", st.session_state["rincian"]),
    )
    tanda = tanda_indikator(register_aktif(), [kode]).get(kode, TANPA_TANDA)
    caching.draw_once("rincian", partial(rincian_indikator, k, kode, tanda), kode)


def footer(k: Kinerja) -> None:
    subjudul("Semua angka", "Status dinilai terhadap target s.d. periode; capaian tahunan adalah informasi.")
    tanda = tanda_indikator(register_aktif(), [h.kode for h in k.utama()])
    tabel_capaian(terburuk_dahulu(k.utama()), JUDUL, tanda)
    if any(h.memuat_contoh for h in k.utama()):
        catatan_contoh()
    page_footer(k.data.versi_data)


def halaman() -> None:
    k = kinerja_aktif()
    caching.draw_once("kepala-iku", partial(header, k))
    if not k.utama():
        keadaan_kosong(*TANPA_IKU)
        return
    pilih_tampilan(k)
    rincian(k)
    caching.draw_once("kaki-iku", partial(footer, k))


halaman()
