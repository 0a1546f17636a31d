"""What a screen may ask of the engine, and the only thing it may ask: the border between window and core.

Every coroutine runs on the engine's loop, in its own thread; a screen awaits it through the bridge.
Plain methods are quick, pure and safe in any thread. Every error is a KnownError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from scrm_desktop.desk_outbox import OutboxDesk
from scrm_desktop.desk_texts import TextsDesk
from scrm_desktop.domain.accounts import Account, Capabilities, ChannelInfo, LoginHelp
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import AT_ONCE, Care, Command, OutboxRow
from scrm_desktop.domain.finding import Found
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.timeline import TimelinePage
from scrm_desktop.domain.triage import TriageAction
from scrm_desktop.domain.views import (
    AccountView,
    ContactCard,
    ConversationRow,
    Coverage,
    Draft,
    Ids,
    InboxQuery,
    Label,
    Mode,
    ReplyTarget,
    SidebarCounts,
    ThreadPage,
)


class Desk(TextsDesk, OutboxDesk, Protocol):
    """The engine as a screen sees it."""

    # -- what happens -----------------------------------------------------------------------------
    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told of coalesced changes, on the engine's thread; returns the way to stop it."""
        ...

    # -- reading ----------------------------------------------------------------------------------
    async def conversation_ids(self, query: InboxQuery) -> Ids:
        """All ids of a list, in order."""
        ...

    async def conversation_rows(self, ids: tuple[int, ...]) -> dict[int, ConversationRow]:
        """The rows of these conversations; those that are no more are left out."""
        ...

    async def find(self, typed: str, limit: int = 8) -> Found:
        """People and conversations for a few typed letters, the best first; within a frame."""
        ...

    async def counts(self) -> SidebarCounts:
        """The numbers beside the views."""
        ...

    async def saved_views(self) -> tuple[SavedView, ...]:
        """The saved views in their order; ``triage(ArrangeViews(...))`` changes them, and can be undone."""
        ...

    async def saved_counts(self) -> Mapping[int, int | None]:
        """How many conversations each saved view finds, up to 1000; ``None``: counting them would take too long."""
        ...

    async def in_saved_views(self, ids: tuple[int, ...], views: frozenset[int]) -> Mapping[int, frozenset[int]]:
        """Which of these conversations each of these saved views finds; a view that is no more is left out."""
        ...

    async def thread(self, conversation_id: int, *, before: str | None = None, limit: int = 200) -> ThreadPage:
        """The newest window of a thread, or the one that ends before the item with key ``before``."""
        ...

    async def timeline(self, conversation_id: int, *, before: str = "", limit: int = 200) -> TimelinePage:
        """All that was said, noted and done with this conversation's customer, on every channel; newest window first.

        ``before`` is that of the page below.
        """
        ...

    async def contact_card(self, conversation_id: int) -> ContactCard:
        """The customer of a conversation."""
        ...

    async def reply_target(self, conversation_id: int, mode: Mode, message_remote_id: str | None = None) -> ReplyTarget:
        """Whom an answer would reach; without a message: the customer's last one."""
        ...

    async def accounts(self) -> tuple[AccountView, ...]:
        """Our accounts and how they fare."""
        ...

    async def labels(self) -> tuple[Label, ...]:
        """The labels of the house."""
        ...

    async def coverage(self) -> tuple[Coverage, ...]:
        """What is stored of each stream."""
        ...

    async def outbox(self, *, finished: bool = False) -> tuple[OutboxRow, ...]:
        """What waits, failed or is unconfirmed; with ``finished`` also what was sent."""
        ...

    async def draft(self, conversation_id: int, mode: Mode, account_id: int) -> Draft | None:
        """The draft kept for this conversation, mode and account."""
        ...

    async def picture(self, account_id: int, url: str) -> Path:
        """Fetch a remote picture that the person asked to see; the file is the profile's own copy."""
        ...

    async def save_attachment(self, account_id: int, url: str, target: Path) -> None:
        """Fetch a customer's file through the account and write it where the person said; StoreError where it can't."""
        ...

    # -- pure, any thread -------------------------------------------------------------------------
    def channels(self) -> tuple[ChannelInfo, ...]:
        """Every channel there is."""
        ...

    def capabilities(self, account_id: int) -> Capabilities:
        """What the account's server allows, as far as it is known."""
        ...

    def count(self, account_id: int, text: str, content_warning: str = "") -> int:
        """Length in the network's own units."""
        ...

    def me(self) -> str:
        """The name of the person at this desk."""
        ...

    def practice(self) -> str:
        """The practice network's address, empty where none runs."""
        ...

    # -- acting -----------------------------------------------------------------------------------
    async def triage(self, action: TriageAction) -> TriageAction:
        """Do it, log it, and return the action that undoes it."""
        ...

    async def add_label(self, name: str, colour: str) -> Label:
        """A new label, or the one that has this name already."""
        ...

    async def save_draft(self, draft: Draft) -> None:
        """Keep unsent text; an empty draft is removed. Durable when it returns."""
        ...

    async def send(
        self, draft: Draft, target: ReplyTarget, parts: tuple[str, ...] = (), care: Care = AT_ONCE
    ) -> OutboxRow:
        """Queue what the composer holds (public or direct); durable when it returns; the draft is consumed.

        ``parts`` are sent instead of the text, as a thread: each leaves once the one before it is sent, and answers it.
        ``care`` holds it for a moment in which it can be taken back, and stops it where the customer wrote meanwhile;
        or it says when it shall leave, and then it is held as soon as the customer writes first.

        Raises InputError for what the network would refuse: too long, empty, too many files, more public
        than what it answers.
        """
        ...

    async def act(self, account_id: int, conversation_id: int | None, command: Command) -> OutboxRow:
        """Queue any other command."""
        ...

    async def retry(self, outbox_id: int) -> None:
        """Look again whether an unconfirmed one arrived, or send a failed one once more."""
        ...

    async def send_again(self, outbox_id: int) -> None:
        """The person has looked: an unconfirmed one did not arrive, send it."""
        ...

    async def cancel(self, outbox_id: int) -> str:
        """Take a command back that has not left; returns its text, so that nothing is lost."""
        ...

    # -- accounts ---------------------------------------------------------------------------------
    async def sign_in(self, channel: str, answers: Mapping[str, str], help: LoginHelp, *, keep: bool = True) -> Account:
        """Log in and start to read; ``keep`` false holds the login in memory for this run only."""
        ...

    async def sign_in_with_token(self, channel: str, server: str, token: str, *, keep: bool = True) -> Account:
        """The same with an access token that the person already has."""
        ...

    async def set_account_options(self, account_id: int, options: Mapping[str, str]) -> None:
        """Change what the channel keeps for an account, and connect it anew; InputError for what it refuses."""
        ...

    async def remove_account(self, account_id: int, *, forget_history: bool = False) -> None:
        """Revoke the login, forget it, and stop; what people wrote stays."""
        ...

    async def check_now(self, account_id: int | None = None) -> None:
        """Poll now, without waiting for the next turn."""
        ...

    async def backfill(self, account_id: int, days: int) -> None:
        """Read history back so far, newest first, in the background."""
        ...

    async def practice_debrief(self) -> Mapping[str, object]:
        """What the practice network tells of the round so far, as its JSON; InputError where none runs."""
        ...

    async def practice_clock(self, speed: float | None = None) -> Mapping[str, object]:
        """Where the practice round stands (``speed``, ``crisis``, ``round`` ...), after setting its speed, if given.

        InputError where none runs.
        """
        ...

    async def practice_crisis(self) -> Mapping[str, object]:
        """Let thirty customers write within minutes; the round as it stands then."""
        ...

    async def practice_round(self) -> Mapping[str, object]:
        """Begin a new round; what was open of the old one is done, since its customers react no more."""
        ...
