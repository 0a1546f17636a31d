"""A blocking call apart from the loop: its result, its end, and a cancellation that is never lost."""

import asyncio
import threading

import pytest

from scrm_desktop.credentials.worker import call_apart


async def test_what_it_returns_and_raises_comes_back():
    assert await call_apart(lambda _: 7, 5) == 7
    with pytest.raises(ZeroDivisionError):
        await call_apart(lambda _: 1 // 0, 5)


async def test_one_that_takes_too_long_is_given_up_and_told():
    told = threading.Event()
    go_on = threading.Event()

    def work(stopped) -> None:
        go_on.wait(5)
        if stopped():
            told.set()

    with pytest.raises(TimeoutError):
        await call_apart(work, 0.05)
    go_on.set()
    assert await asyncio.to_thread(told.wait, 5)


async def test_a_cancellation_that_comes_together_with_the_result_is_kept():
    release = threading.Event()
    task = asyncio.create_task(call_apart(lambda _: release.wait(5), 5))
    await asyncio.sleep(0)
    before = {thread for thread in threading.enumerate() if thread.name == "keyring"}
    release.set()
    for thread in before:
        thread.join(5)  # the loop stands still, so that the result waits in it when the cancellation comes
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
