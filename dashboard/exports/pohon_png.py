"""The picture of the tree as PNG, drawn by resvg with the font we ship: no browser, no system library."""

import re

import resvg_py

from dashboard.huruf_ukur import BERKAS

PERBESARAN = 2.0
PIKSEL_TERBANYAK = 40_000_000
_UKURAN = re.compile(r'[^>]*\bwidth="(\d+)" height="(\d+)"')


def svg_ke_png(svg: str, terbesar: float = PERBESARAN) -> bytes:
    """Render at twice the size for print, less where the picture would grow beyond what viewers open."""
    ukuran = _UKURAN.match(svg)
    if ukuran is None:
        raise ValueError("the picture does not say how large it is")
    luas = int(ukuran[1]) * int(ukuran[2])
    perbesaran = min(terbesar, (PIKSEL_TERBANYAK / luas) ** 0.5)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[str(berkas) for berkas in BERKAS.values()],
            font_family="Public Sans",
            zoom=perbesaran,
        )
    )
