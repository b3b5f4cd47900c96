"""Indicators as bullets in one aligned list: achievement bars on one common scale, in percent of the target to date.

Drawn as HTML: names wrap instead of being cut, it prints, it needs no script, and it costs next to nothing.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import kalimat
from dashboard.domain.dasar.skala import Kelas
from dashboard.domain.hitung.capaian import NOL, SERATUS
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import capaian_teks, persen
from dashboard.templates import Fragments
from dashboard.texts import STATUS

UJUNG_MIN = Decimal(125)
Alamat = Callable[[str], str]
_HTML = Fragments(__file__)


def daftar_bullet(daftar: Sequence[HasilIndikator], kelas: Sequence[Kelas], alamat: Alamat) -> None:
    """Draw the list in the order given on a scale marked where the status rows (`kelas`) begin.

    `alamat` gives the address where a code is explained.
    """
    st.html(daftar_bullet_html(daftar, kelas, alamat))


def daftar_bullet_html(daftar: Sequence[HasilIndikator], kelas: Sequence[Kelas], alamat: Alamat) -> Markup:
    """The list as escaped HTML with its scale below."""
    ujung = max([UJUNG_MIN, *(h.persen * Decimal("1.05") for h in daftar if h.persen is not None)])
    batas = sorted({k.batas for k in kelas if k.batas is not None} | {SERATUS})
    patok = [(_letak(n, ujung), persen(n)) for n in (NOL, *batas)]
    baris = [_baris(h, ujung, alamat(h.kode)) for h in daftar]
    return _HTML("daftar", baris, patok, _letak(SERATUS, ujung))


def _baris(h: HasilIndikator, ujung: Decimal, alamat: str) -> dict[str, Any]:
    tampilan = STATUS[h.status]
    nilai = ujung if h.tak_hingga else h.persen
    letak = None if nilai is None else _letak(nilai, ujung)
    return {
        "alamat": alamat,
        "kode": h.kode,
        "nama": h.indikator.nama,
        "tampilan": tampilan,
        "angka": capaian_teks(h.capaian) if letak is not None else tampilan.kata.lower(),
        "kalimat": kalimat(h),
        "letak": letak,
        "tahunan": _tahunan(h, ujung),
    }


def _tahunan(h: HasilIndikator, ujung: Decimal) -> tuple[str, str] | None:
    """Place and words of the achievement of the annual target, where it says more than the one to date."""
    nilai = h.capaian_tahunan.nilai if h.capaian_tahunan else None
    if nilai is None or nilai == h.persen:
        return None
    return _letak(min(nilai, ujung), ujung), persen(nilai)


def _letak(nilai: Decimal, ujung: Decimal) -> str:
    """A position on the scale in percent of its width, for CSS."""
    return f"{float(nilai / ujung * 100):.2f}"
