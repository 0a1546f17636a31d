"""What follows from an answer to a send, or from none: pure decisions, no I/O."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, OutboxRow, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import Gone, KnownError, Offline, RateLimited, SecretMissing, SignInNeeded


class Verdict(Enum):
    """What becomes of a command."""

    DONE = "done"
    LATER = "later"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"
    ASK = "ask"


def repeatable(command: Command) -> bool:
    """Whether doing it twice is the same as doing it once."""
    return isinstance(command, EditMessage | DoDeed)


def too_old(row: OutboxRow, now: datetime, limit: float) -> bool:
    """Whether what a person wrote (or last wanted) more than ``limit`` seconds ago must be asked about again."""
    if isinstance(row.command, DoDeed):
        return False
    return now - (row.wanted_at or row.created_at) > timedelta(seconds=limit)


def missed(row: OutboxRow, now: datetime, limit: float) -> bool:
    """Whether its time passed more than ``limit`` seconds ago, and nothing of it was even tried."""
    if row.scheduled_at is None or not row.asks or row.tries:
        return False
    return now - row.scheduled_at > timedelta(seconds=limit)


def after_error(error: KnownError, command: Command, tries: int, limit: int) -> Verdict:
    """What an error of ``perform`` means; ``tries`` counts this one too, ``limit`` is for what may be repeated."""
    if isinstance(error, Gone) and isinstance(command, DoDeed) and command.deed is Deed.DELETE:
        return Verdict.DONE
    if isinstance(error, Offline | RateLimited | SignInNeeded | SecretMissing):
        return Verdict.LATER
    if error.maybe_done and not repeatable(command):
        return Verdict.UNCONFIRMED
    if error.maybe_done:
        return Verdict.LATER if tries < limit else Verdict.FAILED
    # What never left loses nothing by waiting.
    return Verdict.LATER if error.retryable else Verdict.FAILED


def not_found(command: Command, tries: int, limit: int, *, server_keys: bool, looked: bool) -> Verdict:
    """What to do with an unconfirmed command that the read-back did not find.

    ``looked`` is false where the network can't be read back at all. ``server_keys``: the server itself
    ignores a second request with the same idempotency key.
    """
    if tries >= limit:
        return Verdict.ASK
    if repeatable(command):
        return Verdict.LATER
    if not isinstance(command, SendMessage):
        return Verdict.ASK
    if server_keys:
        return Verdict.LATER
    if command.visibility is Visibility.DIRECT or not looked:
        return Verdict.ASK
    return Verdict.LATER
