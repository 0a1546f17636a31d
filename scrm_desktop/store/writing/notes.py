"""Internal notes: written, taken away, put back; nothing of them is ever lost from the log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.triage import AddNote, RemoveNote, TriageAction
from scrm_desktop.errors import InputError
from scrm_desktop.store.journal import write_entry
from scrm_desktop.store.tables_work import notes
from scrm_desktop.store.values import clean


def add_note(connection: Connection, action: AddNote, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """A new note, or one that was taken away put back as it was."""
    if action.note_id is None:
        if not action.text.strip():
            raise InputError("The note is empty.")
        result = connection.execute(
            insert(notes).values(
                conversation_id=action.conversation, text=clean(action.text), actor=clean(actor), at=now
            )
        )
        note_id = int(result.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key
    else:
        note_id = _get(connection, action.conversation, action.note_id).id
        connection.execute(update(notes).where(notes.c.id == note_id).values(removed_at=None))
    _log(connection, "noted", action.conversation, note_id, action.text, actor, now)
    return _changes(action.conversation), RemoveNote(conversation=action.conversation, note_id=note_id)


def remove_note(connection: Connection, action: RemoveNote, actor: str, now: int) -> tuple[Changes, TriageAction]:
    """Take a note away."""
    row = _get(connection, action.conversation, action.note_id)
    connection.execute(update(notes).where(notes.c.id == row.id).values(removed_at=now))
    _log(connection, "note_removed", action.conversation, row.id, row.text, actor, now)
    return _changes(action.conversation), AddNote(
        conversation=action.conversation, text=row.text, note_id=action.note_id
    )


def _get(connection: Connection, conversation: int, note_id: int) -> Row[Any, Any]:
    statement = select(notes).where(notes.c.id == note_id, notes.c.conversation_id == conversation)
    row = connection.execute(statement).one_or_none()
    if row is None:
        raise InputError(f"There is no note with the number {note_id} in this conversation.")
    return row


def _log(connection: Connection, kind: str, conversation: int, note_id: int, text: str, actor: str, now: int) -> None:
    detail = {"note_id": note_id, "text": text}
    write_entry(connection, now, kind, actor=actor, conversation_id=conversation, detail=detail)


def _changes(conversation: int) -> Changes:
    return Changes(conversations=frozenset({conversation}))
