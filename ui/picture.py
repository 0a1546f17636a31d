"""Draws the filled window into a file, without a screen: for people who look, and for tests that compare."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PATIENCE = 90.0
_NEWS = 2


async def draw(
    window: MainWindow, file: Path, *, expect_practice: bool, person: str = "", given_up: Callable[[], bool]
) -> int:
    """Wait until the list and a thread are filled (or nothing can come), then draw; the scale is the screen's.

    With a ``person`` also until news has come by itself and that customer's conversation is shown.
    Returns the exit status: 1 where it was given up, took too long, or the file can't be written.
    """
    end = time.monotonic() + _PATIENCE
    while not (_filled(window, expect_practice=expect_practice) and _showing(window, person)):
        if given_up() or time.monotonic() > end:
            return 1
        await asyncio.sleep(0.05)
    # What was shown last still has to be laid out, and arrives in several steps at the start of a round.
    await asyncio.sleep(0.8)
    file.parent.mkdir(parents=True, exist_ok=True)
    return 0 if window.grab().save(str(file)) else 1


def _showing(window: MainWindow, person: str) -> bool:
    """Whether that customer's conversation is shown and live messages stand around it; chooses it if need be."""
    if not person:
        return True
    one = window.list.table.current_id
    row = window.model.known(one) if one is not None else None
    if row is not None and row.person == person:
        return window.house.counts.unread >= _NEWS
    for number in range(min(window.model.rowCount(), 50)):
        row = window.model.row(number)
        if row is not None and row.person == person:
            window.list.table.go_to_row(number)
    return False


def _filled(window: MainWindow, *, expect_practice: bool) -> bool:
    if not window.house.ready or not window.model.loaded:
        return False
    if not window.house.accounts and not expect_practice:
        return True
    return window.filled
