"""The real program on a profile, with the moment at which list and thread were filled and painted; then it ends.

It starts exactly as ``python -m ui.app`` does; only a watcher is added once everything has been imported.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from pathlib import Path
from typing import Any

import ui.app


def watched(folder: Path, options: argparse.Namespace) -> int:
    """``ui.app._run`` with a watcher beside it."""
    from ui.engine import Engine
    from ui.preferences import Preferences

    preferences = Preferences(folder)
    engine = Engine(folder, preferences.settings.actor)
    engine.start()
    from ui.program import Program
    from ui.start import run

    original = Program.run

    async def run_and_watch(self: Any, **how: Any) -> int:
        watcher = asyncio.ensure_future(watch(self))
        try:
            return await original(self, **how)
        finally:
            await watcher

    Program.run = run_and_watch
    return run(folder, options, engine, preferences)


async def watch(program: Any) -> None:
    """Wait until the window is filled, let it paint, tell the time, close."""
    while not (hasattr(program, "window") and filled(program.window)):
        await asyncio.sleep(0.002)
    program.window.list.table.viewport().repaint()
    program.window.conversation.repaint()
    print(f"filled={time.monotonic()}", flush=True)
    program.window.close()


def filled(window: Any) -> bool:
    """The list is loaded, its first row known, and the chosen conversation shown."""
    if not window.house.ready or not window.model.loaded:
        return False
    one = window.list.table.current_id
    return one is not None and window.model.known(one) is not None and window.conversation.currentIndex() == 1


if __name__ == "__main__":
    ui.app._run = watched
    ui.app.main(sys.argv[1:])
