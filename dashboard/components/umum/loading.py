"""What every page starts from: the computed performance of the active filter, shared by all sessions."""

from dashboard import caching, session
from dashboard.services.kinerja import Kinerja, kinerja


def kinerja_aktif() -> Kinerja:
    """Computed once per data version and filter."""
    f = session.filter_aktif()
    return caching.compute_once(
        "kinerja", lambda: kinerja(caching.shared_engine(), session.pelaku_aktif(), f.instansi, f.sd)
    )
