"""Fault 40: every form in which a server asks us to wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrm_desktop.channels.times import CAP, FLOOR, UNTOLD, retry_at

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("0", 1), ("-5", 1), ("31536000", 3600), (" 7 ", 7), ("1.5", 1.5), ("nonsense", 60), ("", 60)],
)
def test_retry_after_in_seconds(value: str, seconds: float) -> None:
    assert retry_at({"retry-after": value}, NOW) - NOW == timedelta(seconds=seconds)


@pytest.mark.parametrize(("ahead", "seconds"), [(90, 90), (-90, 1), (86400, 3600)])
def test_retry_after_as_a_date(ahead: int, seconds: int) -> None:
    date = format_datetime(NOW + timedelta(seconds=ahead), usegmt=True)
    assert retry_at({"retry-after": date}, NOW) - NOW == timedelta(seconds=seconds)


def test_a_date_is_read_against_the_servers_own_clock() -> None:
    theirs = NOW + timedelta(hours=5)
    headers = {
        "date": format_datetime(theirs, usegmt=True),
        "retry-after": format_datetime(theirs + timedelta(seconds=40), usegmt=True),
    }
    assert retry_at(headers, NOW) - NOW == timedelta(seconds=40)


@pytest.mark.parametrize(
    "reset",
    ["2026-05-04T09:05:00.000000Z", str(int((NOW + timedelta(minutes=5)).timestamp())), "300"],
)
def test_reset_as_iso_time_epoch_or_seconds_left(reset: str) -> None:
    assert retry_at({"x-ratelimit-reset": reset}, NOW) - NOW == timedelta(minutes=5)


def test_retry_after_counts_before_the_reset() -> None:
    assert retry_at({"retry-after": "9", "x-ratelimit-reset": "300"}, NOW) - NOW == timedelta(seconds=9)


def test_nothing_told() -> None:
    assert retry_at({}, NOW) - NOW == UNTOLD


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_whatever_stands_there_the_wait_is_bounded(retry: str, reset: str, date: str) -> None:
    wait = retry_at({"retry-after": retry, "x-ratelimit-reset": reset, "date": date}, NOW) - NOW
    assert FLOOR <= wait <= CAP
