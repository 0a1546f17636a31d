"""When a conversation is open, and who waits: pure rules over times, so that reading twice changes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from scrm_desktop.domain.records import record
from scrm_desktop.domain.triage import Status

#: A customer who had the last word before the account was connected still waits, if it is not longer ago than this.
STILL_WAITS = timedelta(days=14)


@record
class Standing:
    """What the status of a conversation follows from.

    ``undecided``: no person has opened or closed it and no live message of a customer came yet. ``last_at`` is the
    newest message, ``asked_at`` a customer's last one where no answer of ours stands after it in the history (what we
    answer from now on closes nothing), ``live_at`` the newest live one of a customer. ``silent``: muted or spam, so
    that no message changes anything.
    """

    status: Status
    done_at: datetime | None
    undecided: bool
    created_at: datetime
    last_at: datetime
    asked_at: datetime | None
    live_at: datetime | None
    silent: bool = False


@record
class Verdict:
    """What the status is now; ``reopened``: a customer's new message opened what people had put away."""

    status: Status
    done_at: datetime | None
    undecided: bool
    reopened: bool = False


def judge(now: Standing) -> Verdict:
    """The status that follows from what is stored."""
    if now.silent:
        return Verdict(status=now.status, done_at=now.done_at, undecided=now.undecided)
    if now.undecided:
        return _first_time(now)
    if now.status is not Status.OPEN and now.live_at is not None and (now.done_at is None or now.live_at > now.done_at):
        return Verdict(status=Status.OPEN, done_at=None, undecided=False, reopened=True)
    return Verdict(status=now.status, done_at=now.done_at, undecided=False)


def _first_time(now: Standing) -> Verdict:
    if now.live_at is not None:
        return Verdict(status=Status.OPEN, done_at=None, undecided=False)
    if now.asked_at is not None and now.created_at - now.asked_at <= STILL_WAITS:
        return Verdict(status=Status.OPEN, done_at=None, undecided=True)
    # Done at its last word, not now: whatever is newer opens it, however late it is heard of.
    return Verdict(status=Status.DONE, done_at=now.last_at, undecided=True)
