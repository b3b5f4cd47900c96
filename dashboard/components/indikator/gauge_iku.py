"""Up to four gauges side by side, each with its name, target, status and sentence."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from dashboard import caching
from dashboard.charts.gauge import gauge
from dashboard.charts.kalimat import kalimat, target_tertulis
from dashboard.charts.palet import KONFIGURASI
from dashboard.components.umum.polos import polos
from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.templates import Fragments

MAKS_GAUGE = 4
_HTML = Fragments(__file__)


def deret_gauge(daftar: Sequence[HasilIndikator], aturan: AturanBerlaku, buka: Callable[[str], None]) -> None:
    """Draw the gauges; the button under each calls `buka` with its code."""
    for kolom, hasil in zip(st.columns(MAKS_GAUGE, gap="medium"), daftar, strict=False):
        with kolom:
            caching.draw_once("gauge", partial(_draw, hasil, aturan), hasil.kode)
            st.button(
                "Asal angka",
                key=f"asal-{hasil.kode}",
                on_click=buka,
                args=(hasil.kode,),
                width="stretch",
                icon=":material/function:",
                help=polos(f"Buka rumus, masukan, dan dokumen {hasil.kode}"),
            )


def _draw(hasil: HasilIndikator, aturan: AturanBerlaku) -> None:
    st.html(_HTML("kepala", hasil, target_tertulis(hasil)))
    st.plotly_chart(gauge(hasil, aturan), config=KONFIGURASI, key=f"gauge-{hasil.kode}", alt=kalimat(hasil))
