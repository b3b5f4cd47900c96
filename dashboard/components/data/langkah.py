"""What the steps of the page Data look like: their numbered heading, a conclusion, a table of rows."""

import re
from collections.abc import Sequence
from textwrap import shorten

import streamlit as st
from markupsafe import Markup

PANJANG_ISI = 120
"""A description can be a page long; the table shows how it begins."""
NADA = {"beres": "dk-beres", "tolak": "dk-tolak", "tanya": "dk-tanya", "biasa": ""}
BENTUK = {"beres": "●", "tolak": "✖", "tanya": "▲", "biasa": "○"}

_TANDA_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!:|<>~$])")


def polos(teks: str) -> str:
    """Text of a file for a widget's label, which Streamlit would read as Markdown."""
    return _TANDA_MARKDOWN.sub(r"\\\1", teks)


def langkah(nomor: int, judul: str, keterangan: str, *, nanti: bool = False) -> None:
    """Draw the heading of a step; `nanti` sets one back that is not due yet."""
    pola = (
        '<div class="dk dk-langkah{}"><b aria-hidden="true">{}</b>'
        '<h2><span class="dk-tersembunyi">Langkah {}: </span>{}</h2><p class="dk-redup">{}</p></div>'
    )
    st.html(Markup(pola).format(" dk-nanti" if nanti else "", nomor, nomor, judul, keterangan))


def simpulan(kalimat: str, nada: str, tambahan: str = "") -> None:
    """Draw the one sentence that says how things stand, with its shape and, quieter, what to do."""
    kecil = Markup("<small>{}</small>").format(tambahan) if tambahan else ""
    pola = '<div class="dk dk-simpulan {}" role="status"><b aria-hidden="true">{}</b><span>{}{}</span></div>'
    st.html(Markup(pola).format(NADA[nada], BENTUK[nada], kalimat, kecil))


def redup(kalimat: str) -> None:
    """Draw a quiet line; Streamlit's own caption is too pale to read."""
    st.html(Markup('<p class="dk dk-kalimat dk-redup">{}</p>').format(kalimat))


def tabel(judul: str, kepala: Sequence[str], baris: Sequence[Markup]) -> None:
    """Draw a table whose rows are already escaped; it scrolls sideways by itself."""
    kolom = Markup("").join(Markup('<th scope="col">{}</th>').format(satu) for satu in kepala)
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="{}"><table class="dk-tabel dk-baris">'
        '<caption class="dk-tersembunyi">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    )
    st.html(Markup(pola).format(judul, judul, kolom, Markup("").join(baris)))


def perubahan_html(isi: Sequence[tuple[str, str, str]], batas: int = 6) -> Markup:
    """Changed columns as "nilai: 20,25 → 21"; the first few, and how many more."""
    butir = [_butir(kolom, lama, baru) for kolom, lama, baru in isi[:batas]]
    if len(isi) > batas:
        butir.append(Markup('<p class="dk-kolom">dan {} kolom lain</p>').format(len(isi) - batas))
    return Markup('<div class="dk-ubahan">{}</div>').format(Markup("").join(butir))


def _butir(kolom: str, lama: str, baru: str) -> Markup:
    semula = Markup("{} → ").format(_pendek(lama)) if lama else Markup("")
    pola = '<p><span class="dk-kolom">{}:</span> {}<b>{}</b></p>'
    return Markup(pola).format(kolom, semula, _pendek(baru) or "kosong")


def _pendek(teks: str) -> str:
    return shorten(teks, PANJANG_ISI, placeholder=" …") if len(teks) > PANJANG_ISI else teks
