"""Distribusi SKP: how scores spread over bidang and months, what is worth a second look, down to one calculation."""

from functools import partial

import streamlit as st

from dashboard import session
from dashboard.charts.palet import KONFIGURASI
from dashboard.charts.skp_kelas import kelas_kelompok
from dashboard.components.skp import bagian
from dashboard.components.skp.loading import bangun, draw, sebaran_aktif
from dashboard.components.skp.pegawai import KUNCI_KELOMPOK, KUNCI_SEBUTAN, pegawai
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import catatan_contoh, keadaan_kosong, page_footer, page_header, subjudul
from dashboard.services.skp.sebaran import SebaranSkp
from dashboard.texts_skp import CATATAN_PERAGAAN, nama_bulan, tanpa_skp

KUNCI_BAGIAN = "skp-bagian"
BAGIAN = ("Sebaran", "Bulanan", "Predikat", "Kalender", "Pegawai")


def pilih_bulan(ada: tuple[int, ...], bawaan: int) -> int:
    f = session.filter_aktif()
    kunci = f"skp-bulan-{f.instansi}-{f.sd.label}"
    return st.selectbox("Bulan", ada, ada.index(bawaan), format_func=nama_bulan, key=kunci)


def klik_kelas(s: SebaranSkp) -> None:
    """From a part of a bar to the people in it."""
    titik = st.session_state["skp-kelas"].selection.points
    if titik:
        letak, kelas = titik[0]["customdata"]
        st.session_state[KUNCI_KELOMPOK] = bagian.berdata(s)[letak].kode
        st.session_state[KUNCI_SEBUTAN] = kelas
        st.session_state[KUNCI_BAGIAN] = "Pegawai"


def sebaran(s: SebaranSkp) -> None:
    baris = bagian.pasangan(s)
    if not baris:
        keadaan_kosong(*bagian.tanpa_prestasi(s))
        return
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        subjudul(f"Sebutan menurut nilai angka, per {s.kata}", "Klik satu bagian balok untuk melihat orangnya.")
        bagian.legenda_kelas(s.sebutan)
        st.plotly_chart(
            bangun("skp-kelas", partial(kelas_kelompok, baris, s.sebutan), s),
            config=KONFIGURASI,
            key="skp-kelas",
            on_select=partial(klik_kelas, s),
            selection_mode="points",
            alt=bagian.alt_kelas(baris, s.sebutan),
        )
    with kanan:
        draw("skp-nilai", partial(bagian.nilai, s), s)
    draw("skp-banding", partial(bagian.banding, s), s)


def bulanan(s: SebaranSkp) -> None:
    draw("skp-bulanan", partial(bagian.perkembangan, s), s)


def predikat(s: SebaranSkp) -> None:
    yang = {"": None} | {k.kode: k for k in s.terlihat}
    kode = st.selectbox(
        "Kuadran untuk",
        list(yang),
        key="skp-kuadran",
        format_func=lambda satu: k.nama if (k := yang[satu]) else "Seluruh instansi",
    )
    draw("skp-predikat", partial(bagian.predikat, s, yang[kode]), s, kode)


def kalender(s: SebaranSkp) -> None:
    draw("skp-kalender", partial(bagian.kalender, s), s)


DRAW = dict(zip(BAGIAN, (sebaran, bulanan, predikat, kalender, pegawai), strict=True))


def halaman() -> None:
    k = kinerja_aktif()
    awal = sebaran_aktif(None)
    if awal is None:
        page_header("Distribusi SKP", "Belum ada nilai SKP", (k.data.instansi.nama,))
        keadaan_kosong(*tanpa_skp(k.sd))
        return
    atas = st.container()
    kiri, kanan = st.columns([1, 4], vertical_alignment="bottom")
    with kiri:
        s = sebaran_aktif(pilih_bulan(awal.bulan_ada, awal.bulan)) or awal
    terpilih = kanan.segmented_control("Bagian", BAGIAN, default=BAGIAN[0], key=KUNCI_BAGIAN, required=True)
    with atas:
        draw("skp-kepala", partial(bagian.header, s, k.data.instansi), s)
    DRAW[terpilih](s)
    if s.contoh:
        catatan_contoh(CATATAN_PERAGAAN)
    page_footer(k.data.versi_data)


halaman()
