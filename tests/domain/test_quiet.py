"""Quiet hours: weekdays, midnight, zones, and nights on which the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scrm_desktop.domain.quiet import QuietSpan, is_quiet, quiet_until, tomorrow, zone_of

PARIS = "Europe/Paris"
WORKDAYS = frozenset(range(5))


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone_of(PARIS)).astimezone(UTC)


@pytest.mark.parametrize(
    ("when", "quiet"),
    [
        ("2026-11-25T21:59", False),
        ("2026-11-25T22:00", True),
        ("2026-11-26T06:59", True),
        ("2026-11-26T07:00", False),
        # Friday's night ends on Saturday morning; Saturday has none of its own; Sunday's none before Monday.
        ("2026-11-28T06:00", True),
        ("2026-11-28T23:00", False),
        ("2026-11-30T06:00", False),
    ],
)
def test_over_midnight_on_the_weekday_of_its_start(when: str, quiet: bool) -> None:
    night = QuietSpan(days=WORKDAYS, start=22 * 60, end=7 * 60)
    assert is_quiet((night,), PARIS, paris(when)) is quiet


def test_within_one_day_and_the_whole_day() -> None:
    lunch = QuietSpan(start=12 * 60, end=13 * 60)
    sunday = QuietSpan(days=frozenset({6}), start=0, end=0)
    assert is_quiet((lunch, sunday), PARIS, paris("2026-11-25T12:30"))
    assert not is_quiet((lunch, sunday), PARIS, paris("2026-11-25T13:00"))
    assert is_quiet((lunch, sunday), PARIS, paris("2026-11-29T18:00"))
    assert not is_quiet((lunch, sunday), PARIS, paris("2026-11-30T00:00"))


def test_the_zone_is_the_chosen_one() -> None:
    night = (QuietSpan(start=22 * 60, end=7 * 60),)
    now = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)
    assert is_quiet(night, PARIS, now)
    assert not is_quiet(night, "Asia/Tokyo", now)


def test_an_unknown_zone_is_the_computer_s() -> None:
    assert zone_of("") is zone_of("Middle/Earth") is zone_of("../../etc/passwd") is None


def test_the_end_is_the_first_minute_that_is_not_quiet() -> None:
    night = (QuietSpan(start=22 * 60, end=7 * 60),)
    assert quiet_until(night, PARIS, paris("2026-11-25T23:15")) == paris("2026-11-26T07:00")
    assert quiet_until(night, PARIS, paris("2026-11-25T12:00")) is None
    assert quiet_until((QuietSpan(start=0, end=0),), PARIS, paris("2026-11-25T12:00")) is None


@pytest.mark.parametrize(("evening", "hours"), [("2026-03-28T22:00", 8), ("2026-10-24T22:00", 10)])
def test_a_night_on_which_the_clocks_change_is_as_long_as_it_is(evening: str, hours: int) -> None:
    night = (QuietSpan(start=22 * 60, end=7 * 60),)
    begin = paris(evening)
    end = quiet_until(night, PARIS, begin)
    assert end is not None
    assert end - begin == timedelta(hours=hours)


def test_tomorrow_is_the_next_day_where_the_person_is() -> None:
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)
    assert tomorrow(PARIS, late) == paris("2026-11-27T08:00")
    assert tomorrow("America/New_York", late) == datetime(2026, 11, 26, 13, 0, tzinfo=UTC)
