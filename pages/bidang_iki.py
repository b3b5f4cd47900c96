"""Bidang & IKI: where there is most to do, the sheet of a unit, the chosen value in full, and what is closed."""

from collections.abc import Hashable
from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.components.bidang.isi_lembar import isi_tetap
from dashboard.components.bidang.janji import kalimat_janji
from dashboard.components.bidang.kepala import (
    JUDUL,
    catatan_kunci,
    kepala_bidang,
    pilih_jabatan,
    pilih_unit,
    tabel_unit,
)
from dashboard.components.bidang.lembar import lembar
from dashboard.components.bidang.rincian import periode_terpilih, rincian
from dashboard.components.bidang.target import target_baris
from dashboard.components.kunci.panel import kode_terkoreksi, panel_kunci
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import catatan, catatan_contoh, keadaan_kosong, page_footer, page_header
from dashboard.services.entri.bidang import PERLU_DIISI, BarisKinerja, Bidang, KeadaanEntri, bidang, pilihan_unit
from dashboard.services.entri.kunci import BukuKunci, buku_kunci
from dashboard.services.jam import hari_ini

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
            format_func=lambda m: polos(f"{m} ({jumlah[m]})"),
            required=True,
            persist_state="session",
        )
    return perlu if mode == PERLU else milik


def halaman() -> None:
    k = kinerja_aktif().per_akhir_triwulan
    pelaku = session.pelaku_aktif()
    keadaan = keadaan_entri()
    engine = caching.shared_engine()
    pilihan = caching.compute_once("bidang-pilihan", partial(pilihan_unit, engine, pelaku, k, hari_ini()), *keadaan)
    if not pilihan:
        page_header(JUDUL, "Belum ada indikator berpemilik", (k.data.instansi.nama,))
        keadaan_kosong("Tidak ada yang dapat diisi", "Isi kolom pemilik pada lembar indikator buku kerja instansi.")
        return
    kepala = st.container()
    pilih, sisanya = st.columns([2, 3], vertical_alignment="bottom")
    with pilih:
        unit = pilih_unit(pilihan)
    b = caching.compute_once("bidang", partial(bidang, engine, pelaku, k, unit, hari_ini()), unit, *keadaan)
    buku = caching.compute_once("kunci", partial(buku_kunci, engine, pelaku, k.data.instansi.kode), *keadaan)
    with kepala:
        kepala_bidang(b, setahun=session.filter_aktif().sd.setahun)
        catatan_kunci(b)
    with sisanya:
        tampil = saring(b)
    if len(pilihan) > 1:
        caching.draw_once("bidang-unit", partial(tabel_unit, pilihan, unit), *keadaan, unit)
    with st.container():
        if janji := kalimat_janji(b.baris):
            catatan(janji)
    if tampil:
        isian(b, tampil, buku)
    else:
        keadaan_kosong("Tidak ada yang perlu diisi", "Pilih Semua untuk melihat seluruh nilai bidang ini.")
    panel_kunci(b, buku)
    if any(s.hasil is not None and s.hasil.memuat_contoh for s in b.baris):
        catatan_contoh()
    page_footer(k.data.versi_data)


def keadaan_entri() -> tuple[Hashable, ...]:
    """What entries depend on beside the state of data and locks: who looks, and the day."""
    return session.pelaku_aktif(), hari_ini()


def isian(b: Bidang, tampil: list[BarisKinerja], buku: BukuKunci) -> None:
    """The sheet with the rows shown, and the chosen one below it: that in the address, else the most urgent."""
    dipilih = b.per_kode[session.record("iki", b.per_kode) or tampil[0].kode]
    if dipilih not in tampil:
        tampil.insert(0, dipilih)
    periode, dikoreksi = periode_terpilih(b), tuple(sorted(kode_terkoreksi(b, buku)))
    susun = partial(isi_tetap, b, tampil, periode, dikoreksi, dipilih.kode)
    pembeda = (*keadaan_entri(), b.kode, *(s.kode for s in tampil))
    lembar(b, caching.compute_once("lembar", susun, *pembeda, tuple(periode.items()), dikoreksi, dipilih.kode))
    rincian(b, dipilih)
    if dipilih.hasil is not None:
        target_baris(b, dipilih.hasil.indikator)


halaman()
