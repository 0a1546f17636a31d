"""The outbox: a command is a row before it is a request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import Command, Fence, OutboxRow, OutboxState, Outcome, SendMessage
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import KnownError
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.readers import Readers
from scrm_desktop.store.reading import outbox as reading
from scrm_desktop.store.values import micros
from scrm_desktop.store.writer import Writer


class OutboxStore:
    """Commands on their way to a network; every method is durable when it returns."""

    def __init__(self, writer: Writer, readers: Readers, state: IngestState, clock: Callable[[], datetime]) -> None:
        self._writer = writer
        self._readers = readers
        self._state = state
        self._clock = clock

    async def add(
        self,
        account_id: int,
        conversation_id: int | None,
        command: Command,
        *,
        key: str,
        actor: str,
        state: OutboxState = OutboxState.QUEUED,
        not_before: datetime | None = None,
        consume: Mode | None = None,
        follow: tuple[SendMessage, ...] = (),
        undo_until: datetime | None = None,
        stop_if_news: bool = False,
        scheduled_at: datetime | None = None,
    ) -> tuple[OutboxRow, Changes]:
        """Queue a command; ``consume`` removes the draft of that mode in the same transaction.

        ``follow`` are the other parts of a thread: each leaves once the one before it is sent, and answers that one.
        ``undo_until`` puts it off until then; ``stop_if_news`` lets :meth:`begin` ask where the customer wrote since.
        ``scheduled_at`` is when it shall leave, and holds it where the customer writes first.

        The same ``key`` again is the same command: its row is returned, nothing is added.
        """
        from scrm_desktop.store.writing import outbox as writing

        now = micros(self._clock())
        return await self._writer.run(
            lambda db: writing.add(
                db,
                account_id,
                conversation_id,
                command,
                key=key,
                actor=actor,
                state=state,
                not_before=not_before,
                consume=consume,
                follow=follow,
                undo_until=undo_until,
                stop_if_news=stop_if_news,
                scheduled_at=scheduled_at,
                now=now,
            )
        )

    async def due(self, account_id: int, now: datetime) -> tuple[OutboxRow, ...]:
        """What may leave now, oldest first; a conversation's unsettled row holds its later rows back.

        What is scheduled goes by the wall clock: people mean that one when they name a time.
        """
        wall = self._clock()
        return await self._readers.run(lambda db: reading.due(db, account_id, now, wall))

    async def next_due(self, account_id: int) -> datetime | None:
        """When the next row may leave (in the past: now)."""
        wall = self._clock()
        return await self._readers.run(lambda db: reading.next_due(db, account_id, wall))

    async def next_scheduled(self) -> datetime | None:
        """The earliest time of what is scheduled on any account."""
        return await self._readers.run(reading.next_scheduled)

    async def hold_missed(self, late: float) -> Changes:
        """Hold what should have left more than ``late`` seconds ago, and bring its conversations back."""
        from scrm_desktop.store.writing.schedule import hold_missed

        wall = self._clock()
        return await self._writer.run(lambda db: hold_missed(db, wall - timedelta(seconds=late), micros(wall)))

    async def reschedule(self, outbox_id: int, at: datetime) -> Changes:
        """It leaves then; InputError for what is on its way or over, and for a time that has passed."""
        from scrm_desktop.store.writing.outbox import again

        now = micros(self._clock())
        return await self._writer.run(lambda db: again(db, outbox_id, at, now))

    async def take_back(self, outbox_id: int, draft: Draft) -> tuple[Draft, Changes]:
        """Cancel it (with the parts behind it) and keep ``draft`` in the same transaction; returns what is kept."""
        from scrm_desktop.store.writing.outbox import take_back

        now = micros(self._clock())
        return await self._writer.run(lambda db: take_back(db, outbox_id, draft, now))

    async def in_state(self, account_id: int, state: OutboxState) -> tuple[OutboxRow, ...]:
        """The rows of an account in one state, oldest first."""
        return await self._readers.run(lambda db: reading.in_state(db, account_id, state))

    async def begin(self, outbox_id: int, fence: Fence) -> OutboxRow:
        """It is about to leave: state sending, one more try, the first try's fence kept.

        InputError for a row that may not leave any more, NewsArrived for one that shall not overtake a question.
        """
        from scrm_desktop.store.writing import outbox as writing

        return await self._writer.run(lambda db: writing.begin(db, outbox_id, fence))

    async def uploaded(self, outbox_id: int, index: int, remote_id: str) -> None:
        """A file of it is on the server: never to be uploaded again."""
        from scrm_desktop.store.writing import outbox as writing

        await self._writer.run(lambda db: writing.uploaded(db, outbox_id, index, remote_id))

    async def sent(self, outbox_id: int, outcome: Outcome) -> Changes:
        """The network did it: store what it answered, and its effect."""
        from scrm_desktop.store.writing import outbox as writing

        now = micros(self._clock())
        return await self._writer.run(lambda db: writing.sent(db, self._state, outbox_id, outcome, now))

    async def settle(
        self,
        outbox_id: int,
        state: OutboxState,
        *,
        error: KnownError | None = None,
        not_before: datetime | None = None,
    ) -> Changes:
        """Any other end of a try; a row that is sent or cancelled already stays so."""
        from scrm_desktop.store.writing import outbox as writing

        now = micros(self._clock())
        return await self._writer.run(lambda db: writing.settle(db, outbox_id, state, error, not_before, now))

    async def release(self, outbox_id: int) -> Changes:
        """A person wants it to leave now: queued, and its age counts from this moment."""
        from scrm_desktop.store.writing import outbox as writing

        now = micros(self._clock())
        return await self._writer.run(lambda db: writing.release(db, outbox_id, now))

    async def recover(self) -> Changes:
        """At start: what was leaving when the program ended is unconfirmed."""
        from scrm_desktop.store.writing import outbox as writing

        now = micros(self._clock())
        return await self._writer.run(lambda db: writing.recover(db, now))

    async def get(self, outbox_id: int) -> OutboxRow | None:
        """One row."""
        return await self._readers.run(lambda db: reading.one_row(db, outbox_id))

    async def followers(self, outbox_id: int) -> tuple[OutboxRow, ...]:
        """The parts of a thread that wait behind this one, in order."""
        return await self._readers.run(lambda db: reading.followers(db, outbox_id))

    async def list(self, *, finished: bool = False) -> tuple[OutboxRow, ...]:
        """What is not sent yet, oldest first; with ``finished`` also what is sent or cancelled."""
        return await self._readers.run(lambda db: reading.all_rows(db, finished))

    async def cancel(self, outbox_id: int) -> tuple[OutboxRow, Changes]:
        """Take a row back that is not leaving; InputError for one that is, or is sent."""
        from scrm_desktop.store.writing import outbox as writing

        now = micros(self._clock())
        return await self._writer.run(lambda db: writing.cancel(db, outbox_id, now))
