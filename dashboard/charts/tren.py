"""The realisation through the year against the target path, which is drawn as steps."""

from collections.abc import Sequence

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.charts.palet import GARIS, TINTA_SASARAN, Figur, tata_letak, warna
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.texts import STATUS


def tren(titik: Sequence[HasilIndikator], sampai: int, tahun: HasilIndikator | None = None, tinggi: int = 280) -> Figur:
    """Four quarters of one indicator; reports are drawn up to quarter `sampai`, the path for the whole year.

    The year's own result stands apart, after them: it is no fifth quarter.
    """
    sumbu = [f"TW {ROMAWI[i]}" for i in range(1, len(titik) + 1)]
    nilai = [h.nilai if i < sampai else None for i, h in enumerate(titik)]
    satuan = titik[0].indikator.satuan
    ujung = len(titik) - 0.65 + (tahun is not None)
    return {
        "data": [
            *_jalur(titik, sumbu),
            {
                "type": "scatter",
                "mode": "lines+markers+text",
                "name": "realisasi",
                "x": sumbu,
                "y": [float(n) if n is not None else None for n in nilai],
                "line": {"color": TINTA_SASARAN, "width": 2},
                "marker": {"size": 12, "color": [warna(h.status) for h in titik]},
                "text": [nilai_bersatuan(n, satuan) if n is not None else "" for n in nilai],
                "textposition": [_sisi(h) for h in titik],
                "cliponaxis": False,
                "hovertext": [STATUS[h.status].kata for h in titik],
                "hoverinfo": "text",
            },
            *(_titik_tahun(tahun) if tahun is not None else ()),
        ],
        "layout": tata_letak(
            tinggi,
            margin={"l": 8, "r": 16, "t": 28, "b": 8},
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
            xaxis={"type": "category", "range": [-0.35, ujung], "showgrid": False, "fixedrange": True},
            yaxis={
                "rangemode": "tozero",
                "gridcolor": GARIS,
                "zeroline": False,
                "automargin": True,
                "fixedrange": True,
                "nticks": 5,
            },
        ),
    }


def _jalur(titik: Sequence[HasilIndikator], sumbu: Sequence[str]) -> list[Figur]:
    """The target path as steps; a range by both its bounds."""
    target = [h.target.sampai for h in titik]
    garis = [[t.acuan if t else None for t in target]]
    if any(t is not None and t.rentang for t in target):
        garis.append([t.nilai_maks if t is not None and t.rentang else None for t in target])
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": "jalur target",
            "x": list(sumbu),
            "y": [float(n) if n is not None else None for n in jalur],
            "line": {"shape": "hvh", "color": TINTA_SASARAN, "width": 2, "dash": "dot"},
            "hovertext": [f"target {target_tertulis(h)}" for h in titik],
            "hoverinfo": "text",
            "showlegend": nomor == 0,
        }
        for nomor, jalur in enumerate(garis)
    ]


def _sisi(h: HasilIndikator) -> str:
    """On the side of its point where the target path is not, so that no figure lies on it."""
    acuan = h.target.sampai.acuan if h.target.sampai else None
    return "bottom center" if acuan is not None and h.nilai is not None and h.nilai < acuan else "top center"


def _titik_tahun(h: HasilIndikator) -> tuple[Figur, ...]:
    """The year's target and its value, which no line joins to the quarters."""
    satuan, sampai = h.indikator.satuan, h.target.sampai
    ujung = (sampai.acuan, sampai.nilai_maks if sampai.rentang else None) if sampai else ()
    sasaran = [float(n) for n in ujung if n is not None]
    bersama = {"type": "scatter", "x": ["Tahun"], "hoverinfo": "text", "showlegend": False}
    return (
        bersama
        | {
            "mode": "markers",
            "x": ["Tahun"] * len(sasaran),
            "y": sasaran,
            "marker": {"symbol": "line-ew", "size": 28, "line": {"color": TINTA_SASARAN, "width": 2}},
            "hovertext": [f"target {target_tertulis(h)}"] * len(sasaran),
        },
        bersama
        | {
            "mode": "markers+text",
            "y": [float(h.nilai) if h.nilai is not None else None],
            "marker": {"size": 12, "color": [warna(h.status)]},
            "text": [nilai_bersatuan(h.nilai, satuan) if h.nilai is not None else ""],
            "textposition": _sisi(h),
            "cliponaxis": False,
            "hovertext": [STATUS[h.status].kata],
        },
    )
