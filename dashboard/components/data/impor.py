"""The workbooks taken so far, and the undoing of the last one."""

from datetime import datetime

import streamlit as st
from markupsafe import Markup

from dashboard import caching, session
from dashboard.components.data.langkah import redup, simpulan, tabel
from dashboard.components.umum.tata import keadaan_kosong, lencana_html, subjudul
from dashboard.formatting import waktu
from dashboard.services.data.batal_impor import ImporTerakhir, batalkan_impor
from dashboard.session import Filter
from data_access.batal_impor import TidakDapatDibatalkan
from data_access.riwayat import BarisImpor

KEPALA = ("Berkas", "Kapan dan siapa", "Baru", "Berubah", "Dikosongkan", "Sidik berkas")
_HASIL = "_hasil_batal"


def panel_impor(f: Filter, impor: ImporTerakhir) -> None:
    """Draw the imports, newest first, with the button that takes the last one back."""
    subjudul("Impor terakhir", "Yang terakhir dapat dibatalkan selama belum ada yang dibangun di atasnya.")
    if hasil := st.session_state.pop(_HASIL, None):
        simpulan(*hasil)
    if not impor.daftar:
        keadaan_kosong("Belum ada impor", "Buku kerja yang Anda ambil alih akan tercatat di sini.")
        return
    tabel("Impor terakhir", KEPALA, [_tr(satu) for satu in impor.daftar])
    if impor.versi is None:
        return
    terakhir = next(satu for satu in impor.daftar if satu.versi == impor.versi)
    if impor.halangan:
        redup(f"{terakhir.berkas}: {impor.halangan}")
    elif st.button("Batalkan impor terakhir", icon=":material/undo:", key="batal-impor"):
        _tanya_batal(f, terakhir)


def _tr(satu: BarisImpor) -> Markup:
    batal = satu.dibatalkan is not None
    tanda = Markup(" {}").format(lencana_html("dibatalkan")) if batal else Markup("")
    pola = (
        '<tr class="{}"><th scope="row"><b>{}</b>{}</th><td class="dk-sedang">{}<small>{}</small></td><td>{}</td>'
        '<td>{}</td><td>{}</td><td class="dk-jaga"><code title="{}">{}</code></td></tr>'
    )
    return Markup(pola).format(
        "dk-batal" if batal else "",
        satu.berkas,
        tanda,
        waktu(datetime.fromisoformat(satu.waktu)),
        satu.pelaku,
        satu.jumlah_tambah,
        satu.jumlah_ubah,
        satu.jumlah_kosong,
        satu.sha256,
        satu.sha256[:12],
    )


@st.dialog("Batalkan impor ini?")
def _tanya_batal(f: Filter, satu: BarisImpor) -> None:
    pola = (
        '<p class="dk">{} baris baru dihapus dan {} baris kembali ke nilai sebelum <b>{}</b> diambil alih. '
        "Pembatalan ini juga tercatat pada riwayat.</p>"
    )
    st.html(Markup(pola).format(satu.jumlah_tambah, satu.jumlah_ubah, satu.berkas))
    if st.button("Ya, batalkan impor", type="primary", key="ya-batal"):
        try:
            hasil = batalkan_impor(caching.mesin(), session.pelaku_aktif(), f.instansi, satu.versi)
        except TidakDapatDibatalkan as halangan:
            st.session_state[_HASIL] = (str(halangan), "tolak")
        else:
            kalimat = f"{hasil.jumlah_pulih} baris dipulihkan dan {hasil.jumlah_hapus} baris dihapus."
            st.session_state[_HASIL] = (f"Impor {hasil.berkas} dibatalkan: {kalimat}", "beres")
        st.rerun()
