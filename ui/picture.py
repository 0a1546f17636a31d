"""Draws the filled window into a file, without a screen: for people who look, and for tests that compare."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PATIENCE = 60.0


async def draw(window: MainWindow, file: Path, *, expect_practice: bool, given_up: Callable[[], bool]) -> int:
    """Wait until the list and a thread are filled (or nothing can come), then draw; the scale is the screen's.

    Returns the exit status: 1 where it was given up, took too long, or the file can't be written.
    """
    end = time.monotonic() + _PATIENCE
    while not _filled(window, expect_practice=expect_practice):
        if given_up() or time.monotonic() > end:
            return 1
        await asyncio.sleep(0.05)
    # What was shown last still has to be laid out, and arrives in several steps at the start of a round.
    await asyncio.sleep(0.8)
    file.parent.mkdir(parents=True, exist_ok=True)
    return 0 if window.grab().save(str(file)) else 1


def _filled(window: MainWindow, *, expect_practice: bool) -> bool:
    if not window.house.ready or not window.model.loaded:
        return False
    if not window.house.accounts and not expect_practice:
        return True
    return window.filled
