"""The engine as a program of its own, for tests that kill it: ``python -m support.desk_driver PROFILE URL DOING ...``.

    watch               run until killed; prints ``outbox ID STATE`` whenever a row changes
    reply TEXT ANSWER   answer the conversation whose last text holds TEXT, print ``queued ID``, then as ``watch``
    sync                read everything once, print ``synced``, end
    flush               wait until nothing is left in the outbox, end

The token comes in the environment variable DRIVER_TOKEN. It prints ``ready`` when the account is connected.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from support.running import Running, running


def say(*words: object) -> None:
    """A line that is out before anything else happens."""
    print(*words, flush=True)


async def report(desk: Running) -> None:
    """Tell every change of the outbox, for ever."""
    told: dict[int, str] = {}
    while True:
        for row in await desk.outbox():
            if told.get(row.id) != row.state.value:
                told[row.id] = row.state.value
                say("outbox", row.id, row.state.value)
        await asyncio.sleep(0.05)


async def is_empty(desk: Running) -> bool:
    """Whether everything has left."""
    return not await desk.service.outbox()


async def main(profile: str, url: str, doing: str, *words: str) -> None:
    """Do it."""
    async with running(Path(profile), url, os.environ["DRIVER_TOKEN"]) as desk:
        say("ready")
        if doing == "sync":
            await desk.service.sync_once()
            say("synced", len(await desk.rows()))
            return
        if doing == "flush":
            await desk.until(lambda: is_empty(desk), 60, "the outbox is empty")
            return
        if doing == "reply":
            text, answer = words
            row = await desk.say(await desk.conversation(text), answer)
            say("queued", row.id)
        await report(desk)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
