"""Sistem Merit: where the index stands, what is missing, and the cheapest way to close the gap."""

from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.charts.waterfall_merit import temuan_merit
from dashboard.components.merit.geser import panel_geser
from dashboard.components.merit.jalur import panel_jalur
from dashboard.components.merit.peta import (
    daftar_periksa_html,
    draw_waterfall,
    instrumen_html,
    kartu_merit,
    riwayat_html,
    tabel_kriteria_html,
)
from dashboard.components.simulasi.papan import Papan
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import (
    baris_kartu,
    catatan,
    catatan_contoh,
    keadaan_kosong,
    page_footer,
    page_header,
    subjudul,
)
from dashboard.domain.merit.indeks import PetaMerit
from dashboard.services import merit
from dashboard.services.kinerja import Kinerja
from dashboard.services.simulasi import susun_simulasi

JUDUL = "Sistem Merit"
TANPA_KRITERIA = (
    "Instansi ini hanya memuat indeksnya, tanpa kriteria. Dengan kriteria dan sub item pada buku kerja, halaman ini "
    "menghitung kesenjangan dan jalan termurahnya."
)


def atas(k: Kinerja, peta: PetaMerit) -> None:
    page_header(JUDUL, temuan_merit(peta), (k.data.instansi.nama,), contoh=peta.indeks.hasil.memuat_contoh)
    baris_kartu(kartu_merit(peta))
    if not peta.kriteria:
        catatan(TANPA_KRITERIA)
        return
    if peta.indeks.hasil.nilai is not None:
        draw_waterfall(peta)
    subjudul("Kriteria, kesenjangan terlebar dahulu", "Terhadap target: positif berarti nilai di atas target.")
    st.html(tabel_kriteria_html(peta, k))


def bawah(k: Kinerja, peta: PetaMerit) -> None:
    if any(u.bagian for u in peta.kriteria):
        subjudul("Sub item", "Poin per sub item tidak tercetak: bagian rata dari kriteria, ditandai sebagai asumsi.")
        bukti = merit.catatan_bukti(caching.shared_engine(), session.pelaku_aktif(), k, peta)
        st.html(daftar_periksa_html(peta, k, bukti))
    subjudul("Dari tahun ke tahun", "Nilai dua instrumen tidak dapat dibandingkan.")
    st.html(riwayat_html(merit.riwayat(caching.shared_engine(), session.pelaku_aktif(), k.data.instansi.kode, k.sd)))
    st.html(instrumen_html(peta, merit.instrumen_berikut(k.sd.tahun), k.data.instansi.wilayah))
    if any(h.memuat_contoh for h in (peta.indeks.hasil, *(u.hasil for u in peta.kriteria))):
        catatan_contoh("Sebagian nilai pada halaman ini dibuat untuk peragaan, bukan laporan resmi.")
    page_footer(k.data.versi_data)


def halaman() -> None:
    k = kinerja_aktif()
    s = caching.compute_once("simulasi", partial(susun_simulasi, k), "posisi")
    indeks = merit.indeks(s)
    if not indeks:
        page_header(JUDUL, "Instansi ini tidak memiliki indeks sistem merit", (k.data.instansi.nama,))
        keadaan_kosong("Belum ada indeks merit", "Tambahkan indikator berinstrumen MERIT pada buku kerja.")
        return
    peta = caching.compute_once("merit", partial(merit.susun_merit, s, indeks[0].kode))
    papan = Papan(f"merit-{k.data.instansi.kode}-{k.sd.tahun}-{k.sd.kode}")
    caching.draw_once("merit-atas", partial(atas, k, peta))
    if peta.kriteria:
        panel_jalur(s, peta, papan)
    panel_geser(s, peta, papan)
    caching.draw_once("merit-bawah", partial(bawah, k, peta), *session.hak())


halaman()
