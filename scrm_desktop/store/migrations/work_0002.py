"""Pending, snoozed, priority, mute, spam and how a conversation ended.

``run_from`` is how far the last decision reached before the customer opened the conversation again: what of ours is
newer belongs to the present run. ``event_members`` are the conversations of an entry of the log that tells of many at
once, each with what stood before, and the detail of its sentence where it has one of its own.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE conversations ADD COLUMN priority INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN snoozed_until INTEGER",
    "ALTER TABLE conversations ADD COLUMN muted INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN spam INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN outcome TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE conversations ADD COLUMN run_from INTEGER",
    "CREATE INDEX conversations_due ON conversations (snoozed_until) WHERE snoozed_until IS NOT NULL",
    """CREATE TABLE event_members (
        conversation_id INTEGER NOT NULL,
        event_id INTEGER NOT NULL,
        before TEXT NOT NULL,
        what TEXT NOT NULL,
        PRIMARY KEY (conversation_id, event_id)
    ) WITHOUT ROWID""",
    """CREATE TRIGGER event_members_never_change BEFORE UPDATE ON event_members
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END""",
    """CREATE TRIGGER event_members_never_go BEFORE DELETE ON event_members
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END""",
)
