"""The overview of the cascade: every box a filter lets through at once, coloured by its worst status."""

from collections.abc import Collection

import streamlit as st

from dashboard.charts.icicle import icicle, kalimat_icicle
from dashboard.charts.palet import KONFIGURASI
from dashboard.components.umum.tata import legenda_status, subjudul
from dashboard.services.pohon import PohonKinerja


def peta(p: PohonKinerja, tampil: Collection[str]) -> None:
    """Draw the boxes of `tampil` as cells beside one another, with the status of each."""
    sebaran = p.sebaran([kode for kode in p.urutan if kode in tampil])
    kalimat = kalimat_icicle(len(tampil), sebaran)
    subjudul(
        "Seluruh pohon sekaligus, menurut status terburuk setiap kotak"
        if len(tampil) == len(p.urutan)
        else f"{len(tampil)} dari {len(p.urutan)} kotak, dengan jalur ke atasnya, menurut status terburuk setiap kotak",
        "Klik sebuah sel untuk masuk ke cabangnya, sel paling kiri untuk kembali.",
    )
    gambar = icicle(p.pohon, p.k.hasil.indikator, p.k.data.instansi.nama, tampil)
    st.plotly_chart(gambar, config=KONFIGURASI, key="peta", alt=kalimat)
    legenda_status([s for s, _ in sebaran], p.k.aturan.status)
