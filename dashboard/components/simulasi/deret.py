"""The sliders with exact fields beside them.

The session keeps exact decimals; a slider only shows where a value lies. Numbers are typed in Indonesian and read
strictly (dashboard/domain/dasar/angka.py): what cannot be read is said under the field and changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import shorten

import streamlit as st

from dashboard import caching
from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.charts.simulasi import BAGIAN
from dashboard.components.simulasi.papan import Letak, Papan
from dashboard.components.umum.tata import tanpa_markdown, tolakan
from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, tulis_terbaca
from dashboard.domain.dasar.penjelasan import LEBAR
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.simulasi import MasukanGeser, Simulasi

PANJANG_LABEL = 64
DESIMAL_TAMPIL = Decimal("0.0001")
LEBAR_KETIKAN = 120


@dataclass(frozen=True, slots=True)
class Geseran:
    """What a slider and its field need besides the value: made once for an input, not on every movement."""

    m: MasukanGeser
    judul: str
    label: str
    bawah: Letak
    atas: Letak
    langkah: Letak


def deret_geser(papan: Papan, s: Simulasi, kunci: Sequence[KunciUbahan]) -> None:
    """Draw a slider and its exact field for each input."""
    for g in caching.compute_once(
        "geseran", lambda: tuple(_rancang(s.masukan(k)) for k in kunci), s.awal, tuple(kunci)
    ):
        _geser(papan, g)


def _rancang(m: MasukanGeser) -> Geseran:
    label = label_masukan(m)
    batas = (_bilangan(m, nilai) for nilai in (m.bawah, m.atas, m.langkah))
    return Geseran(m, tanpa_markdown(f"{label} · {_resmi(m)}"), f"Nilai {label}", *batas)


def label_masukan(m: MasukanGeser, panjang: int = PANJANG_LABEL) -> str:
    """ "JUMLAH_ASN Jumlah seluruh ASN" with the part where it is not the value itself."""
    bagian = f" · {BAGIAN[m.kunci.bagian]}" if BAGIAN[m.kunci.bagian] else ""
    nama = m.nama.removeprefix("Nilai Kriteria ").removeprefix("Pelaksanaan ")
    return shorten(f"{m.kunci.kode} {nama}", panjang, placeholder="…") + bagian


def _geser(papan: Papan, g: Geseran) -> None:
    m = g.m
    geser, ketik = papan.geser(m.kunci), papan.ketik(m.kunci)
    nilai = papan.ubahan.get(m.kunci, m.resmi)
    letak = papan.awal(geser, lambda: _pada_geser(m, nilai))
    teks = papan.awal(ketik, lambda: _teks(nilai))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.slider(
            g.judul,
            g.bawah,
            g.atas,
            letak,
            step=g.langkah,
            format="localized",
            key=geser,
            on_change=_tergeser,
            args=(papan, m, geser),
        )
        st.text_input(
            g.label,
            teks,
            key=ketik,
            on_change=_terketik,
            args=(papan, m, ketik),
            label_visibility="collapsed",
            placeholder=m.satuan or "nilai",
            width=LEBAR_KETIKAN,
        )
    if error := st.session_state.get(papan.error(m.kunci)):
        tolakan(error)


def _resmi(m: MasukanGeser) -> str:
    return f"{m.asal} {nilai_bersatuan(m.resmi, m.satuan)}" if m.resmi is not None else "belum ada nilai"


def _tergeser(papan: Papan, m: MasukanGeser, widget: str) -> None:
    if widget != papan.geser(m.kunci):
        return
    nilai = Decimal(str(st.session_state[widget])).quantize(Decimal("0.01"), context=LEBAR).normalize()
    papan.pasang(m, nilai)
    papan.perbarui_ketikan(m.kunci)
    st.session_state.pop(papan.error(m.kunci), None)


def _terketik(papan: Papan, m: MasukanGeser, widget: str) -> None:
    if widget != papan.ketik(m.kunci):
        return
    teks = str(st.session_state[widget])
    st.session_state.pop(papan.error(m.kunci), None)
    if not teks.strip():
        papan.ubahan.pop(m.kunci, None)
        papan.perbarui_geser(m.kunci)
        if m.resmi is not None:
            papan.perbarui_ketikan(m.kunci)
        return
    nilai = baca_angka(teks, m.satuan)
    if isinstance(nilai, Ambigu | NumberError):
        st.session_state[papan.error(m.kunci)] = f"“{teks}” {nilai.salah}. {nilai.benar}"
        return
    papan.pasang(m, nilai)
    papan.perbarui_geser(m.kunci)


def _pada_geser(m: MasukanGeser, nilai: Decimal | None) -> Letak:
    """Where the slider stands for a value: within its range."""
    return _bilangan(m, min(max(nilai if nilai is not None else m.bawah, m.bawah), m.atas))


def _bilangan(m: MasukanGeser, nilai: Decimal) -> Letak:
    """What Streamlit's slider takes: whole numbers for what is counted. Only a position, never a measured value."""
    utuh = all(n == n.to_integral_value() for n in (m.bawah, m.atas, m.langkah))
    return int(nilai) if utuh else float(nilai)


def _teks(nilai: Decimal | None) -> str:
    return "" if nilai is None else tulis_terbaca(_ringkas(nilai))


def _ringkas(nilai: Decimal) -> Decimal:
    """A long quotient is shown to four decimals; unchanged, it stays exact."""
    pendek = nilai.quantize(DESIMAL_TAMPIL, context=LEBAR)
    return nilai if nilai == pendek else pendek
