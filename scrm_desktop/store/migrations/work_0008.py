"""What a channel keeps for an account that nobody need hide: chosen folders, the addresses of feeds."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ("ALTER TABLE accounts ADD COLUMN options TEXT NOT NULL DEFAULT '[]'",)
