"""Indicators as a table a screen reader and a printer can take: both denominators, class, status, certainty."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tahunan, target_tertulis
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import capaian_teks
from dashboard.templates import Fragments
from dashboard.texts import KEPASTIAN, predikat_teks

KEPALA = (
    "Indikator",
    "Target s.d. periode",
    "Realisasi",
    "Capaian s.d. periode",
    "Target tahunan",
    "Capaian tahunan",
    "Status",
    "Predikat",
    "Kepastian",
)
_HTML = Fragments(__file__)


def tabel_capaian(daftar: Sequence[HasilIndikator], judul: str, tanda: Mapping[str, Markup] | None = None) -> None:
    """Draw the table; `judul` is its caption for screen readers, `tanda` what stands beside a name, by code."""
    st.html(tabel_capaian_html(daftar, judul, tanda))


def tabel_capaian_html(
    daftar: Sequence[HasilIndikator], judul: str, tanda: Mapping[str, Markup] | None = None
) -> Markup:
    """The table as escaped HTML, scrollable sideways where it does not fit."""
    baris = [(h, (tanda or {}).get(h.kode, ""), _angka(h), _predikat(h), KEPASTIAN[h.kepastian]) for h in daftar]
    return _HTML("capaian", judul, KEPALA, baris)


def _angka(h: HasilIndikator) -> tuple[str, ...]:
    return (
        target_tertulis(h) if h.target.sampai else "–",
        nilai_bersatuan(h.nilai, h.indikator.satuan),
        capaian_teks(h.capaian),
        target_tahunan(h),
        capaian_teks(h.capaian_tahunan),
    )


def _predikat(h: HasilIndikator) -> str:
    if h.predikat is None:
        return "–"
    return predikat_teks(h.predikat, h.skala)
