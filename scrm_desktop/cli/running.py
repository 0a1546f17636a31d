"""``sync`` (once) and ``watch`` (until it is told to end)."""

from __future__ import annotations

import asyncio
import signal
from argparse import Namespace
from collections.abc import Callable
from typing import cast

from scrm_desktop import log
from scrm_desktop.cli import shapes
from scrm_desktop.cli.output import complain, say, say_json
from scrm_desktop.cli.profile import holding, write
from scrm_desktop.cli.result import DONE, FAILED, Result, as_object
from scrm_desktop.service import Service


async def sync(options: Namespace) -> Result:
    """Read everything new and send what waits; 1 where an account could not be read."""
    done = await write(options, "sync", {"days": options.since})
    accounts = cast("list[dict[str, object]]", done["accounts"])
    complaints: list[str] = []
    for one in accounts:
        error = as_object(one["error"])
        if error is not None:
            complaints.append(f"@{one['handle']}: {error['title']}: {error['message']}")
    lines = [f"@{one['handle']}: {one['new']} new" for one in accounts] or ["No account is connected yet."]
    return Result(done, tuple(lines), FAILED if complaints else DONE, tuple(complaints))


async def watch(options: Namespace) -> Result | None:
    """Read and send in the background, and print a line for each conversation in which something arrives."""
    end = asyncio.Event()
    async with holding(options, grace=5.0) as service:
        _on_signals(asyncio.get_running_loop(), end.set)
        arrived: asyncio.Queue[int] = asyncio.Queue()
        stop = service.subscribe(lambda changes: _queue(changes.arrived, arrived))
        await service.start()
        accounts = await service.accounts()
        complain([f"Watching {len(accounts)} account(s). Ctrl+C ends it."])
        printing = asyncio.create_task(_print_each(service, arrived, as_json=options.json))
        ending = asyncio.create_task(end.wait())
        try:
            done, _ = await asyncio.wait({printing, ending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop()
            ending.cancel()
            printing.cancel()
        if printing in done:
            # It never ends by itself: this raises what ended it (a closed pipe, a damaged database).
            await printing
    return None


def _queue(conversations: frozenset[int], arrived: asyncio.Queue[int]) -> None:
    for conversation_id in sorted(conversations):
        arrived.put_nowait(conversation_id)


async def _print_each(service: Service, arrived: asyncio.Queue[int], *, as_json: bool) -> None:
    while True:
        conversation_id = await arrived.get()
        row = (await service.conversation_rows((conversation_id,))).get(conversation_id)
        if row is None:
            continue
        one = shapes.conversation(row)
        if as_json:
            say_json(one, indent=None)
        else:
            say([f"{one['at']}  {one['id']}  @{one['handle']}  {one['text']}"])


def _on_signals(loop: asyncio.AbstractEventLoop, act: Callable[[], None]) -> None:
    log.catch_in(loop)
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, act)
        except NotImplementedError:
            # Windows: Ctrl+C arrives as KeyboardInterrupt.
            return
