"""The quarters of one indicator as a small table beside its trend."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import capaian_teks
from dashboard.templates import Fragments

_HTML = Fragments(__file__)


def tabel_tren(titik: Sequence[HasilIndikator], sampai: int, tahun: HasilIndikator | None = None) -> None:
    """Draw the table; quarters after `sampai` show their target only. `tahun` is the year's own result."""
    baris = [_baris(f"TW {ROMAWI[tw]}", h, tw <= sampai) for tw, h in enumerate(titik, start=1)]
    if tahun is not None:
        baris.append(_baris("Tahun", tahun, lewat=True))
    st.html(_HTML("tren", "Capaian per triwulan", baris))


def _baris(posisi: str, h: HasilIndikator, lewat: bool) -> tuple[str, tuple[str, ...], Status | None]:
    target = target_tertulis(h) if h.target.sampai else "–"
    if not lewat:
        return posisi, (target, "", ""), None
    return posisi, (target, nilai_bersatuan(h.nilai, h.indikator.satuan), capaian_teks(h.capaian)), h.status
