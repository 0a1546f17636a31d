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
from scrm_desktop.domain.views import Mode
from scrm_desktop.errors import InputError, KnownError
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

_PARTS = uuid.UUID("0b2f5c5e-5a0e-4c7e-8f0a-3f6d9f6f2f51")
"""A namespace of our own: the key of a part leads to that of the next."""
_FINAL = (OutboxState.SENT, OutboxState.CANCELLED)
_CAN_BEGIN = (OutboxState.QUEUED, OutboxState.UNCONFIRMED)
_CAN_CANCEL = (OutboxState.HELD, OutboxState.QUEUED, OutboxState.FAILED, OutboxState.UNCONFIRMED)
#: Whoever answers a conversation has taken it up: what it was when it was imported decides no more.
_TAKEN_UP = "UPDATE conversations SET undecided = 0 WHERE id = ? AND undecided = 1"
_NEWEST = "SELECT max(created_at) FROM messages WHERE conversation_id = ?"


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
) -> tuple[OutboxRow, Changes]:
    """A new row, or the one that has this key already."""
    stored = connection.execute(select(outbox).where(outbox.c.key == key)).mappings().one_or_none()
    if stored is not None:
        return _row(stored), Changes()
    get_account(connection, account_id)
    if conversation_id is not None:
        conversation_id = resolve(connection, conversation_id)
    newest = one(connection, _NEWEST, conversation_id)
    common = {
        "account_id": account_id,
        "conversation_id": conversation_id,
        "state": state.value,
        "tries": 0,
        "created_at": now,
        "seen_up_to": newest[0] if newest else None,
        "not_before": micros_or_none(not_before),
        "remote_id": "",
        "error_code": "",
        "error": "",
        "actor": clean(actor),
    }
    outbox_id = _insert(connection, common, command, key, None)
    last = outbox_id
    for part in follow:
        key = str(uuid.uuid5(_PARTS, key))
        last = _insert(connection, common, part, key, last)
    if conversation_id is not None and isinstance(command, SendMessage):
        execute_many(connection, _TAKEN_UP, [(conversation_id,)])
    if consume is not None and conversation_id is not None:
        connection.execute(
            delete(drafts).where(
                drafts.c.conversation_id == conversation_id,
                drafts.c.mode == consume.value,
                drafts.c.account_id == account_id,
            )
        )
    return _row(_get(connection, outbox_id)), _touched(connection, outbox_id, conversation_id, now)


def _insert(connection: Connection, common: dict[str, Any], command: Command, key: str, follows: int | None) -> int:
    values = common | {"kind": kind_of(command), "command": pack_command(command), "key": key, "follows": follows}
    result = connection.execute(insert(outbox).values(**values))
    return int(result.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key


def begin(connection: Connection, outbox_id: int, fence: Fence) -> OutboxRow:
    """It is about to leave."""
    row = _get(connection, outbox_id)
    _demand(row, _CAN_BEGIN, "This can't be sent any more.")
    values: dict[str, Any] = {"state": OutboxState.SENDING.value, "tries": row["tries"] + 1}
    if row["fence_at"] is None:
        values |= {
            "fence_id": None if fence.newest_own_id is None else clean(fence.newest_own_id),
            "fence_at": micros(fence.at),
        }
    connection.execute(update(outbox).where(outbox.c.id == outbox_id).values(**values))
    return _row(_get(connection, outbox_id))


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
            error_code="" if error is None else error.code,
            error="" if error is None else clean(error.message),
        )
    )
    return _touched(connection, outbox_id, row["conversation_id"], now)


def release(connection: Connection, outbox_id: int, now: int) -> Changes:
    """A person wants it to leave now, however old it is; what is sent or cancelled stays so."""
    changes = settle(connection, outbox_id, OutboxState.QUEUED, None, None, now)
    if changes:
        connection.execute(update(outbox).where(outbox.c.id == outbox_id).values(wanted_at=now))
    return changes


def recover(connection: Connection, now: int) -> Changes:
    """What was leaving when the program ended."""
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
