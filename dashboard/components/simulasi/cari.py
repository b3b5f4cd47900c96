"""Goal seek beside the sliders: what must one input be, in people or documents, for the aim to be reached."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

import streamlit as st

from dashboard import caching
from dashboard.charts.simulasi import BAGIAN, kalimat_pencarian
from dashboard.components.simulasi.deret import label_masukan
from dashboard.components.simulasi.papan import Papan
from dashboard.components.umum.tata import catatan, tolakan
from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, tulis_terbaca
from dashboard.domain.skenario.cari_nilai import Pencarian
from dashboard.domain.skenario.dasar import BAGIAN_TARGET, KunciUbahan
from dashboard.services.simulasi import Simulasi
from dashboard.templates import Fragments

_HTML = Fragments(__file__)

Tanya = tuple[tuple[tuple[KunciUbahan, Decimal], ...], KunciUbahan, str, Decimal]
"""From which changes, moving which input, for which indicator, to which value."""


def panel_cari(papan: Papan, s: Simulasi, sasaran: Sequence[str], kunci: Sequence[KunciUbahan]) -> None:
    """Draw the question and its answer, from the scenario as it stands.

    Without changes the answer is the same for everybody and stands there at once. Seeking costs many scenarios, so
    what was moved is sought from when somebody asks.
    """
    pilihan = [k for k in kunci if k.bagian not in BAGIAN_TARGET]
    if not pilihan:
        return
    st.html(_HTML("judul"))
    kolom = st.columns([3, 5, 2], vertical_alignment="bottom")
    kode = (
        kolom[0].selectbox(
            "Agar", sasaran, key=f"{papan.awalan}-cari-sasaran", required=True, on_change=_tanyakan, args=(papan,)
        )
        or sasaran[0]
    )
    masukan = kolom[1].selectbox(
        "mencapai, ubah",
        pilihan,
        key=f"{papan.awalan}-cari-masukan",
        required=True,
        format_func=lambda k: label_masukan(s.masukan(k), 60),
        on_change=_tanyakan,
        args=(papan,),
    )
    target = s.target_kini(papan.ubahan, kode)
    teks = kolom[2].text_input(
        "menjadi",
        key=f"{papan.awalan}-cari-nilai-{kode}",
        placeholder="" if target is None else tulis_terbaca(target),
        on_change=_tanyakan,
        args=(papan,),
    )
    tujuan = _tujuan(teks, target, s.dasar.hasil.indikator[kode].indikator.satuan)
    if isinstance(tujuan, str):
        tolakan(tujuan)
        return
    dari = dict(papan.ubahan)
    tanya = (tuple(sorted(dari.items())), masukan or pilihan[0], kode, tujuan)
    if not _ditanyakan(papan, tanya):
        st.button("Hitung dari geseran ini", key=f"{papan.awalan}-cari-hitung", on_click=_tanyakan, args=(papan,))
        return
    jawab = caching.compute_once("cari", partial(s.cari, dari, *tanya[1:]), s.awal, tanya)
    draw_jawaban(s, jawab)
    if jawab.nilai is not None and not jawab.sudah:
        st.button(
            "Pakai nilai ini", key=f"{papan.awalan}-cari-pakai", on_click=_pakai, args=(papan, jawab.kunci, jawab.nilai)
        )


def draw_jawaban(s: Simulasi, jawab: Pencarian) -> None:
    """The answer as one sentence."""
    kunci = jawab.kunci
    nama = " ".join(bagian for bagian in (BAGIAN[kunci.bagian], kunci.kode) if bagian)
    kalimat = kalimat_pencarian(jawab, nama, s.satuan(kunci), s.dasar.hasil.indikator[jawab.kode])
    catatan(kalimat, langsung=True)


def _tanyakan(papan: Papan) -> None:
    st.session_state[f"{papan.awalan}-cari-minta"] = True


def _ditanyakan(papan: Papan, tanya: Tanya) -> bool:
    """Whether this question is the one asked last; the one from official values needs no asking."""
    terakhir = f"{papan.awalan}-cari-tanya"
    if st.session_state.pop(f"{papan.awalan}-cari-minta", False):
        st.session_state[terakhir] = tanya
    return not tanya[0] or st.session_state.get(terakhir) == tanya


def _tujuan(teks: str, target: Decimal | None, satuan: str | None) -> Decimal | str:
    if not teks.strip():
        return target if target is not None else "Isi nilai yang dituju: indikator ini belum memiliki target."
    nilai = baca_angka(teks, satuan)
    return f"“{teks}” {nilai.salah}. {nilai.benar}" if isinstance(nilai, Ambigu | NumberError) else nilai


def _pakai(papan: Papan, kunci: KunciUbahan, nilai: Decimal) -> None:
    papan.ganti({**papan.ubahan, kunci: nilai})
