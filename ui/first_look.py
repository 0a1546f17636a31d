"""What the window showed last, kept so that the next start can show it before the engine is loaded.

Loading the database and HTTP libraries takes longer than everything else of a start. The first look is
written when the window closes and used up by the next start; half a second later the engine's own answers
take its place. After a crash there is none, and the start waits for the engine.
"""

from __future__ import annotations

import json
import logging
from array import array
from dataclasses import fields, replace
from pathlib import Path

from scrm_desktop.desk import Desk
from scrm_desktop.domain.accounts import Capabilities, ChannelInfo
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.views import (
    AccountView,
    ContactCard,
    ConversationRow,
    Coverage,
    InboxQuery,
    Label,
    Mode,
    ReplyTarget,
    SidebarCounts,
    ThreadPage,
)
from scrm_desktop.errors import KnownError
from scrm_desktop.late_dataclass import dataclass
from scrm_desktop.paths import write_private
from ui.plain_json import pack, unpack

FILE = "first-look.json"
_VERSION = 2
_IDS, _ROWS, _ITEMS, _LARGEST = 2000, 40, 40, 4 * 1024 * 1024

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """The answers to what a window asks first; ``thread``, ``card`` and ``target`` are of the list's first row."""

    me: str
    channels: tuple[ChannelInfo, ...]
    capabilities: tuple[tuple[int, Capabilities], ...]
    accounts: tuple[AccountView, ...]
    labels: tuple[Label, ...]
    saved_views: tuple[SavedView, ...]
    counts: SidebarCounts
    coverage: tuple[Coverage, ...]
    query: InboxQuery
    ids: array[int]
    rows: tuple[ConversationRow, ...]
    thread: ThreadPage
    card: ContactCard
    target: ReplyTarget


async def take(desk: Desk, query: InboxQuery) -> FirstLook | None:
    """Ask for everything that the next start will show; ``None`` where the list is empty. Runs on the engine's loop."""
    ids = await desk.conversation_ids(query)
    if not ids:
        return None
    rows = await desk.conversation_rows(tuple(ids[:_ROWS]))
    accounts = await desk.accounts()
    thread = await desk.thread(ids[0])
    kept = thread.items[-_ITEMS:]
    return FirstLook(
        me=desk.me(),
        channels=desk.channels(),
        capabilities=tuple((view.account.id, desk.capabilities(view.account.id)) for view in accounts),
        accounts=accounts,
        labels=await desk.labels(),
        saved_views=await desk.saved_views(),
        counts=await desk.counts(),
        coverage=await desk.coverage(),
        query=query,
        ids=ids[:_IDS],
        rows=tuple(rows.values()),
        thread=replace(thread, items=kept, older=thread.older or len(kept) < len(thread.items)),
        card=await desk.contact_card(ids[0]),
        target=await desk.reply_target(ids[0], Mode.PUBLIC),
    )


def save(profile: Path, look: FirstLook) -> None:
    """Write it for the next start; one that can't be written costs half a second then, and nothing else."""
    whole = {"version": _VERSION, **{one.name: pack(getattr(look, one.name)) for one in fields(look)}}
    try:
        write_private(profile / FILE, json.dumps(whole).encode())
    except KnownError as error:
        _log.warning("the first look can't be kept: %s", error.message)


def load(profile: Path, *, me: str) -> FirstLook | None:
    """The last one, if this version wrote it and the same person sits here."""
    try:
        with (profile / FILE).open("rb") as file:
            whole = json.loads(file.read(_LARGEST))
        if whole.pop("version") != _VERSION or whole["me"] != me:
            return None
        return FirstLook(**{name: unpack(value) for name, value in whole.items()})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        _log.warning("the first look can't be read (%s); the start waits for the engine", type(error).__name__)
        return None


def forget(profile: Path) -> None:
    """It is used up: a crash must not leave yesterday's list to be shown as today's."""
    (profile / FILE).unlink(missing_ok=True)
