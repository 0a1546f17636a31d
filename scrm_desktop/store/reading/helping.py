"""What helps to write to somebody: what was sent to them before, and who can be named."""

from __future__ import annotations

import re
import sqlite3

from scrm_desktop.domain.messages import RemoteProfile
from scrm_desktop.store.reading.conversation import resolve
from scrm_desktop.store.reading.rebuild import profiles_by_id

_LOOKED_AT, _MOST = 60, 10
_NAMES = re.compile(r"^(?:@[\w.-]+(?:@[\w.-]+)?[ ,:]*)+")
_SENT = """SELECT m.text FROM messages m WHERE m.own = 1 AND m.deleted_at IS NULL AND m.conversation_id IN (
    SELECT i.conversation_id FROM inbox i JOIN profiles p ON p.id = i.profile_id WHERE p.contact_id = (
        SELECT contact_id FROM profiles WHERE id = (SELECT profile_id FROM inbox WHERE conversation_id = ?)))
    ORDER BY m.created_at DESC LIMIT ?"""
_HERE = """SELECT p.id FROM profiles p WHERE p.id IN (
        SELECT profile_id FROM inbox WHERE conversation_id = ?1
        UNION SELECT profile_id FROM messages WHERE conversation_id = ?1 AND own = 0
        UNION SELECT m.profile_id FROM messages m JOIN context_links l ON l.message_id = m.id
            WHERE l.conversation_id = ?1 AND m.own = 0)
    AND (p.handle LIKE ?2 ESCAPE '!' OR p.display_name LIKE ?2 ESCAPE '!' OR p.display_name LIKE ?3 ESCAPE '!')
    LIMIT 20"""
_KNOWN = """SELECT id FROM profiles WHERE account_id = (SELECT account_id FROM conversations WHERE id = ?1)
    AND (handle LIKE ?2 ESCAPE '!' OR display_name LIKE ?2 ESCAPE '!' OR display_name LIKE ?3 ESCAPE '!')
    ORDER BY followers DESC LIMIT 20"""


def sent_texts(connection: sqlite3.Connection, conversation_id: int) -> tuple[str, ...]:
    """The last texts of ours to the person of a conversation, newest first, each once, without the names in front."""
    rows = connection.execute(_SENT, (resolve(connection, conversation_id), _LOOKED_AT))
    texts = (_NAMES.sub("", row[0]).strip() for row in rows)
    return tuple(dict.fromkeys(text for text in texts if text))[:_MOST]


def people(
    connection: sqlite3.Connection, conversation_id: int, begin: str, only_here: bool
) -> tuple[RemoteProfile, ...]:
    """Whose handle or name begins so: first who takes part in the conversation, then whom the account knows."""
    conversation_id = resolve(connection, conversation_id)
    plain = begin.lstrip("@").replace("!", "!!").replace("%", "!%").replace("_", "!_")
    words = f"{plain}%", f"% {plain}%"
    found = [row[0] for row in connection.execute(_HERE, (conversation_id, *words))]
    if not only_here:
        found += [row[0] for row in connection.execute(_KNOWN, (conversation_id, *words))]
    order = list(dict.fromkeys(found))[:20]
    known = profiles_by_id(connection, order)
    return tuple(known[number] for number in order)
