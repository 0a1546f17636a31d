"""Faults 32 and 33: a thread ten thousand deep, and one with fifty thousand siblings."""

from __future__ import annotations

from pathlib import Path

from scrm_desktop.domain.views import InboxQuery
from support.storage import OneAccount, seen


async def opened(home: OneAccount, expected: int) -> None:
    """The one conversation opens by its newest window, and the window before that is another one."""
    (conversation,) = await home.store.reads.conversation_ids(InboxQuery(), me="Test")
    page = await home.store.reads.thread(conversation, limit=200)
    assert len(page.items) == 200
    assert page.older
    assert not page.newer
    assert page.total >= expected
    before = await home.store.reads.thread(conversation, before=page.items[0].key, limit=200)
    assert len(before.items) == 200
    assert before.items[-1].at <= page.items[0].at
    assert {item.key for item in before.items}.isdisjoint(item.key for item in page.items)
    card = await home.store.reads.contact_card(conversation)
    assert card.messages_in >= 1


async def test_32_a_thread_ten_thousand_deep(tmp_path: Path) -> None:
    async with OneAccount(tmp_path / "profile") as home:
        events = [
            seen(f"m{number}", f"Message {number}", at=number, parent=f"m{number - 1}" if number else None, thread="m0")
            for number in range(10_000)
        ]
        for start in range(0, len(events), 500):
            await home.save(events[start : start + 500])
        await opened(home, 10_000)


async def test_32_ten_thousand_deep_from_the_end(tmp_path: Path) -> None:
    """Children first, each with a key of its own: the parents join them, one after the other."""
    async with OneAccount(tmp_path / "profile") as home:
        events = [
            seen(f"m{number}", f"Message {number}", at=number, parent=f"m{number - 1}" if number else None)
            for number in reversed(range(10_000))
        ]
        for start in range(0, len(events), 500):
            await home.save(events[start : start + 500])
        await opened(home, 10_000)


async def test_33_fifty_thousand_siblings(tmp_path: Path) -> None:
    async with OneAccount(tmp_path / "profile") as home:
        await home.save([seen("root", "Who was there?", at=0)])
        events = [
            seen(f"s{number}", f"I was, {number}", who=f"c{number % 500}", at=number + 1, parent="root", thread="root")
            for number in range(50_000)
        ]
        for start in range(0, len(events), 1000):
            await home.save(events[start : start + 1000])
        await opened(home, 50_001)
