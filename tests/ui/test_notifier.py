"""From what arrives to a notification, and from a click or an answer on it back to the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import Care, OutboxRow
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.ring_settings import RingSettings
from scrm_desktop.domain.ringing import GATHER, Attention
from scrm_desktop.domain.saved_views import SavedView, with_view
from scrm_desktop.domain.triage import SetRead, Status
from scrm_desktop.domain.views import Draft, Mode, Sort
from scrm_desktop.errors import InputError
from support.fake_desk import FakeDesk
from support.fake_shower import FakeShower
from ui.bridge import Bridge
from ui.notifying.answering import Composing
from ui.notifying.card import DONE, OPEN, REPLY
from ui.notifying.notifier import Notifier, Surroundings
from ui.triage import Triage

CARE = Care(hold=10.0, stop_if_news=True)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


class Place:
    """A notifier with its surroundings, and a clock that the test moves."""

    def __init__(self, bridge: Bridge, *showers: FakeShower) -> None:
        self.settings, self.attention, self.now = RingSettings(), Attention(), NOON
        self.shower, self.triage = showers[-1], Triage(bridge)
        self.kept: list[tuple[int, Mode, int, str]] = []
        self.opened: list[object] = []
        self.writing: list[tuple[int, Mode]] = []
        self.told: list[str] = []
        self.queued: list[OutboxRow] = []
        self.opening: datetime | None = None
        around = Surroundings(
            settings=lambda: self.settings,
            attention=lambda: self.attention,
            belongs=lambda row, key: False,
            composing=Composing(
                keep=self.keep, care=lambda: CARE, queued=self.queued.append, opening=lambda: self.opening
            ),
            clock=lambda: self.now,
        )
        self.notifier = Notifier(bridge, showers, around, self.triage)
        self.notifier.opened.connect(self.opened.append)
        self.notifier.writing.connect(lambda one, mode: self.writing.append((one, mode)))
        self.notifier.told.connect(self.told.append)

    async def keep(self, conversation: int, mode: Mode, account: int, text: str) -> None:
        self.kept.append((conversation, mode, account, text))

    def later(self, span: timedelta = GATHER) -> None:
        """The clock goes on; what is due now is looked at."""
        self.now += span
        self.notifier.settings_changed()

    @property
    def number(self) -> int:
        """The only notification that stands."""
        (number,) = self.shower.cards
        return number


@pytest.fixture
def place(bridge: Bridge) -> Iterator[Place]:
    made = Place(bridge, FakeShower())
    yield made
    made.notifier._timer.stop()


def test_a_message_becomes_a_notification(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        desk.arrive(3, "Is anybody there?")
        await until(lambda: place.notifier._ringer.waiting)
        place.later()
        await until(lambda: place.shower.cards)
        card = place.shower.cards[place.number]
        row = desk.rows[3]
        assert row.person in card.title
        assert f"@{row.handle}" in card.title
        assert "Is anybody there?" in card.body
        assert not place.notifier._ringer.waiting

    run(story())


def test_pain_16_thirty_messages_are_one_notification(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        for turn in range(30):
            desk.arrive(1 + turn % 6, f"Number {turn}")
        await until(lambda: len(place.notifier._ringer.waiting) == 6)
        place.later()
        await until(lambda: place.shower.cards)
        messages = sum(desk.rows[one].unread for one in range(1, 7))
        assert len(place.shower.all) == 1
        assert place.shower.all[0].title.startswith(f"{messages} new message")
        assert not place.shower.all[0].reply
        place.shower.pressed.emit(place.number, OPEN)
        assert place.opened == [None]

    run(story())


def test_a_sum_that_still_stands_is_replaced_by_the_next(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        desk.arrive(1, "a")
        desk.arrive(2, "b")
        await until(lambda: len(place.notifier._ringer.waiting) == 2)
        place.later()
        await until(lambda: place.shower.cards)
        first = place.number
        desk.arrive(4, "c")
        await until(lambda: place.notifier._ringer.waiting)
        place.later(timedelta(minutes=1))
        await until(lambda: len(place.shower.all) == 2)
        assert place.number == first
        assert "person" in place.shower.cards[first].title
        assert [row.id for row in place.notifier._shown[0, first].rows] == [4, 1, 2]

    run(story())


def test_hostile_text_stays_text(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        desk.rows[3] = replace(desk.rows[3], person="\u202eSupport\x00\x1b[31m", handle="evil@x.example")
        desk.arrive(3, "<img src='http://x.example/a.png'>\n\n\x07" + "A" * 100_000)
        await until(lambda: place.notifier._ringer.waiting)
        place.later()
        await until(lambda: place.shower.cards)
        card = place.shower.cards[place.number]
        assert len(card.title) + len(card.body) < 500
        assert not any(ord(ch) < 32 for ch in card.title + card.body)
        assert "\u202e" not in card.title
        assert "@evil@x.example" in card.title

    run(story())


def test_without_preview_nothing_of_the_text_is_shown(place: Place, desk: FakeDesk, run, until) -> None:
    place.settings = RingSettings(preview=False)

    async def story() -> None:
        desk.arrive(3, "my password is hunter2")
        await until(lambda: place.notifier._ringer.waiting)
        place.later()
        await until(lambda: place.shower.cards)
        assert "hunter2" not in place.shower.cards[place.number].body

    run(story())


async def shown(place: Place, desk: FakeDesk, until, one: int, text: str = "Hello?") -> int:
    desk.arrive(one, text)
    await until(lambda: place.notifier._ringer.waiting)
    place.later(timedelta(minutes=2))
    await until(lambda: place.shower.cards)
    return place.number


def test_a_click_leads_to_the_conversation(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        number = await shown(place, desk, until, 3)
        place.shower.pressed.emit(number, OPEN)
        assert place.opened == [3]
        await until(lambda: not place.shower.cards)
        place.shower.pressed.emit(number, OPEN)
        assert place.opened == [3], "a second click on what is gone does nothing"

    run(story())


def test_done_is_done_and_can_be_undone(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        number = await shown(place, desk, until, 3)
        place.shower.pressed.emit(number, DONE)
        await until(lambda: desk.rows[3].status is Status.DONE)
        await until(lambda: place.triage.can_undo)
        place.triage.undo()
        await until(lambda: desk.rows[3].status is Status.OPEN)

    run(story())


def test_what_is_read_elsewhere_is_taken_away(place: Place, desk: FakeDesk, bridge: Bridge, run, until) -> None:
    async def story() -> None:
        await shown(place, desk, until, 3)
        await bridge.ask(desk.triage(SetRead(conversations=(3,), read=True)))
        await until(lambda: not place.shower.cards)

    run(story())


def sent(desk: FakeDesk) -> list[tuple[Draft, object]]:
    return [what for name, what in desk.calls if name == "send"]  # type: ignore[misc]


@pytest.mark.parametrize(("one", "mode"), [(1, Mode.PUBLIC), (2, Mode.DIRECT)])
def test_pain_20_an_answer_is_as_public_as_its_label_says(
    place: Place, desk: FakeDesk, run, until, one: int, mode: Mode
) -> None:
    desk.rows[one] = replace(
        desk.rows[one],
        kind="direct" if mode is Mode.DIRECT else "public",
        visibility=Visibility.DIRECT if mode is Mode.DIRECT else Visibility.PUBLIC,
    )

    async def story() -> None:
        number = await shown(place, desk, until, one)
        card = place.shower.cards[number]
        assert card.reply == ("Reply by direct message" if mode is Mode.DIRECT else "Reply in public")
        place.shower.replied.emit(number, "Yes, at once.")
        await until(lambda: sent(desk))
        draft, target = sent(desk)[0]
        assert (draft.text, draft.mode, draft.conversation_id) == ("Yes, at once.", mode, one)
        assert target.visibility is (Visibility.DIRECT if mode is Mode.DIRECT else Visibility.PUBLIC)
        await until(lambda: place.told)
        place.shower.replied.emit(number, "Yes, at once.")
        assert len(sent(desk)) == 1
        assert not place.writing

    run(story())


def test_pain_12_an_answer_stops_if_its_writer_has_not_seen_everything(
    place: Place, desk: FakeDesk, run, until
) -> None:
    async def story() -> None:
        number = await shown(place, desk, until, 3, "First")
        desk.arrive(3, "No, wait, I was wrong!")
        place.shower.replied.emit(number, "Agreed")
        await until(lambda: place.writing)
        assert sent(desk) == []
        assert place.kept == [(3, place.writing[0][1], desk.rows[3].account_id, "Agreed")]
        assert "wrote again" in place.told[0]

    run(story())


def test_pain_20_an_answer_leaves_with_the_care_of_the_composer(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        number = await shown(place, desk, until, 3)
        place.shower.replied.emit(number, "Yes, at once.")
        await until(lambda: place.queued)
        assert desk.cares == [CARE]
        assert [row.id for row in place.queued] == list(desk.outbox_rows)

    run(story())


def test_outside_the_sending_hours_an_answer_waits_in_the_composer(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        number = await shown(place, desk, until, 3)
        place.opening = datetime.now(UTC) + timedelta(hours=9)
        place.shower.replied.emit(number, "Yes, at once.")
        await until(lambda: place.writing)
        assert sent(desk) == []
        assert [one[3] for one in place.kept] == ["Yes, at once."]
        assert place.told[0].startswith("Outside your sending hours")

    run(story())


def test_a_refused_answer_is_kept_and_told(place: Place, desk: FakeDesk, bridge: Bridge, run, until) -> None:
    failures: list[object] = []
    bridge.failed.connect(failures.append)

    async def story() -> None:
        number = await shown(place, desk, until, 3)
        place.shower.replied.emit(number, "x" * 600)
        await until(lambda: place.writing)
        assert place.kept[0][3] == "x" * 600
        assert isinstance(failures[0], InputError)

    run(story())


def test_pain_19_a_draft_begun_in_the_composer_survives_an_answer_from_outside(
    place: Place, desk: FakeDesk, run, until
) -> None:
    async def story() -> None:
        number = await shown(place, desk, until, 3)
        key = (3, Mode.DIRECT if desk.rows[3].kind == "direct" else Mode.PUBLIC, desk.rows[3].account_id)
        desk.drafts[key] = Draft(conversation_id=3, mode=key[1], account_id=key[2], text="A long considered")
        place.shower.replied.emit(number, "Quickly: yes")
        await until(lambda: sent(desk))
        await until(lambda: key in desk.drafts)
        assert desk.drafts[key].text == "A long considered"

    run(story())


def test_nothing_is_sent_for_an_empty_answer(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        number = await shown(place, desk, until, 3)
        place.shower.replied.emit(number, "  \n ")
        place.shower.pressed.emit(number, REPLY)
        assert place.writing
        assert sent(desk) == []

    run(story())


def test_where_nobody_can_be_answered_no_answer_is_offered(place: Place, desk: FakeDesk, run, until) -> None:
    async def unavailable(*_: object) -> object:
        raise InputError("gone")

    desk.reply_target = unavailable  # type: ignore[assignment, method-assign]

    async def story() -> None:
        card = place.shower.cards[await shown(place, desk, until, 3)]
        assert (card.reply, card.reply_button) == ("", "")

    run(story())


def test_what_no_service_takes_is_given_to_the_next(bridge: Bridge, desk: FakeDesk, run, until) -> None:
    place = Place(bridge, FakeShower(broken=True), FakeShower())

    async def story() -> None:
        number = await shown(place, desk, until, 3)
        place.shower.pressed.emit(number, OPEN)
        assert place.opened == [3]
        await place.notifier.leave()
        assert place.shower.left

    run(story())


def test_a_change_without_an_arrival_rings_nothing(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        desk.emit(Changes(conversations=frozenset({1, 2, 3})))
        desk.arrive(4, "real")
        await until(lambda: place.notifier._ringer.waiting)
        assert place.notifier._ringer.waiting == (4,)

    run(story())


def saved_as(desk: FakeDesk, query: str) -> str:
    desk.arrange(with_view(desk.saved, SavedView(name="Mine", query=query, sort=Sort.NEWEST)))
    return f"saved:{desk.saved[-1].id}"


@pytest.mark.parametrize(("how", "rung"), [("views", 3), ("silent_views", 2)])
def test_pain_16_a_saved_view_rings_alone_or_keeps_quiet(
    place: Place, desk: FakeDesk, how: str, rung: int, run, until
) -> None:
    async def story() -> None:
        key = saved_as(desk, "refund")
        place.settings = replace(place.settings, **{how: frozenset({key})})
        desk.arrive(2, "A question")
        desk.arrive(3, "My refund, please")
        await until(lambda: len(place.notifier._ringer.waiting) == 2)
        place.later()
        await until(lambda: place.shower.cards)
        assert desk.rows[rung].person in place.shower.all[0].title
        assert len(place.shower.all) == 1

    run(story())


def test_a_saved_view_that_is_no_more_silences_nobody(place: Place, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        place.settings = replace(place.settings, views=frozenset({"saved:99"}))
        desk.arrive(3, "Anybody?")
        await until(lambda: place.notifier._ringer.waiting)
        place.later()
        await until(lambda: place.shower.cards)

    run(story())
