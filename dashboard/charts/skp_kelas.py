"""How the people of each group spread over the five classes: ordered, stacked, each bar the whole group."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import shorten

from dashboard.charts.palet import GARIS, Figur, tata_letak
from dashboard.domain.skp.sebaran import Rekap
from dashboard.formatting import persen

TINGGI_BARIS = 54
WARNA_KELAS = ("#2B5C83", "#7CA3C0", "#C9CDD1", "#D9A866", "#9A5B26")
"""Best to worst, from blue over grey to brown: ordered, apart under colour blindness, no status colour among them."""
TINTA_KELAS = ("#FFFFFF", "#10151A", "#10151A", "#10151A", "#FFFFFF")
PANJANG_NAMA = 56
SEMPIT = 6
"""Parts under so many percent are too narrow for a number."""


def kelas_kelompok(baris: Sequence[tuple[str, Rekap]], sebutan: Sequence[str]) -> Figur:
    """One bar a group (top first), one part a class; the width is the share, the number inside counts people."""
    posisi = list(range(len(baris)))
    return {
        "data": [_jejak(i, nama, baris, posisi) for i, nama in enumerate(sebutan)],
        "layout": tata_letak(
            TINGGI_BARIS * len(baris) + 30,
            barmode="stack",
            bargap=0.62,
            margin={"l": 12, "r": 24, "t": 2, "b": 24},
            clickmode="event+select",
            annotations=[judul_baris(i, nama, r) for i, (nama, r) in enumerate(baris)],
            yaxis=sumbu_baris(len(baris)),
            xaxis={
                "range": [0, 100],
                "tickvals": [0, 50, 100],
                "ticktext": ["0 %", "50 %", "100 %"],
                "gridcolor": GARIS,
                "zeroline": False,
                "fixedrange": True,
                "tickangle": 0,
            },
        ),
    }


def sumbu_baris(banyak: int) -> Figur:
    """The axis of the groups: their names stand above their rows, so that the rows have the whole width."""
    return {
        "range": [banyak - 0.5, -0.62],
        "showticklabels": False,
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def judul_baris(i: int, nama: str, rekap: Rekap) -> Figur:
    """The group's name with the number of people scored: the first thing to ask of a share."""
    teks = f"{shorten(nama, PANJANG_NAMA, placeholder='…')} · <b>n {rekap.dinilai}</b>"
    return {
        "text": teks,
        "x": 0,
        "xref": "paper",
        "y": i - 0.28,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12},
        "align": "left",
    }


def _jejak(i: int, nama: str, baris: Sequence[tuple[str, Rekap]], posisi: list[int]) -> Figur:
    bagian = [Decimal(100 * r.kelas[i]) / r.dinilai if r.dinilai else Decimal(0) for _, r in baris]
    return {
        "type": "bar",
        "orientation": "h",
        "name": nama,
        "y": posisi,
        "x": [float(b) for b in bagian],
        "customdata": [[kelompok, i] for kelompok in posisi],
        "marker": {"color": WARNA_KELAS[i]},
        "unselected": {"marker": {"opacity": 1}},
        "text": [str(r.kelas[i]) if b >= SEMPIT else "" for (_, r), b in zip(baris, bagian, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": TINTA_KELAS[i]},
        "hovertext": [
            f"{n}<br>{nama}: {r.kelas[i]} dari {r.dinilai} ({persen(b, 1)})"
            for (n, r), b in zip(baris, bagian, strict=True)
        ],
        "hoverinfo": "text",
    }
