"""What actions make of a state: pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scrm_desktop.domain.deciding import Facts, decide
from scrm_desktop.domain.triage import (
    ConversationState,
    Outcome,
    SetMuted,
    SetRead,
    SetSpam,
    SetStatus,
    Snooze,
    Status,
)

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FACTS = Facts(now=NOON, newest_at=NOON - HOUR, asked_at=NOON - 2 * HOUR)
OPEN = ConversationState(conversation=1, status=Status.OPEN, assignee=None, read_up_to=None, done_at=None, labels=())


def set_status(status: Status) -> SetStatus:
    return SetStatus(conversations=(1,), status=status)


@pytest.mark.parametrize("status", [Status.PENDING, Status.SNOOZED, Status.DONE])
def test_putting_away_reaches_as_far_as_messages_are_stored(status: Status) -> None:
    after = decide(set_status(status), OPEN, FACTS)
    assert (after.status, after.done_at) == (status, NOON - HOUR)
    assert decide(set_status(status), after, replace(FACTS, newest_at=NOON)) is after
    assert decide(set_status(Status.OPEN), after, FACTS) == OPEN
    assert decide(set_status(status), OPEN, replace(FACTS, newest_at=None)).done_at == NOON


def test_closing_without_an_answer_is_an_outcome_of_its_own() -> None:
    done = set_status(Status.DONE)
    assert decide(done, OPEN, FACTS).outcome is Outcome.NO_ACTION
    answered = decide(done, OPEN, replace(FACTS, answered=True))
    assert answered.outcome is Outcome.ANSWERED
    assert decide(set_status(Status.PENDING), answered, FACTS).outcome is Outcome.NONE


def test_a_snooze_keeps_its_time_only_while_it_lasts() -> None:
    snoozed = decide(Snooze(conversations=(1,), until=NOON + HOUR), OPEN, FACTS)
    assert (snoozed.status, snoozed.snoozed_until) == (Status.SNOOZED, NOON + HOUR)
    assert decide(Snooze(conversations=(1,)), snoozed, FACTS).snoozed_until is None
    assert decide(set_status(Status.SNOOZED), snoozed, FACTS).snoozed_until is None
    for status in (Status.OPEN, Status.PENDING, Status.DONE):
        assert decide(set_status(status), snoozed, FACTS).snoozed_until is None


def test_spam_is_closed_and_what_is_no_spam_is_open() -> None:
    spam = decide(SetSpam(conversations=(1,), on=True), OPEN, FACTS)
    assert (spam.spam, spam.status, spam.outcome) == (True, Status.DONE, Outcome.SPAM)
    assert decide(SetSpam(conversations=(1,), on=True), spam, FACTS) is spam
    assert decide(set_status(Status.DONE), spam, FACTS) is spam
    assert decide(SetSpam(conversations=(1,), on=False), spam, FACTS) == OPEN
    assert decide(set_status(Status.OPEN), spam, FACTS) == OPEN
    assert not decide(set_status(Status.PENDING), spam, FACTS).spam


def test_what_came_while_it_was_muted_does_not_open_it_afterwards() -> None:
    muted = decide(SetMuted(conversations=(1,), on=True), decide(set_status(Status.DONE), OPEN, FACTS), FACTS)
    assert (muted.muted, muted.done_at) == (True, NOON - HOUR)
    heard = decide(SetMuted(conversations=(1,), on=False), muted, replace(FACTS, newest_at=NOON))
    assert (heard.muted, heard.done_at) == (False, NOON)
    assert decide(SetMuted(conversations=(1,), on=False), replace(OPEN, muted=True), FACTS) == OPEN


def test_reading_goes_forward_and_unread_stands_before_the_last_question() -> None:
    read = decide(SetRead(conversations=(1,), read=True), OPEN, FACTS)
    assert read.read_up_to == NOON - HOUR
    assert decide(SetRead(conversations=(1,), read=True, up_to=NOON - 3 * HOUR), read, FACTS) is read
    unread = decide(SetRead(conversations=(1,), read=False), read, FACTS)
    assert unread.read_up_to is not None
    assert unread.read_up_to < NOON - 2 * HOUR
    assert decide(SetRead(conversations=(1,), read=False), read, replace(FACTS, asked_at=None)) is read
