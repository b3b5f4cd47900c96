"""All indicators in one aligned list: achievement bars against one common line at 100 % of the target to date."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import shorten
from typing import Any

from dashboard.charts.palet import GARIS, TINTA_SASARAN, Figur, pudar, tata_letak, warna
from dashboard.domain.hasil import HasilIndikator
from dashboard.domain.skala import Status
from dashboard.formatting import persen
from dashboard.texts import STATUS

TINGGI_BARIS = 46
AMBANG_PERHATIAN = 76
UJUNG_MIN = 125
PANJANG_NAMA = 48


def bullet(daftar: Sequence[HasilIndikator]) -> Figur:
    """Horizontal bars in the order given (top first), in percent of the target to date.

    The diamond marks the achievement of the annual target. Grey rows say why there is no number.
    """
    ujung = max([UJUNG_MIN, *(float(h.persen) * 1.12 for h in daftar if h.persen is not None)])
    posisi = list(range(len(daftar)))
    jejak: list[Figur] = [
        {
            "type": "bar",
            "orientation": "h",
            "y": posisi,
            "x": [float(h.persen) if h.persen is not None else 0 for h in daftar],
            "marker": {"color": [warna(h.status) for h in daftar]},
            "width": 0.34,
            "text": [_tulisan(h) for h in daftar],
            "textposition": "outside",
            "cliponaxis": False,
            "hovertext": [_layang(h) for h in daftar],
            "hoverinfo": "text",
        },
        _tanda_tahunan(daftar),
    ]
    return {"data": jejak, "layout": _layout(daftar, ujung)}


def _layout(daftar: Sequence[HasilIndikator], ujung: float) -> dict[str, Any]:
    pita = [
        (0, AMBANG_PERHATIAN, Status.KRITIS),
        (AMBANG_PERHATIAN, 100, Status.PERLU_PERHATIAN),
        (100, ujung, Status.TERCAPAI),
    ]
    bentuk = [
        {
            "type": "rect",
            "layer": "below",
            "x0": a,
            "x1": b,
            "y0": i - 0.36,
            "y1": i + 0.36,
            "fillcolor": pudar(warna(status), 0.10),
            "line": {"width": 0},
        }
        for i, h in enumerate(daftar)
        if h.target.sampai is not None
        for a, b, status in pita
    ]
    bentuk.append(
        {
            "type": "line",
            "x0": 100,
            "x1": 100,
            "y0": -0.5,
            "y1": len(daftar) - 0.5,
            "line": {"color": TINTA_SASARAN, "width": 2},
        }
    )
    return tata_letak(
        TINGGI_BARIS * len(daftar) + 44,
        margin={"l": 8, "r": 12, "t": 4, "b": 36},
        shapes=bentuk,
        bargap=0.2,
        hoverlabel={"align": "left"},
        yaxis={
            "tickvals": list(range(len(daftar))),
            "ticktext": [_nama(h) for h in daftar],
            "range": [len(daftar) - 0.5, -0.5],
            "automargin": True,
            "zeroline": False,
            "showgrid": False,
            "ticks": "",
            "fixedrange": True,
        },
        xaxis={
            "range": [0, ujung],
            "ticksuffix": " %",
            "tickvals": [0, 50, AMBANG_PERHATIAN, 100],
            "gridcolor": GARIS,
            "zeroline": False,
            "showgrid": False,
            "fixedrange": True,
            "title": {"text": "capaian terhadap target s.d. periode", "font": {"size": 12}},
        },
    )


def _nama(h: HasilIndikator) -> str:
    return f"<b>{h.kode}</b> {shorten(h.indikator.nama, PANJANG_NAMA, placeholder='…')}"


def _tanda_tahunan(daftar: Sequence[HasilIndikator]) -> Figur:
    tahunan = [(i, c) for i, h in enumerate(daftar) if (c := _tahunan(h)) is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "y": [i for i, _ in tahunan],
        "x": [float(c) for _, c in tahunan],
        "marker": {"symbol": "diamond", "size": 9, "color": TINTA_SASARAN, "line": {"width": 1, "color": "#FFFFFF"}},
        "hovertext": [f"capaian terhadap target tahunan {persen(c)}" for _, c in tahunan],
        "hoverinfo": "text",
    }


def _tahunan(h: HasilIndikator) -> Decimal | None:
    """The achievement of the annual target, where it says more than the one to date."""
    tahunan = h.capaian_tahunan.nilai if h.capaian_tahunan else None
    return None if tahunan == h.persen else tahunan


def _tulisan(h: HasilIndikator) -> str:
    gaya = STATUS[h.status]
    return f"{gaya.bentuk} {persen(h.persen)}" if h.persen is not None else f"{gaya.bentuk} {gaya.kata.lower()}"


def _layang(h: HasilIndikator) -> str:
    return f"{h.indikator.nama}<br>{STATUS[h.status].kata}"
