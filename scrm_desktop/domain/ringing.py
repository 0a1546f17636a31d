"""What rings, and when: pure rules over what arrived, the person's settings and a clock.

Messages are gathered for a moment before they ring, and two notifications stand at least :data:`GAP` apart (or the
digest's minutes), so that a crisis of thirty messages is one notification. What comes in quiet hours or while
notifications are paused waits, and is summed up in one notification afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta

from scrm_desktop.domain.quiet import is_quiet, quiet_until
from scrm_desktop.domain.ring_settings import RingSettings
from scrm_desktop.domain.triage import Priority, Status
from scrm_desktop.domain.views import ConversationRow
from scrm_desktop.late_dataclass import dataclass

GATHER = timedelta(seconds=2)
"""A message waits so long for those that come with it."""
GAP = timedelta(seconds=60)
"""Two notifications stand at least so far apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """What the person looks at: ``front`` is the open conversation, ``active`` whether the window is used."""

    active: bool = False
    front: int | None = None

    def reads(self, conversation_id: int) -> bool:
        """Whether this conversation is being read."""
        return self.active and self.front == conversation_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """One notification: the conversations it tells of, who waits longest first; ``woken`` came back from a snooze."""

    rows: tuple[ConversationRow, ...]
    woken: frozenset[int] = frozenset()

    @property
    def single(self) -> ConversationRow | None:
        """The only conversation, or ``None`` where it sums up several."""
        return self.rows[0] if len(self.rows) == 1 else None

    @property
    def messages(self) -> int:
        """Unread messages in all of them."""
        return sum(row.unread for row in self.rows)

    @property
    def people(self) -> int:
        """How many customers wrote."""
        return len({row.profile_id for row in self.rows})

    @property
    def urgent(self) -> bool:
        """Whether one of them is urgent."""
        return any(row.priority >= Priority.URGENT for row in self.rows)


Belongs = Callable[[ConversationRow, str], bool]
"""Whether a conversation is in the view with this key."""


def may_ring(row: ConversationRow, settings: RingSettings, belongs: Belongs, *, woken: bool = False) -> bool:
    """Whether a conversation may ring at all, whatever the hour: something is unread, or its snooze has ended."""
    news = row.unread or (woken and row.status is Status.OPEN)
    if not settings.on or not news or row.muted or row.spam:
        return False
    if row.account_id in settings.silent_accounts or row.priority in settings.silent_priorities:
        return False
    if any(belongs(row, key) for key in settings.silent_views):
        return False
    return not settings.views or any(belongs(row, key) for key in settings.views)


def is_silent(settings: RingSettings, now: datetime) -> bool:
    """Whether nothing shall ring now: paused, or quiet hours."""
    return _paused(settings, now) or (settings.quiet_on and is_quiet(settings.quiet, settings.zone, now))


def silent_until(settings: RingSettings, now: datetime) -> datetime | None:
    """When the silence ends; ``None``: it is not silent, or it never ends by itself."""
    at = now
    # The end of a pause can lie in quiet hours, and the other way round.
    for _ in range(4):
        if settings.paused_until is not None and _paused(settings, at):
            at = settings.paused_until
        elif settings.quiet_on and is_quiet(settings.quiet, settings.zone, at):
            end = quiet_until(settings.quiet, settings.zone, at)
            if end is None:
                return None
            at = end
        else:
            break
    return at if at > now else None


class Ringer:
    """Remembers what waits to ring, and when the last one rang. Holds no rows: they are asked for when it rings."""

    def __init__(self) -> None:
        self._waiting: dict[int, datetime] = {}
        self._held: set[int] = set()
        self._woken: set[int] = set()
        self._last: datetime | None = None

    def arrived(self, ids: Iterable[int], attention: Attention, settings: RingSettings, now: datetime) -> None:
        """A customer wrote in these conversations: one that is being read does not wait to ring."""
        if not settings.on or (attention.active and not settings.in_front):
            return
        for one in ids:
            if not attention.reads(one):
                self._waiting.setdefault(one, now)

    def woke(self, ids: Iterable[int], attention: Attention, settings: RingSettings, now: datetime) -> None:
        """The snooze of these has ended: they ring like what arrived, though nothing in them is unread."""
        for one in ids:
            self.arrived((one,), attention, settings, now)
            if one in self._waiting:
                self._woken.add(one)

    def seen(self, ids: Iterable[int]) -> None:
        """Somebody looked at these: they need not ring any more."""
        for one in ids:
            self._waiting.pop(one, None)
            self._held.discard(one)
            self._woken.discard(one)

    @property
    def waiting(self) -> tuple[int, ...]:
        """Conversations that wait to ring, in the order of their arrival."""
        return tuple(self._waiting)

    def due(self, settings: RingSettings, now: datetime) -> datetime | None:
        """When to look next; ``None``: nothing waits, or only a change of the settings will make it ring."""
        if not self._waiting:
            return None
        at = max(now, min(self._waiting.values()) + GATHER)
        if self._last is not None and self._last <= now:
            # A clock that was set back must not silence the rest of the day.
            at = max(at, self._last + max(GAP, timedelta(minutes=settings.digest)))
        judged = self._held.issuperset(self._waiting)
        if not is_silent(settings, at) or (not judged and _urgent_wakes(settings, at)):
            # Only the rows will tell whether something urgent is among them.
            return at
        return silent_until(settings, at)

    def take(
        self,
        asked: Collection[int],
        rows: Mapping[int, ConversationRow],
        *,
        settings: RingSettings,
        attention: Attention,
        belongs: Belongs,
        now: datetime,
    ) -> Ring | None:
        """What rings now, given the rows of ``asked`` as they are at this moment; what may not ring is forgotten.

        In quiet hours only what is urgent rings (if wanted), and the rest goes on waiting.
        """
        later = {one: at for one, at in self._waiting.items() if one not in asked}
        known = (row for one in self._waiting if one in asked and (row := rows.get(one)) is not None)
        unseen = (row for row in known if not attention.reads(row.id))
        able = [row for row in unseen if may_ring(row, settings, belongs, woken=row.id in self._woken)]
        held: list[ConversationRow] = []
        if is_silent(settings, now):
            held = [row for row in able if not (_urgent_wakes(settings, now) and row.priority >= Priority.URGENT)]
        self._held = {row.id for row in held}
        self._waiting = {row.id: self._waiting[row.id] for row in held} | later
        ringing = [row for row in able if row.id not in self._held]
        woken = frozenset(row.id for row in ringing if row.id in self._woken)
        self._woken &= set(self._waiting)
        if not ringing:
            return None
        self._last = now
        ringing.sort(key=lambda row: (-row.priority, row.waiting_since or row.last_at, row.id))
        return Ring(rows=tuple(ringing), woken=woken)


def _urgent_wakes(settings: RingSettings, now: datetime) -> bool:
    return settings.urgent_always and not _paused(settings, now)


def _paused(settings: RingSettings, now: datetime) -> bool:
    return settings.paused_until is not None and now < settings.paused_until
