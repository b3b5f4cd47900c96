"""Names and calculations: read for the person who looks each time, never from a shared cache."""

import streamlit as st

from dashboard import caching, session
from dashboard.components.skp.hitungan import daftar_nama, hitungan
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import catatan, keadaan_kosong
from dashboard.domain.dasar.hak import Tindakan, lingkup
from dashboard.domain.skp.angka import dua_desimal
from dashboard.formatting import angka
from dashboard.services.skp.orang import BATAS_DAFTAR, Pilihan, daftar_orang, diri_sendiri, hitungan_orang
from dashboard.services.skp.sebaran import SebaranSkp
from dashboard.texts_skp import TANPA_HAK, TANPA_NILAI_SENDIRI, nilai_tersimpan
from data_access.skp.orang import Orang

SEMUA_KELAS = -1
KUNCI_KELOMPOK, KUNCI_SEBUTAN = "skp-kelompok", "skp-sebutan"


def pegawai(s: SebaranSkp) -> None:
    """Group, class, people, and one person's calculation."""
    boleh = {k.kode: k for k in s.terlihat if k.boleh_orang}
    if not boleh:
        _sendiri(s)
        return
    kiri, kanan = st.columns(2)
    sebut = {kode: k.nama for kode, k in boleh.items()}.__getitem__
    k = boleh[kiri.selectbox(polos(s.kata.capitalize()), list(boleh), format_func=sebut, key=KUNCI_KELOMPOK)]
    kelas = kanan.selectbox(
        "Sebutan",
        (SEMUA_KELAS, *range(len(s.sebutan))),
        key=KUNCI_SEBUTAN,
        format_func=lambda i: "Semua" if i == SEMUA_KELAS else s.sebutan[i],
    )
    pilihan = Pilihan(k.unit, s.bulan, None if kelas == SEMUA_KELAS else kelas)
    siapa, instansi = session.pelaku_aktif(), session.filter_aktif().instansi
    orang = daftar_orang(caching.shared_engine(), siapa, instansi, s.sd, pilihan)
    if not orang:
        keadaan_kosong("Tidak ada pegawai", "Tidak ada pegawai dengan sebutan ini pada bulan ini.")
        return
    daftar_nama(orang, s.sebutan)
    if len(orang) == BATAS_DAFTAR:
        st.caption(f"{BATAS_DAFTAR} nilai teratas; pilih sebutan untuk mempersempit.")
    nama = {satu.nip: satu for satu in orang}
    _hitungan(s, nama[st.selectbox("Hitungan untuk", list(nama), format_func=lambda nip: nama[nip].nama)])


def _sendiri(s: SebaranSkp) -> None:
    """Who may see nobody else sees the own score; who may see nobody at all is told so."""
    siapa, instansi = session.pelaku_aktif(), session.filter_aktif().instansi
    if lingkup(siapa, Tindakan.LIHAT_PEGAWAI, instansi) is None:
        keadaan_kosong(*TANPA_HAK)
        return
    orang = diri_sendiri(caching.shared_engine(), siapa, instansi, s.sd, s.bulan)
    if not orang:
        keadaan_kosong(*TANPA_NILAI_SENDIRI)
        return
    daftar_nama(orang, s.sebutan)
    _hitungan(s, orang[0])


def _hitungan(s: SebaranSkp, dipilih: Orang) -> None:
    siapa, instansi = session.pelaku_aktif(), session.filter_aktif().instansi
    nilai = hitungan_orang(caching.shared_engine(), siapa, instansi, s.sd, s.bulan, dipilih.nip)
    if nilai is not None:
        nomor, wilayah = dipilih.nilai.sebutan, kinerja_aktif().data.instansi.wilayah
        hitungan(dipilih.nama, nilai, s.aturan.sebutan[nomor] if nomor >= 0 else None, wilayah)
        simpanan, kini = (dipilih.nilai.skp, dipilih.nilai.perilaku, dipilih.nilai.prestasi), nilai.mikro
        tersimpan, terhitung = ([angka(dua_desimal(satu)) for satu in semua] for semua in (simpanan, kini))
        if terhitung != tersimpan:
            catatan(nilai_tersimpan(*tersimpan))
