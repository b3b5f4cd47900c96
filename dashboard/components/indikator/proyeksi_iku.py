"""Where the main indicators end the year if the quarters go on as they did: numbers with an interval, no colour."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.components.umum.tata import subjudul
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.formatting import angka, persen

KEPALA = ("Indikator", "Proyeksi", "Rentang", "Target tahunan", "Capaian proyeksi", "Cara")


def proyeksi_iku(daftar: Sequence[tuple[HasilIndikator, Proyeksi]]) -> None:
    """Draw the table of those that can be projected; nothing when none can."""
    terhitung = [(h, p) for h, p in daftar if p.nilai is not None]
    if not terhitung:
        return
    subjudul("Proyeksi akhir tahun", "Perkiraan dari triwulan yang sudah dilaporkan, bukan capaian; tanpa status.")
    kepala = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format("dk-kanan" if 0 < i < 5 else "", t)
        for i, t in enumerate(KEPALA)
    )
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="Proyeksi akhir tahun">'
        '<table class="dk-tabel"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    )
    st.html(Markup(pola).format(kepala, Markup("").join(_baris(h, p) for h, p in terhitung)))


def _baris(h: HasilIndikator, p: Proyeksi) -> Markup:
    tahunan = h.target.tahunan
    ujung = [angka(n, rapikan=True) for n in (p.bawah, p.atas) if n is not None]
    sel = (
        nilai_bersatuan(p.nilai, h.indikator.satuan),
        "–".join(ujung) or "–",
        nilai_bersatuan(tahunan.acuan if tahunan else None, h.indikator.satuan),
        persen(h.persen),
    )
    isi = Markup("").join(Markup('<td class="dk-angka dk-kanan">{}</td>').format(s) for s in sel)
    return Markup('<tr><th scope="row"><b>{}</b> {}</th>{}<td>{}</td></tr>').format(
        h.kode, h.indikator.nama, isi, p.metode
    )
