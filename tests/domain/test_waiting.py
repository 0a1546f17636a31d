"""When a conversation is open: rules over times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.waiting import STILL_WAITS, Standing, Verdict, judge

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
NEW = Standing(
    status=Status.OPEN,
    done_at=None,
    undecided=True,
    created_at=NOON,
    last_at=NOON - HOUR,
    asked_at=NOON - HOUR,
    live_at=None,
)


def test_a_live_message_opens() -> None:
    assert judge(replace(NEW, live_at=NOON)) == Verdict(status=Status.OPEN, done_at=None, undecided=False)


@pytest.mark.parametrize(
    ("ago", "customer", "status"),
    [
        (HOUR, True, Status.OPEN),
        (STILL_WAITS, True, Status.OPEN),
        (STILL_WAITS + HOUR, True, Status.DONE),
        (HOUR, False, Status.DONE),
    ],
)
def test_history_is_open_while_its_customer_still_waits(ago: timedelta, customer: bool, status: Status) -> None:
    verdict = judge(replace(NEW, last_at=NOON - ago, asked_at=NOON - ago if customer else None))
    assert (verdict.status, verdict.undecided, verdict.reopened) == (status, True, False)
    assert verdict.done_at == (NOON - ago if status is Status.DONE else None)


def test_judging_again_changes_nothing() -> None:
    done = replace(NEW, asked_at=None)
    verdict = judge(done)
    assert judge(replace(done, status=verdict.status, done_at=verdict.done_at)) == verdict


def test_only_what_is_newer_opens_what_people_closed() -> None:
    closed = replace(NEW, status=Status.DONE, done_at=NOON, undecided=False)
    for live_at in (None, NOON - HOUR, NOON):
        assert judge(replace(closed, live_at=live_at)).status is Status.DONE
    assert judge(replace(closed, live_at=NOON + HOUR)) == Verdict(
        status=Status.OPEN, done_at=None, undecided=False, reopened=True
    )
