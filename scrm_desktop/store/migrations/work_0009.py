"""A reply can be scheduled: when it shall leave, kept also once it has left or waits for its writer."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE outbox ADD COLUMN scheduled_at INTEGER",
    """CREATE INDEX outbox_scheduled ON outbox (conversation_id)
        WHERE scheduled_at IS NOT NULL AND state NOT IN ('sent', 'cancelled')""",
)
