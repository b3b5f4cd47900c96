"""The tree for a document: a picture of any part of it, and the wide sheet with merged cells."""

from collections.abc import Collection
from textwrap import shorten

import streamlit as st

from dashboard.components.umum.tata import subjudul
from dashboard.exports.cascading_xlsx import cascading_xlsx
from dashboard.exports.pohon_png import svg_ke_png
from dashboard.exports.pohon_svg import BahanPohon, pohon_svg
from dashboard.services.pohon import PohonKinerja
from dashboard.texts import DATA_CONTOH, JENIS

SELURUH = "(seluruh pohon)"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@st.fragment
def unduhan_pohon(p: PohonKinerja, tampil: Collection[str]) -> None:
    """Draw the choice of a part among the boxes shown and the buttons; a file is made when its button is pressed."""
    subjudul("Unduh", "Gambar untuk dokumen, atau cascading panjang sebagai lembar Excel.")
    pilihan = [SELURUH, *(k for k in p.urutan if k in tampil and p.pohon.anak[k])]
    kiri, *kolom = st.columns([3, 1, 1, 1.4], vertical_alignment="bottom")
    bagian = kiri.selectbox("Bagian pohon", pilihan, key="unduh-bagian", format_func=lambda k: _nama(p, k))
    akar = None if bagian == SELURUH else bagian
    nama = f"pohon-kinerja-{p.k.data.instansi.kode.lower()}-{p.k.sd.tahun}-{p.k.sd.kode.lower()}"
    nama_bagian = nama if akar is None else f"{nama}-{akar.lower()}"
    bahan = bahan_unduhan(p)
    kolom[0].download_button(
        "SVG",
        lambda: pohon_svg(bahan, akar).encode(),
        f"{nama_bagian}.svg",
        "image/svg+xml",
        key="unduh-svg",
        icon=":material/download:",
        width="stretch",
        on_click="ignore",
    )
    kolom[1].download_button(
        "PNG",
        lambda: svg_ke_png(pohon_svg(bahan, akar)),
        f"{nama_bagian}.png",
        "image/png",
        key="unduh-png",
        icon=":material/download:",
        width="stretch",
        on_click="ignore",
    )
    kolom[2].download_button(
        "Cascading panjang (Excel)",
        lambda: cascading_xlsx(bahan),
        f"{nama}.xlsx",
        XLSX,
        key="unduh-xlsx",
        icon=":material/download:",
        width="stretch",
        on_click="ignore",
    )


def bahan_unduhan(p: PohonKinerja) -> BahanPohon:
    """What the exports draw; simulated data is named in the line under the title."""
    contoh = any(h.memuat_contoh for h in p.k.hasil.indikator.values())
    keterangan = [p.k.sd.label, *([DATA_CONTOH] if contoh else []), f"versi data {p.k.data.versi_data}"]
    judul = f"Pohon kinerja {p.k.data.instansi.nama}"
    return BahanPohon(p.pohon, p.k.hasil.indikator, p.pemilik, p.garis, judul, " · ".join(keterangan))


def _nama(p: PohonKinerja, kode: str) -> str:
    if kode == SELURUH:
        return "Seluruh pohon"
    s = p.pohon.simpul[kode]
    return f"{JENIS[s.jenjang]} {kode} {shorten(s.sasaran, 90, placeholder='…')}"
