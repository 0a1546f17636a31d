"""The list in the order of priority, for each of the lists that are asked for most: no sorting of a million rows."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX inbox_priority ON inbox (priority DESC, queue, conversation_id, spam) WHERE spam = 0",
    "CREATE INDEX inbox_status_priority ON inbox (status, priority DESC, queue, conversation_id, spam) WHERE spam = 0",
    "CREATE INDEX inbox_waiting_priority ON inbox (priority DESC, queue, conversation_id, waiting_since, spam)"
    " WHERE spam = 0 AND waiting_since IS NOT NULL",
)
