"""What a query can ask of one conversation, read from the tables: for rules, and to hold SQL against."""

from __future__ import annotations

import sqlite3

from scrm_desktop.domain.query import Facts, Said
from scrm_desktop.domain.triage import Outcome, Priority, Status
from scrm_desktop.errors import InputError
from scrm_desktop.store.reading.rebuild import Record, records
from scrm_desktop.store.values import moment, moment_or_none

_ROW = """SELECT i.*, a.channel, a.handle AS ours, a.display_name AS our_name,
    coalesce(p.display_name, '') || ' ' || coalesce(p.handle, '') AS person, p.followers,
    EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = i.conversation_id) AS draft,
    EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = i.conversation_id AND o.scheduled_at IS NOT NULL
        AND o.state IN ('queued', 'held')) AS scheduled
    FROM inbox i JOIN accounts a ON a.id = i.account_id LEFT JOIN profiles p ON p.id = i.profile_id
    WHERE i.conversation_id = ?"""
_MESSAGES = """SELECT m.created_at, m.own, m.addressed, m.deleted_at, m.language, m.text, m.content_warning,
    m.attachments_mark, m.extra, coalesce(p.display_name, '') || ' ' || coalesce(p.handle, '') AS author
    FROM messages m LEFT JOIN profiles p ON p.id = m.profile_id WHERE m.conversation_id = ? ORDER BY m.created_at"""
_LABELS = """SELECT name FROM labels WHERE id IN (
    SELECT label_id FROM conversation_labels WHERE conversation_id = ?)"""
_NOTES = "SELECT text FROM notes WHERE conversation_id = ? AND removed_at IS NULL"


def facts_of(connection: sqlite3.Connection, conversation_id: int) -> Facts:
    """The facts of one conversation; InputError for one that is not there."""
    found = records(connection, _ROW, (conversation_id,))
    if not found:
        raise InputError(f"There is no conversation with the number {conversation_id}.")
    row, messages = found[0], records(connection, _MESSAGES, (conversation_id,))
    theirs = [one for one in messages if not one["own"] and one["deleted_at"] is None]
    return Facts(
        status=Status(row["status"]),
        kind=row["kind"],
        unread=row["unread"],
        waiting_since=moment_or_none(row["waiting_since"]),
        last_own=bool(row["last_own"]),
        last_at=moment(row["last_at"]),
        first_at=moment(messages[0]["created_at"]),
        assignee=row["assignee"],
        labels=tuple(name for (name,) in connection.execute(_LABELS, (conversation_id,))),
        channel=row["channel"],
        account=(row["ours"], row["our_name"]),
        person=row["person"],
        followers=row["followers"],
        messages=len(messages),
        languages=frozenset(one["language"] for one in theirs if one["addressed"] and one["language"]),
        priority=Priority(row["priority"]),
        muted=bool(row["muted"]),
        spam=bool(row["spam"]),
        outcome=Outcome(row["outcome"]),
        pending=row["pending"],
        failed=row["failed"],
        attachment=any(one["attachments_mark"] for one in theirs),
        link=any("://" in one["text"] for one in theirs),
        poll=any('"poll":' in one["extra"] for one in theirs),
        draft=bool(row["draft"]),
        scheduled=bool(row["scheduled"]),
        said=tuple(_said(one) for one in messages),
        notes=tuple(text for (text,) in connection.execute(_NOTES, (conversation_id,))),
    )


def _said(one: Record) -> Said:
    return Said(text=f"{one['content_warning']} {one['text']}", author=one["author"])
