"""Run as a program of its own, to be killed: schedules answers and takes them back, and says what was acknowledged."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from scrm_desktop.domain.commands import SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.domain.views import Draft, Mode
from scrm_desktop.store import Store
from support.factories import CONNECTED, NOW, Clock, make_login, make_page, mention


async def main(profile: Path) -> None:
    store = Store.open(profile, clock=Clock())
    account, _ = await store.accounts.add("mastodon", make_login(), connected_at=CONNECTED)
    print("ready", flush=True)
    for number in range(1, 100_000):
        changes = await store.pages.save(account, make_page(mention(f"{number}", minutes=number / 100)))
        (conversation,) = changes.conversations
        text, later = f"answer {number}", NOW + timedelta(hours=9)
        command = SendMessage(text=text, visibility=Visibility.PUBLIC, in_reply_to=f"{number}")
        row, _ = await store.outbox.add(
            account.id, conversation, command, key=text, actor="me", consume=Mode.PUBLIC, scheduled_at=later
        )
        print("planned", number, flush=True)
        draft = Draft(conversation_id=conversation, mode=Mode.PUBLIC, account_id=account.id, text=text)
        await store.outbox.take_back(row.id, draft)
        print("back", number, flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
