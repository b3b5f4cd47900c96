"""A clock that cannot be right: it stands before what was already written. Lateness and backups are read off it."""

from datetime import datetime, timedelta

SELISIH_WAJAR = timedelta(minutes=5)
"""Two computers of one office are seldom further apart."""


def jam_mundur(terakhir_ditulis: datetime | None, kini: datetime) -> bool:
    """Whether the clock stands before the newest write. Both have a zone; None where nothing was written yet."""
    return terakhir_ditulis is not None and kini + SELISIH_WAJAR < terakhir_ditulis
