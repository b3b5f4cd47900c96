"""The targets of one indicator, every version of them, and for the planner the way to change them."""

from collections.abc import Sequence

import streamlit as st

from dashboard import session
from dashboard.charts.kalimat import target_bersatuan
from dashboard.components.bidang.ubah_target import panel_target, ubahan_target
from dashboard.components.umum.polos import polos
from dashboard.domain.dasar.hak import Tindakan, boleh
from dashboard.domain.dasar.indikator import Indikator, Target
from dashboard.domain.dasar.periode import SEMUA_PERIODE, nama_periode
from dashboard.domain.hitung.jalur_target import nilai_target
from dashboard.formatting import tanggal
from dashboard.services.entri.bidang import Bidang
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
    panel = st.expander(polos(judul), key=panel_target(indikator.kode, berubah=berubah), on_change="rerun")
    if not panel.open:  # a form of a dozen fields is drawn for those who want to change a target
        return
    with panel:
        _tabel(indikator, target)
        if boleh(session.pelaku_aktif(), Tindakan.UBAH_TARGET, b.k.data.instansi.kode):
            ubahan_target(b, indikator)


def _tabel(indikator: Indikator, target: Sequence[Target]) -> None:
    baris = [(nama_periode(t.periode), t.versi, _tertulis(indikator, t), _mulai(t), t.penjelasan or "") for t in target]
    st.html(_HTML("target", KEPALA, baris))


def _tertulis(indikator: Indikator, t: Target) -> str:
    return "tidak ditargetkan" if t.tidak_ditargetkan else target_bersatuan(nilai_target(t), indikator.satuan)


def _mulai(t: Target) -> str:
    return tanggal(t.berlaku_mulai) if t.berlaku_mulai else "awal tahun"
