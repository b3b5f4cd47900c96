"""The whole cascade at a glance: levels from left to right, every box in its place, coloured by its worst indicator."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from textwrap import shorten

from dashboard.charts.kotak_pohon import kalimat_sebaran, status_terburuk
from dashboard.charts.palet import Figur, tata_letak, warna
from dashboard.domain.cascade.pohon import Pohon
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.texts import JENIS, STATUS

AKAR = "_"
TINGGI_DAUN = 17
HURUF_LABEL = 26
"""What a cell of six levels holds on a laptop; a wider one is opened by a click."""
TINGGI = (420, 860)
TINTA = "#18212C"
TANPA_DATA = "#E4E6E9"
KEPEKATAN = Decimal("0.34")
"""Tints are mixed with white and carry dark text, so that they read the same in both themes."""


def icicle(pohon: Pohon, hasil: Mapping[str, HasilIndikator], nama: str, tampil: Collection[str]) -> Figur:
    """One cell a box of `tampil`, as tall as the boxes at the end of its branches; several roots stand under `nama`."""
    kode = [k for k, _ in pohon.telusuri() if k in tampil]
    bercabang = {pohon.simpul[k].induk for k in kode}
    milik = {k: [hasil[i] for i in pohon.indikator[k]] for k in kode}
    banyak_akar = sum(k in tampil for k in pohon.puncak) > 1
    awal = [AKAR] if banyak_akar else []
    jejak: Figur = {
        "type": "icicle",
        "ids": [*awal, *kode],
        "labels": [*(nama for _ in awal), *(_label(pohon, k, milik[k]) for k in kode)],
        "parents": [*("" for _ in awal), *(_induk(pohon, k, AKAR if banyak_akar else "") for k in kode)],
        "values": [*(0 for _ in awal), *(0 if k in bercabang else 1 for k in kode)],
        "branchvalues": "remainder",
        "tiling": {"orientation": "h", "pad": 1},
        "marker": {"colors": [*(TANPA_DATA for _ in awal), *(_warna(milik[k]) for k in kode)], "line": {"width": 0}},
        "leaf": {"opacity": 1},
        "textfont": {"color": TINTA, "size": 11},
        "textposition": "middle left",
        "hovertext": [*(nama for _ in awal), *(_keterangan(pohon, k, milik[k]) for k in kode)],
        "hoverinfo": "text",
        "sort": False,
        "pathbar": {"visible": False},
    }
    tinggi = TINGGI_DAUN * sum(k not in bercabang for k in kode)
    return {
        "data": [jejak],
        "layout": tata_letak(
            min(max(tinggi, TINGGI[0]), TINGGI[1]),
            margin={"l": 0, "r": 0, "t": 4, "b": 4},
            uniformtext={"minsize": 9, "mode": "hide"},
        ),
    }


def kalimat_icicle(kotak: int, sebaran: Sequence[tuple[Status, int]]) -> str:
    """What the overview of so many boxes shows, in one sentence; its alt text."""
    return f"Peta {kotak} kotak pohon kinerja menurut status terburuk: {kalimat_sebaran(sebaran)}."


def _induk(pohon: Pohon, kode: str, akar: str) -> str:
    induk = pohon.simpul[kode].induk
    return induk if induk is not None and induk in pohon.simpul else akar


def _label(pohon: Pohon, kode: str, milik: Sequence[HasilIndikator]) -> str:
    status = status_terburuk(milik)
    nama = shorten(f"{kode} {pohon.simpul[kode].sasaran}", HURUF_LABEL, placeholder="…")
    return f"{STATUS[status].bentuk} {nama}" if status else nama


def _warna(milik: Sequence[HasilIndikator]) -> str:
    status = status_terburuk(milik)
    if status is None or not status.berwarna:
        return TANPA_DATA
    heksa = warna(status)
    bagian = (int(heksa[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{255 - round((255 - n) * KEPEKATAN):02X}" for n in bagian)


def _keterangan(pohon: Pohon, kode: str, milik: Sequence[HasilIndikator]) -> str:
    s = pohon.simpul[kode]
    isi = kalimat_sebaran([(h.status, sum(m.status is h.status for m in milik)) for h in milik])
    return f"{JENIS[s.jenjang]} {kode}<br>{shorten(s.sasaran, 90, placeholder='…')}<br>{isi or 'tanpa indikator'}"
