"""Generic pieces of a page: header with its finding, status, cards, notices, empty state, footer.

`..._html` functions are pure and return escaped ``Markup`` from `tata.html`; the functions beside them draw it. They
hold no widget, so they may be drawn inside a replay.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from dashboard import session
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Kelas, Status
from dashboard.domain.entri.kunci import KeadaanPosisi
from dashboard.templates import Fragments
from dashboard.texts import DATA_CONTOH, STATUS, YANG_TERSEGEL, batas_kelas

_HTML = Fragments(__file__)


@dataclass(frozen=True, slots=True)
class Kartu:
    """One card: a name, a figure already formatted, and what it means. `status` adds shape and word."""

    judul: str
    nilai: str
    satuan: str = ""
    status: Status | None = None
    keterangan: tuple[str, ...] = ()
    contoh: bool = False


def lencana_html(teks: str) -> Markup:
    """A small outlined label such as "data contoh"."""
    return _HTML("lencana", teks)


def status_teks(status: Status) -> str:
    """Shape and word as plain text, for tables and captions: "✖ Kritis"."""
    return f"{STATUS[status].bentuk} {STATUS[status].kata}"


def page_header(
    halaman: str, temuan: str, konteks: Sequence[str] = (), *, contoh: bool = False, sd: SampaiDengan | None = None
) -> None:
    """Draw the page's name above its finding, under it where, when, whether that is closed, and what is simulated.

    `temuan` is one sentence and becomes the page's only h1. The position is the filter's, unless the page shows
    another (`sd`).
    """
    posisi = ((sd or session.filter_aktif().sd).label, session.keadaan_posisi())
    st.html(_HTML("kepala", halaman, temuan, konteks, posisi, contoh))


def baris_kartu(kartu: Sequence[Kartu]) -> None:
    """Draw cards side by side, as many to a row as fit."""
    st.html(_HTML("kisi", kartu))


def subjudul(teks: str, keterangan: str = "") -> None:
    """Draw the heading of a part of the page, with one quiet line under it."""
    st.html(_HTML("subjudul", teks, keterangan))


def keadaan_kosong(judul: str, penjelasan: str) -> None:
    """Draw what stands where there is nothing to show: what is missing, why, and what to do."""
    st.html(_HTML("kosong", judul, penjelasan))


def error(kalimat: str) -> None:
    """Draw what stands in place of a page that failed."""
    st.html(_HTML("galat", kalimat))


def paragraf(teks: str, *, redup: bool = False) -> None:
    """Draw a small line of text, quiet where asked; Streamlit's own caption is too pale to read."""
    st.html(_HTML("paragraf", teks, redup))


def tolakan(teks: str) -> None:
    """Draw why something typed was not taken."""
    st.html(_HTML("tolakan", teks))


def catatan(teks: str, *, langsung: bool = False) -> None:
    """Draw a remark set off from the text; `langsung` has a screen reader say it when it changes."""
    st.html(_HTML("catatan", teks, "", langsung))


def catatan_contoh(teks: str = "Realisasi pada halaman ini dibuat untuk peragaan, bukan laporan resmi.") -> None:
    """Draw the notice that values are simulated; due on every page that shows one."""
    st.html(_HTML("catatan", teks, DATA_CONTOH))


def legenda_status(status: Sequence[Status], kelas: Sequence[Kelas]) -> None:
    """Draw the statuses that occur, with their words and, by the rows in force (`kelas`), where they begin."""
    st.html(legenda_html(status, kelas))


def legenda_html(status: Sequence[Status], kelas: Sequence[Kelas]) -> Markup:
    batas = batas_kelas(kelas)
    return _HTML("legenda", [(satu, batas.get(satu.value, "")) for satu in status])


def page_footer(versi_data: str, keterangan: Sequence[str] = (), *, tersegel: bool = True) -> None:
    """Draw the footer: the data's version and where it comes from.

    Of a closed position it says what stays and what does not; `tersegel` False for a page that shows today's state.
    """
    dikunci = tersegel and session.keadaan_posisi() is not KeadaanPosisi.SEMENTARA
    st.html(_HTML("kaki", (f"Versi data {versi_data}", *((YANG_TERSEGEL,) if dikunci else ()), *keterangan)))
