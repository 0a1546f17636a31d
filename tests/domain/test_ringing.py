"""What rings and when (peers.md, pain 16: notification overload), by a clock of the test's own."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from scrm_desktop.domain.quiet import QuietSpan
from scrm_desktop.domain.ring_settings import RingSettings
from scrm_desktop.domain.ringing import GAP, GATHER, Attention, Ring, Ringer, may_ring, silent_until
from scrm_desktop.domain.triage import Priority, Status
from scrm_desktop.domain.views import ConversationRow

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
NIGHT = QuietSpan(start=22 * 60, end=7 * 60)
AWAY = Attention()


def row(number: int, *, unread: int = 1, account: int = 1, person: int = 0, **more: Any) -> ConversationRow:
    more.setdefault("assignee", None)
    return ConversationRow(
        id=number,
        account_id=account,
        channel="mastodon",
        kind="public",
        profile_id=person or number,
        person=f"Person {number}",
        handle=f"p{number}@x.example",
        last_text="Hello?",
        last_own=False,
        last_at=NOON,
        unread=unread,
        status=Status.OPEN,
        waiting_since=NOON + timedelta(seconds=number),
        **more,
    )


@dataclass
class Desk:
    """Turns the clock forward to whatever is due, and keeps what rang."""

    settings: RingSettings = field(default_factory=RingSettings)
    attention: Attention = AWAY
    now: datetime = NOON
    rows: dict[int, ConversationRow] = field(default_factory=dict)
    rang: list[tuple[datetime, Ring]] = field(default_factory=list)
    ringer: Ringer = field(default_factory=Ringer)

    def arrive(self, *ids: int, **more: Any) -> None:
        for one in ids:
            known = self.rows.get(one)
            self.rows[one] = row(one, unread=1 + (known.unread if known else 0), **more)
        self.ringer.arrived(ids, self.attention, self.settings, self.now)

    def run(self, until: datetime) -> None:
        for _ in range(1000):
            due = self.ringer.due(self.settings, self.now)
            if due is None or due > until:
                self.now = until
                return
            assert due >= self.now, "time does not run backwards"
            self.now = due
            found = self.ringer.take(
                self.ringer.waiting,
                self.rows,
                settings=self.settings,
                attention=self.attention,
                belongs=in_view,
                now=due,
            )
            if found is not None:
                self.rang.append((due, found))
        raise AssertionError("it never comes to rest")

    def after(self, **span: float) -> None:
        self.run(self.now + timedelta(**span))

    @property
    def told(self) -> list[list[int]]:
        return [[one.id for one in ring.rows] for _, ring in self.rang]


def in_view(one: ConversationRow, key: str) -> bool:
    return key == "mine" and one.assignee == "Nadia"


def test_a_message_rings_within_seconds() -> None:
    desk = Desk()
    desk.arrive(1)
    desk.after(seconds=5)
    assert desk.told == [[1]]
    assert desk.rang[0][0] - NOON == GATHER
    assert desk.rang[0][1].single == desk.rows[1]


def test_pain_16_a_crisis_of_thirty_in_a_minute_is_one_notification_and_its_sum() -> None:
    desk = Desk()
    for number in range(1, 31):
        desk.arrive(number)
        desk.after(seconds=1.9)
    desk.after(minutes=3)
    assert len(desk.rang) == 2
    first, second = (ring for _, ring in desk.rang)
    assert len(first.rows) + len(second.rows) == 30
    assert (second.messages, second.people, second.single) == (len(second.rows), len(second.rows), None)


def test_thirty_at_once_are_one() -> None:
    desk = Desk()
    desk.arrive(*range(1, 31))
    desk.after(hours=1)
    assert len(desk.rang) == 1
    assert (desk.rang[0][1].messages, desk.rang[0][1].people) == (30, 30)


def test_two_notifications_stand_a_minute_apart() -> None:
    desk = Desk()
    for _ in range(10):
        desk.arrive(1)
        desk.after(seconds=31)
    times = [at for at, _ in desk.rang]
    assert len(times) >= 4
    assert all(later - earlier >= GAP for earlier, later in itertools.pairwise(times))


def test_several_messages_of_one_person_are_counted_as_such() -> None:
    desk = Desk()
    for _ in range(4):
        desk.arrive(1, person=5)
    for _ in range(3):
        desk.arrive(2, person=6)
    desk.arrive(3, person=6)
    desk.after(seconds=5)
    assert (desk.rang[0][1].messages, desk.rang[0][1].people) == (8, 2)


def test_a_digest_rings_once_in_its_minutes() -> None:
    desk = Desk(settings=RingSettings(digest=15))
    for number in range(1, 61):
        desk.arrive(number)
        desk.after(minutes=1)
    desk.after(minutes=30)
    times = [at for at, _ in desk.rang]
    assert all(later - earlier >= timedelta(minutes=15) for earlier, later in itertools.pairwise(times))
    assert sorted(one for told in desk.told for one in told) == list(range(1, 61)), "nobody is left out"
    assert len(times) <= 5


@pytest.mark.parametrize(
    ("attention", "rings"),
    [
        (Attention(active=True, front=1), False),
        (Attention(active=True, front=2), True),
        (Attention(active=False, front=1), True),
        (Attention(active=True, front=None), True),
    ],
)
def test_nothing_rings_for_what_is_being_read(attention: Attention, rings: bool) -> None:
    desk = Desk(attention=attention)
    desk.arrive(1)
    desk.after(minutes=5)
    assert bool(desk.rang) is rings


def test_what_is_opened_while_it_waits_does_not_ring_any_more() -> None:
    desk = Desk()
    desk.arrive(1, 2)
    desk.attention = Attention(active=True, front=1)
    desk.after(seconds=5)
    assert desk.told == [[2]]


def test_what_was_read_meanwhile_does_not_ring() -> None:
    desk = Desk()
    desk.arrive(1, 2, 3)
    desk.rows[1] = row(1, unread=0)
    desk.ringer.seen([2])
    del desk.rows[3]
    desk.after(minutes=5)
    assert desk.told == []


def test_pain_16_muted_and_spam_never_ring() -> None:
    desk = Desk()
    desk.arrive(1, muted=True)
    desk.arrive(2, spam=True)
    desk.arrive(3)
    desk.after(minutes=5)
    assert desk.told == [[3]]


def test_while_the_window_is_used_only_if_wanted() -> None:
    desk = Desk(attention=Attention(active=True, front=9), settings=RingSettings(in_front=False))
    desk.arrive(1)
    desk.attention = AWAY
    desk.after(minutes=5)
    assert desk.told == [], "it was seen coming"
    desk.arrive(2)
    desk.after(minutes=5)
    assert desk.told == [[2]]


@pytest.mark.parametrize(
    ("chosen", "rings"),
    [
        ({"on": False}, False),
        ({"silent_accounts": frozenset({2})}, False),
        ({"silent_accounts": frozenset({1})}, True),
        ({"silent_priorities": frozenset({0, 1, 2})}, False),
        ({"silent_priorities": frozenset({0, 1})}, True),
        ({"views": frozenset({"mine"})}, True),
        ({"views": frozenset({"unknown"})}, False),
        ({"silent_views": frozenset({"mine"})}, False),
        ({"silent_views": frozenset({"unknown"})}, True),
        ({"views": frozenset({"mine"}), "silent_views": frozenset({"mine"})}, False),
    ],
)
def test_by_account_by_priority_by_view(chosen: dict[str, Any], rings: bool) -> None:
    one = row(1, account=2, priority=Priority.MEDIUM, assignee="Nadia")
    assert may_ring(one, replace(RingSettings(), **chosen), in_view) is rings


def test_switched_off_nothing_is_even_kept() -> None:
    desk = Desk(settings=RingSettings(on=False))
    desk.arrive(1)
    desk.settings = RingSettings()
    desk.after(minutes=5)
    assert desk.told == []


def quiet(**more: Any) -> RingSettings:
    return RingSettings(quiet_on=True, quiet=(NIGHT,), zone="Europe/Paris", **more)


def test_pain_16_mail_at_midnight_waits_and_is_summed_up_in_the_morning() -> None:
    desk = Desk(settings=quiet(), now=datetime(2026, 11, 25, 22, 0, tzinfo=UTC))
    for number in range(1, 6):
        desk.arrive(number)
        desk.after(hours=1)
    assert desk.rang == []
    desk.after(hours=12)
    assert desk.told == [[1, 2, 3, 4, 5]]
    assert desk.rang[0][0] == datetime(2026, 11, 26, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(("always", "told"), [(True, [[2], [1]]), (False, [[2, 1]])])
def test_what_is_urgent_breaks_quiet_hours_if_wanted(always: bool, told: list[list[int]]) -> None:
    desk = Desk(settings=quiet(urgent_always=always), now=datetime(2026, 11, 25, 22, 0, tzinfo=UTC))
    desk.arrive(1)
    desk.arrive(2, priority=Priority.URGENT)
    desk.after(hours=12)
    assert desk.told == told
    assert desk.rang[0][1].urgent


def test_urgent_after_something_was_held_still_rings() -> None:
    desk = Desk(settings=quiet(), now=datetime(2026, 11, 25, 22, 0, tzinfo=UTC))
    desk.arrive(1)
    desk.after(minutes=30)
    desk.arrive(2, priority=Priority.URGENT)
    desk.after(minutes=1)
    assert desk.told == [[2]]


def test_a_pause_silences_also_what_is_urgent_and_ends() -> None:
    desk = Desk(settings=RingSettings(paused_until=NOON + timedelta(hours=1)))
    desk.arrive(1, priority=Priority.URGENT)
    desk.after(minutes=59)
    assert desk.rang == []
    desk.after(minutes=2)
    assert desk.told == [[1]]


def test_a_pause_that_ends_at_night_waits_for_the_morning() -> None:
    evening = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
    settings = quiet(paused_until=evening + timedelta(hours=2))
    assert silent_until(settings, evening) == datetime(2026, 11, 26, 6, 0, tzinfo=UTC)
    assert silent_until(RingSettings(), evening) is None


def test_quiet_for_ever_comes_to_rest() -> None:
    desk = Desk(settings=RingSettings(quiet_on=True, quiet=(QuietSpan(start=0, end=0),), urgent_always=False))
    desk.arrive(1)
    desk.after(days=30)
    assert desk.rang == []


def test_a_clock_that_is_set_back_does_not_silence_the_day() -> None:
    desk = Desk()
    desk.arrive(1)
    desk.after(seconds=5)
    desk.now -= timedelta(hours=5)
    desk.arrive(2)
    desk.after(seconds=5)
    assert desk.told == [[1], [2]]


def test_the_most_urgent_then_the_longest_waiting_comes_first() -> None:
    desk = Desk()
    desk.arrive(3)
    desk.arrive(1)
    desk.arrive(7, priority=Priority.URGENT)
    desk.after(seconds=5)
    assert desk.told == [[7, 1, 3]]


def test_what_arrives_while_the_rows_are_asked_for_rings_later() -> None:
    desk = Desk()
    desk.arrive(1)
    asked = desk.ringer.waiting
    desk.arrive(2)
    found = desk.ringer.take(
        asked, {1: desk.rows[1]}, settings=desk.settings, attention=AWAY, belongs=in_view, now=NOON
    )
    assert found is not None
    desk.after(minutes=2)
    assert desk.told == [[2]]


@pytest.mark.parametrize(("status", "rings"), [(Status.OPEN, True), (Status.DONE, False)])
def test_a_conversation_whose_snooze_has_ended_rings_though_it_was_read(status: Status, rings: bool) -> None:
    desk = Desk()
    desk.rows[1] = replace(row(1, unread=0), status=status)
    desk.ringer.woke([1], AWAY, desk.settings, desk.now)
    desk.after(minutes=5)
    assert [ring.woken for _, ring in desk.rang] == ([frozenset({1})] if rings else [])
    desk.ringer.arrived([1], AWAY, desk.settings, desk.now)
    desk.after(minutes=5)
    assert len(desk.rang) == rings, "it is told once"


def every(rings: Iterable[Ring]) -> int:
    return sum(len(ring.rows) for ring in rings)


def test_nothing_is_lost_between_two() -> None:
    desk = Desk()
    for number in range(1, 101):
        desk.arrive(number)
        desk.after(seconds=7)
    desk.after(minutes=3)
    assert every(ring for _, ring in desk.rang) == 100
