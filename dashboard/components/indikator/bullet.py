"""Indicators as bullets in one aligned list: achievement bars on one common scale, in percent of the target to date.

Drawn as HTML: names wrap instead of being cut, it prints, it needs no script, and it costs next to nothing.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import kalimat
from dashboard.components.umum.tata import kelas_warna
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import persen
from dashboard.texts import STATUS

AMBANG_PERHATIAN = 76
UJUNG_MIN = Decimal(125)
Alamat = Callable[[str], str]


def daftar_bullet(daftar: Sequence[HasilIndikator], alamat: Alamat) -> None:
    """Draw the list in the order given; `alamat` gives the address where a code is explained."""
    st.html(daftar_bullet_html(daftar, alamat))


def daftar_bullet_html(daftar: Sequence[HasilIndikator], alamat: Alamat) -> Markup:
    """The list as escaped HTML with its scale below."""
    ujung = max([UJUNG_MIN, *(h.persen * Decimal("1.05") for h in daftar if h.persen is not None)])
    baris = Markup("").join(_baris(h, ujung, alamat(h.kode)) for h in daftar)
    patok = Markup("").join(
        Markup('<span style="left:{}%">{} %</span>').format(_letak(Decimal(n), ujung), n)
        for n in (0, AMBANG_PERHATIAN, 100)
    )
    return Markup(
        '<ul class="dk dk-bullet">{}</ul><div class="dk dk-patok dk-angka" aria-hidden="true">{}</div>'
    ).format(baris, patok)


def _baris(h: HasilIndikator, ujung: Decimal, alamat: str) -> Markup:
    pola = (
        '<li><div class="dk-atas"><a href="{}" target="_self"><b>{}</b> {}</a><span class="dk-angka">'
        '<span class="dk-bentuk {}" aria-hidden="true">{}</span> {}</span></div>{}</li>'
    )
    gaya = STATUS[h.status]
    angka = persen(h.persen) if h.persen is not None else gaya.kata.lower()
    return Markup(pola).format(
        alamat, h.kode, h.indikator.nama, kelas_warna(h.status), gaya.bentuk, angka, _batang(h, ujung)
    )


def _batang(h: HasilIndikator, ujung: Decimal) -> Markup:
    if h.persen is None:
        return Markup('<div class="dk-alas dk-hampa" role="img" aria-label="{}"></div>').format(kalimat(h))
    pola = (
        '<div class="dk-alas" role="img" aria-label="{}">'
        '<i class="dk-zona" style="width:{}%"></i><i class="dk-zona" style="width:{}%"></i>'
        '<i class="dk-warna {}" style="width:{}%"></i>{}<i class="dk-garis" style="left:{}%"></i></div>'
    )
    return Markup(pola).format(
        kalimat(h),
        _letak(Decimal(AMBANG_PERHATIAN), ujung),
        _letak(Decimal(100), ujung),
        kelas_warna(h.status),
        _letak(h.persen, ujung),
        _tahunan(h, ujung),
        _letak(Decimal(100), ujung),
    )


def _tahunan(h: HasilIndikator, ujung: Decimal) -> Markup:
    """The achievement of the annual target, where it says more than the one to date."""
    nilai = h.capaian_tahunan.nilai if h.capaian_tahunan else None
    if nilai is None or nilai == h.persen:
        return Markup("")
    pola = '<i class="dk-ketupat" style="left:{}%" title="terhadap target tahunan {}"></i>'
    return Markup(pola).format(_letak(min(nilai, ujung), ujung), persen(nilai))


def _letak(nilai: Decimal, ujung: Decimal) -> str:
    """A position on the scale in percent of its width, for CSS."""
    return f"{float(nilai / ujung * 100):.2f}"
