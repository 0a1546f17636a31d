"""Waiting for mail (IDLE): a connection of its own, renewed long before a server or a router would drop it."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncGenerator

from imap_tools import BaseMailBox

from scrm_desktop.channels.email import folders
from scrm_desktop.channels.email.line import Line
from scrm_desktop.domain.events import Page
from scrm_desktop.errors import NoAnswer, Unsupported

PATIENCE = 50.0
"""Seconds after which a sign of life is given: the program waits 90 for one."""
RENEWED = 9 * 60.0
"""The standard wants less than 29 minutes; many routers forget a silent connection after ten."""
_NEWS = re.compile(rb"^\* \d+ (?:EXISTS|EXPUNGE|FETCH|VANISHED)|^\* VANISHED", re.IGNORECASE)


async def pages(line: Line, folder: str, patience: float = PATIENCE) -> AsyncGenerator[Page, None]:
    """A page with ``wake`` whenever something happens in the folder; the line belongs to this alone."""
    try:
        await line.run(_supported)
        while True:
            await line.run(lambda box: _begin(box, folder), again=False)
            yield Page()
            began = time.monotonic()
            while time.monotonic() - began < RENEWED:
                yield Page(wake=await line.run(lambda box: _waited(box, patience, line.host), again=False))
            await line.run(_end, again=False)
    finally:
        await line.close(goodbye=False)


def _supported(box: BaseMailBox) -> None:
    if "IDLE" not in box.client.capabilities:
        raise Unsupported("This server does not say when something arrives.")


def _begin(box: BaseMailBox, folder: str) -> None:
    folders.opened(box, folder)
    box.idle.start()  # type: ignore[no-untyped-call]  # the library does not say


def _end(box: BaseMailBox) -> None:
    box.idle.stop()  # type: ignore[no-untyped-call]  # the library does not say


def _waited(box: BaseMailBox, patience: float, host: str) -> bool:
    """Whether something happened; an answer without words is a connection that ended."""
    began = time.monotonic()
    said = box.idle.poll(patience)
    if not said and time.monotonic() - began < patience / 2:
        raise NoAnswer(host=host)
    return any(_NEWS.match(line) for line in said)
