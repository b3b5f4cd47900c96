"""What a file would move, in the preview: indicators before and after, and what is red without its obstacle."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.charts.kalimat import POIN
from dashboard.components.umum.tata import paragraf, subjudul
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.gerak import GerakCapaian
from dashboard.formatting import angka, selisih
from dashboard.services.data.gerak_impor import GerakImpor, TanpaKendala
from dashboard.templates import Fragments
from dashboard.texts import STATUS

_HTML = Fragments(__file__)
MAKS_GERAK = 10
MAKS_KENDALA = 5
"""Rows shown of each; the rest is counted."""
WAJIB = "Lengkapi kolomnya pada berkas, lalu serahkan lagi; atau ambil alih dan lengkapi dengan berkas berikutnya."


def panel_gerak(g: GerakImpor) -> None:
    """Draw it: a sentence where nothing moves, else a short table."""
    if g.terlalu_besar:
        paragraf("Berkas ini besar: yang bergerak pada capaian dan status terlihat setelah diambil alih.", redup=True)
        return
    if not g.gerak:
        letak = f" pada {sebut_posisi(g.posisi)}" if g.posisi else ""
        paragraf(f"Tidak ada capaian atau status yang bergerak{letak}.", redup=True)
    else:
        sisa, kini = len(g.gerak) - MAKS_GERAK, g.posisi[-1]
        with st.container(key="gerak-impor"):
            subjudul(temuan_gerak(g.gerak), f"Bila diambil alih, {kini.label}; status yang berganti lebih dahulu.")
            st.html(_HTML("gerak", [_baris(satu, kini) for satu in g.gerak[:MAKS_GERAK]], max(sisa, 0)))
    if g.tanpa_kendala:
        sisa = len(g.tanpa_kendala) - MAKS_KENDALA
        st.html(_HTML("kendala", kalimat_kendala(g.tanpa_kendala), g.tanpa_kendala[:MAKS_KENDALA], max(sisa, 0), WAJIB))


def temuan_gerak(gerak: Sequence[GerakCapaian]) -> str:
    """ "12 indikator bergerak: 3 menjadi kritis, 5 menjadi tercapai" """
    menjadi = Counter(g.baru.status for g in gerak if g.ganti_status)
    kata = [f"{angka(menjadi[s], 0)} menjadi {STATUS[s].kata.lower()}" for s in STATUS if menjadi[s]]
    tetap = sum(not g.ganti_status for g in gerak)
    kata += [f"{angka(tetap, 0)} tetap statusnya"] if tetap else []
    return f"{angka(len(gerak), 0)} indikator bergerak: {', '.join(kata)}"


def kalimat_kendala(tanpa: Sequence[TanpaKendala]) -> str:
    return f"{angka(len(tanpa), 0)} nilai kritis datang tanpa kendala dan janji yang diperlukannya"


def sebut_posisi(posisi: Sequence[SampaiDengan]) -> str:
    """ "TW I, TW II 2024": the year once for the positions of one year."""
    tahun = dict.fromkeys(sd.tahun for sd in posisi)
    return "; ".join(f"{', '.join(sd.nama for sd in posisi if sd.tahun == satu)} {satu}" for satu in tahun)


def _baris(g: GerakCapaian, kini: SampaiDengan) -> dict[str, Any]:
    lain = [g.sd.label] if g.sd != kini else []
    lain += [f"juga {sebut_posisi(g.juga)}"] if g.juga else []
    return {
        "h": g.baru,
        "lama": g.lama,
        "beda": selisih(g.beda, satuan=POIN) if g.beda else "",
        "status_lama": g.lama.status if g.lama is not None and g.ganti_status else None,
        "letak": "; ".join(lain),
    }
