"""Run as a program of its own, to be killed: stores pages and queues answers, and says aloud what was acknowledged."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.store import Store
from support.factories import CONNECTED, Clock, make_login, make_page, mention, own


async def main(profile: Path) -> None:
    store = Store.open(profile, clock=Clock())
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    start = int(await store.pages.cursor(account.id, "s", "newer") or 0)
    print("ready", flush=True)
    for number in range(start + 1, start + 100_000):
        events = [mention(f"{number}.{part}", f"text {number}", minutes=number / 100) for part in range(3)]
        page = make_page(*events, own(f"{number}.o", parent=f"{number}.0", minutes=number / 100), cursor=str(number))
        changes = await store.pages.save(account, page, stream="s", way="newer")
        print("page", number, flush=True)
        command = SendMessage(text=f"answer {number}", visibility=Visibility.PUBLIC)
        await store.outbox.add(account.id, min(changes.conversations), command, key=f"{profile} {number}", actor="me")
        print("queued", number, flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
