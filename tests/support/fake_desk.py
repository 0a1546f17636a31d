"""An in-memory desk: everything a screen may ask, with believable answers, and no engine behind it.

``FakeDesk(many=1_000_000)`` adds made-up conversations to the told ones. ``calls`` lists what was asked,
``fail_next`` makes the next coroutine raise, ``delay`` makes each one take so long (seconds).
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrm_desktop.domain.accounts import Account, Capabilities, ChannelInfo, LoginHelp
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import OutboxRow, OutboxState
from scrm_desktop.domain.finding import Found
from scrm_desktop.domain.messages import Direction, Visibility
from scrm_desktop.domain.saved_views import ArrangeViews
from scrm_desktop.domain.timeline import TimelinePage
from scrm_desktop.domain.triage import (
    PeopleAction,
    Status,
    TriageAction,
)
from scrm_desktop.domain.views import (
    AccountView,
    ConversationRow,
    Coverage,
    Draft,
    Ids,
    InboxQuery,
    Label,
    Mode,
    ReplyTarget,
    SidebarCounts,
    Sort,
    ThreadPage,
)
from scrm_desktop.errors import InputError, KnownError
from support.fake_desk_data import ACCOUNTS, CHANNEL, HEALTH, NOW
from support.fake_desk_find import found_among
from support.fake_desk_state import ME, touched
from support.fake_outbox import FakeOutbox
from support.fake_people import FakePeople
from support.fake_texts import FakeTexts
from support.fake_timeline import timeline_of


class FakeDesk(FakePeople, FakeTexts, FakeOutbox):
    """The whole of :class:`scrm_desktop.desk.Desk`, in memory."""

    def __init__(self, *, many: int = 0, empty: bool = False) -> None:
        super().__init__(many=many, empty=empty)
        self.calls: list[tuple[str, object]] = []
        self._begin_texts()
        self._begin_outbox()
        self._begin_people()
        self.fail_next: KnownError | None = None
        self.delay = 0.0
        pairs = () if empty else zip(ACCOUNTS, HEALTH, strict=True)
        self.account_views = [AccountView(account=account, health=health) for account, health in pairs]
        self.capability = Capabilities(software="Mastodon", version="4.5.0", streaming=True, idempotency=True)
        self.debrief: Mapping[str, object] = {}
        self.clock: dict[str, object] = {"speed": 1.0, "crisis": False, "round": 1}
        self.practice_url = "" if empty else "http://127.0.0.1:8765"
        self._listeners: list[Callable[[Changes], None]] = []

    # -- how tests move it ------------------------------------------------------------------------
    def emit(self, changes: Changes) -> None:
        """Tell all listeners, as the engine's bus would."""
        for listener in list(self._listeners):
            listener(changes)

    def arrive(self, conversation_id: int, text: str, *, at: datetime | None = None) -> str:
        """A customer writes again; returns the key of the new item."""
        row = self.rows[conversation_id]
        at = at or datetime.now(UTC)
        item = self._message(conversation_id, at, text, own=False)
        self.threads[conversation_id].append(item)
        self.rows[conversation_id] = replace(
            row,
            last_text=text,
            last_own=False,
            last_at=at,
            unread=row.unread + 1,
            status=Status.OPEN,
            waiting_since=row.waiting_since or at,
        )
        self.emit(Changes(conversations=frozenset({conversation_id}), arrived=frozenset({conversation_id})))
        return item.key

    async def _asked(self, name: str, what: object = None) -> None:
        self.calls.append((name, what))
        await asyncio.sleep(self.delay)
        if self.fail_next is not None:
            error, self.fail_next = self.fail_next, None
            raise error

    # -- reading ----------------------------------------------------------------------------------
    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def conversation_ids(self, query: InboxQuery) -> Ids:
        await self._asked("conversation_ids", query)
        rows = [row for row in self.rows.values() if self._fits(row, query)]
        rows.sort(key=lambda row: (-row.last_at.timestamp(), row.id))
        if query.sort is Sort.WAITING:
            rows.sort(key=lambda row: (row.waiting_since is None, row.waiting_since or NOW))
        if query.sort is Sort.PRIORITY:
            rows.sort(key=lambda row: (-row.priority, row.waiting_since is None, row.waiting_since or NOW))
        ids = array("q", [row.id for row in rows])
        if self._many and query.status is None and not query.text and query.where is None:
            ids.extend(range(self._first_many, self._first_many + self._many))
        return ids

    def _fits(self, row: ConversationRow, query: InboxQuery) -> bool:
        words = " ".join([row.person, row.handle, *(item.text for item in self.threads[row.id])]).casefold()
        return (
            (row.spam is query.spam or query.outbox or query.where is not None)
            and (query.where is None or self.found_by(row, query.where))
            and (query.status is None or row.status is query.status)
            and (not query.needs_reply or (row.status is Status.OPEN and row.waiting_since is not None))
            and (not query.unread or row.unread > 0)
            and (not query.outbox or row.pending_outbox or row.failed_outbox)
            and (query.assignee is None or row.assignee == query.assignee)
            and (query.label_id is None or query.label_id in [label.id for label in row.labels])
            and (query.account_id is None or row.account_id == query.account_id)
            and (query.kind is None or row.kind == query.kind)
            and query.text.casefold() in words
        )

    async def conversation_rows(self, ids: tuple[int, ...]) -> dict[int, ConversationRow]:
        await self._asked("conversation_rows", ids)
        return {number: self.row(number) for number in ids if number in self.rows or number >= self._first_many}

    async def find(self, typed: str, limit: int = 8) -> Found:
        await self._asked("find", typed)
        return found_among(self.rows.values(), typed, limit)

    async def counts(self) -> SidebarCounts:
        await self._asked("counts")
        rows = [row for row in self.rows.values() if not row.spam]
        spam = len(self.rows) - len(rows)
        needs = [row for row in rows if row.status is Status.OPEN and row.waiting_since]
        accounts = {row.account_id for row in needs}
        return SidebarCounts(
            needs_reply=len(needs),
            unread=sum(row.unread > 0 for row in rows),
            mine=sum(row.assignee == ME for row in rows),
            outbox=sum(row.pending_outbox or row.failed_outbox for row in rows),
            failed=sum(row.failed_outbox for row in rows),
            open=sum(row.status is Status.OPEN for row in rows),
            done=sum(row.status is Status.DONE for row in rows),
            everything=len(rows) + self._many,
            pending=sum(row.status is Status.PENDING for row in rows),
            snoozed=sum(row.status is Status.SNOOZED for row in rows),
            spam=spam,
            by_account=tuple((one, sum(row.account_id == one for row in needs)) for one in sorted(accounts)),
            by_label=tuple((label.id, sum(label in row.labels for row in needs)) for label in self.house_labels),
        )

    async def thread(self, conversation_id: int, *, before: str | None = None, limit: int = 200) -> ThreadPage:
        await self._asked("thread", (conversation_id, before, limit))
        items = self._items(conversation_id)
        keys = [item.key for item in items]
        end = keys.index(before) if before in keys else len(items)
        start = max(0, end - limit)
        return ThreadPage(
            conversation_id=conversation_id,
            items=tuple(items[start:end]),
            older=start > 0,
            newer=end < len(items),
            total=len(items),
        )

    async def timeline(self, conversation_id: int, *, before: str = "", limit: int = 200) -> TimelinePage:
        await self._asked("timeline", (conversation_id, before, limit))
        return timeline_of(self.rows.values(), self.threads, self.row(conversation_id), before, limit)

    async def reply_target(self, conversation_id: int, mode: Mode, message_remote_id: str | None = None) -> ReplyTarget:
        await self._asked("reply_target", (conversation_id, mode, message_remote_id))
        row = self.row(conversation_id)
        incoming = [item for item in self._items(conversation_id) if item.direction is Direction.IN and item.remote_id]
        seen = next((item for item in incoming if item.remote_id == message_remote_id), incoming[-1])
        return ReplyTarget(
            message_remote_id=seen.remote_id,
            profile_remote_id=seen.author.remote_id if seen.author else "",
            handle=row.handle,
            person=row.person,
            visibility=Visibility.DIRECT if mode is Mode.DIRECT else row.visibility,
            prefix=f"@{row.handle} ",
            language=seen.language,
            content_warning=seen.content_warning,
            seen_text=seen.text,
            seen_edited_at=seen.edited_at,
        )

    async def accounts(self) -> tuple[AccountView, ...]:
        await self._asked("accounts")
        return tuple(self.account_views)

    async def labels(self) -> tuple[Label, ...]:
        await self._asked("labels")
        return tuple(self.house_labels)

    async def coverage(self) -> tuple[Coverage, ...]:
        await self._asked("coverage")
        return tuple(
            Coverage(
                account_id=view.account.id,
                stream="notifications",
                complete_since=view.account.connected_at - timedelta(days=30),
                complete_until=NOW,
            )
            for view in self.account_views
        )

    async def outbox(self, *, finished: bool = False) -> tuple[OutboxRow, ...]:
        await self._asked("outbox", finished)
        return tuple(row for row in self.outbox_rows.values() if finished or row.state is not OutboxState.SENT)

    async def draft(self, conversation_id: int, mode: Mode, account_id: int) -> Draft | None:
        await self._asked("draft", (conversation_id, mode, account_id))
        return self.drafts.get((conversation_id, mode, account_id))

    async def picture(self, account_id: int, url: str) -> Path:
        await self._asked("picture", (account_id, url))
        raise InputError("The fake desk has no pictures.")

    async def save_attachment(self, account_id: int, url: str, target: Path) -> None:
        await self._asked("save_attachment", (account_id, url, target))

    async def set_account_options(self, account_id: int, options: Mapping[str, str]) -> None:
        await self._asked("set_account_options", (account_id, options))

    def channels(self) -> tuple[ChannelInfo, ...]:
        return (CHANNEL,)

    def capabilities(self, account_id: int) -> Capabilities:
        return self.capability

    def count(self, account_id: int, text: str, content_warning: str = "") -> int:
        return len(text) + len(content_warning)

    def me(self) -> str:
        return ME

    def practice(self) -> str:
        return self.practice_url

    # -- acting -----------------------------------------------------------------------------------
    async def triage(self, action: TriageAction) -> TriageAction:
        await self._asked("triage", action)
        if isinstance(action, ArrangeViews):
            return self.arrange(action)
        if isinstance(action, PeopleAction):
            return self.arrange_people(action)
        inverse = self._do(action)
        self.emit(Changes(conversations=touched(action)))
        return inverse

    async def add_label(self, name: str, colour: str) -> Label:
        await self._asked("add_label", (name, colour))
        found = next((label for label in self.house_labels if label.name.casefold() == name.casefold()), None)
        if found is None:
            found = Label(id=len(self.house_labels) + 1, name=name, colour=colour)
            self.house_labels.append(found)
            self.emit(Changes(labels=True))
        return found

    async def save_draft(self, draft: Draft) -> None:
        await self._asked("save_draft", draft)
        key = (draft.conversation_id, draft.mode, draft.account_id)
        if draft.text or draft.media:
            self.drafts[key] = replace(draft, saved_at=datetime.now(UTC))
        else:
            self.drafts.pop(key, None)

    # -- accounts ---------------------------------------------------------------------------------
    async def sign_in(self, channel: str, answers: Mapping[str, str], help: LoginHelp, *, keep: bool = True) -> Account:
        await self._asked("sign_in", (channel, dict(answers), keep))
        await help.open_browser("https://piaille.fr/oauth/authorize")
        return self._connect(answers.get("server", ""))

    async def sign_in_with_token(self, channel: str, server: str, token: str, *, keep: bool = True) -> Account:
        await self._asked("sign_in_with_token", (channel, server, keep))
        return self._connect(server)

    def _connect(self, server: str) -> Account:
        account = replace(ACCOUNTS[0], id=len(self.account_views) + 1, server=server)
        health = replace(HEALTH[0], account_id=account.id)
        self.account_views.append(AccountView(account=account, health=health))
        self.emit(Changes(accounts=frozenset({account.id})))
        return account

    async def remove_account(self, account_id: int, *, forget_history: bool = False) -> None:
        await self._asked("remove_account", (account_id, forget_history))
        self.account_views = [view for view in self.account_views if view.account.id != account_id]
        self.emit(Changes(accounts=frozenset({account_id})))

    async def check_now(self, account_id: int | None = None) -> None:
        await self._asked("check_now", account_id)

    async def backfill(self, account_id: int, days: int) -> None:
        await self._asked("backfill", (account_id, days))

    async def practice_debrief(self) -> Mapping[str, object]:
        await self._asked("practice_debrief")
        return self.debrief

    async def practice_clock(self, speed: float | None = None) -> Mapping[str, object]:
        await self._asked("practice_clock", speed)
        self.clock["speed"] = self.clock["speed"] if speed is None else speed
        return self.clock

    async def practice_crisis(self) -> Mapping[str, object]:
        await self._asked("practice_crisis")
        self.clock["crisis"] = True
        return self.clock

    async def practice_round(self) -> Mapping[str, object]:
        await self._asked("practice_round")
        return self.clock
