"""What a conversation shows above its messages though it belongs to none: worked out anew from what they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrm_desktop.domain.threads import CLIMB_LIMIT
from scrm_desktop.store.sql import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ABOVE = f"""WITH RECURSIVE up (id, account_id, parent) AS (
        SELECT p.id, p.account_id, p.in_reply_to FROM messages m
        JOIN messages p ON p.account_id = m.account_id AND p.remote_id = m.in_reply_to
        WHERE m.conversation_id = :at AND p.conversation_id IS NULL
        UNION
        SELECT p.id, p.account_id, p.in_reply_to FROM up
        JOIN messages p ON p.account_id = up.account_id AND p.remote_id = up.parent WHERE p.conversation_id IS NULL
        LIMIT {CLIMB_LIMIT}
    ) """
_LINKS = (
    f"{_ABOVE} INSERT OR IGNORE INTO context_links SELECT :at, id FROM up",
    f"{_ABOVE} DELETE FROM context_links WHERE conversation_id = :at AND message_id NOT IN (SELECT id FROM up)",
)


def relink(connection: Connection, conversation: int) -> None:
    """After messages moved from one conversation to another by hand."""
    for statement in _LINKS:
        driver(connection).execute(statement, {"at": conversation})
