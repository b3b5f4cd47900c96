"""The tree as an indented table with bullets: the way for keyboards, screen readers and paper."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.charts.kotak_pohon import KATA_KEYAKINAN, NAMA_GARIS
from dashboard.domain.cascade.tautan import Garis
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import capaian_teks
from dashboard.services.pohon import PohonKinerja
from dashboard.templates import Fragments
from dashboard.texts import JENIS

KEPALA = ("Kotak", "Pemilik", "Indikator", "Target s.d. periode", "Realisasi", "Capaian", "Status")
BUTIR = ("■", "●", "◆", "▪", "•", "–")
TAKUK_REM = 1.15
_HTML = Fragments(__file__)


def tabel_pohon(p: PohonKinerja, tampil: Collection[str], alamat: Callable[[str], str]) -> None:
    """Draw the table of the boxes in `tampil`; each code links to its detail."""
    st.html(tabel_pohon_html(p, tampil, alamat))


def tabel_pohon_html(p: PohonKinerja, tampil: Collection[str], alamat: Callable[[str], str]) -> Markup:
    """The table as escaped HTML: one row an indicator, the box named at its first."""
    baris = [_kotak(p, kode, dalam, alamat(kode)) for kode, dalam in p.pohon.telusuri() if kode in tampil]
    return _HTML("pohon", f"Pohon kinerja {p.k.data.instansi.nama}", KEPALA, baris)


def legenda_garis(garis: Collection[Garis]) -> None:
    """Draw what the lines that occur mean, in words."""
    st.html(_HTML("legenda_garis", [(g.value, NAMA_GARIS[g]) for g in Garis if g in garis]))


def tabel_indikator_html(hasil: Sequence[HasilIndikator]) -> Markup:
    """The indicators of one box, without the box: for the drawer."""
    return _HTML("indikator_kotak", KEPALA[2:], [_indikator(h) for h in hasil])


def _kotak(p: PohonKinerja, kode: str, dalam: int, alamat: str) -> dict[str, Any]:
    s = p.pohon.simpul[kode]
    keterangan = [f"Tingkat {dalam + 1}", JENIS[s.jenjang], KATA_KEYAKINAN.get(s.keyakinan or "", "")]
    if kode in p.pohon.yatim:
        keterangan.append("tanpa induk")
    return {
        "kode": kode,
        "sasaran": s.sasaran,
        "alamat": alamat,
        "jenjang": min(dalam, 2),
        "takuk": f"{dalam * TAKUK_REM:.2f}",
        "butir": BUTIR[min(dalam, len(BUTIR) - 1)],
        "keterangan": " · ".join(k for k in keterangan if k),
        "pemilik": p.pemilik[kode] or "–",
        "hasil": [_indikator(h) for h in p.hasil(kode)],
    }


def _indikator(h: HasilIndikator) -> tuple[HasilIndikator, tuple[str, ...]]:
    target = target_tertulis(h) if h.target.sampai else "–"
    return h, (target, nilai_bersatuan(h.nilai, h.indikator.satuan), capaian_teks(h.capaian))
