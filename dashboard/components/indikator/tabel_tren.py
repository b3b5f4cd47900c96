"""The quarters of one indicator as a small table beside its trend."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import persen
from dashboard.templates import Fragments

_HTML = Fragments(__file__)


def tabel_tren(titik: Sequence[HasilIndikator], sampai: int) -> None:
    """Draw the table; quarters after `sampai` show their target only."""
    st.html(_HTML("tren", "Capaian per triwulan", [_baris(tw, h, tw <= sampai) for tw, h in enumerate(titik, start=1)]))


def _baris(tw: int, h: HasilIndikator, lewat: bool) -> tuple[str, tuple[str, ...], Status | None]:
    target = target_tertulis(h) if h.target.sampai else "–"
    if not lewat:
        return ROMAWI[tw], (target, "", ""), None
    return ROMAWI[tw], (target, nilai_bersatuan(h.nilai, h.indikator.satuan), persen(h.persen)), h.status
