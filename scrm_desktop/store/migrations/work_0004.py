"""The conversations of an entry of the log that tells of many at once.

Each has what stood before, and the detail of its sentence where it has one of its own.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
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
