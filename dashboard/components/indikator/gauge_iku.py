"""Up to four gauges side by side, each with its name, target, status and sentence."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard import caching
from dashboard.charts.gauge import gauge
from dashboard.charts.kalimat import kalimat, target_tertulis
from dashboard.charts.palet import KONFIGURASI
from dashboard.components.umum.tata import status_html
from dashboard.domain.dasar.skala import Kelas
from dashboard.domain.hitung.hasil import HasilIndikator

MAKS_GAUGE = 4


def deret_gauge(daftar: Sequence[HasilIndikator], kelas: Sequence[Kelas], buka: Callable[[str], None]) -> None:
    """Draw the gauges; the button under each calls `buka` with its code."""
    for kolom, hasil in zip(st.columns(MAKS_GAUGE, gap="medium"), daftar, strict=False):
        with kolom:
            caching.gambar("gauge", partial(_lukis, hasil, kelas), hasil.kode)
            st.button(
                "Asal angka",
                key=f"asal-{hasil.kode}",
                on_click=buka,
                args=(hasil.kode,),
                width="stretch",
                icon=":material/function:",
                help=f"Buka rumus, masukan, dan dokumen {hasil.kode}",
            )


def _lukis(hasil: HasilIndikator, kelas: Sequence[Kelas]) -> None:
    pola = (
        '<div class="dk dk-iku"><h3>{} {}</h3><p class="dk-target">{} <span class="dk-redup">target {}</span></p></div>'
    )
    st.html(Markup(pola).format(hasil.kode, hasil.indikator.nama, status_html(hasil.status), target_tertulis(hasil)))
    st.plotly_chart(gauge(hasil, kelas), config=KONFIGURASI, key=f"gauge-{hasil.kode}", alt=kalimat(hasil))
