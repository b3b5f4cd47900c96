"""Bidang & IKI: what a unit must enter now, one table, one form for the chosen row, and what is closed."""

from collections.abc import Hashable
from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.components.bidang.formulir import formulir
from dashboard.components.bidang.janji import kalimat_janji
from dashboard.components.bidang.kepala import JUDUL, catatan_kunci, kepala_bidang, pilih_jabatan, pilih_unit
from dashboard.components.bidang.kunci import kode_terkoreksi, panel_kunci
from dashboard.components.bidang.lembar import hari_ini
from dashboard.components.bidang.tabel import tabel_bidang
from dashboard.components.bidang.target import target_baris
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import catatan, catatan_contoh, keadaan_kosong, page_footer, page_header
from dashboard.services.entri.bidang import PERLU_DIISI, BarisKinerja, Bidang, KeadaanEntri, bidang, pilihan_unit
from dashboard.services.entri.kunci import buku_kunci, penanda_tulisan

PERLU, SEMUA = "Perlu tindakan", "Semua"


def saring(b: Bidang) -> list[BarisKinerja]:
    """The rows of the chosen position; those that need something, unless all are asked for."""
    kiri, kanan = st.columns(2, vertical_alignment="bottom")
    with kiri:
        jabatan = pilih_jabatan(b.k, b.baris)
    milik = [s for s in b.baris if jabatan is None or jabatan in s.pemilik]
    perlu = [s for s in milik if s.keadaan in (*PERLU_DIISI, KeadaanEntri.DIAJUKAN)]
    jumlah = {PERLU: len(perlu), SEMUA: len(milik)}
    with kanan:
        mode = st.segmented_control(
            "Tampilkan",
            list(jumlah),
            default=PERLU if perlu else SEMUA,
            key=f"bidang-tampil-{b.kode}-{b.k.sd.label}",
            format_func=lambda m: f"{m} ({jumlah[m]})",
            required=True,
            persist_state="session",
        )
    return perlu if mode == PERLU else milik


def pilih_baris(b: Bidang, tampil: list[BarisKinerja]) -> BarisKinerja:
    """The row to enter: the one in the address, else the most urgent one."""
    kode = [s.kode for s in tampil]
    kunci = f"bidang-iki-{b.kode}"
    diminta = session.record("iki", b.per_kode)
    if diminta is not None and diminta not in kode:
        kode.insert(0, diminta)
    if st.session_state.get(kunci) not in kode:
        st.session_state[kunci] = diminta or kode[0]
    terpilih = st.selectbox(
        "Nilai yang diisi; yang paling mendesak terpilih lebih dulu",
        kode,
        key=kunci,
        format_func=lambda x: f"{x} {b.per_kode[x].nama}",
    )
    session.set_record("iki", terpilih)
    return b.per_kode[terpilih]


def halaman() -> None:
    k = kinerja_aktif().per_akhir_triwulan
    pelaku = session.pelaku_aktif()
    if not (pilihan := caching.compute_once("bidang-pilihan", partial(pilihan_unit, k, pelaku), pelaku)):
        page_header(JUDUL, "Belum ada indikator berpemilik", (k.data.instansi.nama,))
        keadaan_kosong("Tidak ada yang dapat diisi", "Isi kolom pemilik pada lembar indikator buku kerja instansi.")
        return
    kepala = st.container()
    pilih, sisanya = st.columns([2, 3], vertical_alignment="bottom")
    with pilih:
        unit = pilih_unit(pilihan)
    keadaan = keadaan_entri(k.data.instansi.kode)
    b = caching.compute_once(
        "bidang", partial(bidang, caching.shared_engine(), pelaku, k, unit, hari_ini()), unit, *keadaan
    )
    buku = caching.compute_once(
        "kunci", partial(buku_kunci, caching.shared_engine(), pelaku, k.data.instansi.kode), *keadaan
    )
    with kepala:
        kepala_bidang(b, setahun=session.filter_aktif().sd.setahun)
        catatan_kunci(b)
    with sisanya:
        tampil = saring(b)
    with st.container():
        if janji := kalimat_janji(b.baris):
            catatan(janji)
    if tampil:
        dipilih = session.record("iki", b.per_kode) or tampil[0].kode
        dikoreksi = sorted(kode_terkoreksi(b, buku))
        draw = partial(tabel_bidang, k, tampil, dipilih, dikoreksi)
        caching.draw_once(
            "bidang-tabel", draw, *keadaan, unit, dipilih, tuple(dikoreksi), tuple(s.kode for s in tampil)
        )
        isi_baris(b, tampil)
    else:
        keadaan_kosong("Tidak ada yang perlu diisi", "Pilih Semua untuk melihat seluruh nilai bidang ini.")
    panel_kunci(b, buku)
    if any(s.hasil is not None and s.hasil.memuat_contoh for s in b.baris):
        catatan_contoh()
    page_footer(k.data.versi_data)


def keadaan_entri(instansi: str) -> tuple[Hashable, ...]:
    """What entries and locks depend on: every write, also one that brings the content back, who looks, and the day."""
    return *penanda_tulisan(caching.shared_engine(), instansi), session.pelaku_aktif(), hari_ini()


def isi_baris(b: Bidang, tampil: list[BarisKinerja]) -> None:
    baris = pilih_baris(b, tampil)
    formulir(b, baris)
    if baris.hasil is not None:
        target_baris(b, baris.hasil.indikator)


halaman()
