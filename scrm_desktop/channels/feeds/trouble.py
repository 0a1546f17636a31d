"""What goes wrong with one feed. With several, the trouble of one must not keep the others from being read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from scrm_desktop.channels.border import refusal
from scrm_desktop.channels.times import retry_at
from scrm_desktop.errors import (
    FeedOut,
    FeedWaits,
    InputError,
    KnownError,
    NetworkError,
    NoAnswer,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
)

GONE = "The feed at {host} is closed for good. Take its address out of the account's details."
NOT_THERE = "There is no feed any more at this address of {host}. Look whether the site has a new one."
LOGIN = "The feed at {host} asks for a login. Only open feeds can be read."
NO_FEED_FOUND = "{host} names no feed in its page. Please enter the address of the feed itself."


class FeedClosed(InputError):
    """The site says that there is no such feed any more (``forever``: and never will be)."""

    def __init__(self, host: str, *, forever: bool) -> None:
        self.forever = forever
        super().__init__((GONE if forever else NOT_THERE).format(host=host))


def refused(host: str, status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """The error that a status stands for: a feed has no login that could run out, and no message to be gone."""
    if status in (404, 410):
        return FeedClosed(host, forever=status == 410)
    if status in (401, 403, 407):
        return InputError(LOGIN.format(host=host))
    if status == 503 and headers.get("retry-after"):
        return RateLimited("", until=retry_at(headers, datetime.now(UTC)), host=host)
    found = refusal(host, status, headers, body)
    if isinstance(found, Rejected) or not isinstance(found, NetworkError):
        # The poller takes a rejection for a cursor that the network does not know, and a feed has none.
        return ServerTrouble(host=host, status=status)
    return found


def alone(error: KnownError, host: str) -> KnownError:
    """The same trouble as one of a single feed among several: it must not end the turn of the others."""
    if isinstance(error, RateLimited):
        return FeedWaits(host=host, until=error.until.strftime("%H:%M UTC"))
    if isinstance(error, Offline | NoAnswer):
        return FeedOut(host=host)
    return error
