"""What is told of a canned response where it is offered."""

from __future__ import annotations

from scrm_desktop.domain import placeholders
from scrm_desktop.domain.canned import Canned
from ui.text import one_line


def beginning(canned: Canned) -> str:
    """How it begins, its gaps as they would be asked for."""
    return one_line(placeholders.fill(canned.text, {}, {}), limit=160)


def about(canned: Canned) -> str:
    """Category, language and shortcut."""
    parts = (canned.category, canned.language.upper(), f"/{canned.shortcut}" if canned.shortcut else "")
    return " · ".join(one_line(part, limit=40) for part in parts if part)
