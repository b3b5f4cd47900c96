"""Ringkasan: the agenda of a meeting: what is worst, whose, what was promised, what to ask, what changed."""

from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.charts.kalimat import judul_sorotan
from dashboard.charts.kalimat_agenda import temuan_ringkasan
from dashboard.components.indikator.bullet import daftar_bullet
from dashboard.components.indikator.proyeksi_iku import proyeksi_iku
from dashboard.components.ringkasan.agenda import agenda_html, daftar_janji, daftar_perubahan
from dashboard.components.ringkasan.batang_status import batang_status
from dashboard.components.ringkasan.kartu_ringkasan import kartu_ringkasan
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import (
    baris_kartu,
    catatan_contoh,
    keadaan_kosong,
    legenda_status,
    page_footer,
    page_header,
    subjudul,
)
from dashboard.domain.dasar.skala import Status
from dashboard.domain.skenario.proyeksi import AKHIR
from dashboard.services.agenda import Agenda, agenda
from dashboard.services.jam import hari_ini
from dashboard.services.kinerja import Kinerja
from dashboard.services.ringkasan import ringkasan
from dashboard.services.simulasi import proyeksi_utama
from dashboard.texts import TANPA_IKU, TANPA_PRIORITAS


def asal(kode: str) -> str:
    return session.address("capaian-iku", indikator=kode)


def draw(k: Kinerja, a: Agenda) -> None:
    r = ringkasan(k)
    temuan = temuan_ringkasan(r.semua, r.utama)
    page_header("Ringkasan", temuan, (k.data.instansi.nama,), contoh=r.memuat_contoh)
    if not r.utama:
        keadaan_kosong(*TANPA_IKU)
        return
    draw_agenda(k, a)
    baris_kartu(kartu_ringkasan(r, k.sd.triwulan))
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        subjudul(judul_sorotan(r.sorotan), "Terhadap target s.d. periode; belah ketupat: terhadap target tahunan.")
        daftar_bullet(r.sorotan, k.aturan.status, asal)
    with kanan:
        subjudul("Status seluruh indikator per unit pemilik", "Panjang: bagian dari indikator unit; angka: jumlahnya.")
        batang_status(r.per_unit)
    if k.sd.triwulan < AKHIR:
        proyeksi_iku(proyeksi_utama(k))
    legenda_status([s for s in Status if r.semua.jumlah(s)], k.aturan.status)
    if r.memuat_contoh:
        catatan_contoh()
    page_footer(k.data.versi_data)


def draw_agenda(k: Kinerja, a: Agenda) -> None:
    subjudul("Prioritas pimpinan", "Kesenjangan terlebar dahulu; IKU sebelum indikator lain.")
    if a.prioritas:
        st.html(agenda_html(k, a.prioritas, session.address, hari_ini()))
    else:
        keadaan_kosong(*TANPA_PRIORITAS)
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        daftar_janji(k, a, session.address)
    with kanan:
        daftar_perubahan(k, a, session.address)


def halaman() -> None:
    k, hari = kinerja_aktif(), hari_ini()
    susun = partial(agenda, caching.shared_engine(), session.pelaku_aktif(), k, hari)
    a = caching.compute_once("agenda", susun, hari, *session.hak())
    caching.draw_once("ringkasan", partial(draw, k, a), hari, *session.hak())


halaman()
