"""What was promised with earlier reports: the quarter opens with it, and the answer is one click."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard import caching, session
from dashboard.components.bidang.pesan import coba, gambar_pesan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import subjudul
from dashboard.domain.entri.janji import STATUS_JANJI, Janji
from dashboard.formatting import tanggal
from dashboard.services.entri.alur import jawab_janji
from dashboard.services.entri.bidang import BarisKinerja, Bidang
from dashboard.services.jam import hari_ini
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
TEMPAT = "janji"


def janji_baris(b: Bidang, baris: BarisKinerja) -> None:
    """Draw the promises of one row, each with its answer."""
    if not baris.janji:
        return
    subjudul("Janji periode lalu", "Jawab sebelum mengajukan: selesai, berjalan, atau batal.")
    for janji in baris.janji:
        kiri, kanan = st.columns([3, 2], vertical_alignment="center")
        with kiri:
            st.html(_satu(janji))
        with kanan:
            _jawaban(b, janji, boleh=baris.boleh_isi and (not b.terkunci or b.koreksi is not None))
    gambar_pesan(TEMPAT)


def kalimat_janji(baris: Sequence[BarisKinerja]) -> str:
    """How last quarter's promises stand, in one sentence; empty where there are none."""
    semua = [j for b in baris for j in b.janji]
    if not semua:
        return ""
    jumlah = [(sum(j.status == s for j in semua), s) for s in ("selesai", "berjalan", "batal")]
    belum = sum(j.status is None for j in semua)
    lewat = sum(j.lewat(hari_ini()) for j in semua)
    bagian = [f"{n} {kata}" for n, kata in [*jumlah, (belum, "belum dijawab")] if n]
    akhir = f"; {lewat} melewati batas waktu" if lewat else ""
    return f"{len(semua)} janji periode lalu: {', '.join(bagian)}{akhir}."


def _satu(janji: Janji) -> Markup:
    entri = janji.entri
    batas = f"batas {tanggal(entri.batas_waktu)}" if entri.batas_waktu else "tanpa batas waktu"
    siapa = f"{entri.pic or 'tanpa penanggung jawab'}, {batas}"
    return _HTML("janji", janji.periode, janji.isi, siapa, janji.lewat(hari_ini()))


def _jawaban(b: Bidang, janji: Janji, *, boleh: bool) -> None:
    kunci = f"janji-{'-'.join(map(str, janji.entri.kunci))}-{janji.status}"
    st.segmented_control(
        polos(f"Keadaan janji {janji.periode}"),
        STATUS_JANJI,
        default=janji.status,
        format_func=lambda kata: polos(kata.capitalize()),
        key=kunci,
        disabled=not boleh,
        label_visibility="collapsed",
        on_change=partial(_jawab, b, janji, kunci),
    )


def _jawab(b: Bidang, janji: Janji, kunci: str) -> None:
    status = st.session_state.get(kunci)
    if status is None:
        return

    def jawab() -> None:
        engine, pelaku, instansi = caching.shared_engine(), session.pelaku_aktif(), b.k.data.instansi.kode
        jawab_janji(engine, pelaku, instansi, janji.entri, status, hari_ini=hari_ini(), sd=b.k.sd)

    coba(TEMPAT, jawab, f"Janji {janji.periode} dicatat {status}.")
