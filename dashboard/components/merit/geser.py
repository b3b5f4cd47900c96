"""What-if on the merit page: every criterion or every sub item, the index redrawn with each movement."""

import streamlit as st

from dashboard.charts.waterfall_merit import kalimat_kategori, nama_pendek
from dashboard.components.merit.skala import skala_html
from dashboard.components.simulasi.deret import deret_geser
from dashboard.components.simulasi.hasil import hasil_papan
from dashboard.components.simulasi.papan import Papan
from dashboard.components.umum.tata import paragraf, subjudul
from dashboard.domain.merit.indeks import PetaMerit
from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.services.simulasi import Simulasi

KRITERIA, SUB_ITEM = "Kriteria", "Sub item"
KETERANGAN = "Geser satu nilai; indeks, kategori, dan kesenjangannya dihitung ulang dengan rumus resmi."


@st.fragment
def panel_geser(s: Simulasi, peta: PetaMerit, papan: Papan) -> None:
    """Draw the sliders and the index they make; only this part reruns."""
    subjudul("Bagaimana jika", KETERANGAN)
    kiri, kanan = st.columns([5, 6], gap="large")
    with kiri:
        kode = _yang_digeser(peta, papan)
        deret_geser(papan, s, [KunciUbahan(satu) for satu in kode])
        st.button(
            "Kembalikan semua", on_click=papan.kosongkan, disabled=not papan.ubahan, key=f"{papan.awalan}-kembali"
        )
    with kanan:
        baru = s.hitung(papan.ubahan).baru(s.dasar, peta.indeks.kode).nilai
        st.html(skala_html(peta, baru) + hasil_papan(papan, s, [peta.indeks.kode]))
        if baru is not None:
            skala = " Garis tebal pada skala: target." if peta.indeks.maks else ""
            kalimat = f"{kalimat_kategori(baru, peta.kelas)}{skala}"
            paragraf(kalimat)


def _yang_digeser(peta: PetaMerit, papan: Papan) -> list[str]:
    """All criteria, or the sub items of one; changing between the two starts anew."""
    bersub = [k for k in peta.kriteria if k.bagian]
    if not bersub:
        return [k.kode for k in peta.kriteria] or [peta.indeks.kode]
    st.session_state.setdefault(f"{papan.awalan}-mode", KRITERIA)
    mode = st.segmented_control(
        "Geser", (KRITERIA, SUB_ITEM), key=f"{papan.awalan}-mode", required=True, on_change=papan.kosongkan
    )
    if mode != SUB_ITEM:
        return [k.kode for k in peta.kriteria]
    nama = {k.kode: k for k in bersub}
    kunci = f"{papan.awalan}-kriteria"
    st.session_state.setdefault(kunci, _terubah(peta, papan.ubahan) or next(iter(nama)))
    pilih = st.selectbox(
        "Kriteria", list(nama), key=kunci, required=True, format_func=lambda x: f"{x} {nama_pendek(nama[x])}"
    )
    return [u.kode for u in nama[pilih or next(iter(nama))].bagian]


def _terubah(peta: PetaMerit, ubahan: Ubahan) -> str | None:
    """The first criterion with a changed sub item."""
    diubah = {k.kode for k in ubahan}
    return next((k.kode for k in peta.kriteria if diubah & {u.kode for u in k.bagian}), None)
