"""Joins what arrives, the rules of what rings, and whoever shows it; and carries out what a click asks for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.ring_settings import RingSettings
from scrm_desktop.domain.ringing import Attention, Belongs, Ring, Ringer
from scrm_desktop.domain.triage import SetStatus, Status
from scrm_desktop.domain.views import ConversationRow
from scrm_desktop.late_dataclass import dataclass
from ui.bridge import Bridge
from ui.notifying.answering import Answerable, Composing, answer, answerable
from ui.notifying.card import DONE, OPEN, REPLY, NotShown, Shower
from ui.notifying.membership import saved_ids, with_saved
from ui.notifying.words import NotificationWords
from ui.triage import Triage

_log = logging.getLogger(__name__)
_LONGEST = 2**31 - 1


def utcnow() -> datetime:
    """The clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands in a notification: its conversations, and whom an answer to it reaches."""

    rows: tuple[ConversationRow, ...]
    woken: frozenset[int] = frozenset()
    answers: Answerable | None = None

    def stands(self, row: ConversationRow | None) -> bool:
        """Whether the news of a conversation is still news."""
        if row is None:
            return False
        return bool(row.unread) or (row.id in self.woken and row.status is Status.OPEN and bool(row.waiting_since))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the notifier asks of its window."""

    settings: Callable[[], RingSettings]
    attention: Callable[[], Attention]
    belongs: Belongs
    composing: Composing
    clock: Callable[[], datetime] = utcnow


