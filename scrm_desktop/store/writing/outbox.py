"""The outbox, written: every change of a row and its effect on the conversation in one transaction."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import Command, Fence, OutboxRow, OutboxState, Outcome, SendMessage
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.errors import InputError, KnownError, NewsArrived, WroteFirst
from scrm_desktop.store.commands_json import kind_of, pack_command
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.reading.outbox import followers, outbox_row
from scrm_desktop.store.sql import driver, execute_many, one
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tables_work import drafts, outbox
from scrm_desktop.store.values import clean, micros, micros_or_none
from scrm_desktop.store.writing.accounts import get_account
from scrm_desktop.store.writing.conversations import resolve
from scrm_desktop.store.writing.effects import apply_outcome
from scrm_desktop.store.writing.schedule import check_time, put_back, reschedule

_PARTS = uuid.UUID("0b2f5c5e-5a0e-4c7e-8f0a-3f6d9f6f2f51")
"""A namespace of our own: the key of a part leads to that of the next."""
_LONGEST_UNDO = 600 * 1_000_000
"""Microseconds: nobody thinks again for longer."""
_FINAL = (OutboxState.SENT, OutboxState.CANCELLED)
_CAN_BEGIN = (OutboxState.QUEUED, OutboxState.UNCONFIRMED)
_CAN_CANCEL = (OutboxState.HELD, OutboxState.QUEUED, OutboxState.FAILED, OutboxState.UNCONFIRMED)
#: Whoever answers a conversation has taken it up: what it was when it was imported decides no more.
_TAKEN_UP = "UPDATE conversations SET undecided = 0 WHERE id = ? AND undecided = 1"
_NEWEST = "SELECT max(created_at) FROM messages WHERE conversation_id = ?"
_NEWS = """SELECT coalesce(nullif(p.display_name, ''), p.handle) FROM messages m JOIN profiles p ON p.id = m.profile_id
    WHERE m.conversation_id = ?1 AND m.addressed = 1 AND m.deleted_at IS NULL AND m.created_at > coalesce(?2, -1)
    ORDER BY m.created_at DESC, m.id DESC LIMIT 1"""


def add(
    connection: Connection,
    account_id: int,
    conversation_id: int | None,
    command: Command,
    *,
    key: str,
    actor: str,
    state: OutboxState,
    not_before: datetime | None,
    consume: Mode | None,
    now: int,
    follow: tuple[SendMessage, ...] = (),
    undo_until: datetime | None = None,
    stop_if_news: bool = False,
    scheduled_at: datetime | None = None,
) -> tuple[OutboxRow, Changes]:
    """A new row, or the one that has this key already."""
    stored = connection.execute(select(outbox).where(outbox.c.key == key)).mappings().one_or_none()
    if stored is not None:
        return _row(stored), Changes()
    get_account(connection, account_id)
    if conversation_id is not None:
        conversation_id = resolve(connection, conversation_id)
    if scheduled_at is not None:
        check_time(scheduled_at, now)
    newest = one(connection, _NEWEST, conversation_id)
    common = {
        "account_id": account_id,
        "conversation_id": conversation_id,
        "state": state.value,
        "tries": 0,
        "created_at": now,
        "seen_up_to": newest[0] if newest else None,
        "not_before": micros_or_none(undo_until or not_before),
        "undo_until": micros_or_none(undo_until),
        "stop_if_news": int(stop_if_news or scheduled_at is not None),
        "scheduled_at": micros_or_none(scheduled_at),
        # Its age counts from the time at which it shall leave.
        "wanted_at": micros_or_none(scheduled_at),
        "remote_id": "",
        "error_code": "",
        "error": "",
        "actor": clean(actor),
    }
    outbox_id = _insert(connection, common, command, key, None)
    last = outbox_id
    # A thread is not cut in two: what stops it is asked before its first part only.
    common["stop_if_news"] = 0
    for part in follow:
        key = str(uuid.uuid5(_PARTS, key))
        last = _insert(connection, common, part, key, last)
    if conversation_id is not None and isinstance(command, SendMessage):
        execute_many(connection, _TAKEN_UP, [(conversation_id,)])
    if consume is not None and conversation_id is not None:
        place = drafts.c.conversation_id == conversation_id, drafts.c.mode == consume.value
        connection.execute(delete(drafts).where(*place, drafts.c.account_id == account_id))
    return _row(_get(connection, outbox_id)), _touched(connection, outbox_id, conversation_id, now)


def _insert(connection: Connection, common: dict[str, Any], command: Command, key: str, follows: int | None) -> int:
    values = common | {"kind": kind_of(command), "command": pack_command(command), "key": key, "follows": follows}
    result = connection.execute(insert(outbox).values(**values))
    return int(result.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key


def begin(connection: Connection, outbox_id: int, fence: Fence) -> OutboxRow:
    """It is about to leave; NewsArrived where its writer wants to be asked first."""
    row = _get(connection, outbox_id)
    _demand(row, _CAN_BEGIN, "This can't be sent any more.")
    _demand_seen(connection, row)
    values: dict[str, Any] = {"state": OutboxState.SENDING.value, "tries": row["tries"] + 1, "undo_until": None}
    if row["fence_at"] is None:
        values |= {
            "fence_id": None if fence.newest_own_id is None else clean(fence.newest_own_id),
            "fence_at": micros(fence.at),
        }
    connection.execute(update(outbox).where(outbox.c.id == outbox_id).values(**values))
    return _row(_get(connection, outbox_id))


def _demand_seen(connection: Connection, row: RowMapping) -> None:
    """In the transaction in which it leaves: what is stored a moment later came after it."""
    if row["stop_if_news"] and row["state"] == OutboxState.QUEUED.value:
        news = one(connection, _NEWS, row["conversation_id"], row["seen_up_to"])
        if news is not None:
            raise (NewsArrived if row["scheduled_at"] is None else WroteFirst)(person=str(news[0]))


def uploaded(connection: Connection, outbox_id: int, index: int, remote_id: str) -> None:
    """A file of it is on the server."""
    row = _get(connection, outbox_id)
    command = json.loads(row["command"])
    if row["kind"] != "send" or not 0 <= index < len(command["media"]):
        raise InputError(f"There is no file {index} in this message.")
    command["media"][index]["remote_id"] = clean(remote_id)
    packed = json.dumps(command, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    connection.execute(update(outbox).where(outbox.c.id == outbox_id).values(command=packed))


def sent(connection: Connection, state: IngestState, outbox_id: int, outcome: Outcome, now: int) -> Changes:
    """The network did it, whatever we thought of the row before."""
    row = _get(connection, outbox_id)
    connection.execute(
        update(outbox)
        .where(outbox.c.id == outbox_id)
        .values(
            state=OutboxState.SENT.value,
            remote_id=clean(outcome.remote_id),
            not_before=None,
            error_code="",
            error="",
        )
    )
    _let_follow(connection, outbox_id, clean(outcome.remote_id))
    stored = _row(_get(connection, outbox_id))
    account = get_account(connection, row["account_id"])
    effect = apply_outcome(connection, state, account, stored, outcome, now)
    return effect | _touched(connection, outbox_id, row["conversation_id"], now)


def _let_follow(connection: Connection, outbox_id: int, remote_id: str) -> None:
    """What waited for this part may leave now, and answers it: known in the same transaction as that it was sent."""
    waiting = connection.execute(select(outbox).where(outbox.c.follows == outbox_id)).mappings().all()
    for row in waiting:
        command = json.loads(row["command"]) | ({"in_reply_to": remote_id} if remote_id else {})
        packed = json.dumps(command, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        connection.execute(update(outbox).where(outbox.c.id == row["id"]).values(command=packed, follows=None))


def settle(
    connection: Connection,
    outbox_id: int,
    state: OutboxState,
    error: KnownError | None,
    not_before: datetime | None,
    now: int,
) -> Changes:
    """Any other end of a try; what is sent or cancelled stays so."""
    row = _get(connection, outbox_id)
    if row["state"] in _values(_FINAL):
        return Changes()
    connection.execute(
        update(outbox)
        .where(outbox.c.id == outbox_id)
        .values(
            state=state.value,
            not_before=micros_or_none(not_before),
            undo_until=None,
            error_code="" if error is None else error.code,
            error="" if error is None else clean(error.message),
        )
    )
    return _touched(connection, outbox_id, row["conversation_id"], now)


def release(connection: Connection, outbox_id: int, now: int) -> Changes:
    """A person wants it to leave now, however old it is; what is sent or cancelled stays so."""
    changes = settle(connection, outbox_id, OutboxState.QUEUED, None, None, now)
    if changes:
        row = _get(connection, outbox_id)
        newest = one(connection, _NEWEST, row["conversation_id"]) if row["stop_if_news"] else None
        # Whoever says so has looked: only what comes from now on is news.
        seen = newest[0] if newest else row["seen_up_to"]
        connection.execute(update(outbox).where(outbox.c.id == outbox_id).values(wanted_at=now, seen_up_to=seen))
        # What was scheduled was to leave now, then, with all its parts.
        parts = [outbox_id, *(part.id for part in followers(driver(connection), outbox_id))]
        planned = outbox.c.id.in_(parts), outbox.c.scheduled_at.is_not(None)
        connection.execute(update(outbox).where(*planned).values(scheduled_at=now, wanted_at=now))
    return changes


def recover(connection: Connection, now: int) -> Changes:
    """What was leaving when the program ended; a clock that was set back since keeps nothing from leaving."""
    latest = now + _LONGEST_UNDO
    connection.execute(update(outbox).where(outbox.c.undo_until > latest).values(undo_until=None, not_before=None))
    leaving = outbox.c.state == OutboxState.SENDING.value
    rows = connection.execute(select(outbox.c.id, outbox.c.conversation_id).where(leaving)).all()
    connection.execute(update(outbox).where(leaving).values(state=OutboxState.UNCONFIRMED.value))
    touched = {row.conversation_id for row in rows if row.conversation_id is not None}
    refresh(connection, touched, now)
    return Changes(outbox=frozenset(row.id for row in rows), conversations=frozenset(touched))


def cancel(connection: Connection, outbox_id: int, now: int) -> tuple[OutboxRow, Changes]:
    """Take it back."""
    row = _get(connection, outbox_id)
    _demand(row, _CAN_CANCEL, "This is on its way or was sent already: it can't be taken back.")
    connection.execute(
        update(outbox).where(outbox.c.id == outbox_id).values(state=OutboxState.CANCELLED.value, not_before=None)
    )
    # The other parts of a thread make no sense without this one.
    behind = [part.id for part in followers(driver(connection), outbox_id) if part.state not in _FINAL]
    connection.execute(
        update(outbox).where(outbox.c.id.in_(behind)).values(state=OutboxState.CANCELLED.value, not_before=None)
    )
    changes = _touched(connection, outbox_id, row["conversation_id"], now) | Changes(outbox=frozenset(behind))
    return _row(_get(connection, outbox_id)), changes


def again(connection: Connection, outbox_id: int, at: datetime, now: int) -> Changes:
    """Another time for it."""
    return reschedule(connection, _row(_get(connection, outbox_id)), at, now)


def take_back(connection: Connection, outbox_id: int, draft: Draft, now: int) -> tuple[Draft, Changes]:
    """Not sent, and its words a draft again: both or neither."""
    _, changes = cancel(connection, outbox_id, now)
    return put_back(connection, draft, now), changes


def _get(connection: Connection, outbox_id: int) -> RowMapping:
    row = connection.execute(select(outbox).where(outbox.c.id == outbox_id)).mappings().one_or_none()
    if row is None:
        raise InputError(f"There is nothing with the number {outbox_id} in the outbox.")
    return row


def _row(row: RowMapping) -> OutboxRow:
    return outbox_row(row)


def _demand(row: RowMapping, allowed: Collection[OutboxState], otherwise: str) -> None:
    if row["state"] not in _values(allowed):
        raise InputError(otherwise)


def _values(states: Collection[OutboxState]) -> set[str]:
    return {state.value for state in states}


def _touched(connection: Connection, outbox_id: int, conversation_id: int | None, now: int) -> Changes:
    touched = frozenset(() if conversation_id is None else (conversation_id,))
    refresh(connection, touched, now)
    return Changes(outbox=frozenset({outbox_id}), conversations=touched)
