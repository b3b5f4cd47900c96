"""Indicators as a table a screen reader and a printer can take: both denominators, class, status, certainty."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.components.umum.tata import status_html
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import persen
from dashboard.texts import KEPASTIAN

KEPALA = (
    ("Indikator", ""),
    ("Target s.d. periode", "dk-kanan"),
    ("Realisasi", "dk-kanan"),
    ("Capaian s.d. periode", "dk-kanan"),
    ("Target tahunan", "dk-kanan"),
    ("Capaian tahunan", "dk-kanan"),
    ("Status", ""),
    ("Predikat", ""),
    ("Kepastian", ""),
)


def tabel_capaian(daftar: Sequence[HasilIndikator], judul: str, tanda: Mapping[str, Markup] | None = None) -> None:
    """Draw the table; `judul` is its caption for screen readers, `tanda` what stands beside a name, by code."""
    st.html(tabel_capaian_html(daftar, judul, tanda))


def tabel_capaian_html(
    daftar: Sequence[HasilIndikator], judul: str, tanda: Mapping[str, Markup] | None = None
) -> Markup:
    """The table as escaped HTML, scrollable sideways where it does not fit."""
    kepala = Markup("").join(Markup('<th scope="col" class="{}">{}</th>').format(k, t) for t, k in KEPALA)
    baris = Markup("").join(_baris(h, (tanda or {}).get(h.kode, Markup(""))) for h in daftar)
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="{}"><table class="dk-tabel">'
        '<caption class="dk-tersembunyi">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    )
    return Markup(pola).format(judul, judul, kepala, baris)


def _baris(h: HasilIndikator, tanda: Markup) -> Markup:
    angka = (
        target_tertulis(h) if h.target.sampai else "–",
        nilai_bersatuan(h.nilai, h.indikator.satuan),
        persen(h.persen),
        _tahunan(h),
        persen(h.capaian_tahunan.nilai if h.capaian_tahunan else None),
    )
    sel = Markup("").join(Markup('<td class="dk-angka dk-kanan">{}</td>').format(a) for a in angka)
    pola = '<tr><th scope="row"><b>{}</b> {}{}</th>{}<td>{}</td><td>{}</td><td>{}</td></tr>'
    return Markup(pola).format(
        h.kode, h.indikator.nama, tanda, sel, status_html(h.status), _predikat(h), KEPASTIAN[h.kepastian]
    )


def _tahunan(h: HasilIndikator) -> str:
    tahunan = h.target.tahunan
    if tahunan is None:
        return "–"
    return tahunan.teks or nilai_bersatuan(tahunan.acuan, h.indikator.satuan)


def _predikat(h: HasilIndikator) -> str:
    if h.predikat is None:
        return "–"
    return f"{h.predikat} ({h.skala})" if h.skala in ("SAKIP", "MERIT", "SKM", "IPASN") else h.predikat
