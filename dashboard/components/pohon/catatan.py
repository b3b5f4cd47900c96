"""What the tree cannot say by itself: inferred places with their reason, orphans, boxes without an indicator."""

import streamlit as st

from dashboard.charts.kotak_pohon import KATA_KEYAKINAN
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import subjudul
from dashboard.domain.dasar.indikator import Simpul
from dashboard.services.pohon import PohonKinerja
from dashboard.templates import Fragments
from dashboard.texts import JENIS

_HTML = Fragments(__file__)


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
            [_butir(p, kode) for kode in p.pohon.yatim],
        ),
        (
            "Lebih tinggi daripada induknya",
            "Jenjang kotak ini di atas jenjang kotak tempatnya bergantung.",
            [_butir(p, kode) for kode in p.pohon.terbalik],
        ),
        ("Tanpa indikator", "Kotak ini belum dapat dinilai.", [_butir(p, kode) for kode in p.pohon.tanpa_indikator]),
    ]
    terisi = [k for k in kelompok if k[2]]
    if not terisi:
        return
    subjudul("Catatan susunan pohon", "Yang perlu dikonfirmasi oleh pemilik dokumen.")
    for judul, keterangan, isi in terisi:
        with st.expander(polos(f"{judul} ({len(isi)})")):
            st.html(_HTML("daftar", keterangan, isi))


def _butir(p: PohonKinerja, kode: str, keyakinan: str | None = None) -> tuple[Simpul, str, str | None]:
    s = p.pohon.simpul[kode]
    return s, JENIS[s.jenjang], keyakinan


def _ragu(p: PohonKinerja, kode: str) -> tuple[Simpul, str, str | None]:
    keyakinan = p.pohon.simpul[kode].keyakinan
    return _butir(p, kode, KATA_KEYAKINAN.get(keyakinan or "", keyakinan))
