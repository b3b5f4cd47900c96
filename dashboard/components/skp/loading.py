"""What Distribusi SKP starts from: the spread as this person may see it, and drawing that is kept per right to look."""

from collections.abc import Callable
from functools import partial

from plotly.graph_objects import Figure

from dashboard import caching, session
from dashboard.charts.palet import Figur
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.services.skp.sebaran import SebaranSkp, sebaran_skp


def sebaran_aktif(bulan: int | None) -> SebaranSkp | None:
    """The spread of a month (None: that of the filter's position)."""
    pelaku, k = session.pelaku_aktif(), kinerja_aktif()
    return caching.compute_once(
        "skp", partial(sebaran_skp, caching.shared_engine(), pelaku, k, bulan), bulan, *session.hak()
    )


def draw(nama: str, draw: Callable[[], None], s: SebaranSkp, *pembeda: str) -> None:
    """Draw once per data version, filter, month and right to look; afterwards replay."""
    caching.draw_once(nama, draw, s.bulan, *session.hak(), *pembeda)


def bangun(nama: str, figur: Callable[[], Figur], s: SebaranSkp) -> Figure:
    """A figure that answers clicks, checked by plotly once: as a widget it cannot be replayed, and a plain dict would
    be checked again on every rerun, which is half of the page's time."""
    return caching.compute_once(nama, lambda: Figure(figur()), s.bulan, *session.hak())
