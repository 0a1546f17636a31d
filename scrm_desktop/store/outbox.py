"""The outbox: a command is a row before it is a request."""

from __future__ import annotations

from datetime import datetime

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import Command, Fence, OutboxRow, OutboxState, Outcome
from scrm_desktop.domain.views import Mode
from scrm_desktop.errors import KnownError


class OutboxStore:
    """Commands on their way to a network; every method is durable when it returns."""

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
    ) -> tuple[OutboxRow, Changes]:
        """Queue a command; ``consume`` removes the draft of that mode in the same transaction."""
        raise NotImplementedError

    async def due(self, account_id: int, now: datetime) -> tuple[OutboxRow, ...]:
        """What may leave now, oldest first; a conversation's unsettled row holds its later rows back."""
        raise NotImplementedError

    async def next_due(self, account_id: int) -> datetime | None:
        """When the next row may leave (in the past: now)."""
        raise NotImplementedError

    async def in_state(self, account_id: int, state: OutboxState) -> tuple[OutboxRow, ...]:
        """The rows of an account in one state, oldest first."""
        raise NotImplementedError

    async def begin(self, outbox_id: int, fence: Fence) -> OutboxRow:
        """It is about to leave: state sending, one more try, the first try's fence kept."""
        raise NotImplementedError

    async def uploaded(self, outbox_id: int, index: int, remote_id: str) -> None:
        """A file of it is on the server: never to be uploaded again."""
        raise NotImplementedError

    async def sent(self, outbox_id: int, outcome: Outcome) -> Changes:
        """The network did it: store what it answered, and its effect."""
        raise NotImplementedError

    async def settle(
        self,
        outbox_id: int,
        state: OutboxState,
        *,
        error: KnownError | None = None,
        not_before: datetime | None = None,
    ) -> Changes:
        """Any other end of a try; a row that is sent or cancelled already stays so."""
        raise NotImplementedError

    async def recover(self) -> Changes:
        """At start: what was leaving when the program ended is unconfirmed."""
        raise NotImplementedError

    async def get(self, outbox_id: int) -> OutboxRow | None:
        """One row."""
        raise NotImplementedError

    async def list(self, *, finished: bool = False) -> tuple[OutboxRow, ...]:
        """What is not sent yet, oldest first; with ``finished`` also what is sent or cancelled."""
        raise NotImplementedError

    async def cancel(self, outbox_id: int) -> tuple[OutboxRow, Changes]:
        """Take a row back that is not leaving; InputError for one that is, or is sent."""
        raise NotImplementedError
