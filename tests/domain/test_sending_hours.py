"""The hours in which a house answers, and when it answers again; the clocks' changes included."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from scrm_desktop.domain.sending_hours import SendingHours, dump, load

PARIS = ZoneInfo("Europe/Paris")
WORK = SendingHours(on=True)


def paris(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (paris(25, 9), None),
        (paris(25, 8), None),
        (paris(25, 17, 59), None),
        (paris(25, 18), paris(26, 8)),
        (paris(25, 7, 59), paris(25, 8)),
        # Friday evening, Saturday and Sunday lead to Monday.
        (paris(27, 19), paris(30, 8)),
        (paris(28, 12), paris(30, 8)),
        (paris(29, 23, 59), paris(30, 8)),
    ],
)
def test_the_next_opening(now: datetime, opens: datetime | None) -> None:
    assert WORK.next_opening(now, PARIS) == opens
    assert WORK.open_at(now, PARIS) is (opens is None)


def test_off_and_without_a_day_nothing_is_held_up() -> None:
    night = paris(25, 3)
    assert SendingHours().next_opening(night, PARIS) is None
    assert SendingHours(on=True, days=frozenset()).next_opening(night, PARIS) is None


def test_hours_over_midnight_belong_to_the_day_on_which_they_begin() -> None:
    late = SendingHours(on=True, days=frozenset({4}), start=20 * 60, end=2 * 60)
    assert late.open_at(paris(28, 1), PARIS)
    assert not late.open_at(paris(27, 1), PARIS)
    assert late.next_opening(paris(28, 3), PARIS) == paris(4, 20, month=12)


def test_the_weekend_in_which_the_clocks_change() -> None:
    opens = WORK.next_opening(paris(23, 20, month=10), PARIS)
    assert opens == datetime(2026, 10, 26, 7, 0, tzinfo=UTC)


def test_written_and_read_it_is_the_same_and_nonsense_is_the_default() -> None:
    chosen = SendingHours(on=True, days=frozenset({0, 5}), start=9 * 60, end=12 * 60 + 30)
    assert load(dump(chosen)) == chosen
    for text in ("", "[", "7", '{"days": "x", "start": 1e9, "end": true, "on": 1}'):
        assert load(text) == SendingHours()
