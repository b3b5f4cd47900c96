"""The mean prestasi month by month: every group where there are few, the agency with the band of all where many."""

from collections.abc import Mapping, Sequence

from dashboard.charts.palet import GARIS, TINTA_SASARAN, Figur, tata_letak
from dashboard.domain.dasar.tanggal import BULAN
from dashboard.domain.skp.sebaran import Rekap
from dashboard.formatting import angka

PITA = "rgba(128,134,145,0.18)"
BANYAK = 8
"""From more groups on single lines become a band."""
RONA = ("#2B5C83", "#B0722E", "#5F7F4E", "#7A5C93", "#2F8C8C", "#9A4E62", "#6B6B6B", "#A58A2A")
CORAK = ("solid", "dash", "dot", "dashdot", "longdash", "solid", "dash", "dot")


def bulanan(
    kelompok: Sequence[tuple[str, Mapping[int, Rekap | None]]], semua: Mapping[int, Rekap], tinggi: int = 340
) -> Figur:
    """Lines over the months that have scores; a month in which a group is hidden is a gap."""
    bulan = sorted(b for b in semua if b)
    jejak = _pita(kelompok, bulan) if len(kelompok) > BANYAK else _garis(kelompok, bulan)
    jejak.append(_jejak("Seluruh instansi", [semua[b] for b in bulan], bulan, {"color": TINTA_SASARAN, "width": 4}))
    return {
        "data": jejak,
        "layout": tata_letak(
            tinggi,
            margin={"l": 8, "r": 12, "t": 8, "b": 8},
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"},
            xaxis={"type": "category", "showgrid": False, "fixedrange": True},
            yaxis={"gridcolor": GARIS, "zeroline": False, "fixedrange": True, "nticks": 6, "automargin": True},
        ),
    }


def _garis(kelompok: Sequence[tuple[str, Mapping[int, Rekap | None]]], bulan: list[int]) -> list[Figur]:
    return [
        _jejak(nama, [isi.get(b) for b in bulan], bulan, {"color": RONA[i], "width": 2, "dash": CORAK[i]})
        for i, (nama, isi) in enumerate(kelompok)
    ]


def _pita(kelompok: Sequence[tuple[str, Mapping[int, Rekap | None]]], bulan: list[int]) -> list[Figur]:
    nilai = [[float(r.rerata) for _, isi in kelompok if (r := isi.get(b)) and r.rerata is not None] for b in bulan]
    sumbu = [_nama(b) for b in bulan]
    dasar: Figur = {"type": "scatter", "mode": "lines", "x": sumbu, "line": {"width": 0}, "hoverinfo": "skip"}
    bawah = dasar | {"y": [min(n, default=None) for n in nilai], "showlegend": False}
    atas = dasar | {"y": [max(n, default=None) for n in nilai], "fill": "tonexty", "fillcolor": PITA}
    return [bawah, atas | {"name": f"terendah sampai tertinggi dari {len(kelompok)} unit"}]


def _jejak(nama: str, isi: Sequence[Rekap | None], bulan: list[int], garis: Figur) -> Figur:
    rerata = [r.rerata if r else None for r in isi]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": nama,
        "x": [_nama(b) for b in bulan],
        "y": [float(n) if n is not None else None for n in rerata],
        "line": garis,
        "marker": {"size": 6},
        "connectgaps": False,
        "hovertext": [f"{nama}<br>rata-rata {angka(n)}" for n in rerata],
        "hoverinfo": "text",
    }


def _nama(bulan: int) -> str:
    return BULAN[bulan - 1][:3]
