"""How the indicators of each unit stand: ordered, stacked, horizontal."""

from collections.abc import Sequence
from textwrap import shorten

from dashboard.charts.palet import GARIS, Figur, tata_letak, warna
from dashboard.domain.agregat import SebaranStatus
from dashboard.domain.skala import Status
from dashboard.texts import STATUS

TINGGI_BARIS = 40
TAK_BERWARNA = "Belum ada data"


def status_unit(baris: Sequence[SebaranStatus]) -> Figur:
    """One bar a unit, one colour a status; everything without a number is one grey part."""
    posisi = list(range(len(baris)))
    jejak = [_jejak(s, STATUS[s].kata, [dict(b.per_status).get(s, 0) for b in baris]) for s in Status if s.berwarna]
    kelabu = [sum(n for s, n in b.per_status if not s.berwarna) for b in baris]
    jejak.append(_jejak(Status.BELUM_DILAPORKAN, TAK_BERWARNA, kelabu))
    for j in jejak:
        j["y"] = posisi
    return {
        "data": [j for j in jejak if any(j["x"])],
        "layout": tata_letak(
            TINGGI_BARIS * len(baris) + 74,
            barmode="stack",
            bargap=0.38,
            margin={"l": 8, "r": 12, "t": 34, "b": 28},
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "traceorder": "normal"},
            yaxis={
                "tickvals": posisi,
                "ticktext": [shorten(b.nama, 42, placeholder="…") for b in baris],
                "range": [len(baris) - 0.5, -0.5],
                "automargin": True,
                "ticks": "",
                "showgrid": False,
                "fixedrange": True,
            },
            xaxis={
                "gridcolor": GARIS,
                "zeroline": False,
                "fixedrange": True,
                "nticks": 6,
                "title": {"text": "jumlah indikator", "font": {"size": 12}},
            },
        ),
    }


def _jejak(status: Status, nama: str, jumlah: list[int]) -> Figur:
    return {
        "type": "bar",
        "orientation": "h",
        "name": f"{STATUS[status].bentuk} {nama}",
        "x": jumlah,
        "marker": {"color": warna(status)},
        "text": [str(n) if n else "" for n in jumlah],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "#FFFFFF"},
        "hovertext": [f"{nama}: {n} indikator" for n in jumlah],
        "hoverinfo": "text",
    }
