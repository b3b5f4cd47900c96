"""Changing targets for one of five reasons: filled in, looked at before and after, then confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.charts.kalimat import target_tertulis
from dashboard.components.bidang.pesan import coba, gambar_pesan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import paragraf, status_teks
from dashboard.domain.dasar.angka import Ambigu, NumberError
from dashboard.domain.dasar.indikator import Indikator
from dashboard.domain.dasar.periode import ROMAWI, SEMUA_PERIODE, nama_periode, triwulan_dari
from dashboard.domain.entri.perubahan_target import (
    ALASAN,
    PASAL,
    GerakTarget,
    PerubahanDitolak,
    TargetBaru,
    baca_target,
)
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import capaian_teks
from dashboard.services.entri.bidang import Bidang
from dashboard.services.entri.perubahan_target import (
    AkibatTarget,
    AlasanTarget,
    periode_berubah,
    pratinjau_target,
    ubah_target,
)
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
KEPALA = ("Posisi", "Target", "Capaian", "Status")
SEBARIS = 5
"""Fields beside one another."""


@dataclass(frozen=True, slots=True)
class Ubahan:
    """What was filled in and what it would do; written only when it is confirmed."""

    baru: Mapping[str, TargetBaru]
    dasar: AlasanTarget
    akibat: AkibatTarget


def panel_target(kode: str, *, berubah: bool) -> str:
    """The panel's key: another title is another panel to Streamlit."""
    return f"panel-target-{kode}{'-diubah' if berubah else ''}"


def ubahan_target(b: Bidang, indikator: Indikator) -> None:
    """Draw the form of the periods that are open, below it what the change would do; else what is closed."""
    semua, tahun = periode_berubah(b.k.data, indikator.kode), b.k.sd.tahun
    terbuka = [p for p in semua if not _tertutup(b, p)]
    if tertutup := sorted({triwulan_dari(p) for p in semua if _tertutup(b, p)}):
        nama = ", ".join(f"TW {ROMAWI[tw]}" for tw in tertutup)
        paragraf(f"Target {nama} {tahun} dikunci. Minta perencana membuka koreksi triwulan itu dengan alasan.")
    nama = f"target-{b.k.data.instansi.kode}-{tahun}-{indikator.kode}"
    if terbuka:
        _formulir(b, indikator, nama, {p: f"{nama}-{p}" for p in terbuka})
    gambar_pesan(nama)
    if (ubahan := st.session_state.get(_kunci(nama))) is not None and terbuka:
        _pratinjau(b, indikator, nama, ubahan)


def _tertutup(b: Bidang, periode: str) -> bool:
    tahun, tw = b.k.sd.tahun, triwulan_dari(periode)
    return b.kunci.terkunci(tahun, tw) and b.kunci.koreksi_meliputi(tahun, tw) is None


def _kunci(nama: str) -> str:
    return f"_{nama}-pratinjau"


def _formulir(b: Bidang, indikator: Indikator, nama: str, kunci: Mapping[str, str]) -> None:
    """Blank fields leave a period as it is."""
    with st.form(nama, border=False, enter_to_submit=False):
        paragraf(f"{PASAL}. Versi awal tetap tersimpan. Yang dikosongkan tidak berubah.", redup=True)
        periode = list(kunci)
        for awal in range(0, len(periode), SEBARIS):
            for kolom, p in zip(st.columns(SEBARIS), periode[awal : awal + SEBARIS], strict=False):
                kolom.text_input(f"{nama_periode(p)} baru", key=kunci[p], max_chars=40)
        kiri, tengah, kanan = st.columns([2, 2, 3])
        kiri.selectbox(
            "Alasan",
            list(ALASAN),
            index=None,
            format_func=ALASAN.__getitem__,
            key=f"{nama}-alasan",
            placeholder="Pilih satu dari lima",
        )
        tengah.date_input(
            "Berlaku mulai",
            value=None,
            key=f"{nama}-mulai",
            format="DD/MM/YYYY",
            min_value=date(b.k.sd.tahun, 1, 1),
            max_value=date(b.k.sd.tahun, 12, 31),
        )
        kanan.text_input("Penjelasan", key=f"{nama}-keterangan", placeholder="misalnya nomor DPA perubahan")
        st.form_submit_button("Lihat akibatnya", on_click=partial(_lihat, b, indikator, nama, kunci))


def _lihat(b: Bidang, indikator: Indikator, nama: str, kunci: Mapping[str, str]) -> None:
    isi = st.session_state
    isi.pop(_kunci(nama), None)

    def kerja() -> None:
        dasar = AlasanTarget(isi[f"{nama}-alasan"] or "", isi[f"{nama}-keterangan"], isi[f"{nama}-mulai"])
        baru = {p: _baca(isi[k], indikator, p) for p, k in kunci.items() if isi[k].strip()}
        letak = (b.k.data.instansi.kode, indikator.kode, b.k.sd.tahun)
        akibat = pratinjau_target(caching.shared_engine(), session.pelaku_aktif(), *letak, baru=baru, dasar=dasar)
        isi[_kunci(nama)] = Ubahan(baru, dasar, akibat)

    coba(nama, kerja, "Belum ada yang ditulis: inilah akibatnya.")


def _baca(teks: str, indikator: Indikator, periode: str) -> TargetBaru:
    hasil = baca_target(teks, indikator.satuan)
    if isinstance(hasil, Ambigu | NumberError):
        raise PerubahanDitolak(f'Target {nama_periode(periode)} "{teks}" {hasil.salah}. {hasil.benar}')
    return hasil


def _pratinjau(b: Bidang, indikator: Indikator, nama: str, ubahan: Ubahan) -> None:
    """Draw before and after of each position, what stays and why, and the two ways on."""
    st.html(_HTML("akibat", KEPALA, [_baris(g) for g in ubahan.akibat.gerak], ubahan.akibat.tetap))
    with st.container(horizontal=True):
        st.button("Batal", key=f"{nama}-batal", on_click=st.session_state.pop, args=(_kunci(nama), None))
        periode = ", ".join(map(nama_periode, ubahan.akibat.periode))
        st.button(
            polos(f"Ubah target {periode}"),
            key=f"{nama}-ya",
            type="primary",
            on_click=partial(_ubah, b, indikator, nama, ubahan),
        )


def _baris(g: GerakTarget) -> tuple[str, bool, tuple[tuple[str, str], ...]]:
    return g.sd.label, g.bergerak, tuple(zip(_sel(g.sebelum), _sel(g.sesudah), strict=True))


def _sel(h: HasilIndikator) -> tuple[str, str, str]:
    return target_tertulis(h), capaian_teks(h.capaian), status_teks(h.status)


def _ubah(b: Bidang, indikator: Indikator, nama: str, ubahan: Ubahan) -> None:
    def kerja() -> None:
        letak = (b.k.data.instansi.kode, indikator.kode, b.k.sd.tahun)
        ubah_target(
            caching.shared_engine(),
            session.pelaku_aktif(),
            *letak,
            baru=ubahan.baru,
            dasar=ubahan.dasar,
            dilihat=ubahan.akibat,
        )

    isi = st.session_state
    isi.pop(_kunci(nama), None)
    if coba(nama, kerja, f"Target {indikator.kode} diubah; versi awal tetap tersimpan."):
        for bagian in (*SEMUA_PERIODE, "keterangan"):
            if f"{nama}-{bagian}" in isi:
                isi[f"{nama}-{bagian}"] = ""
        isi[f"{nama}-alasan"] = isi[f"{nama}-mulai"] = None
        isi[panel_target(indikator.kode, berubah=True)] = True  # stays open, with both versions in sight
