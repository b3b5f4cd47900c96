"""The projected year end of the indicators aimed at, and how each of their inputs was projected."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts.simulasi import kalimat_proyeksi
from dashboard.components.umum.tata import status_html, subjudul
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.services.simulasi import Simulasi

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
    baris = Markup("").join(_baris(s, satu, p) for satu in kode if (p := s.proyeksi_masukan(satu)) is not None)
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="Proyeksi akhir tahun"><table class="dk-tabel">'
        '<thead><tr><th scope="col">Indikator</th><th scope="col">Proyeksi akhir tahun</th>'
        '<th scope="col">Status pada proyeksi</th></tr></thead><tbody>{}</tbody></table></div>'
    )
    return Markup(pola).format(baris)


def _baris(s: Simulasi, kode: str, p: Proyeksi) -> Markup:
    kunci = KunciUbahan(kode)
    h = s.dasar.hasil.indikator.get(kode)
    status = status_html(h.status) if h is not None else Markup("")
    pola = '<tr><th scope="row"><b>{}</b> {}</th><td>{}</td><td>{}</td></tr>'
    return Markup(pola).format(kode, s.nama(kunci), kalimat_proyeksi(p, s.satuan(kunci)), status)
