"""Colours and layout shared by all figures. Text colours are left to the theme, light or dark."""

from typing import Any

from dashboard.domain.dasar.skala import Status
from dashboard.texts import STATUS

Figur = dict[str, Any]

GARIS = "rgba(128,134,145,0.35)"
TINTA_SASARAN = "#808691"


def warna(status: Status) -> str:
    return STATUS[status].warna


def pudar(heksa: str, alfa: float) -> str:
    """A hex colour with an opacity, for bands behind a bar."""
    r, g, b = (int(heksa[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},{alfa})"


def tata_letak(tinggi: int, **lain: Any) -> dict[str, Any]:
    """The base layout: transparent, Indonesian separators, no template, no drag."""
    dasar: dict[str, Any] = {
        "template": "none",
        "separators": ",.",
        "height": tinggi,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "showlegend": False,
    }
    return dasar | lain


KONFIGURASI: dict[str, Any] = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "locale": "id"}
