"""The targets of one indicator, both versions, and the form that changes them for one of five reasons."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from dashboard import caching, session
from dashboard.charts.kalimat import target_bersatuan
from dashboard.components.bidang.pesan import coba, gambar_pesan
from dashboard.domain.dasar.angka import Ambigu, NumberError
from dashboard.domain.dasar.hak import Tindakan, boleh
from dashboard.domain.dasar.indikator import Indikator, Target
from dashboard.domain.dasar.periode import SEMUA_PERIODE, nama_periode
from dashboard.domain.entri.perubahan_target import ALASAN, PASAL, PerubahanDitolak, TargetBaru, baca_target
from dashboard.domain.hitung.jalur_target import nilai_target
from dashboard.formatting import tanggal
from dashboard.services.entri.bidang import Bidang
from dashboard.services.entri.perubahan_target import AlasanTarget, ubah_target
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
KEPALA = ("Periode", "Versi", "Target", "Berlaku mulai", "Penjelasan")


def target_baris(b: Bidang, indikator: Indikator) -> None:
    """Draw the target path; where it was changed, both versions."""
    target = sorted(
        (t for t in b.k.data.target if t.indikator == indikator.kode),
        key=lambda t: (SEMUA_PERIODE.index(t.periode), t.versi),
    )
    if not target:
        return
    berubah = any(t.versi != "awal" for t in target)
    judul = "Target tahun ini" + (", sudah diubah" if berubah else "")
    panel = st.expander(judul, key=_panel(indikator, berubah=berubah), on_change="rerun")
    if not panel.open:  # a form of a dozen fields is drawn for those who want to change a target
        return
    with panel:
        _tabel(indikator, target)
        if boleh(session.pelaku_aktif(), Tindakan.UBAH_TARGET, b.k.data.instansi.kode):
            _formulir(b, indikator, [t for t in target if t.versi == "awal"])


def _panel(indikator: Indikator, *, berubah: bool) -> str:
    """The panel's key: another title is another panel to Streamlit."""
    return f"panel-target-{indikator.kode}{'-diubah' if berubah else ''}"


def _tabel(indikator: Indikator, target: Sequence[Target]) -> None:
    baris = [(nama_periode(t.periode), t.versi, _tertulis(indikator, t), _mulai(t), t.penjelasan or "") for t in target]
    st.html(_HTML("target", KEPALA, baris))


def _tertulis(indikator: Indikator, t: Target) -> str:
    return "tidak ditargetkan" if t.tidak_ditargetkan else target_bersatuan(nilai_target(t), indikator.satuan)


def _mulai(t: Target) -> str:
    return tanggal(t.berlaku_mulai) if t.berlaku_mulai else "awal tahun"


def _formulir(b: Bidang, indikator: Indikator, awal: Sequence[Target]) -> None:
    """Blank fields leave a period as it is."""
    nama = f"target-{b.k.data.instansi.kode}-{indikator.kode}"
    with st.form(nama, border=False, enter_to_submit=False):
        st.caption(f"{PASAL}. Versi awal tetap tersimpan.")
        kunci = {t.periode: f"{nama}-{t.periode}" for t in awal}
        for kolom, t in zip(st.columns(len(awal)), awal, strict=True):
            kolom.text_input(f"{nama_periode(t.periode)} baru", key=kunci[t.periode], max_chars=40)
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
        st.form_submit_button("Ubah target", on_click=partial(_ubah, b, indikator, nama, kunci))
    gambar_pesan(nama)


def _ubah(b: Bidang, indikator: Indikator, nama: str, kunci: Mapping[str, str]) -> None:
    isi = st.session_state

    def kerja() -> None:
        dasar = AlasanTarget(isi[f"{nama}-alasan"] or "", isi[f"{nama}-keterangan"], isi[f"{nama}-mulai"])
        baru = {p: _baca(isi[k], indikator, p) for p, k in kunci.items() if isi[k].strip()}
        ubah_target(
            caching.shared_engine(),
            session.pelaku_aktif(),
            b.k.data.instansi.kode,
            indikator.kode,
            b.k.sd.tahun,
            baru=baru,
            dasar=dasar,
        )

    if coba(nama, kerja, f"Target {indikator.kode} diubah; versi awal tetap tersimpan."):
        isi[_panel(indikator, berubah=True)] = True  # stays open, with both versions in sight


def _baca(teks: str, indikator: Indikator, periode: str) -> TargetBaru:
    hasil = baca_target(teks, indikator.satuan)
    if isinstance(hasil, Ambigu | NumberError):
        raise PerubahanDitolak(f'Target {nama_periode(periode)} "{teks}" {hasil.salah}. {hasil.benar}')
    return hasil
