"""Ringkasan: which indicators are worst, why, and who owns them, in ten seconds."""

import streamlit as st

from dashboard import caching, session
from dashboard.charts.kalimat import judul_sorotan, temuan_utama
from dashboard.components.indikator.bullet import daftar_bullet
from dashboard.components.indikator.proyeksi_iku import proyeksi_iku
from dashboard.components.ringkasan.batang_status import batang_status
from dashboard.components.ringkasan.daftar_prioritas import daftar_prioritas
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
from dashboard.services.ringkasan import Ringkasan, ringkasan
from dashboard.services.simulasi import proyeksi_utama
from dashboard.texts import TANPA_IKU, TANPA_PRIORITAS


def asal(kode: str) -> str:
    return session.address("capaian-iku", indikator=kode)


def draw() -> None:
    k = kinerja_aktif()
    r = ringkasan(k)
    page_header("Ringkasan", temuan_utama(r.utama), (k.data.instansi.nama,), contoh=r.memuat_contoh)
    if not r.utama:
        keadaan_kosong(*TANPA_IKU)
        return
    baris_kartu(kartu_ringkasan(r, k.sd.triwulan))
    draw_prioritas(r)
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


def draw_prioritas(r: Ringkasan) -> None:
    subjudul("Prioritas pimpinan", "Kesenjangan terlebar dahulu; IKU sebelum indikator lain.")
    if r.prioritas:
        daftar_prioritas(r.prioritas, asal)
    else:
        keadaan_kosong(*TANPA_PRIORITAS)


caching.draw_once("ringkasan", draw)
