"""What the fake desk does with what waits to be sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import AT_ONCE, Care, Command, OutboxRow, OutboxState, SendMessage
from scrm_desktop.domain.views import Draft, Mode, ReplyTarget
from scrm_desktop.errors import InputError
from support.fake_desk_state import ME
from support.fake_desk_views import FakeViews


class FakeOutbox(FakeViews):
    """Sending, later or now, and every way back; a part of :class:`FakeDesk`, which brings the rest."""

    count: Any
    capability: Any

    def _begin_outbox(self) -> None:
        self.sent_parts: list[tuple[str, ...]] = []
        self.cares: list[Care] = []
        self.holds = False
        self.drafts: dict[tuple[int, Mode, int], Draft] = {}
        self.outbox_rows: dict[int, OutboxRow] = {}
        self._written: dict[int, Draft] = {}

    async def send(
        self, draft: Draft, target: ReplyTarget, parts: tuple[str, ...] = (), care: Care = AT_ONCE
    ) -> OutboxRow:
        self.sent_parts.append(parts)
        self.cares.append(care)
        draft = replace(draft, text=parts[0]) if parts else draft
        await self._asked("send", (draft, target))
        text = target.prefix + draft.text
        if self.count(draft.account_id, text) > self.capability.max_characters:
            raise InputError("The text is too long.")
        command = SendMessage(text=text, visibility=target.visibility, in_reply_to=target.message_remote_id)
        row = self._queue(draft.account_id, draft.conversation_id, command)
        self._written[row.id] = draft
        self.drafts.pop((draft.conversation_id, draft.mode, draft.account_id), None)
        until = datetime.now(UTC) + timedelta(seconds=care.hold) if self.holds and care.hold else None
        row = self.outbox_rows[row.id] = replace(row, undo_until=until, scheduled_at=care.at)
        item = self._message(draft.conversation_id, care.at or row.created_at, draft.text, own=True)
        item = replace(
            item, key=f"o:{row.id}", outbox_id=row.id, remote_id="", message_id=None, state=OutboxState.QUEUED
        )
        self.threads[draft.conversation_id].append(replace(item, undo_until=until, scheduled_at=care.at))
        self.rows[draft.conversation_id] = replace(
            self.rows[draft.conversation_id],
            last_text=draft.text,
            last_own=True,
            last_at=row.created_at,
            pending_outbox=True,
            scheduled_at=care.at,
            waiting_since=None,
        )
        self.emit(Changes(conversations=frozenset({draft.conversation_id}), outbox=frozenset({row.id})))
        return row

    def settle(
        self,
        outbox_id: int,
        state: OutboxState,
        *,
        error: str = "",
        error_code: str = "",
        scheduled_at: datetime | None = None,
    ) -> None:
        """The network answered: the bubble, the row and the list follow."""
        at = scheduled_at or self.outbox_rows[outbox_id].scheduled_at
        row = replace(self.outbox_rows[outbox_id], state=state, error=error, error_code=error_code, scheduled_at=at)
        self.outbox_rows[outbox_id] = row
        number = row.conversation_id
        if number is not None:
            self.threads[number] = [
                replace(item, state=state, error=error, error_code=error_code, scheduled_at=at)
                if item.outbox_id == outbox_id
                else item
                for item in self.threads[number]
            ]
            bad = state in (OutboxState.FAILED, OutboxState.UNCONFIRMED)
            pending = state in (OutboxState.QUEUED, OutboxState.SENDING, OutboxState.HELD)
            self.rows[number] = replace(
                self.rows[number],
                pending_outbox=pending,
                failed_outbox=bad,
                scheduled_at=at if state is OutboxState.QUEUED else None,
                reply_held=at is not None and state is OutboxState.HELD,
            )
        self.emit(
            Changes(conversations=frozenset({number} if number is not None else ()), outbox=frozenset({outbox_id}))
        )

    def _queue(self, account_id: int, conversation_id: int | None, command: Command) -> OutboxRow:
        number = self._id()
        row = OutboxRow(
            id=number,
            account_id=account_id,
            conversation_id=conversation_id,
            command=command,
            key=f"key-{number}",
            state=OutboxState.QUEUED,
            tries=0,
            created_at=datetime.now(UTC),
            actor=ME,
        )
        self.outbox_rows[number] = row
        return row

    async def act(self, account_id: int, conversation_id: int | None, command: Command) -> OutboxRow:
        await self._asked("act", (account_id, conversation_id, command))
        return self._queue(account_id, conversation_id, command)

    async def retry(self, outbox_id: int) -> None:
        await self._asked("retry", outbox_id)
        planned = self.outbox_rows[outbox_id].scheduled_at is not None
        self.settle(outbox_id, OutboxState.QUEUED, scheduled_at=datetime.now(UTC) if planned else None)

    async def send_again(self, outbox_id: int) -> None:
        await self._asked("send_again", outbox_id)
        self.settle(outbox_id, OutboxState.QUEUED)

    async def reschedule(self, outbox_id: int, at: datetime) -> None:
        await self._asked("reschedule", (outbox_id, at))
        self.settle(outbox_id, OutboxState.QUEUED, scheduled_at=at)

    async def cancel(self, outbox_id: int) -> str:
        await self._asked("cancel", outbox_id)
        return self._cancel(outbox_id)

    def _cancel(self, outbox_id: int) -> str:
        row = self.outbox_rows[outbox_id]
        self.settle(outbox_id, OutboxState.CANCELLED)
        if row.conversation_id is not None:
            items = self.threads[row.conversation_id]
            self.threads[row.conversation_id] = [item for item in items if item.outbox_id != outbox_id]
        return row.command.text if isinstance(row.command, SendMessage) else ""

    async def take_back(self, outbox_id: int) -> Draft:
        await self._asked("take_back", outbox_id)
        draft = self._written.pop(outbox_id, None)
        if draft is None:
            raise InputError("Only an answer can be taken back into its conversation.")
        self._cancel(outbox_id)
        key = (draft.conversation_id, draft.mode, draft.account_id)
        newer = self.drafts.get(key)
        if newer is not None:
            draft = replace(draft, text=f"{draft.text}\n\n{newer.text}", media=draft.media + newer.media)
        self.drafts[key] = replace(draft, saved_at=datetime.now(UTC))
        return draft
