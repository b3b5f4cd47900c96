"""The history of numbers: asked by sheet, code, time and person; a page at a time; taken out as .xlsx."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st
from markupsafe import Markup
from sqlalchemy import Engine

from dashboard import caching, session
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import keadaan_kosong, subjudul
from dashboard.components.umum.unduh import Unduhan, tombol_unduh
from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.dasar.periode import SEMUA_PERIODE, nama_periode
from dashboard.domain.kamus.buku_kerja import LEMBAR_BERNAMA
from dashboard.exports.riwayat_xlsx import tulis_riwayat
from dashboard.formatting import angka
from dashboard.services.riwayat import (
    KUNCI,
    MAKS_EKSPOR,
    NomorRiwayat,
    Riwayat,
    SaringanRiwayat,
    baris_ekspor,
    instansi_dihapus,
    lembar_terlihat,
    pelaku_tercatat,
    riwayat,
)
from dashboard.session import Filter
from dashboard.templates import Fragments
from data_access.riwayat import MAKS_HITUNG

_HTML = Fragments(__file__)
BARIS_HALAMAN = 20
SEMUA = ""
LEMBAR_BAWAAN = "realisasi"
KEPALA_HAPUS = ("Instansi", "Kapan dan siapa", "Baris dihapus", "Cadangan")
KEPALA = ("Angka", "Semula → menjadi", "Kapan dan siapa", "Lewat")


def saringan_riwayat(f: Filter, nomor: NomorRiwayat) -> SaringanRiwayat:
    """Draw the filters; `?kode=IKU-01` or `?lembar=kunci` in the address asks for that from the start."""
    pelaku = session.pelaku_aktif()
    terlihat = partial(lembar_terlihat, caching.shared_engine(), pelaku, f.instansi)
    lembar = [SEMUA, *caching.compute_once("riwayat-lembar", terlihat, *session.hak())]
    kiri, tengah, kanan = st.columns([1.6, 2, 1.4])
    pilih = kiri.selectbox(
        "Lembar",
        lembar,
        index=lembar.index(session.record("lembar", lembar) or LEMBAR_BAWAAN),
        key="riwayat-lembar",
        format_func=_judul_lembar,
        on_change=lambda: session.set_record("lembar", st.session_state["riwayat-lembar"] or None),
    )
    kode = tengah.text_input(
        "Kode",
        value=st.query_params.get("kode", ""),
        key="riwayat-kode",
        max_chars=100,
        placeholder="misalnya IKU-01",
        on_change=_tulis_kode,
    )
    siapa = kanan.selectbox(
        "Siapa", [SEMUA, *_pelaku(f, nomor)], key=f"riwayat-siapa-{f.instansi}", format_func=lambda x: x or "Siapa saja"
    )
    kiri, tengah, kanan = st.columns([1.6, 2, 1.4])
    tahun = kiri.selectbox(
        "Tahun angka",
        [None, f.tahun + 1, f.tahun, f.tahun - 1],
        key=f"riwayat-tahun-{f.tahun}",
        format_func=lambda x: str(x) if x else "Semua tahun",
    )
    rentang = tengah.date_input("Diubah antara tanggal", value=[], key="riwayat-rentang", format="DD/MM/YYYY")
    periode = kanan.selectbox(
        "Periode",
        [SEMUA, *SEMUA_PERIODE],
        key="riwayat-periode",
        format_func=lambda x: nama_periode(x) if x else "Semua periode",
    )
    hari = rentang if isinstance(rentang, tuple) else (rentang,)
    return SaringanRiwayat(pilih, kode, tahun, periode, siapa, *hari[:2])


def _judul_lembar(nama: str) -> str:
    if nama == KUNCI:
        return "Kunci dan koreksi"
    return LEMBAR_BERNAMA[nama].judul if nama else "Semua lembar"


def _pelaku(f: Filter, nomor: NomorRiwayat) -> tuple[str, ...]:
    """Who may be asked for; read once after each write."""
    cari = partial(pelaku_tercatat, caching.shared_engine(), session.pelaku_aktif(), f.instansi)
    return caching.compute_once("riwayat-pelaku", cari, nomor, *session.hak())


def _tulis_kode() -> None:
    session.set_record("kode", st.session_state["riwayat-kode"].strip() or None)


def panel_riwayat(f: Filter, tanya: SaringanRiwayat, nomor: NomorRiwayat) -> None:
    """Draw what answers, newest first, with the way out as .xlsx."""
    engine, pelaku = caching.shared_engine(), session.pelaku_aktif()
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        tempat_jumlah = st.container(width="content")
        if session.may(Tindakan.EKSPOR):
            unduhan = Unduhan(f"riwayat-{f.instansi.lower()}.xlsx", lambda siapa: _ekspor(engine, siapa, f, tanya))
            tombol_unduh("Unduh riwayat (.xlsx)", unduhan, "unduh-riwayat")
    halaman = int(st.session_state.get(_kunci_halaman(tanya), 1))
    cari = partial(riwayat, engine, pelaku, f.instansi, tanya, BARIS_HALAMAN, (halaman - 1) * BARIS_HALAMAN)
    jumlah, daftar = caching.compute_once("riwayat", partial(_daftar, cari), nomor, pelaku, tanya, halaman)
    lebih = "lebih dari " if jumlah == MAKS_HITUNG else ""
    tempat_jumlah.markdown(f"**{polos(lebih)}{angka(jumlah, 0)}** baris berubah")
    if not jumlah:
        keadaan_kosong("Tidak ada perubahan yang cocok", "Kosongkan sebagian saringan di atas.")
        return
    st.html(daftar)
    _nomor_halaman(jumlah, tanya)


def _daftar(cari: Callable[[], Riwayat]) -> tuple[int, Markup]:
    """How many rows answer, and the page of them that is looked at as a table."""
    hasil = cari()
    return hasil.jumlah, _HTML("daftar", KEPALA, hasil.perubahan)


def panel_dihapus(nomor: NomorRiwayat) -> None:
    """Draw which agencies were removed, for those who may; nothing where none was."""
    pelaku = session.pelaku_aktif()
    cari = partial(instansi_dihapus, caching.shared_engine(), pelaku)
    dihapus = caching.compute_once("riwayat-dihapus", cari, pelaku, nomor.penghapusan)
    if dihapus:
        subjudul("Instansi yang dihapus", "Cadangannya ada di folder cadangan, di samping basis data.")
        st.html(_HTML("dihapus", KEPALA_HAPUS, [(satu, datetime.fromisoformat(satu.waktu)) for satu in dihapus]))


def _kunci_halaman(tanya: SaringanRiwayat) -> str:
    return f"riwayat-halaman-{hash(tanya)}"


def _nomor_halaman(jumlah: int, tanya: SaringanRiwayat) -> None:
    banyak = -(-jumlah // BARIS_HALAMAN)
    if banyak > 1:
        st.pagination(banyak, key=_kunci_halaman(tanya))


def _ekspor(engine: Engine, pelaku: Pelaku, f: Filter, tanya: SaringanRiwayat) -> bytes:
    """The whole answer as a file."""
    semua = riwayat(engine, pelaku, f.instansi, tanya, MAKS_EKSPOR)
    judul = f"Riwayat perubahan data {f.instansi}"
    if len(semua.perubahan) == MAKS_EKSPOR:
        judul += f" ({angka(MAKS_EKSPOR, 0)} perubahan terbaru)"
    return tulis_riwayat(judul, baris_ekspor(semua.perubahan))
