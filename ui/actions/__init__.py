"""Every action of the window in one table: its words, its keys, its icon, and when it can be used."""

from __future__ import annotations

from ui.actions.spec import Section, Spec, When
from ui.actions.window import EVERY, Actions

__all__ = ["EVERY", "Actions", "Section", "Spec", "When"]
