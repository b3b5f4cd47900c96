"""The projected year end of the indicators aimed at, and how each of their inputs was projected."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts.simulasi import kalimat_proyeksi
from dashboard.components.umum.tata import subjudul
from dashboard.domain.dasar.skala import Status
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.services.simulasi import Simulasi
from dashboard.templates import Fragments

_HTML = Fragments(__file__)

KETERANGAN = (
    "Aturan dasbor, bukan peraturan: rentang adalah akhir tahun bila triwulan sisanya seburuk atau sebaik "
    "triwulan terburuk atau terbaik sejauh ini."
)


def panel_proyeksi(s: Simulasi, sasaran: Sequence[str]) -> None:
    """Draw the projections; nothing where the start is the official position."""
    if s.akhir is None:
        return
    subjudul("Proyeksi akhir tahun", KETERANGAN)
    st.html(proyeksi_html(s, sasaran))


def proyeksi_html(s: Simulasi, sasaran: Sequence[str]) -> Markup:
    kode = list(dict.fromkeys([*sasaran, *(k.kode for satu in sasaran for k in s.kunci_untuk(satu))]))
    return _HTML("proyeksi", [_baris(s, satu, p) for satu in kode if (p := s.proyeksi_masukan(satu)) is not None])


def _baris(s: Simulasi, kode: str, p: Proyeksi) -> tuple[str, str, str, Status | None]:
    kunci = KunciUbahan(kode)
    h = s.dasar.hasil.indikator.get(kode)
    return kode, s.nama(kunci), kalimat_proyeksi(p, s.satuan(kunci)), None if h is None else h.status
