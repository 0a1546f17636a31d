"""Accounts: added, moved, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from scrm_desktop.domain.accounts import Account, LoginResult
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.persons import settle_all
from scrm_desktop.store.reading.accounts import account_of, no_account
from scrm_desktop.store.search_index import indexed_up_to, remove
from scrm_desktop.store.sql import fetch
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tables_cache import (
    context_links,
    coverage,
    coverage_gaps,
    cursors,
    engagement,
    inbox,
    messages,
    poison,
    profiles,
    tombstones,
)
from scrm_desktop.store.tables_work import accounts, conversations, outbox
from scrm_desktop.store.tallies import recount
from scrm_desktop.store.values import clean, to_json

_UNFINISHED = (OutboxState.HELD, OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNCONFIRMED)
_COLUMNS = (
    accounts.c.id,
    accounts.c.channel,
    accounts.c.server,
    accounts.c.remote_id,
    accounts.c.handle,
    accounts.c.display_name,
    accounts.c.connected_at,
    accounts.c.practice,
    accounts.c.removed_at,
    accounts.c.options,
)


def add_account(
    connection: Connection, channel: str, login: LoginResult, connected_at: int, practice: bool, now: int
) -> tuple[Account, Changes]:
    """A new row, or the one this account had: then it keeps the time since when it is live, unless it was removed."""
    found = _find(connection, channel, login, practice)
    told: dict[str, Any] = {
        "server": clean(login.server),
        "handle": clean(login.handle),
        "display_name": clean(login.display_name),
        "removed_at": None,
        "options": clean(to_json(login.options)),
    }
    if found is None:
        result = connection.execute(
            insert(accounts).values(
                channel=channel,
                remote_id=clean(login.remote_id),
                connected_at=connected_at,
                practice=int(practice),
                **told,
            )
        )
        account_id = int(result.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key
    else:
        account_id = found.id
        if found.removed_at is not None:
            told["connected_at"] = connected_at
        connection.execute(update(accounts).where(accounts.c.id == account_id).values(**told))
    write_entry(connection, now, "account_added", actor="", account_id=account_id, detail={"handle": login.handle})
    return get_account(connection, account_id), Changes(accounts=frozenset({account_id}))


def move_account(connection: Connection, account_id: int, server: str) -> Account:
    """The same account at another address."""
    get_account(connection, account_id)
    connection.execute(update(accounts).where(accounts.c.id == account_id).values(server=clean(server)))
    return get_account(connection, account_id)


def set_options(
    connection: Connection, account_id: int, options: Sequence[tuple[str, str]], now: int
) -> tuple[Account, Changes]:
    """What a channel keeps for an account; its login stays."""
    get_account(connection, account_id)
    packed = clean(to_json(tuple(options)))
    connection.execute(update(accounts).where(accounts.c.id == account_id).values(options=packed))
    write_entry(connection, now, "account_options", actor="", account_id=account_id, detail={})
    return get_account(connection, account_id), Changes(accounts=frozenset({account_id}))


def remove_account(
    connection: Connection, state: IngestState, account_id: int, forget_history: bool, now: int
) -> Changes:
    """What waits to be sent fails with its text kept; what can be fetched again goes where it is to be forgotten."""
    get_account(connection, account_id)
    connection.execute(update(accounts).where(accounts.c.id == account_id).values(removed_at=now))
    waiting = outbox.c.account_id == account_id, outbox.c.state.in_([state.value for state in _UNFINISHED])
    rows = connection.execute(select(outbox.c.id, outbox.c.conversation_id).where(*waiting)).all()
    connection.execute(
        update(outbox)
        .where(*waiting)
        .values(state=OutboxState.FAILED.value, error_code="InputError", error="This account was removed.")
    )
    write_entry(
        connection, now, "account_removed", actor="", account_id=account_id, detail={"forget_history": forget_history}
    )
    touched = {row.conversation_id for row in rows if row.conversation_id is not None}
    if forget_history:
        touched |= set(connection.scalars(select(inbox.c.conversation_id).where(inbox.c.account_id == account_id)))
        _forget(connection, account_id)
        state.forget()
    else:
        refresh(connection, touched, now)
    return Changes(
        accounts=frozenset({account_id}),
        conversations=frozenset(touched),
        outbox=frozenset(row.id for row in rows),
        coverage=forget_history,
    )


def get_account(connection: Connection, account_id: int) -> Account:
    """One account; InputError when there is none."""
    row = connection.execute(select(*_COLUMNS).where(accounts.c.id == account_id)).one_or_none()
    if row is None:
        raise no_account(account_id)
    return account_of(tuple(row))


def _find(connection: Connection, channel: str, login: LoginResult, practice: bool) -> Row[Any, Any] | None:
    """The row this account had; the practice network's address changes with every start."""
    same = [accounts.c.channel == channel, accounts.c.remote_id == clean(login.remote_id)]
    same.append(accounts.c.practice == 1 if practice else accounts.c.server == clean(login.server))
    return connection.execute(select(accounts.c.id, accounts.c.removed_at).where(*same)).first()


def _forget(connection: Connection, account_id: int) -> None:
    end = indexed_up_to(connection)
    known = fetch(
        connection,
        "SELECT id, text, content_warning FROM messages WHERE account_id = ? AND id <= ?",
        account_id,
        end,
    )
    remove(connection, [(row[0], row[1], row[2]) for row in known])
    mine = select(conversations.c.id).where(conversations.c.account_id == account_id)
    connection.execute(delete(context_links).where(context_links.c.conversation_id.in_(mine)))
    connection.exec_driver_sql(
        "DELETE FROM profile_fts WHERE rowid IN (SELECT id FROM profiles WHERE account_id = ?)", (account_id,)
    )
    for table in (messages, engagement, profiles, tombstones, poison, cursors, coverage, coverage_gaps, inbox):
        connection.execute(delete(table).where(table.c.account_id == account_id))
    settle_all(connection)
    connection.exec_driver_sql("DELETE FROM contacts WHERE id NOT IN (SELECT contact_id FROM profiles)")
    recount(connection)
