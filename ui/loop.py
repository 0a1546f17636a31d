"""The loop on which the window's coroutines run: Qt's own, as asyncio sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, cast

import qasync
from PySide6.QtWidgets import QApplication

from scrm_desktop.log import catch_in


def run_on(app: QApplication, running: Coroutine[Any, Any, int]) -> int:
    """Run a coroutine to its end; what it returns."""
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    catch_in(loop)
    with loop:
        return int(cast("asyncio.AbstractEventLoop", loop).run_until_complete(running))
