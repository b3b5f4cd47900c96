"""One indicator in detail: its trend against the target path beside how its number was made."""

import streamlit as st
from markupsafe import Markup

from dashboard import session
from dashboard.charts.kalimat import kalimat
from dashboard.charts.palet import KONFIGURASI
from dashboard.charts.tren import tren
from dashboard.components.indikator.penjelasan import TANPA_TANDA, panel_penjelasan
from dashboard.components.indikator.tabel_tren import tabel_tren
from dashboard.components.umum.tata import subjudul
from dashboard.services.kinerja import Kinerja
from dashboard.templates import Fragments

_HTML = Fragments(__file__)


def rincian_indikator(k: Kinerja, kode: str, tanda: Markup = TANPA_TANDA) -> None:
    """Draw the detail of one indicator; holds no widget, so it may be replayed."""
    hasil = k.hasil.indikator[kode]
    lalu = k.tren(kode)[-2] if k.sd.triwulan > 1 and not k.sd.setahun else None
    kalimat_hasil = kalimat(hasil, lalu)
    titik, tahun = k.jalur_tahun(kode), hasil if k.sd.setahun else None
    kiri, kanan = st.columns([4, 5], gap="large")
    with kiri:
        subjudul(hasil.indikator.nama, kalimat_hasil)
        st.plotly_chart(tren(titik, k.sd.triwulan, tahun), config=KONFIGURASI, key=f"tren-{kode}", alt=kalimat_hasil)
        tabel_tren(titik, k.sd.triwulan, tahun)
        tautan_lanjut(hasil.kode, hasil.indikator.simpul)
    with kanan:
        wilayah = k.data.instansi.wilayah
        panel_penjelasan(hasil, k.penjelasan(kode), k.dokumen, k.pemilik(kode), wilayah, tanda)


def tautan_lanjut(kode: str, simpul: str) -> None:
    """Where to go on from here: the drawer in the cascade, and who changed the number when."""
    pohon = session.address("pohon-kinerja", simpul=simpul, indikator=kode)
    st.html(_HTML("lanjut", pohon, session.address("riwayat", kode=kode)))
