"""The tree for a document: a picture of any part of it, and the wide sheet with merged cells."""

from collections.abc import Collection
from functools import partial
from textwrap import shorten

import streamlit as st

from dashboard import caching, session
from dashboard.components.umum.tata import subjudul
from dashboard.components.umum.unduh import Unduhan, tombol_unduh
from dashboard.domain.dasar.hak import Tindakan
from dashboard.exports.cascading_xlsx import cascading_xlsx
from dashboard.exports.pohon_halaman import halaman_pdf, halaman_zip
from dashboard.exports.pohon_png import svg_ke_png
from dashboard.exports.pohon_svg import BahanPohon, pohon_svg
from dashboard.services.pohon import PohonKinerja
from dashboard.texts import DATA_CONTOH, JENIS

SELURUH = "(seluruh pohon)"


@st.fragment
def unduhan_pohon(p: PohonKinerja, tampil: Collection[str]) -> None:
    """Draw the choice of a part among the boxes shown and the buttons; a file is made when its button is pressed."""
    if not session.may(Tindakan.EKSPOR):
        return
    subjudul("Unduh", "Satu gambar, lembar A3 untuk dicetak, atau cascading panjang sebagai lembar Excel.")
    nama_bagian = caching.compute_once("bagian-unduhan", partial(_nama, p))
    pilihan = [SELURUH, *(k for k in nama_bagian if k in tampil)]
    kiri, *kolom = st.columns([2.6, 0.8, 0.8, 1, 1.1, 2], vertical_alignment="bottom")
    bagian = kiri.selectbox(
        "Bagian pohon", pilihan, key="unduh-bagian", format_func=lambda k: nama_bagian.get(k, "Seluruh pohon")
    )
    akar = None if bagian == SELURUH else bagian
    nama = f"pohon-kinerja-{p.k.data.instansi.kode.lower()}-{p.k.sd.tahun}-{p.k.sd.kode.lower()}"
    nama_gambar = nama if akar is None else f"{nama}-{akar.lower()}"
    bahan = bahan_unduhan(p)
    berkas = {
        "SVG": Unduhan(f"{nama_gambar}.svg", lambda _: pohon_svg(bahan, akar).encode(), "image/svg+xml"),
        "PNG": Unduhan(f"{nama_gambar}.png", lambda _: svg_ke_png(pohon_svg(bahan, akar)), "image/png"),
        "PDF A3": Unduhan(f"{nama_gambar}-a3.pdf", lambda _: halaman_pdf(bahan, akar), "application/pdf"),
        "SVG A3": Unduhan(f"{nama_gambar}-a3.zip", lambda _: halaman_zip(bahan, akar), "application/zip"),
        "Cascading panjang (Excel)": Unduhan(f"{nama}.xlsx", lambda _: cascading_xlsx(bahan)),
    }
    for tempat, (label, satu) in zip(kolom, berkas.items(), strict=True):
        with tempat:
            tombol_unduh(label, satu, f"unduh-{satu.nama}", lebar=True)


def bahan_unduhan(p: PohonKinerja) -> BahanPohon:
    """What the exports draw; simulated data is named in the line under the title."""
    contoh = any(h.memuat_contoh for h in p.k.hasil.indikator.values())
    keterangan = [p.k.sd.label, *([DATA_CONTOH] if contoh else []), f"versi data {p.k.data.versi_data}"]
    judul = f"Pohon kinerja {p.k.data.instansi.nama}"
    return BahanPohon(p.pohon, p.k.hasil.indikator, p.pemilik, p.garis, judul, " · ".join(keterangan))


def _nama(p: PohonKinerja) -> dict[str, str]:
    """The name of every part of the tree, by its topmost box: every box that has others under it."""
    bertingkat = (p.pohon.simpul[kode] for kode in p.urutan if p.pohon.anak[kode])
    return {s.kode: f"{JENIS[s.jenjang]} {s.kode} {shorten(s.sasaran, 90, placeholder='…')}" for s in bertingkat}
