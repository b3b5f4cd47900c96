"""Goal seek beside the sliders: what must one input be, in people or documents, for the aim to be reached."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard import caching
from dashboard.charts.simulasi import BAGIAN, kalimat_gabungan, kalimat_langkah, kalimat_pencarian, kalimat_penyebut
from dashboard.components.simulasi.deret import label_masukan
from dashboard.components.simulasi.papan import Papan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import catatan, tolakan
from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, tulis_terbaca
from dashboard.domain.skenario.cari_nilai import Pencarian
from dashboard.domain.skenario.dasar import BAGIAN_TARGET, KunciUbahan, Ubahan
from dashboard.domain.skenario.gabungan import Gabungan
from dashboard.services.simulasi import Simulasi
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
PANJANG_PILIHAN = 58

Tanya = tuple[tuple[tuple[KunciUbahan, Decimal], ...], KunciUbahan, str, Decimal]
"""From which changes, moving which input, for which indicator, to which value."""


def panel_cari(papan: Papan, s: Simulasi, sasaran: Sequence[str], kunci: Sequence[KunciUbahan]) -> None:
    """Draw the question and its answer, from the scenario as it stands.

    Without changes the answer is the same for everybody and stands there at once. Seeking costs many scenarios, so
    what was moved is sought from when somebody asks.
    """
    semua = [k for k in kunci if k.bagian not in BAGIAN_TARGET]
    if not semua:
        return
    st.html(_HTML("judul"))
    kolom = st.columns([3, 2], vertical_alignment="bottom")
    kode = (
        kolom[0].selectbox(
            "Agar", sasaran, key=f"{papan.awalan}-cari-sasaran", required=True, on_change=_tanyakan, args=(papan,)
        )
        or sasaran[0]
    )
    pembagi, label = caching.compute_once("pilihan-cari", partial(_pilihan, s, semua, kode), s.awal, tuple(semua), kode)
    pilihan = list(label)
    target = s.target_kini(papan.ubahan, kode)
    teks = kolom[1].text_input(
        "mencapai",
        key=f"{papan.awalan}-cari-nilai-{kode}",
        placeholder="" if target is None else tulis_terbaca(target),
        on_change=_tanyakan,
        args=(papan,),
    )
    masukan = st.selectbox(
        "ubah",
        pilihan,
        key=f"{papan.awalan}-cari-masukan-{kode}",
        required=True,
        format_func=label.__getitem__,
        on_change=_tanyakan,
        args=(papan,),
    )
    tujuan = _tujuan(teks, target, s.dasar.hasil.indikator[kode].indikator.satuan)
    if isinstance(tujuan, str):
        tolakan(tujuan)
        return
    dari = dict(papan.ubahan)
    tanya = (tuple(sorted(dari.items())), masukan or pilihan[0], kode, tujuan)
    if tanya[1] in pembagi and not _pembagi_dimaksud(papan, tanya):
        return
    if not _ditanyakan(papan, tanya):
        st.button("Hitung dari geseran ini", key=f"{papan.awalan}-cari-hitung", on_click=_tanyakan, args=(papan,))
        return
    jawab = caching.compute_once("cari", partial(s.cari, dari, *tanya[1:]), s.awal, tanya)
    draw_jawaban(s, jawab)
    if jawab.nilai is None and tanya[1] not in pembagi:
        _gabungan(papan, s, jawab, tanya)
    elif jawab.nilai is not None and not jawab.sudah:
        _tombol_pakai(papan, {jawab.kunci: jawab.nilai}, "Pakai nilai ini")


def _pilihan(
    s: Simulasi, kunci: Sequence[KunciUbahan], kode: str
) -> tuple[frozenset[KunciUbahan], dict[KunciUbahan, str]]:
    """The inputs that divide `kode`, and the names of all: those that divide come last and say so."""
    pembagi = frozenset(k for k in kunci if s.penyebut(k, kode))
    urut = sorted(kunci, key=pembagi.__contains__)
    return pembagi, {k: _label(s, k, " (pembagi)" if k in pembagi else "") for k in urut}


def _label(s: Simulasi, kunci: KunciUbahan, sifat: str) -> str:
    """As much of a name as the box shows."""
    return label_masukan(s.masukan(kunci), PANJANG_PILIHAN - len(sifat)) + sifat


def _pembagi_dimaksud(papan: Papan, tanya: Tanya) -> bool:
    """What it means to divide by another number, and whether that is what somebody wants to know."""
    tolakan(kalimat_penyebut(tanya[1].kode, tanya[2]))
    return st.checkbox("Tetap cari dengan pembagi", key=f"{papan.awalan}-cari-pembagi-{tanya[1].kode}-{tanya[2]}")


def _gabungan(papan: Papan, s: Simulasi, jawab: Pencarian, tanya: Tanya) -> None:
    """Where one input cannot do it: the smallest mix that can."""
    g, isi = caching.compute_once("gabungan", partial(_susun_gabungan, s, jawab, tanya), s.awal, tanya)
    if not isi:
        return
    st.html(isi)
    if g.tercapai:
        _tombol_pakai(papan, g.ubahan, "Pakai gabungan ini")


def _susun_gabungan(s: Simulasi, jawab: Pencarian, tanya: Tanya) -> tuple[Gabungan, Markup]:
    """The mix and its sentences, once for a question."""
    dari, _, kode, tujuan = tanya
    g = s.gabungan(dict(dari), kode, tujuan)
    if len(g.langkah) < 2:
        return g, Markup()
    satuan = {satu.kunci: s.satuan(satu.kunci) for satu in g.langkah}
    isi = [kalimat_langkah(satu, label_masukan(s.masukan(satu.kunci)), satuan[satu.kunci]) for satu in g.langkah]
    return g, _HTML(
        "gabungan", kalimat_gabungan(g, jawab, satuan, s.dasar.hasil.indikator[kode]), isi if g.tercapai else []
    )


def _tombol_pakai(papan: Papan, ubahan: Ubahan, label: str) -> None:
    st.button(polos(label), key=f"{papan.awalan}-cari-pakai", on_click=_pakai, args=(papan, ubahan))


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


def _pakai(papan: Papan, ubahan: Ubahan) -> None:
    papan.ganti({**papan.ubahan, **ubahan})
