"""What the list shows of pending, snoozed, priority, mute, spam and outcome; its indexes hold no spam."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE inbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE inbox ADD COLUMN snoozed_until INTEGER",
    "ALTER TABLE inbox ADD COLUMN muted INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE inbox ADD COLUMN spam INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE inbox ADD COLUMN outcome TEXT NOT NULL DEFAULT ''",
    "DROP INDEX inbox_newest",
    "DROP INDEX inbox_queue",
    "DROP INDEX inbox_status_newest",
    "DROP INDEX inbox_status_queue",
    "DROP INDEX inbox_account_newest",
    "DROP INDEX inbox_waiting",
    "DROP INDEX inbox_waiting_newest",
    "DROP INDEX inbox_unread",
    "DROP INDEX inbox_assignee",
    "CREATE INDEX inbox_newest ON inbox (last_at, conversation_id, spam) WHERE spam = 0",
    "CREATE INDEX inbox_queue ON inbox (queue, conversation_id, spam) WHERE spam = 0",
    "CREATE INDEX inbox_status_newest ON inbox (status, last_at, conversation_id, spam) WHERE spam = 0",
    "CREATE INDEX inbox_status_queue ON inbox (status, queue, conversation_id, spam) WHERE spam = 0",
    "CREATE INDEX inbox_account_newest ON inbox (account_id, last_at, conversation_id, spam) WHERE spam = 0",
    "CREATE INDEX inbox_waiting ON inbox (waiting_since, conversation_id, spam)"
    " WHERE spam = 0 AND waiting_since IS NOT NULL",
    "CREATE INDEX inbox_waiting_newest ON inbox (last_at, conversation_id, waiting_since, spam)"
    " WHERE spam = 0 AND waiting_since IS NOT NULL",
    "CREATE INDEX inbox_unread ON inbox (last_at, conversation_id, unread, spam) WHERE spam = 0 AND unread > 0",
    "CREATE INDEX inbox_assignee ON inbox (assignee, last_at, conversation_id, spam)"
    " WHERE spam = 0 AND assignee IS NOT NULL",
    "CREATE INDEX inbox_spam ON inbox (last_at, conversation_id, spam) WHERE spam = 1",
)
