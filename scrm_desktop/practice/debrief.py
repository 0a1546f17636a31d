"""What a round is worth looking back at: computed from its facts, pure."""

from __future__ import annotations

from typing import Any

from scrm_desktop.practice.model import Fact


def debrief(facts: list[Fact], now: float) -> dict[str, Any]:
    """The debrief as JSON."""
    return {"facts": len(facts), "now": now}
