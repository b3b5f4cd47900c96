"""Ringkasan: which indicators are worst, why, and who owns them, in ten seconds."""

import streamlit as st

from dashboard import caching, session
from dashboard.charts.bullet import bullet
from dashboard.charts.kalimat import kalimat, kalimat_unit, temuan_utama
from dashboard.charts.palet import KONFIGURASI
from dashboard.charts.status_unit import status_unit
from dashboard.components.daftar_prioritas import daftar_prioritas
from dashboard.components.kartu_ringkasan import kartu_ringkasan
from dashboard.components.muat import kinerja_aktif
from dashboard.components.tata import (
    baris_kartu,
    catatan_simulasi,
    kaki_halaman,
    keadaan_kosong,
    kepala_halaman,
    subjudul,
)
from dashboard.services.ringkasan import ringkasan
from dashboard.texts import TANPA_IKU, TANPA_PRIORITAS


def lukis() -> None:
    k = kinerja_aktif()
    r = ringkasan(k)
    kepala_halaman("Ringkasan", temuan_utama(r.utama), (k.data.instansi.nama, k.sd.label), simulasi=r.memuat_simulasi)
    if not r.utama:
        keadaan_kosong(*TANPA_IKU)
        return
    baris_kartu(kartu_ringkasan(r, k.sd.triwulan))
    kiri, kanan = st.columns([3, 2], gap="large")
    with kiri:
        subjudul("Capaian IKU, terendah di atas", "Belah ketupat: capaian terhadap target tahunan.")
        st.plotly_chart(bullet(r.utama), config=KONFIGURASI, key="bullet", alt=" ".join(kalimat(h) for h in r.utama))
    with kanan:
        subjudul("Status seluruh indikator per unit pemilik", "Abu-abu: belum ada angka, dengan alasannya di kartu.")
        st.plotly_chart(status_unit(r.per_unit), config=KONFIGURASI, key="unit", alt=kalimat_unit(r.per_unit))
    subjudul("Prioritas pimpinan", "Kesenjangan terlebar dahulu; IKU sebelum indikator lain.")
    if r.prioritas:
        daftar_prioritas(r.prioritas, session.filter_aktif())
    else:
        keadaan_kosong(*TANPA_PRIORITAS)
    if r.memuat_simulasi:
        catatan_simulasi()
    kaki_halaman(k.data.versi_data)


caching.gambar("ringkasan", lukis)
