"""The desk itself: every question of a screen or a command, answered by the part that knows."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from random import Random

from scrm_desktop.channels.base import Channel, HttpFactory
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.registry import channels as installed_channels
from scrm_desktop.credentials import Credentials
from scrm_desktop.desk import Desk
from scrm_desktop.domain.accounts import Account, Capabilities, ChannelInfo, LoginHelp
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import AT_ONCE, Care, Command, OutboxRow, OutboxState
from scrm_desktop.domain.finding import Found
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.timeline import TimelinePage
from scrm_desktop.domain.triage import SetRead, SetStatus, Status, TriageAction
from scrm_desktop.domain.views import (
    AccountView,
    ContactCard,
    ConversationRow,
    Coverage,
    Draft,
    Ids,
    InboxQuery,
    Label,
    LogEntry,
    Mode,
    ReplyTarget,
    SidebarCounts,
    ThreadItem,
    ThreadPage,
)
from scrm_desktop.errors import InputError
from scrm_desktop.paths import write_file
from scrm_desktop.service.composing import NOTE_TARGET, target_of
from scrm_desktop.service.headless import SyncReport
from scrm_desktop.service.parts import Parts, Wishes
from scrm_desktop.service.pictures import LARGEST_FILE
from scrm_desktop.service.practice import control, practice_account
from scrm_desktop.service.texts import TextsService
from scrm_desktop.store import Store
from scrm_desktop.store.store import utcnow
from scrm_desktop.sync.pacing import WakeWatch
from scrm_desktop.sync.timing import Timing

_log = logging.getLogger(__name__)


class Service(TextsService, Desk):
    """One profile at work; used from one event loop, except for the plain methods, which any thread may call."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.store
        self._watch: asyncio.Task[None] | None = None
        self._waking: asyncio.Task[None] | None = None
        self._missing: asyncio.Task[None] | None = None
        self._closed = False
        self._practice_url = parts.wishes.practice_url

    # -- life -------------------------------------------------------------------------------------
    @classmethod
    async def open(
        cls,
        profile: Path,
        *,
        actor: str,
        credentials: Credentials,
        http: HttpFactory | None = None,
        read_only: bool = False,
        practice_url: str = "",
        clock: Callable[[], datetime] = utcnow,
        channels: Mapping[str, Channel] | None = None,
        timing: Timing | None = None,
        rng: Random | None = None,
    ) -> Service:
        """Open a profile; nothing is read from or sent to a network before :meth:`start`. StoreError kinds."""
        wishes = Wishes(
            profile=profile,
            actor=actor,
            credentials=credentials,
            http=http or Http(),
            channels=installed_channels() if channels is None else channels,
            clock=clock,
            timing=timing or Timing(),
            rng=rng or Random(),  # noqa: S311  # it spreads waits, it guards nothing
            read_only=read_only,
            practice_url=practice_url,
        )
        return await cls.of(wishes, await asyncio.to_thread(Store.open, profile, read_only=read_only, clock=clock))

    @classmethod
    async def of(cls, wishes: Wishes, store: Store) -> Service:
        """A service around a store that is open already, and that it will close."""
        service = cls(Parts(wishes, store))
        await service._load()
        return service

    async def start(self) -> None:
        """Take up what an earlier run left, then read and send for all accounts in the background."""
        parts, timing = self._parts, self._parts.wishes.timing
        await parts.missing.hold_due()
        for worker in parts.fleet.workers():
            await worker.recover()
        await parts.sending.tidy()
        watch = WakeWatch(parts.clock, self._woke, tick=timing.wake_tick, jump=timing.wake_jump)
        self._watch = asyncio.create_task(watch.run(), name="wake watch")
        self._waking = asyncio.create_task(parts.waker.run(), name="snoozed conversations")
        self._missing = asyncio.create_task(parts.missing.run(), name="scheduled replies")
        parts.fleet.start()

    def _woke(self) -> None:
        self._parts.fleet.woke()
        self._parts.waker.look_again()
        self._parts.missing.look_again()

    async def close(self) -> None:
        """Stop all accounts, keep what is under way, close the store; harmless when called twice."""
        if self._closed:
            return
        self._closed = True
        for task in (self._watch, self._waking, self._missing):
            if task is not None:
                task.cancel()
        await self._parts.fleet.stop()
        self._parts.bus.flush()
        await asyncio.to_thread(self._store.close)

    async def _load(self) -> None:
        await self._parts.remember()
        for account in await self._store.accounts.all():
            self._parts.directory.put(account)
            self._parts.fleet.add(account)

    @property
    def problems(self) -> tuple[str, ...]:
        """What opening the profile had to do, in words for the person."""
        return self._store.problems

    # -- what happens -----------------------------------------------------------------------------
    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        return self._parts.bus.subscribe(listener)

    # -- reading ----------------------------------------------------------------------------------
    async def conversation_ids(self, query: InboxQuery) -> Ids:
        return await self._store.reads.conversation_ids(query, me=self.me())

    async def conversation_rows(self, ids: tuple[int, ...]) -> dict[int, ConversationRow]:
        return await self._store.reads.conversation_rows(ids)

    async def find(self, typed: str, limit: int = 8) -> Found:
        return await self._store.reads.find(typed, limit)

    async def counts(self) -> SidebarCounts:
        return await self._store.reads.counts(me=self.me())

    async def saved_views(self) -> tuple[SavedView, ...]:
        return await self._store.reads.saved_views()

    async def saved_counts(self) -> Mapping[int, int | None]:
        return await self._store.reads.saved_counts(me=self.me())

    async def in_saved_views(self, ids: tuple[int, ...], views: frozenset[int]) -> Mapping[int, frozenset[int]]:
        return await self._store.reads.in_saved_views(ids, views, me=self.me())

    async def thread(self, conversation_id: int, *, before: str | None = None, limit: int = 200) -> ThreadPage:
        return await self._store.reads.thread(conversation_id, before=before, limit=limit)

    async def messages(self, conversation_id: int) -> tuple[ThreadItem, ...]:
        """A whole conversation, oldest first."""
        return await self._store.reads.messages(conversation_id)

    async def events(self, conversation_id: int | None = None, limit: int = 1000) -> tuple[LogEntry, ...]:
        """The log of what happened, newest first."""
        return await self._store.reads.events(conversation_id, limit)

    async def timeline(self, conversation_id: int, *, before: str = "", limit: int = 200) -> TimelinePage:
        return await self._store.reads.timeline(conversation_id, before=before, limit=limit)

    async def contact_card(self, conversation_id: int) -> ContactCard:
        return await self._store.reads.contact_card(conversation_id)

    async def reply_target(self, conversation_id: int, mode: Mode, message_remote_id: str | None = None) -> ReplyTarget:
        if mode is Mode.NOTE:
            return NOTE_TARGET
        source = await self._store.reads.reply_source(conversation_id, message_remote_id)
        return target_of(source, mode, self._parts.directory)

    async def accounts(self) -> tuple[AccountView, ...]:
        known, health = self._parts.directory.accounts(), self._parts.fleet.health
        return tuple(AccountView(account=account, health=health(account.id)) for account in known)

    async def labels(self) -> tuple[Label, ...]:
        return await self._store.desk.labels()

    async def coverage(self) -> tuple[Coverage, ...]:
        return await self._store.pages.coverage()

    async def outbox(self, *, finished: bool = False) -> tuple[OutboxRow, ...]:
        return await self._store.outbox.list(finished=finished)

    async def draft(self, conversation_id: int, mode: Mode, account_id: int) -> Draft | None:
        return await self._store.desk.draft(conversation_id, mode, account_id)

    async def picture(self, account_id: int, url: str) -> Path:
        pictures = self._parts.pictures
        known = await asyncio.to_thread(pictures.known, account_id, url)
        if known is not None:
            return known
        async with self._parts.fleet.session(self._parts.directory.account(account_id)) as session:
            path, data = await pictures.fetch(session, account_id, url)
        return await asyncio.to_thread(pictures.keep, path, data)

    async def save_attachment(self, account_id: int, url: str, target: Path) -> None:
        async with self._parts.fleet.session(self._parts.directory.account(account_id)) as session:
            data = await session.download(url, LARGEST_FILE)
        await asyncio.to_thread(write_file, target, data)

    # -- pure, any thread -------------------------------------------------------------------------
    def channels(self) -> tuple[ChannelInfo, ...]:
        return self._parts.directory.infos()

    def capabilities(self, account_id: int) -> Capabilities:
        return self._parts.directory.capabilities(account_id)

    def count(self, account_id: int, text: str, content_warning: str = "") -> int:
        return self._parts.directory.count(account_id, text, content_warning)

    def me(self) -> str:
        return self._parts.wishes.actor

    def practice(self) -> str:
        return self._practice_url

    # -- acting -----------------------------------------------------------------------------------
    async def triage(self, action: TriageAction) -> TriageAction:
        changes, inverse = await self._store.desk.triage(action, actor=self.me())
        self._parts.bus.publish(changes)
        self._parts.waker.look_again()
        return inverse

    async def add_label(self, name: str, colour: str) -> Label:
        label, changes = await self._store.desk.add_label(name, colour)
        self._parts.bus.publish(changes)
        return label

    async def save_draft(self, draft: Draft) -> None:
        self._parts.bus.publish(await self._store.desk.save_draft(draft))

    async def send(
        self, draft: Draft, target: ReplyTarget, parts: tuple[str, ...] = (), care: Care = AT_ONCE
    ) -> OutboxRow:
        row = await self._parts.sending.send(draft, target, parts, care)
        self._hurry(row.account_id)
        self._parts.missing.look_again()
        return row

    async def act(self, account_id: int, conversation_id: int | None, command: Command) -> OutboxRow:
        row = await self._parts.sending.act(account_id, conversation_id, command)
        self._hurry(account_id)
        return row

    async def retry(self, outbox_id: int) -> None:
        row = await self._parts.sending.row(outbox_id)
        worker = self._parts.fleet.worker(row.account_id)
        if row.state is OutboxState.UNCONFIRMED and worker is not None:
            worker.look_again(outbox_id)
        elif row.state in {OutboxState.FAILED, OutboxState.HELD, OutboxState.QUEUED}:
            await self._parts.sending.release(row)
            self._hurry(row.account_id)

    async def send_again(self, outbox_id: int) -> None:
        row = await self._parts.sending.row(outbox_id)
        if row.state is not OutboxState.UNCONFIRMED:
            raise InputError("Only what may have been sent can be sent again in this way.")
        await self._parts.sending.release(row)
        self._hurry(row.account_id)

    async def cancel(self, outbox_id: int) -> str:
        row, text = await self._parts.sending.cancel(outbox_id)
        # What its conversation held back behind it may leave.
        self._hurry(row.account_id)
        return text

    async def reschedule(self, outbox_id: int, at: datetime) -> None:
        row = await self._parts.sending.reschedule(outbox_id, at)
        self._hurry(row.account_id)
        self._parts.missing.look_again()

    async def take_back(self, outbox_id: int) -> Draft:
        row, draft = await self._parts.sending.take_back(outbox_id)
        self._hurry(row.account_id)
        return draft

    def _hurry(self, account_id: int) -> None:
        worker = self._parts.fleet.worker(account_id)
        if worker is not None:
            worker.send()

    # -- accounts ---------------------------------------------------------------------------------
    async def sign_in(self, channel: str, answers: Mapping[str, str], help: LoginHelp, *, keep: bool = True) -> Account:
        return await self._joined(await self._parts.logins.sign_in(channel, answers, help, keep=keep))

    async def sign_in_with_token(self, channel: str, server: str, token: str, *, keep: bool = True) -> Account:
        return await self._joined(await self._parts.logins.with_token(channel, server, token, keep=keep))

    async def adopt_practice(self, url: str, token: str) -> Account:
        """Take the practice network's account in, wherever it listens this time; its login stays in memory."""
        account = await self._joined(await self._parts.logins.practice(url, token))
        self._practice_url = url
        return account

    async def _joined(self, account: Account) -> Account:
        await self._parts.fleet.replace(account)
        return account

    async def set_account_options(self, account_id: int, options: Mapping[str, str]) -> None:
        changed = await self._parts.logins.set_options(self._parts.directory.account(account_id), options)
        await self._parts.fleet.replace(changed)

    async def remove_account(self, account_id: int, *, forget_history: bool = False) -> None:
        account = self._parts.directory.account(account_id)
        await self._parts.logins.remove(account, self._parts.fleet, forget_history=forget_history)

    async def check_now(self, account_id: int | None = None) -> None:
        for worker in self._parts.fleet.workers():
            if account_id in {None, worker.account.id}:
                worker.poke()

    async def backfill(self, account_id: int, days: int) -> None:
        self._parts.directory.account(account_id)
        worker = self._parts.fleet.worker(account_id)
        if worker is not None:
            await worker.read_back(days)

    async def practice_debrief(self) -> Mapping[str, object]:
        return await self._practice("GET", "debrief")

    async def practice_clock(self, speed: float | None = None) -> Mapping[str, object]:
        if speed is None:
            return await self._practice("GET", "clock")
        return await self._practice("POST", "clock", speed=f"{speed:g}")

    async def practice_crisis(self) -> Mapping[str, object]:
        return await self._practice("POST", "crisis")

    async def practice_round(self) -> Mapping[str, object]:
        told = await self._practice("POST", "round")
        account = practice_account(self._parts.directory.accounts())
        left = tuple(await self.conversation_ids(InboxQuery(status=Status.OPEN, account_id=account.id)))
        if left:
            await self.triage(SetRead(conversations=left, read=True))
            await self.triage(SetStatus(conversations=left, status=Status.DONE))
        return told

    async def _practice(self, method: str, name: str, **form: str) -> Mapping[str, object]:
        account, wishes = practice_account(self._parts.directory.accounts()), self._parts.wishes
        return await control(account, wishes.credentials, wishes.http, method=method, name=name, form=form)

    # -- without a window -------------------------------------------------------------------------
    async def sync_once(self, *, days: int | None = None) -> tuple[SyncReport, ...]:
        """Everything that is new, history of so many days, and the outbox, for all accounts side by side."""
        await self._parts.waker.wake_due()
        await self._parts.missing.hold_due()
        return await self._parts.headless.sync(self._parts.directory.accounts(), days)

    async def wait_sent(self, outbox_id: int, seconds: float) -> OutboxRow:
        """Wait until a row is sent, refused or put to a person, at most so long; returns it as it stands."""
        row = await self._parts.sending.row(outbox_id)
        return await self._parts.headless.wait_sent(self._parts.directory.account(row.account_id), outbox_id, seconds)
