"""The fields of an entry: numbers as text with questions beside them, obstacle and remedy, evidence."""

from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.components.bidang.lembar import LembarIsian, coba
from dashboard.domain.dasar.angka import Ambigu, tulis_terbaca
from dashboard.domain.dasar.indikator import Perilaku, Rumus
from dashboard.domain.dasar.periode import nama_periode
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.entri.bukti import TANDA, file_hash
from dashboard.domain.entri.isian import MAKS_TEKS, Masalah
from dashboard.services.entri.bidang import BarisKinerja
from dashboard.services.entri.bukti import BuktiRusak, berkas_bukti, serahkan_bukti
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
CONTOH_ANGKA = "misalnya 13,7 atau 1.234,5"


def kolom_isian(lembar: LembarIsian, b: BarisKinerja, masalah: dict[str, Masalah]) -> None:
    """Draw every field of the sheet."""
    label = f"Realisasi {nama_periode(lembar.kosong.periode)}{_satuan(b)}, {arti_nilai(b)}"
    _angka(lembar, "nilai", label, masalah)
    if berbagian(b) or lembar.awal.pembilang is not None:
        kiri, kanan = st.columns(2)
        with kiri:
            _angka(lembar, "pembilang", "atau pembilang, yang memenuhi", masalah)
        with kanan:
            _angka(lembar, "penyebut", "dan penyebut, jumlah seluruhnya", masalah)
    kiri, kanan = st.columns(2)  # row by row, so that a phone shows the fields in their order
    with kiri:
        _teks(lembar, "kendala", "Kendala", masalah)
    with kanan:
        _teks(lembar, "solusi", "Solusi", masalah)
    kiri, kanan = st.columns(2)
    with kiri:
        _teks(lembar, "tindak_lanjut", "Tindak lanjut yang dijanjikan", masalah)
    with kanan:
        st.text_input("Penanggung jawab", key=lembar.kunci("pic"), max_chars=200)
    kiri, kanan = st.columns(2)
    with kiri:
        _bukti(lembar)
    with kanan:
        st.date_input("Batas waktu", value=None, key=lembar.kunci("batas_waktu"), format="DD/MM/YYYY")
    if not file_hash(st.session_state[lembar.kunci("bukti")]):
        _unggah(lembar)


def berbagian(b: BarisKinerja) -> bool:
    """Whether the value may be reported as numerator and denominator."""
    return b.hasil is not None and (b.hasil.indikator.rumus is Rumus.RASIO or persen(b.satuan))


def arti_nilai(b: BarisKinerja) -> str:
    """What the number asked for means: an increment, a running total, or the level at the end."""
    if b.hasil is None:
        return "jumlah pada akhir periode"
    perilaku = b.hasil.perilaku
    if perilaku.perilaku is Perilaku.PROGRESS:
        return "posisi pada akhir periode"
    if perilaku.perilaku is Perilaku.PENGULANGAN:
        return "hasil periode ini saja"
    return (
        "tambahan selama periode ini saja" if perilaku.bertambah and not perilaku.persen else "jumlah sejak awal tahun"
    )


def _satuan(b: BarisKinerja) -> str:
    return f" ({b.satuan})" if b.satuan else ""


def _angka(lembar: LembarIsian, bagian: str, label: str, masalah: dict[str, Masalah]) -> None:
    st.text_input(label, key=lembar.kunci(bagian), placeholder=CONTOH_ANGKA, max_chars=40, live=True)
    if bagian not in masalah:
        return
    salah = masalah[bagian]
    st.html(_HTML("salah", f"{salah.salah}. {salah.benar}"))
    if isinstance(salah, Ambigu):
        for kolom, nilai in zip(st.columns(2), (salah.sebagai_ribuan, salah.sebagai_desimal), strict=True):
            teks = tulis_terbaca(nilai)
            kolom.button(
                f"Maksudnya {teks}",
                key=f"{lembar.kunci(bagian)}-{teks}",
                on_click=partial(lembar.isi, bagian, teks),
                width="stretch",
            )


def _teks(lembar: LembarIsian, bagian: str, label: str, masalah: dict[str, Masalah]) -> None:
    st.text_area(label, key=lembar.kunci(bagian), max_chars=MAKS_TEKS, height=68)
    if bagian in masalah:
        st.html(_HTML("salah", masalah[bagian].salah))


def _bukti(lembar: LembarIsian) -> None:
    """A link or remark, or a file; a file that was handed in is named and can be taken back."""
    kunci = lembar.kunci("bukti")
    isi = st.session_state[kunci]
    if file_hash(isi):
        st.session_state[kunci] = isi  # no widget of this key is drawn: keep it
        unduh_bukti(isi, lembar.kunci("unduh"))
        st.button("Lepas berkas bukti", key=lembar.kunci("lepas"), on_click=partial(lembar.isi, "bukti", ""))
        return
    st.text_input("Bukti dukung", key=kunci, placeholder="Tautan atau nomor dokumen", max_chars=MAKS_TEKS)


def _unggah(lembar: LembarIsian) -> None:
    unggah = lembar.kunci("unggah")
    st.file_uploader(
        "Atau unggah berkas bukti",
        type=list(TANDA),
        key=unggah,
        max_upload_size=10,
        on_change=partial(_terima, lembar, unggah),
    )


def _terima(lembar: LembarIsian, unggah: str) -> None:
    berkas = st.session_state.get(unggah)
    if berkas is None:
        return
    entri = lembar.kosong

    def serahkan() -> None:
        hasil = serahkan_bukti(
            caching.shared_engine(),
            session.pelaku_aktif(),
            lembar.instansi,
            entri.indikator,
            entri.tahun,
            nama=berkas.name,
            isi=berkas.getvalue(),
        )
        lembar.isi("bukti", hasil.acuan)

    coba(serahkan, "Berkas bukti diterima; simpan entri agar tercatat.")


def unduh_bukti(bukti: str | None, kunci: str) -> None:
    """A button that hands the evidence file out as a download, never shown in the page."""
    try:
        ada = berkas_bukti(caching.shared_engine(), session.filter_aktif().instansi, bukti)
    except BuktiRusak as rusak:
        st.caption(f"▲ {rusak}")
        return
    if ada is None:
        st.caption("Berkas bukti tidak ditemukan di penyimpanan.")
        return
    berkas, isi = ada
    st.download_button(
        f"Unduh bukti: {berkas.nama}",
        isi,
        file_name=berkas.nama,
        mime="application/octet-stream",
        key=kunci,
        on_click="ignore",
        icon=":material/attach_file:",
    )
