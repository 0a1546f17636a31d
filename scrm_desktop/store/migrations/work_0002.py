"""Pending, snoozed, priority, mute, spam and how a conversation ended.

``run_from`` is how far the last decision reached before the customer opened the conversation again: what of ours is
newer belongs to the present run.
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
)
