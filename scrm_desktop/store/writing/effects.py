"""What a command did, once the network confirmed it: stored at once, not when a poll happens to tell."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select, update

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, OutboxRow, Outcome, ReportPerson
from scrm_desktop.domain.events import MessageGone, MessageSeen, Why
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.store.ingest.page import PageWriter
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.search_index import reindex
from scrm_desktop.store.summaries import refresh
from scrm_desktop.store.tables_cache import context_links, message_versions, messages
from scrm_desktop.store.values import clean
from scrm_desktop.store.writing.deeds import changes_message, lay_on

_TOLD = {
    Deed.MUTE: "person_muted",
    Deed.UNMUTE: "person_unmuted",
    Deed.BLOCK: "person_blocked",
    Deed.UNBLOCK: "person_unblocked",
}


def apply_outcome(
    connection: Connection, state: IngestState, account: Account, row: OutboxRow, outcome: Outcome, now: int
) -> Changes:
    """Store the message that was made or changed, or the effect of a deed."""
    writer = PageWriter(connection, state, account, now)
    command = row.command
    _tell(connection, row, now)
    if isinstance(command, DoDeed) and command.deed is Deed.DELETE:
        return writer.store([MessageGone(remote_id=command.target)])
    if isinstance(command, DoDeed) and changes_message(command.deed):
        return _deed(connection, account.id, command, now)
    if outcome.message is not None and outcome.message.own:
        return writer.store([_own(outcome.message)], into=row.conversation_id)
    if isinstance(command, EditMessage):
        return _edit(connection, account.id, command, now)
    return Changes()


def _tell(connection: Connection, row: OutboxRow, now: int) -> None:
    """What was done to a person shows nowhere else: the thread says it."""
    command = row.command
    kind = "person_reported" if isinstance(command, ReportPerson) else ""
    if isinstance(command, DoDeed):
        kind = _TOLD.get(command.deed, "")
    if kind and row.conversation_id is not None:
        write_entry(
            connection, now, kind, actor=row.actor, account_id=row.account_id, conversation_id=row.conversation_id
        )


def _own(message: RemoteMessage) -> MessageSeen:
    return MessageSeen(message=message, why=Why.OWN, thread_key="")


def _deed(connection: Connection, account_id: int, command: DoDeed, now: int) -> Changes:
    """Our own favourite, boost or emoji, or what our moderation made of a message."""
    row = _find(connection, account_id, command.target)
    if row is None or not lay_on(connection, row, command):
        return Changes()
    return _shown(connection, row, now)


def _edit(connection: Connection, account_id: int, command: EditMessage, now: int) -> Changes:
    """The network confirmed an edit without showing it."""
    row = _find(connection, account_id, command.remote_id)
    if row is None:
        return Changes()
    connection.execute(
        message_versions.insert()
        .prefix_with("OR IGNORE")
        .values(
            message_id=row["id"],
            at=row["edited_at"] or row["created_at"],
            text=row["text"],
            content_warning=row["content_warning"],
        )
    )
    connection.execute(
        update(messages)
        .where(messages.c.id == row["id"])
        .values(text=clean(command.text), content_warning=clean(command.content_warning), edited_at=now)
    )
    reindex(connection, [(row["id"], row["text"], row["content_warning"])])
    return _shown(connection, row, now)


def _find(connection: Connection, account_id: int, remote_id: str) -> dict[str, Any] | None:
    statement = select(messages).where(messages.c.account_id == account_id, messages.c.remote_id == clean(remote_id))
    row = connection.execute(statement).mappings().one_or_none()
    return None if row is None else dict(row)


def _shown(connection: Connection, row: dict[str, Any], now: int) -> Changes:
    """The conversations in which a message stands, its own and those that it explains."""
    links = select(context_links.c.conversation_id).where(context_links.c.message_id == row["id"])
    touched = set(connection.scalars(links))
    if row["conversation_id"] is not None:
        touched.add(row["conversation_id"])
    refresh(connection, touched, now)
    return Changes(conversations=frozenset(touched))
