"""Where the main indicators end the year if the quarters go on as they did: numbers with an interval, no colour."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.kalimat import nilai_bersatuan, target_bersatuan
from dashboard.components.umum.tata import subjudul
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.formatting import angka, capaian_teks
from dashboard.templates import Fragments

KEPALA = ("Indikator", "Proyeksi", "Rentang", "Target tahunan", "Capaian proyeksi", "Cara")
_HTML = Fragments(__file__)


def proyeksi_iku(daftar: Sequence[tuple[HasilIndikator, Proyeksi]]) -> None:
    """Draw the table of those that can be projected; nothing when none can."""
    terhitung = [(h, p) for h, p in daftar if p.nilai is not None]
    if not terhitung:
        return
    subjudul("Proyeksi akhir tahun", "Perkiraan dari triwulan yang sudah dilaporkan, bukan capaian; tanpa status.")
    st.html(_HTML("proyeksi", KEPALA, [_baris(h, p) for h, p in terhitung]))


def _baris(h: HasilIndikator, p: Proyeksi) -> tuple[str, str, tuple[str, ...], str]:
    ujung = [angka(n, rapikan=True) for n in (p.bawah, p.atas) if n is not None]
    sel = (
        nilai_bersatuan(p.nilai, h.indikator.satuan),
        "–".join(ujung) or "–",
        target_bersatuan(h.target.tahunan, h.indikator.satuan),
        capaian_teks(h.capaian),
    )
    return h.kode, h.indikator.nama, sel, p.metode
