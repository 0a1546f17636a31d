"""A network in memory that holds the truth: what was written, edited, deleted, and how often it was posted.

``faults`` maps an operation (``newer``, ``older``, ``listen``, ``describe``, ``fence``, ``perform``, ``find_sent``,
``refresh``, ``upload``, ``download``) to a list of faults that the next calls meet, one each. ``revoked``: our token
is refused everywhere, until somebody signs in again.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from scrm_desktop.domain.commands import Command, DoDeed, EditMessage, Fence, Outcome, SendMessage
from scrm_desktop.domain.events import Event, MessageGone, MessageSeen, Page, Span, Why
from scrm_desktop.domain.messages import RemoteMessage, RemoteProfile, Visibility
from scrm_desktop.errors import (
    CaptivePortal,
    Forbidden,
    Gone,
    NoAnswer,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    Unsupported,
)

HOST = "fake.test"
ME = RemoteProfile(remote_id="me", handle="shop@fake.test", display_name="Shop")
DEADLINE = 30.0
LATE = 20.0

_BEFORE = {
    "offline": lambda _: Offline(host=HOST),
    "drop_before": lambda _: NoAnswer(host=HOST),
    "html": lambda _: CaptivePortal(host=HOST),
    "500": lambda _: ServerTrouble(host=HOST, status=503),
    "401": lambda _: SignInNeeded(host=HOST),
    "403": lambda _: Forbidden(host=HOST, reason="blocked"),
    "404": lambda _: Gone(host=HOST),
    "422": lambda _: Rejected(host=HOST, reason="no"),
    "unsupported": lambda _: Unsupported("not here"),
    "rate": lambda now: RateLimited(until=now + timedelta(seconds=90), host=HOST),
    "rate_short": lambda now: RateLimited(until=now + timedelta(seconds=2), host=HOST),
}
_AFTER = {"drop_after": lambda: NoAnswer(host=HOST), "500_after": lambda: ServerTrouble(host=HOST, status=504)}


@dataclass
class FakeNetwork:
    """One server with one account of ours. ``page`` is the size of its pages.

    ``now`` is its own clock; ``local`` is ours, in which a channel says until when to wait.
    """

    now: Callable[[], datetime]
    local: Callable[[], datetime]
    page: int = 20
    keys: bool = True
    streams: bool = True
    messages: dict[str, RemoteMessage] = field(default_factory=dict)
    order: list[tuple[int, str]] = field(default_factory=list)
    posted: list[tuple[str, SendMessage, str]] = field(default_factory=list)
    deeds: list[DoDeed] = field(default_factory=list)
    uploads: list[str] = field(default_factory=list)
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    calls: list[tuple[float, str]] = field(default_factory=list)
    listeners: list[asyncio.Queue[Page | None]] = field(default_factory=list)
    by_key: dict[str, str] = field(default_factory=dict)
    down: bool = False
    revoked: bool = False
    _next: int = 0

    # -- what people there do ---------------------------------------------------------------------
    def says(
        self,
        person: str,
        text: str,
        *,
        answers: str | None = None,
        visibility: Visibility = Visibility.PUBLIC,
        at: datetime | None = None,
    ) -> str:
        """A customer writes to us; returns the remote id."""
        author = RemoteProfile(remote_id=person, handle=f"{person}@fake.test", display_name=person.title())
        return self._add(author, text, answers, visibility, at or self.now(), own=False)

    def edits(self, remote_id: str, text: str) -> None:
        """Somebody edits a message."""
        self.messages[remote_id] = replace(self.messages[remote_id], text=text, edited_at=self.now())
        self._push(self._seen(remote_id))

    def deletes(self, remote_id: str) -> None:
        """Somebody deletes a message."""
        del self.messages[remote_id]
        self.order = [entry for entry in self.order if entry[1] != remote_id]
        self._push(MessageGone(remote_id=remote_id))

    def _add(
        self, author: RemoteProfile, text: str, answers: str | None, visibility: Visibility, at: datetime, *, own: bool
    ) -> str:
        self._next += 1
        remote_id = str(1000 + self._next)
        parent = self.messages.get(answers or "")
        self.messages[remote_id] = RemoteMessage(
            remote_id=remote_id,
            author=author,
            text=text,
            created_at=at,
            own=own,
            visibility=visibility,
            in_reply_to=answers,
            in_reply_to_author=parent.author.remote_id if parent else None,
        )
        self.order.append((self._next, remote_id))
        self._push(self._seen(remote_id))
        return remote_id

    # -- what the server answers ------------------------------------------------------------------
    async def meets(self, operation: str) -> str:
        """Note a call, and raise the fault that waits for it; returns the fault that comes afterwards."""
        self.calls.append((asyncio.get_running_loop().time(), operation))
        await asyncio.sleep(0.05)
        fault = self.faults[operation].pop(0) if self.faults[operation] else ""
        if self.down:
            raise Offline(host=HOST)
        if self.revoked:
            raise SignInNeeded(host=HOST)
        if fault == "hang":
            await asyncio.sleep(DEADLINE)
            raise NoAnswer(host=HOST)
        if fault == "bug":
            raise ZeroDivisionError("a bug in a channel")
        if fault in _BEFORE:
            raise _BEFORE[fault](self.local())
        return fault

    def newer(self, cursor: str | None) -> Page:
        """The next page after the cursor (a number and the time up to which all before it is known), or the newest."""
        if cursor is None:
            part, more = self.order[-self.page :], False
            since = self.messages[part[0][1]].created_at if part else self.now()
            last = self._next
        else:
            number, since = _read(cursor)
            entries = [entry for entry in self.order if entry[0] > number]
            part, more = entries[: self.page], len(entries) > self.page
            last = part[-1][0] if more else self._next
        # History that is imported has times before the cursor's: what is covered never runs backwards.
        until = max(since, self.messages[part[-1][1]].created_at) if more else max(since, self.now())
        return self._page(part, last, until, more=more, covered=Span(start=since, end=until))

    def older(self, cursor: str | None, until: datetime) -> Page:
        """The next page of history."""
        number, end = (self._next + 1, self.now()) if cursor is None else _read(cursor)
        entries = [entry for entry in self.order if entry[0] < number]
        part = entries[-self.page :]
        wanted = [entry for entry in part if self.messages[entry[1]].created_at >= until]
        more = len(entries) > len(part) and len(wanted) == len(part)
        oldest = min(self.messages[part[0][1]].created_at, end) if more else min(until, end)
        passed = wanted[0][0] if wanted else number
        return self._page(wanted, passed, oldest, more=more, covered=Span(start=oldest, end=end))

    def _page(self, entries: list[tuple[int, str]], number: int, at: datetime, *, more: bool, covered: Span) -> Page:
        events = tuple(self._seen(remote_id) for _, remote_id in entries)
        return Page(events=events, cursor=f"{number} {at.isoformat()}", more=more, covered=covered)

    def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """These messages as they are now."""
        return Page(
            events=tuple(
                self._seen(remote_id) if remote_id in self.messages else MessageGone(remote_id=remote_id)
                for remote_id in remote_ids
            )
        )

    def fence(self) -> Fence:
        """Our newest message."""
        own = [entry[1] for entry in self.order if self.messages[entry[1]].own]
        return Fence(newest_own_id=own[-1] if own else None, at=self.now())

    def does(self, command: Command, key: str) -> Outcome:
        """Carry a command out."""
        if isinstance(command, SendMessage):
            return self._post(command, key)
        if isinstance(command, EditMessage):
            if command.remote_id not in self.messages:
                raise Gone(host=HOST)
            self.edits(command.remote_id, command.text)
            return Outcome(remote_id=command.remote_id, message=self.messages[command.remote_id])
        assert isinstance(command, DoDeed)
        if command.target not in self.messages:
            raise Gone(host=HOST)
        self.deeds.append(command)
        if command.deed == "delete":
            self.deletes(command.target)
        return Outcome(remote_id=command.target)

    def _post(self, command: SendMessage, key: str) -> Outcome:
        if command.in_reply_to is not None and command.in_reply_to not in self.messages:
            raise Gone(host=HOST)
        if not (self.keys and key in self.by_key):
            self.by_key[key] = self._add(
                ME, command.text, command.in_reply_to, command.visibility, self.now(), own=True
            )
            self.posted.append((self.by_key[key], command, key))
        remote_id = self.by_key[key]
        return Outcome(remote_id=remote_id, message=self.messages.get(remote_id))

    def find(self, command: SendMessage, fence: Fence) -> Outcome | None:
        """A message of ours behind the fence that reads like the command."""
        after = [remote for _, remote in self.order]
        if fence.newest_own_id in after:
            after = after[after.index(fence.newest_own_id) + 1 :]
        for remote_id in after:
            message = self.messages[remote_id]
            same = (message.text, message.in_reply_to, message.visibility)
            if message.own and same == (command.text, command.in_reply_to, command.visibility):
                return Outcome(remote_id=remote_id, message=message)
        return None

    async def perform(self, command: Command, key: str) -> Outcome:
        """A command, with what can go wrong around it."""
        fault = await self.meets("perform")
        if fault == "late":
            asyncio.get_running_loop().call_later(LATE, self.does, command, key)
            raise NoAnswer(host=HOST)
        outcome = self.does(command, key)
        await asyncio.sleep(0.05)
        if fault in _AFTER:
            raise _AFTER[fault]()
        return outcome

    def texts(self) -> list[str]:
        """What we posted, in order."""
        return [command.text for _, command, _ in self.posted]

    # -- streams ----------------------------------------------------------------------------------
    def _push(self, event: Event) -> None:
        for queue in self.listeners:
            queue.put_nowait(Page(events=(event,)))

    def _seen(self, remote_id: str) -> MessageSeen:
        message = self.messages[remote_id]
        private = message.visibility is Visibility.DIRECT
        why = Why.OWN if message.own else Why.DIRECT if private else Why.MENTION
        return MessageSeen(message=message, why=why, thread_key=self._thread_key(message))

    def _thread_key(self, message: RemoteMessage) -> str:
        chain = [message]
        while (parent := self.messages.get(chain[-1].in_reply_to or "")) is not None:
            chain.append(parent)
        while len(chain) > 1 and chain[-1].own:
            chain.pop()
        return f"post:{chain[-1].remote_id}"


def _read(cursor: str) -> tuple[int, datetime]:
    number, _, at = cursor.partition(" ")
    return int(number), datetime.fromisoformat(at)
