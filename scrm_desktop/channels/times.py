"""When a server that asked us to slow down wants to be asked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

FLOOR = timedelta(seconds=1)
CAP = timedelta(hours=1)
UNTOLD = timedelta(minutes=1)
"""How long to wait where the server does not say."""


def retry_at(headers: Mapping[str, str], now: datetime) -> datetime:
    """The UTC time from which to try again, between a second and an hour from ``now``.

    ``Retry-After`` counts first, in seconds or as a date, then ``X-RateLimit-Reset``: an ISO time on
    Mastodon, epoch seconds or seconds left elsewhere. Dates are read against the server's own clock.
    """
    skew = _skew(headers, now)
    wait = _wait(headers.get("retry-after", ""), now + skew)
    if wait is None:
        wait = _wait(headers.get("x-ratelimit-reset", ""), now + skew)
    if wait is None:
        wait = UNTOLD
    return now + min(max(wait, FLOOR), CAP)


def _skew(headers: Mapping[str, str], now: datetime) -> timedelta:
    """How far the server's clock is ahead of ours."""
    theirs = _http_date(headers.get("date", ""))
    return theirs - now if theirs else timedelta(0)


def _wait(value: str, server_now: datetime) -> timedelta | None:
    value = value.strip()
    if not value:
        return None
    seconds = _number(value)
    if seconds is not None:
        epoch = seconds > 1_000_000_000
        return timedelta(seconds=min(seconds - server_now.timestamp() if epoch else seconds, 1e7))
    at = _http_date(value) or _iso(value)
    return at - server_now if at else None


def _number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if -1e12 < number < 1e12 else None


def _http_date(value: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(value)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _iso(value: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(value)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
