"""The day it is: the agency's, whatever the computer's clock is set to."""

from datetime import UTC, date, datetime, tzinfo

import pytest

from dashboard.services import jam


@pytest.mark.parametrize(
    ("kini", "hari"),
    [
        (datetime(2026, 3, 31, 16, 59, tzinfo=UTC), date(2026, 3, 31)),
        (datetime(2026, 3, 31, 17, 0, tzinfo=UTC), date(2026, 4, 1)),
    ],
)
def test_a_day_begins_at_midnight_where_the_agency_is(
    monkeypatch: pytest.MonkeyPatch, kini: datetime, hari: date
) -> None:
    class Jam(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "datetime":  # type: ignore[override]
            return kini.astimezone(tz)

    monkeypatch.setattr(jam, "datetime", Jam)
    assert jam.hari_ini() == hari
