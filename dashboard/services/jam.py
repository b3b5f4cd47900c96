"""The clock of the agency: which day it is decides lateness, posts that begin and end, and what may still be done."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dashboard.formatting import ZONA_BAWAAN

ZONA = ZoneInfo(ZONA_BAWAAN)


def hari_ini() -> date:
    """The day it is where the agency is, not in Greenwich: there it is still yesterday until seven in the morning."""
    return datetime.now(ZONA).date()