class Notifier(QObject):
    """``opened`` asks for a conversation (None: for all that wait), ``writing`` for its composer in a mode.

    ``told`` carries words for the status bar, ``rang`` the Ring that was shown.
    """

    opened = Signal(object)
    writing = Signal(int, object)
    told = Signal(str)
    rang = Signal(object)

    def __init__(self, bridge: Bridge, showers: tuple[Shower, ...], around: Surroundings, triage: Triage) -> None:
        super().__init__()
        self._bridge, self._showers, self._around, self._triage = bridge, showers, around, triage
        self._words = NotificationWords(self)
        self._ringer = Ringer()
        self._shown: dict[tuple[int, int], Shown] = {}
        self._ringing = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lambda: bridge.spawn(self._ring()))
        bridge.changed.connect(self.hear)
        for place, shower in enumerate(showers):
            shower.pressed.connect(partial(self._pressed, place))
            shower.replied.connect(partial(self._replied, place))
            shower.closed.connect(partial(self._closed, place))

    def settings_changed(self) -> None:
        """Other settings: what waits may ring sooner or later now."""
        self._arm()

    # -- what arrives -----------------------------------------------------------------------------
    def hear(self, changes: Changes) -> None:
        """What the desk tells: customers' messages ring, what was read is taken away."""
        around = self._around
        if changes.arrived or changes.woken:
            seen = (around.attention(), around.settings(), around.clock())
            self._ringer.arrived(sorted(changes.arrived), *seen)
            self._ringer.woke(sorted(changes.woken - changes.arrived), *seen)
            self._arm()
        told = {row.id for shown in self._shown.values() for row in shown.rows}
        if told & changes.conversations:
            self._bridge.spawn(self._tidy())

    def _arm(self) -> None:
        now = self._around.clock()
        due = self._ringer.due(self._around.settings(), now)
        if due is None:
            self._timer.stop()
            return
        self._timer.start(min(_LONGEST, max(0, round((due - now).total_seconds() * 1000))))

    async def _ring(self) -> None:
        if self._ringing:
            return
        self._ringing = True
        try:
            due = self._ringer.due(self._around.settings(), self._around.clock())
            if due is not None and due <= self._around.clock():
                await self._take()
        finally:
            self._ringing = False
            self._arm()

    async def _take(self) -> None:
        around, asked = self._around, self._ringer.waiting
        summed = self._summary()
        before = {row.id for row in summed[1].rows} if summed else set[int]()
        rows = await self._bridge.ask(self._bridge.desk.conversation_rows((*asked, *sorted(before - set(asked)))))
        saved = saved_ids(around.settings())
        found: Mapping[int, frozenset[int]] = {}
        if saved:
            found = await self._bridge.ask(self._bridge.desk.in_saved_views(tuple(asked), saved))
        settings, belongs = with_saved(around.settings(), around.belongs, found)
        ring = self._ringer.take(
            asked,
            rows,
            settings=settings,
            attention=around.attention(),
            belongs=belongs,
            now=around.clock(),
        )
        if ring is not None:
            still = [rows[one] for one in sorted(before) if one in rows and rows[one].unread]
            await self._show(_with(ring, still), summed)

    def _summary(self) -> tuple[tuple[int, int], Shown] | None:
        """The notification that sums several conversations up and is still there."""
        return next((pair for pair in self._shown.items() if len(pair[1].rows) > 1), None)

    async def _show(self, ring: Ring, summed: tuple[tuple[int, int], Shown] | None) -> None:
        one = ring.single
        answers = await answerable(self._bridge, one) if one is not None else None
        settings = self._around.settings()
        target = answers.target if answers else None
        card = self._words.card(ring, preview=settings.preview, sound=settings.sound, target=target)
        old = self._told_of(one) if one is not None else summed[0] if summed else None
        for place, shower in enumerate(self._showers):
            try:
                number = await shower.show_card(card, replaces=old[1] if old and old[0] == place else 0)
            except NotShown as error:
                _log.info("no notification by %s: %s", type(shower).__name__, error)
                continue
            if old is not None:
                self._shown.pop(old, None)
            self._shown[place, number] = Shown(rows=ring.rows, woken=ring.woken, answers=answers)
            self.rang.emit(ring)
            return

    def _told_of(self, row: ConversationRow) -> tuple[int, int] | None:
        """The notification of this one conversation, if it is still there."""
        return next((key for key, shown in self._shown.items() if [r.id for r in shown.rows] == [row.id]), None)

    async def _tidy(self) -> None:
        """A notification whose conversations have all been read is taken away."""
        ids = {row.id for shown in self._shown.values() for row in shown.rows}
        rows = await self._bridge.ask(self._bridge.desk.conversation_rows(tuple(sorted(ids))))
        for key, shown in list(self._shown.items()):
            asked = ids.issuperset(row.id for row in shown.rows)
            if asked and not any(shown.stands(rows.get(row.id)) for row in shown.rows):
                self._shown.pop(key, None)
                await self._showers[key[0]].close_card(key[1])

    # -- what the person does with it -------------------------------------------------------------
    def _closed(self, place: int, number: int) -> None:
        self._shown.pop((place, number), None)

    def _pressed(self, place: int, number: int, what: str) -> None:
        shown = self._shown.pop((place, number), None)
        if shown is None:
            return
        self._bridge.spawn(self._showers[place].close_card(number))
        row = shown.rows[0]
        if what == DONE and len(shown.rows) == 1:
            self._triage.do(SetStatus(conversations=(row.id,), status=Status.DONE), self._words.done(row.person))
        elif what == REPLY and shown.answers is not None:
            self.writing.emit(row.id, shown.answers.mode)
        elif what == OPEN:
            self.opened.emit(row.id if len(shown.rows) == 1 else None)

    def _replied(self, place: int, number: int, text: str) -> None:
        shown = self._shown.get((place, number))
        if shown is None or shown.answers is None or not text.strip():
            return
        self._shown.pop((place, number))
        self._bridge.spawn(self._showers[place].close_card(number))
        self._bridge.spawn(self._answer(shown.answers, text))

    async def _answer(self, to: Answerable, text: str) -> None:
        outcome = await answer(self._bridge, to, text, self._around.composing, self._words)
        self.told.emit(outcome.words)
        if outcome.look:
            self.writing.emit(to.row.id, to.mode)
        if outcome.error is not None:
            self._bridge.failed.emit(outcome.error)

    async def leave(self) -> None:
        """Take away what is shown (nobody would answer a click on it) and let the services go."""
        self._timer.stop()
        shown, self._shown = list(self._shown), {}
        for place, number in shown:
            await self._showers[place].close_card(number)
        for shower in self._showers:
            await shower.leave()


def _with(ring: Ring, rows: list[ConversationRow]) -> Ring:
    """The ring together with what an earlier one told of that nobody has read yet."""
    known = {row.id for row in ring.rows}
    return replace(ring, rows=(*ring.rows, *(row for row in rows if row.id not in known)))
