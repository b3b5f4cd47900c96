"""The form of the chosen row: promises of last quarter, the fields, the preview, and the steps onward."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.components.bidang.isian import kolom_isian, unduh_bukti
from dashboard.components.bidang.janji import janji_baris
from dashboard.components.bidang.lembar import (
    LembarIsian,
    ambil_pesan,
    buka_lembar,
    coba,
    hari_ini,
    lembar_aktif,
    pesan_masalah,
    tutup_lembar,
    ukuran_baris,
)
from dashboard.components.bidang.pratinjau import banding, kotak_entri, kotak_pratinjau, pesan, riwayat_entri
from dashboard.components.bidang.tabel import KATA_KEADAAN
from dashboard.components.umum.tata import catatan, subjudul
from dashboard.domain.dasar.periode import nama_periode
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, Entri, aksi_mungkin
from dashboard.domain.entri.bukti import file_hash
from dashboard.domain.entri.isian import Isian
from dashboard.services.entri.alur import ajukan, kurang, pindahkan, pratinjau, simpan
from dashboard.services.entri.bidang import BarisKinerja, Bidang, KeadaanEntri
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
KATA_TOMBOL = {AksiEntri.TARIK: "Tarik kembali", AksiEntri.SETUJUI: "Setujui", AksiEntri.KEMBALIKAN: "Kembalikan"}
SESUDAH = {
    AksiEntri.TARIK: "Entri ditarik menjadi draf.",
    AksiEntri.SETUJUI: "Entri disetujui dan masuk angka resmi.",
    AksiEntri.KEMBALIKAN: "Entri dikembalikan beserta alasannya; nilainya keluar dari angka resmi.",
}


def formulir(b: Bidang, baris: BarisKinerja) -> None:
    """Draw the entry of one row for the quarter, to be filled or to be read."""
    subjudul(f"{baris.kode} {baris.nama}", ", ".join(b.k.jabatan.get(j, j) for j in baris.pemilik))
    with st.container():
        janji_baris(baris)
    if baris.keadaan is KeadaanEntri.DIHITUNG:
        catatan("Nilai ini dihitung dari komponennya; isi hanya bila ada nilai resmi yang berbeda.")
    periode = _periode(baris)
    kosong = Entri(indikator=baris.kode, tahun=b.k.sd.tahun, periode=periode)
    kini = b.entri.get(kosong.kunci)
    lembar = lembar_aktif(b.k.data.instansi.kode, kosong, kini)
    with st.container():  # always there, so that what follows keeps its place and its open panels
        if isi := ambil_pesan():
            pesan(*isi)
        _alasan_kembali(b, kini)
    if lembar.dasar != kini:
        _bentrok(b, baris, lembar, kini)
        return
    if AksiEntri.SIMPAN in aksi_mungkin(kini) and baris.boleh_isi and (not b.terkunci or b.koreksi):
        _isian(b, baris, lembar)
    else:
        _baca(b, baris, lembar, kini)
    with st.container():
        riwayat_entri(b, kosong)


def _periode(baris: BarisKinerja) -> str:
    if len(baris.pilihan_periode) == 1:
        return baris.periode
    pilihan = st.segmented_control(
        "Periode laporan",
        baris.pilihan_periode,
        default=baris.periode,
        format_func=nama_periode,
        key=f"periode-{baris.kode}-{'-'.join(baris.pilihan_periode)}",
        required=True,
    )
    return str(pilihan or baris.periode)


def _alasan_kembali(b: Bidang, kini: Entri | None) -> None:
    if kini is None or AksiEntri.SIMPAN not in aksi_mungkin(kini):
        return
    if (langkah := b.alasan_kembali(kini)) is not None:
        catatan(f"Dikembalikan oleh {langkah.pelaku}: {langkah.alasan}")


def _isian(b: Bidang, baris: BarisKinerja, lembar: LembarIsian) -> None:
    """The fields on the left, what they will give on the right, the two ways to save below."""
    baru, masalah = lembar.terbaca(ukuran_baris(baris))
    kiri, kanan = st.columns([3, 2], gap="large")
    with kiri:
        kolom_isian(lembar, baris, masalah)
        simpan_, ajukan_ = st.columns(2)
        kunci, isi = lembar.kunci("simpan"), (baris, lembar)
        simpan_.button("Simpan draf", key=kunci, on_click=_simpan, args=isi, width="stretch")
        ajukan_.button(
            "Simpan dan ajukan", key=lembar.kunci("ajukan"), on_click=_ajukan, args=isi, type="primary", width="stretch"
        )
    with kanan:
        akibat = caching.compute_once("pratinjau", partial(pratinjau, b.k.data, baru), baru)
        kotak_pratinjau(baris, akibat, kurang(b.k.data, baru, akibat, baris.janji, hari_ini()))


def _terbaca(baris: BarisKinerja, lembar: LembarIsian) -> Entri:
    baru, masalah = lembar.terbaca(ukuran_baris(baris))
    if masalah:
        raise AksiDitolak(pesan_masalah(masalah))
    return baru


def _simpan(baris: BarisKinerja, lembar: LembarIsian) -> None:
    def kerja() -> None:
        simpan(caching.shared_engine(), session.pelaku_aktif(), lembar.instansi, lembar.dasar, _terbaca(baris, lembar))

    _tulis(kerja, "Draf tersimpan. Draf belum masuk angka resmi.")


def _ajukan(baris: BarisKinerja, lembar: LembarIsian) -> None:
    def kerja() -> None:
        baru = _terbaca(baris, lembar)
        ajukan(caching.shared_engine(), session.pelaku_aktif(), lembar.instansi, lembar.dasar, baru, hari_ini())

    _tulis(kerja, "Entri diajukan dan menunggu persetujuan.")


def _tulis(kerja: Callable[[], object], berhasil: str) -> None:
    if coba(kerja, berhasil):
        tutup_lembar()


def _baca(b: Bidang, baris: BarisKinerja, lembar: LembarIsian, kini: Entri | None) -> None:
    """The entry as it stands, and who may move it on."""
    kiri, kanan = st.columns([3, 2], gap="large")
    with kiri:
        if kini is None:
            catatan(_mengapa_tertutup(b, baris))
            return
        kotak_entri(baris, kini)
        if file_hash(kini.bukti):
            unduh_bukti(kini.bukti, lembar.kunci("unduh"))
    with kanan:
        st.html(_HTML("keadaan", KATA_KEADAAN[baris.keadaan], baris.terlambat))
        if b.terkunci and b.koreksi is None:
            catatan(_mengapa_tertutup(b, baris))
            return
        _langkah(b, baris, lembar, kini)


def _mengapa_tertutup(b: Bidang, baris: BarisKinerja) -> str:
    if b.terkunci and b.koreksi is None:
        return "Periode ini dikunci. Nilainya hanya dapat diubah lewat koreksi yang dibuka perencana."
    pengisi = b.k.jabatan.get(baris.pemilik[0], baris.pemilik[0]) if baris.pemilik else "perencana"
    return f"Belum diisi. Yang mengisi: {pengisi}."


def _langkah(b: Bidang, baris: BarisKinerja, lembar: LembarIsian, kini: Entri) -> None:
    mungkin = aksi_mungkin(kini)
    if AksiEntri.SETUJUI in mungkin and b.boleh_setujui:
        _button(lembar, kini, AksiEntri.SETUJUI, utama=True)
    if AksiEntri.KEMBALIKAN in mungkin and b.boleh_setujui:
        alasan = lembar.kunci("alasan")
        st.text_area("Alasan pengembalian", key=alasan, max_chars=500, height=68)
        _button(lembar, kini, AksiEntri.KEMBALIKAN, alasan)
        if AksiEntri.SETUJUI not in mungkin:
            st.caption("Nilai yang sudah disetujui diperbaiki dengan mengembalikannya lebih dulu.")
    if AksiEntri.TARIK in mungkin and baris.boleh_isi:
        _button(lembar, kini, AksiEntri.TARIK)


def _button(
    lembar: LembarIsian, kini: Entri, aksi: AksiEntri, alasan: str | None = None, *, utama: bool = False
) -> None:
    def pindah() -> None:
        teks = str(st.session_state.get(alasan) or "") if alasan else ""
        engine, pelaku = caching.shared_engine(), session.pelaku_aktif()
        _tulis(partial(pindahkan, engine, pelaku, lembar.instansi, aksi, kini, teks), SESUDAH[aksi])

    st.button(
        KATA_TOMBOL[aksi],
        key=lembar.kunci(aksi.value),
        on_click=pindah,
        type="primary" if utama else "secondary",
        width="stretch",
    )


def _bentrok(b: Bidang, baris: BarisKinerja, lembar: LembarIsian, kini: Entri | None) -> None:
    """Both versions; the person decides, nothing is overwritten."""
    langkah = [s for s in b.langkah if (s.indikator, s.tahun, s.periode) == lembar.kosong.kunci]
    penulis = langkah[-1].pelaku if langkah else "orang lain"
    isian = lembar.isian()
    st.html(_HTML("bentrok", penulis))
    banding(baris, kini, isian, penulis)
    kiri, kanan = st.columns(2)

    def lanjut(isi: Isian | None) -> None:
        buka_lembar(lembar.instansi, lembar.kosong, kini, isi)

    kiri.button("Pakai yang tersimpan", key=lembar.kunci("pakai"), on_click=partial(lanjut, None), width="stretch")
    if AksiEntri.SIMPAN in aksi_mungkin(kini):
        kunci = lembar.kunci("lanjut")
        kanan.button("Lanjutkan dengan isian saya", key=kunci, on_click=partial(lanjut, isian), width="stretch")
