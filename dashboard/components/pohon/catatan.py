"""What the tree cannot say by itself: inferred places with their reason, orphans, boxes without an indicator."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kotak_pohon import KATA_KEYAKINAN
from dashboard.components.umum.tata import subjudul
from dashboard.services.pohon import PohonKinerja
from dashboard.texts import JENIS


def catatan_pohon(p: PohonKinerja) -> None:
    """Draw the lists; nothing where every box stands for certain, with a parent and an indicator."""
    kelompok = [
        (
            "Letak yang belum pasti",
            "Disimpulkan dari dokumen; alasan tercantum di setiap baris.",
            [_ragu(p, kode) for kode in p.pohon.belum_pasti],
        ),
        (
            "Tanpa induk",
            "Kotak ini tidak menemukan induknya dan digambar di sisi pohon.",
            [_polos(p, kode) for kode in p.pohon.yatim],
        ),
        (
            "Lebih tinggi daripada induknya",
            "Jenjang kotak ini di atas jenjang kotak tempatnya bergantung.",
            [_polos(p, kode) for kode in p.pohon.terbalik],
        ),
        ("Tanpa indikator", "Kotak ini belum dapat dinilai.", [_polos(p, kode) for kode in p.pohon.tanpa_indikator]),
    ]
    terisi = [k for k in kelompok if k[2]]
    if not terisi:
        return
    subjudul("Catatan susunan pohon", "Yang perlu dikonfirmasi oleh pemilik dokumen.")
    for judul, keterangan, isi in terisi:
        with st.expander(f"{judul} ({len(isi)})"):
            st.html(_daftar_html(keterangan, isi))


def _daftar_html(keterangan: str, isi: Iterable[Markup]) -> Markup:
    butir = Markup("").join(Markup("<li>{}</li>").format(satu) for satu in isi)
    pola = '<p class="dk dk-redup">{}</p><ul class="dk dk-daftar">{}</ul>'
    return Markup(pola).format(keterangan, butir)


def _polos(p: PohonKinerja, kode: str) -> Markup:
    s = p.pohon.simpul[kode]
    return Markup("<b>{}</b> {}: {}").format(kode, JENIS[s.jenjang], s.sasaran)


def _ragu(p: PohonKinerja, kode: str) -> Markup:
    s = p.pohon.simpul[kode]
    alasan = s.catatan or "alasan tidak dicatat"
    return Markup('{} <i>({})</i><br><span class="dk-redup">{}</span>').format(
        _polos(p, kode), KATA_KEYAKINAN.get(s.keyakinan or "", s.keyakinan), alasan
    )
