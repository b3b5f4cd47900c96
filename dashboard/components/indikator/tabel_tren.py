"""The quarters of one indicator as a small table beside its trend."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.components.umum.tata import status_html
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import persen

KEPALA = '<th scope="col">Triwulan</th>' + "".join(
    f'<th scope="col" class="dk-kanan">{kata}</th>' for kata in ("Target s.d.", "Realisasi", "Capaian")
)


def tabel_tren(titik: Sequence[HasilIndikator], sampai: int) -> None:
    """Draw the table; quarters after `sampai` show their target only."""
    baris = Markup("").join(_baris(tw, h, tw <= sampai) for tw, h in enumerate(titik, start=1))
    pola = (
        '<div class="dk dk-gulir"><table class="dk-tabel dk-ringkas"><thead><tr>{}<th scope="col">Status</th></tr>'
        "</thead><tbody>{}</tbody></table></div>"
    )
    st.html(Markup(pola).format(Markup(KEPALA), baris))


def _baris(tw: int, h: HasilIndikator, lewat: bool) -> Markup:
    pola = (
        '<tr><th scope="row">TW {}</th><td class="dk-angka dk-kanan">{}</td><td class="dk-angka dk-kanan">{}</td>'
        '<td class="dk-angka dk-kanan">{}</td><td>{}</td></tr>'
    )
    target = target_tertulis(h) if h.target.sampai else "–"
    if not lewat:
        return Markup(pola).format(ROMAWI[tw], target, "", "", Markup('<span class="dk-redup">belum tiba</span>'))
    nilai = nilai_bersatuan(h.nilai, h.indikator.satuan)
    return Markup(pola).format(ROMAWI[tw], target, nilai, persen(h.persen), status_html(h.status))
