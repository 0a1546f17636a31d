"""The border between the threads."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread

from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import InputError, KnownError
from support.fake_desk import FakeDesk
from ui.bridge import Bridge


@pytest.fixture
def engine() -> Iterator[asyncio.AbstractEventLoop]:
    """A real engine's loop in a real thread."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield loop
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def across(loop, engine, desk: FakeDesk) -> Iterator[Bridge]:
    made = Bridge(desk, lambda coro: asyncio.run_coroutine_threadsafe(coro, engine))
    yield made
    loop.run_until_complete(made.close())


def test_changes_arrive_in_the_windows_thread(across: Bridge, engine, desk: FakeDesk, run, until) -> None:
    seen: list[tuple[Changes, bool]] = []
    mine = QThread.currentThread()
    across.changed.connect(lambda changes: seen.append((changes, QThread.currentThread() is mine)))
    told = Changes(labels=True)

    async def story() -> None:
        engine.call_soon_threadsafe(desk.emit, told)
        await until(lambda: seen)
        assert seen == [(told, True)]

    run(story())


def test_answers_come_across(across: Bridge, desk: FakeDesk, run) -> None:
    async def story() -> None:
        assert len(await across.ask(desk.labels())) == 5
        desk.fail_next = InputError("no")
        with pytest.raises(InputError):
            await across.ask(desk.labels())

    run(story())


def test_errors_of_tasks_are_told(across: Bridge, run, until, caplog: pytest.LogCaptureFixture) -> None:
    failed: list[KnownError] = []
    bugs: list[str] = []
    across.failed.connect(failed.append)
    across.bug.connect(bugs.append)

    async def wrong() -> None:
        raise InputError("no")

    async def bug() -> None:
        raise ZeroDivisionError

    async def story() -> None:
        across.spawn(wrong())
        across.spawn(bug())
        await until(lambda: failed and bugs)

    run(story())
    assert [error.detail for error in failed] == ["no"]
    assert bugs == ["ZeroDivisionError"]
    assert "a task of the window failed" in caplog.text


def test_closing_leaves_nothing_behind(loop, desk: FakeDesk, run) -> None:
    bridge = Bridge(desk, lambda coro: asyncio.run_coroutine_threadsafe(coro, loop))
    seen: list[object] = []
    bridge.changed.connect(seen.append)

    async def story() -> None:
        task = bridge.spawn(asyncio.sleep(3600))
        await asyncio.sleep(0)
        desk.emit(Changes(labels=True))
        await bridge.close()
        assert task.cancelled()
        desk.emit(Changes(labels=True))
        await asyncio.sleep(0.01)

    run(story())
    assert seen == []
