"""What was just sent can be taken back for a moment, and stops where something came that its writer has not seen."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE outbox ADD COLUMN undo_until INTEGER",
    "ALTER TABLE outbox ADD COLUMN stop_if_news INTEGER NOT NULL DEFAULT 0",
)
