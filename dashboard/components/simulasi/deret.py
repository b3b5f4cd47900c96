"""The sliders with exact fields beside them: one element of the page for all of them, drawn by the browser.

The session keeps exact decimals; a slider only shows at which step a value lies. Numbers are typed in Indonesian and
read strictly (dashboard/domain/dasar/angka.py): what cannot be read is said under the field and changes nothing. The
browser sends what the server has not answered yet, with a rising number, so no key is lost and none heard twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from textwrap import shorten
from typing import Any

import streamlit as st

from dashboard import caching
from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.charts.simulasi import BAGIAN
from dashboard.components.simulasi.papan import Papan
from dashboard.components.umum.kode_peramban import browser_code
from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, tulis_terbaca
from dashboard.domain.dasar.penjelasan import LEBAR
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.simulasi import MasukanGeser, Simulasi

PANJANG_LABEL = 64
DESIMAL_TAMPIL = Decimal("0.0001")
_KOMPONEN = st.components.v2.component(
    "dasbor_papan_geser",
    html=browser_code(__file__, "papan.html"),
    css=browser_code(__file__, "papan.css"),
    js=browser_code(__file__, "papan.js"),
)


@dataclass(frozen=True, slots=True)
class Geseran:
    """A slider and its field: the input, and what the browser is told of it besides the value."""

    m: MasukanGeser
    tetap: dict[str, Any]


def deret_geser(papan: Papan, s: Simulasi, kunci: Sequence[KunciUbahan]) -> None:
    """Draw a slider and its exact field for each input."""
    geseran: tuple[Geseran, ...] = caching.compute_once(
        "geseran", lambda: tuple(_rancang(s.masukan(k)) for k in kunci), s.awal, tuple(kunci)
    )
    data = {
        "babak": papan.babak,
        "nomor": papan.terdengar,
        "tetap": [g.tetap for g in geseran],
        "gerak": [_gerak(papan, g.m) for g in geseran],
    }
    _KOMPONEN(key=kunci_papan(papan), data=data, on_aksi_change=partial(_terima, papan, geseran))


def kunci_papan(papan: Papan) -> str:
    """The key of the component that holds all sliders of a board."""
    return f"{papan.awalan}-geser"


def _rancang(m: MasukanGeser) -> Geseran:
    dalam_rentang = m.resmi is not None and m.bawah <= m.resmi <= m.atas
    tetap = {
        "kunci": _nama(m.kunci),
        "label": label_masukan(m),
        "resmi": f"{m.asal} {nilai_bersatuan(m.resmi, m.satuan)}" if m.resmi is not None else "belum ada nilai",
        "satuan": m.satuan,
        "bawah": float(m.bawah),
        "atas": float(m.atas),
        "satu": float(m.langkah),
        "langkah": m.jumlah_langkah,
        "desimal": max(0, *(-int(n.normalize().as_tuple().exponent) for n in (m.bawah, m.atas, m.langkah))),
        "letakResmi": m.letak(m.resmi) if dalam_rentang else None,
        "teksResmi": _teks(m.resmi),
    }
    return Geseran(m, tetap)


def _nama(kunci: KunciUbahan) -> str:
    return f"{kunci.kode}|{kunci.bagian.value}"


def label_masukan(m: MasukanGeser, panjang: int = PANJANG_LABEL) -> str:
    """ "JUMLAH_ASN Jumlah seluruh ASN" with the part where it is not the value itself."""
    bagian = f" · {BAGIAN[m.kunci.bagian]}" if BAGIAN[m.kunci.bagian] else ""
    nama = m.nama.removeprefix("Nilai Kriteria ").removeprefix("Pelaksanaan ")
    return shorten(f"{m.kunci.kode} {nama}", panjang, placeholder="…") + bagian


def _gerak(papan: Papan, m: MasukanGeser) -> tuple[int, str, str]:
    """Where the slider stands, what the field shows, and what is wrong with it."""
    nilai = papan.ubahan.get(m.kunci, m.resmi)
    teks, salah = papan.tolakan.get(m.kunci, (_teks(nilai), ""))
    return m.letak(nilai), teks, salah


def _terima(papan: Papan, geseran: Sequence[Geseran]) -> None:
    """Take what the browser sends; what was heard before, or was meant for changes since replaced, is not taken."""
    aksi = st.session_state[kunci_papan(papan)]["aksi"]
    if aksi["babak"] != papan.babak:
        return
    per_nama = {_nama(g.m.kunci): g.m for g in geseran}
    for nomor, nama, jenis, isi in sorted(aksi["ubah"]):
        if int(nomor) > papan.terdengar and nama in per_nama:
            _UBAH[jenis](papan, per_nama[nama], isi)
    papan.dengar(max((int(nomor) for nomor, *_ in aksi["ubah"]), default=0))


def _tergeser(papan: Papan, m: MasukanGeser, letak: Any) -> None:
    papan.pasang(m, m.nilai_pada(min(max(int(letak), 0), m.jumlah_langkah)))


def _terketik(papan: Papan, m: MasukanGeser, teks: Any) -> None:
    if not str(teks).strip():
        papan.lepas(m.kunci)
        return
    nilai = baca_angka(str(teks), m.satuan)
    if isinstance(nilai, Ambigu | NumberError):
        papan.tolakan[m.kunci] = (str(teks), f"“{teks}” {nilai.salah}. {nilai.benar}")
        return
    papan.pasang(m, nilai)


_UBAH = {"letak": _tergeser, "teks": _terketik}


def _teks(nilai: Decimal | None) -> str:
    return "" if nilai is None else tulis_terbaca(_ringkas(nilai))


def _ringkas(nilai: Decimal) -> Decimal:
    """A long quotient is shown to four decimals; unchanged, it stays exact."""
    pendek = nilai.quantize(DESIMAL_TAMPIL, context=LEBAR)
    return nilai if nilai == pendek else pendek
