"""When a person last said that a command shall leave: its age counts from then."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ("ALTER TABLE outbox ADD COLUMN wanted_at INTEGER",)
