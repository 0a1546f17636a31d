"""The messages of one page: read what is stored of them once, merge in memory, write once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scrm_desktop.domain.accounts import Account
from scrm_desktop.domain.events import MessageGone, MessageSeen, Why
from scrm_desktop.domain.messages import RemoteMessage
from scrm_desktop.store.ingest.rows import (
    COLUMNS,
    MUTABLE,
    Row,
    Version,
    attachment_rows,
    content,
    take_content,
)
from scrm_desktop.store.ingest.state import IngestState
from scrm_desktop.store.sql import execute_many, fetch, fetch_dicts, ids, insert_many
from scrm_desktop.store.values import clean, moment, remote_micros

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STORED = (
    f"SELECT {', '.join(COLUMNS)} FROM messages WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"
)
_TOMBSTONES = (
    "SELECT remote_id, at FROM tombstones WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"
)
_INTO = f"messages ({', '.join(COLUMNS)})"
#: The columns of a row in their order, before anything is known of it.
_BLANK: Row = {**dict.fromkeys(COLUMNS), "addressed": 0, "live": 0}
_UPDATE = f"UPDATE messages SET ({', '.join(MUTABLE)}) = ({', '.join('?' * len(MUTABLE))}) WHERE id = ?"
#: A message that comes again within so long (microseconds) is not written only to say when it was seen.
REFRESHED_ANEW = 30_000_000
_INSERT_ATTACHMENT = "INSERT INTO attachments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class MessageBatch:
    """Rows by remote id, as they will stand after this page.

    ``new``: not stored before. ``fresh``: customers' messages that are live now and were not before.
    ``reindexed``: (id, text, content warning) as the search index knows those whose words change.
    """

    def __init__(self, connection: Connection, state: IngestState, account_id: int, now: int) -> None:
        self._connection = connection
        self._state = state
        self._account_id = account_id
        self._now = now
        self.rows: dict[str, Row] = {}
        self.new: set[str] = set()
        self.fresh: set[str] = set()
        self.reindexed: list[tuple[int, str, str]] = []
        self._before: dict[str, Row] = {}
        self._tombstones: dict[str, int] = {}
        self._buried: dict[str, int] = {}
        self._versions: list[tuple[int, Version]] = []
        self._media: dict[int, RemoteMessage] = {}

    def load(self, remote_ids: Iterable[str]) -> None:
        """Read what is stored of these messages."""
        wanted = ids(set(remote_ids))
        for row in fetch_dicts(self._connection, _STORED, self._account_id, wanted):
            self.rows[row["remote_id"]] = row
            self._before[row["remote_id"]] = dict(row)
        self._tombstones = dict(fetch(self._connection, _TOMBSTONES, self._account_id, wanted))

    def take(self, seen: MessageSeen, *, profile_id: int, to_profile_id: int | None, live_for: Account | None) -> None:
        """Merge one message, whose id is clean; it is live if it is so for ``live_for`` (``None``: it is history)."""
        message, remote_id = seen.message, seen.message.remote_id
        told = content(message, self._now)
        row = self.rows.get(remote_id)
        if row is None:
            row = self._make(message, remote_id, told)
        elif (version := take_content(row, told)) is not None:
            self._versions.append((row["id"], version))
        row["profile_id"] = profile_id
        row["to_profile_id"] = row["to_profile_id"] or to_profile_id
        if self._now - row["refreshed_at"] > REFRESHED_ANEW:
            row["refreshed_at"] = self._now
        row["in_reply_to"] = row["in_reply_to"] or _optional(message.in_reply_to)
        row["in_reply_to_author"] = row["in_reply_to_author"] or _optional(message.in_reply_to_author)
        if row["attachments_mark"] == told["attachments_mark"]:
            self._media[row["id"]] = message
        self._mark_work(row, seen, live_for)

    def bury(self, gone: MessageGone) -> None:
        """The network says it is deleted: a mark, and a tombstone where the message itself never came."""
        remote_id = clean(gone.remote_id)
        row = self.rows.get(remote_id)
        if row is None:
            self._tombstones.setdefault(remote_id, self._now)
            self._buried.setdefault(remote_id, self._now)
        elif row["deleted_at"] is None:
            row["deleted_at"] = self._now

    def changed(self) -> list[Row]:
        """Stored rows that read differently now."""
        return [row for key, row in self.rows.items() if key not in self.new and _differs(row, self._before[key])]

    def write(self) -> None:
        """Store it all."""
        changed = self.changed()
        self._note_reindexing(changed)
        new = [tuple(self.rows[key].values()) for key in self.rows if key in self.new]
        insert_many(self._connection, _INTO, new, "ON CONFLICT (account_id, remote_id) DO NOTHING")
        stored = [row for key, row in self.rows.items() if key not in self.new and row != self._before[key]]
        execute_many(self._connection, _UPDATE, [(*(row[name] for name in MUTABLE), row["id"]) for row in stored])
        self._write_versions()
        self._write_attachments()
        execute_many(
            self._connection,
            "INSERT INTO tombstones (account_id, remote_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(self._account_id, remote_id, at) for remote_id, at in self._buried.items()],
        )

    def _make(self, message: RemoteMessage, remote_id: str, told: Row) -> Row:
        row: Row = {**_BLANK, **told}
        row["id"] = self._state.next_id(self._connection, "messages")
        row["account_id"] = self._account_id
        row["remote_id"] = remote_id
        row["own"] = int(message.own)
        row["created_at"] = remote_micros(message.created_at, self._now)
        row["deleted_at"] = self._tombstones.get(remote_id)
        row["refreshed_at"] = self._now
        self._buried.pop(remote_id, None)
        self.rows[remote_id] = row
        self.new.add(remote_id)
        return row

    def _mark_work(self, row: Row, seen: MessageSeen, live_for: Account | None) -> None:
        was = row["addressed"] and row["live"]
        if not row["own"] and seen.why in (Why.MENTION, Why.DIRECT):
            row["addressed"] = 1
        if live_for is not None and live_for.is_live(moment(row["created_at"])):
            row["live"] = 1
        if row["addressed"] and row["live"] and not was:
            self.fresh.add(row["remote_id"])

    def _note_reindexing(self, changed: list[Row]) -> None:
        for row in changed:
            before = self._before[row["remote_id"]]
            if (row["text"], row["content_warning"]) != (before["text"], before["content_warning"]):
                self.reindexed.append((row["id"], before["text"], before["content_warning"]))

    def _write_versions(self) -> None:
        rows = [(message_id, *version) for message_id, version in self._versions]
        execute_many(
            self._connection,
            "INSERT INTO message_versions (message_id, at, text, content_warning) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            rows,
        )

    def _write_attachments(self) -> None:
        before = {row["id"]: row["attachments_mark"] for row in self._before.values()}
        after = {row["id"]: row["attachments_mark"] for row in self.rows.values()}
        renewed = [id_ for id_ in self._media if after[id_] != before.get(id_, 0)]
        stale = [(id_,) for id_ in renewed if before.get(id_, 0)]
        execute_many(self._connection, "DELETE FROM attachments WHERE message_id = ?", stale)
        rows: list[tuple[Any, ...]] = []
        for id_ in renewed:
            rows += attachment_rows(id_, self._media[id_])
        execute_many(self._connection, _INSERT_ATTACHMENT, rows)


def _optional(text: str | None) -> str | None:
    return None if text is None else clean(text)


def _differs(row: Row, before: Row) -> bool:
    """Whether a screen could show the difference: when it was last looked at is none."""
    return any(row[name] != before[name] for name in MUTABLE if name != "refreshed_at")
