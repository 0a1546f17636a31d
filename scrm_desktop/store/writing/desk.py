"""Labels and drafts, written."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from scrm_desktop.domain.changes import Changes
from scrm_desktop.domain.views import Draft, Label
from scrm_desktop.errors import InputError
from scrm_desktop.store.tables_work import drafts, labels
from scrm_desktop.store.values import clean, micros, to_json
from scrm_desktop.store.writing.accounts import get_account
from scrm_desktop.store.writing.conversations import resolve

COLOURS = ("red", "amber", "green", "violet", "blue", "grey")


def add_label(connection: Connection, name: str, colour: str) -> tuple[Label, Changes]:
    """A new label, or the one that has this name already, whatever its case."""
    name = " ".join(clean(name).split())
    if not name:
        raise InputError("A label needs a name.")
    if colour not in COLOURS:
        raise InputError(f"There is no colour {colour!r} for labels.")
    row = connection.execute(select(labels).where(labels.c.name == name)).one_or_none()
    if row is not None:
        return Label(id=row.id, name=row.name, colour=row.colour), Changes()
    result = connection.execute(insert(labels).values(name=name, colour=colour))
    label_id = int(result.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key
    return Label(id=label_id, name=name, colour=colour), Changes(labels=True)


def save_draft(connection: Connection, draft: Draft, now: int) -> Changes:
    """Keep unsent text; an empty draft is removed."""
    conversation = resolve(connection, draft.conversation_id)
    get_account(connection, draft.account_id)
    if not draft.text.strip() and not draft.media and not draft.content_warning.strip():
        connection.execute(
            delete(drafts).where(
                drafts.c.conversation_id == conversation,
                drafts.c.mode == draft.mode.value,
                drafts.c.account_id == draft.account_id,
            )
        )
        return Changes()
    values = {
        "text": clean(draft.text),
        "content_warning": clean(draft.content_warning),
        "media": clean(to_json(draft.media)),
        "answers": None if draft.answers is None else clean(draft.answers),
        "token": clean(draft.token),
        "saved_at": now if draft.saved_at is None else micros(draft.saved_at),
    }
    statement = upsert(drafts).values(
        conversation_id=conversation, mode=draft.mode.value, account_id=draft.account_id, **values
    )
    connection.execute(
        statement.on_conflict_do_update(index_elements=["conversation_id", "mode", "account_id"], set_=values)
    )
    return Changes()
