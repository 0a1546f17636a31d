"""The outbox as people use it: queue, release, send again, take back."""

from __future__ import annotations

import asyncio
import uuid
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import (
    AT_ONCE,
    Care,
    Command,
    EditMessage,
    OutboxRow,
    OutboxState,
    ReportPerson,
    SendMessage,
)
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import Draft, Mode, ReplySource, ReplyTarget
from scrm_desktop.errors import BugError, InputError
from scrm_desktop.service.composing import (
    check_gaps,
    check_parent,
    check_text,
    message_of,
    target_of,
    visibility_of,
    without,
)
from scrm_desktop.service.directory import Directory
from scrm_desktop.service.outbox_files import OutboxFiles, look_at
from scrm_desktop.store import Store

_REMEMBERED = 500
_TOKENS = uuid.UUID("6f0e2a4e-8a51-4ad3-9a1c-61c5b7a3f1d2")
"""A namespace of our own: one composer's token always leads to the same idempotency key."""


class Sending:
    """Turns drafts and deeds into outbox rows, and carries out what a person decides on rows."""

    def __init__(
        self,
        *,
        store: Store,
        directory: Directory,
        files: OutboxFiles,
        publish: Callable[[Changes], None],
        actor: str,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._directory = directory
        self._files = files
        self._publish = publish
        self._actor = actor
        self._now = now
        self._by_key: OrderedDict[str, asyncio.Task[OutboxRow]] = OrderedDict()

    async def send(
        self, draft: Draft, target: ReplyTarget, parts: tuple[str, ...] = (), care: Care = AT_ONCE
    ) -> OutboxRow:
        """Queue what the draft says; a second call with the same token gets the row of the first.

        With ``parts`` these are sent as a thread instead of the draft's text; the first row is returned.
        """
        if not draft.token:
            return await self._queue(draft, target, str(uuid.uuid4()), parts, care)
        name = f"{draft.account_id} {draft.conversation_id} {draft.mode} {draft.token}"
        for turn in count():
            row = await self._once(draft, target, str(uuid.uuid5(_TOKENS, f"{name} {turn}")), parts, care)
            # What was taken back may be sent after all, and that is another message.
            if row.state is not OutboxState.CANCELLED:
                return row
        raise BugError("count() ended")

    async def _once(self, draft: Draft, target: ReplyTarget, key: str, parts: tuple[str, ...], care: Care) -> OutboxRow:
        """The row with this key, queued by the first who asks for it."""
        task = self._by_key.get(key)
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            task = self._by_key[key] = asyncio.create_task(self._queue(draft, target, key, parts, care))
            while len(self._by_key) > _REMEMBERED:
                self._by_key.popitem(last=False)
        # Shielded: whoever stops waiting must not stop the row from being written.
        row = await asyncio.shield(task)
        return await self._store.outbox.get(row.id) or row

    async def _queue(
        self, draft: Draft, target: ReplyTarget, key: str, parts: tuple[str, ...], care: Care
    ) -> OutboxRow:
        account = self._directory.account(draft.account_id)
        if draft.mode is Mode.NOTE:
            raise InputError("A note stays in the house: it can't be sent.")
        source = await self._store.reads.reply_source(draft.conversation_id, target.message_remote_id)
        follow = self._following(draft, target, source, parts[1:])
        command = await self._checked(replace(draft, text=parts[0]) if parts else draft, target, source)
        try:
            row, changes = await self._store.outbox.add(
                account.id,
                draft.conversation_id,
                command,
                key=key,
                actor=self._actor,
                consume=draft.mode,
                follow=follow,
                undo_until=self._now() + timedelta(seconds=care.hold) if care.hold > 0 and care.at is None else None,
                scheduled_at=care.at,
                stop_if_news=care.stop_if_news,
            )
        except BaseException:
            await asyncio.to_thread(self._files.drop, command)
            raise
        self._publish(changes)
        return row

    def _following(
        self, draft: Draft, target: ReplyTarget, source: ReplySource, parts: tuple[str, ...]
    ) -> tuple[SendMessage, ...]:
        """The other parts of a thread; until it is known what they answer, they answer what the first does."""
        commands: list[SendMessage] = []
        for text in parts:
            if not text.strip():
                raise InputError("There is nothing to send yet.")
            check_gaps(text)
            command = message_of(replace(draft, text=text), target, visibility_of(draft, target, source))
            check_text(draft.account_id, command, self._directory)
            commands.append(command)
        return tuple(commands)

    async def _checked(self, draft: Draft, target: ReplyTarget, source: ReplySource) -> SendMessage:
        """The command, judged as the network would judge it, with copies of its files."""
        if source.account.id != draft.account_id:
            raise InputError("This conversation belongs to another account.")
        check_parent(source, target)
        visibility = visibility_of(draft, target, source)
        if not draft.text.strip() and not draft.media:
            raise InputError("There is nothing to send yet.")
        check_gaps(draft.text)
        check_text(draft.account_id, message_of(draft, target, visibility), self._directory)
        chosen = await asyncio.to_thread(look_at, draft.media)
        described, sizes = tuple(item.described() for item in chosen), tuple(item.size for item in chosen)
        channel = self._directory.channel(source.account.channel)
        refused = channel.check_media(described, sizes, self._directory.capabilities(draft.account_id))
        if refused:
            raise InputError(refused)
        kept = await asyncio.to_thread(self._files.keep, chosen)
        return message_of(draft, target, visibility, kept)

    async def act(self, account_id: int, conversation_id: int | None, command: Command) -> OutboxRow:
        """Queue a command that is no answer."""
        self._directory.account(account_id)
        if isinstance(command, SendMessage | EditMessage):
            if not command.text.strip() and not (isinstance(command, SendMessage) and command.media):
                raise InputError("There is nothing to send yet.")
            check_text(account_id, command, self._directory)
        row, changes = await self._store.outbox.add(
            account_id, conversation_id, command, key=str(uuid.uuid4()), actor=self._actor
        )
        self._publish(changes)
        return row

    async def row(self, outbox_id: int) -> OutboxRow:
        """One row; InputError when there is none."""
        row = await self._store.outbox.get(outbox_id)
        if row is None:
            raise InputError(f"There is nothing with the number {outbox_id} in the outbox.")
        return row

    async def release(self, row: OutboxRow) -> None:
        """Let a held or failed row, or one that a person vouches for, leave again."""
        self._directory.account(row.account_id)
        self._publish(await self._store.outbox.release(row.id))

    async def cancel(self, outbox_id: int) -> tuple[OutboxRow, str]:
        """Take a row back; returns it and its text."""
        behind = await self._store.outbox.followers(outbox_id)
        row, changes = await self._store.outbox.cancel(outbox_id)
        self._publish(changes)
        await asyncio.to_thread(self._files.drop, row.command)
        return row, "\n\n".join(text_of(one.command) for one in (row, *behind))

    async def reschedule(self, outbox_id: int, at: datetime) -> OutboxRow:
        """Another time for a row that waits."""
        row = await self.row(outbox_id)
        self._directory.account(row.account_id)
        self._publish(await self._store.outbox.reschedule(outbox_id, at))
        return row

    async def take_back(self, outbox_id: int) -> tuple[OutboxRow, Draft]:
        """Take an answer back into the draft of its place; returns the row and what the draft holds now."""
        row = await self.row(outbox_id)
        behind = await self._store.outbox.followers(outbox_id)
        draft = await self._as_written(row, behind)
        kept, changes = await self._store.outbox.take_back(outbox_id, draft)
        self._publish(changes)
        return row, kept

    async def _as_written(self, row: OutboxRow, behind: tuple[OutboxRow, ...]) -> Draft:
        """What its writer had before the network's own names were put in front of it."""
        command, number = row.command, row.conversation_id
        if not isinstance(command, SendMessage) or number is None:
            raise InputError("Only an answer can be taken back into its conversation.")
        mode = Mode.DIRECT if command.visibility is Visibility.DIRECT else Mode.PUBLIC
        prefix, answers = await self._named(number, mode, command)
        parts = [one.command.text for one in (row, *behind) if isinstance(one.command, SendMessage)]
        media = await asyncio.to_thread(self._files.give_back, command.media)
        return Draft(
            conversation_id=number,
            mode=mode,
            account_id=row.account_id,
            text="\n\n".join(without(prefix, part) for part in parts),
            content_warning=command.content_warning,
            media=media,
            answers=answers,
        )

    async def _named(self, conversation: int, mode: Mode, command: SendMessage) -> tuple[str, str | None]:
        """Who is named in front of the answer, and which message it answers (``None``: the customer's last one)."""
        try:
            newest = target_of(await self._store.reads.reply_source(conversation, None), mode, self._directory)
            if newest.message_remote_id == command.in_reply_to:
                return newest.prefix, None
            source = await self._store.reads.reply_source(conversation, command.in_reply_to)
            return target_of(source, mode, self._directory).prefix, command.in_reply_to
        except InputError:
            # What it answers is not stored any more: its words are worth more than that.
            return f"@{command.to_handle}" if command.to_handle else "", command.in_reply_to

    async def tidy(self) -> None:
        """Remove copies of files that no row and no draft needs."""
        rows = await self._store.outbox.list()
        kept = await self._store.desk.draft_files()
        await asyncio.to_thread(self._files.tidy, [row.command for row in rows], kept)


def text_of(command: Command) -> str:
    """What a person wrote in a command."""
    if isinstance(command, SendMessage | EditMessage):
        return command.text
    return command.comment if isinstance(command, ReportPerson) else ""
