"""Ways into the messages for the query language: by language, and to the few with a file, a link or a poll."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX messages_language ON messages (language, conversation_id)"
    " WHERE addressed = 1 AND deleted_at IS NULL AND language <> ''",
    "CREATE INDEX messages_attachment ON messages (conversation_id)"
    " WHERE attachments_mark <> 0 AND own = 0 AND deleted_at IS NULL",
    "CREATE INDEX messages_link ON messages (conversation_id)"
    " WHERE instr(text, '://') > 0 AND own = 0 AND deleted_at IS NULL",
    "CREATE INDEX messages_poll ON messages (conversation_id)"
    " WHERE instr(extra, '\"poll\":') > 0 AND own = 0 AND deleted_at IS NULL",
)
