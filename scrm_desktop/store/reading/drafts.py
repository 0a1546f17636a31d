"""Drafts, read."""

from __future__ import annotations

import json
import sqlite3

from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.store.reading.conversation import resolve
from scrm_desktop.store.values import moment

_DRAFT = """SELECT text, content_warning, media, answers, saved_at, token FROM drafts
    WHERE conversation_id = ? AND mode = ? AND account_id = ?"""


def read_draft(connection: sqlite3.Connection, conversation_id: int, mode: Mode, account_id: int) -> Draft | None:
    """The draft kept for this conversation, mode and account."""
    conversation_id = resolve(connection, conversation_id)
    row = connection.execute(_DRAFT, (conversation_id, mode.value, account_id)).fetchone()
    if row is None:
        return None
    return Draft(
        conversation_id=conversation_id,
        mode=mode,
        account_id=account_id,
        text=row[0],
        content_warning=row[1],
        media=tuple((path, description) for path, description in json.loads(row[2])),
        answers=row[3],
        saved_at=moment(row[4]),
        token=row[5],
    )


def draft_files(connection: sqlite3.Connection) -> frozenset[str]:
    """The paths of all files in drafts."""
    found = connection.execute("SELECT media FROM drafts WHERE media <> '[]'")
    return frozenset(path for (media,) in found for path, _ in json.loads(media))
