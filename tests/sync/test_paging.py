import asyncio

import pytest

from scrm_desktop.errors import BadAnswer, Offline, StoreError
from scrm_desktop.sync.paging import CursorGuard, InOrder


def test_a_list_that_moves_on_is_followed():
    guard = CursorGuard("host", 3, "0")
    for cursor in range(1, 5000):
        guard.step(str(cursor))


@pytest.mark.parametrize("cursors", [["0", "0", "0"], [None, None, None], ["1", "0", "1", "0"], ["1", "1", "1", "1"]])
def test_a_list_that_leads_back_to_itself_is_cut(cursors):
    guard = CursorGuard("host", 3, "0")
    with pytest.raises(BadAnswer, match="leads back to itself"):
        for cursor in cursors:
            guard.step(cursor)


class Shelf:
    """Stores pages when it is told to."""

    def __init__(self):
        self.told: list[str] = []
        self.may = asyncio.Event()

    async def save(self, page, error=None):
        self.told.append(f"begin {page}")
        await self.may.wait()
        if error is not None:
            raise error
        self.told.append(f"end {page}")


async def test_a_page_is_stored_while_the_next_is_read_and_never_before_the_one_before_it():
    shelf = Shelf()
    async with InOrder() as stored:
        await stored.put(shelf.save(1))
        second = asyncio.ensure_future(stored.put(shelf.save(2)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert shelf.told == ["begin 1"]
        shelf.may.set()
        await second
    assert shelf.told == ["begin 1", "end 1", "begin 2", "end 2"]


async def test_a_page_that_was_read_ahead_is_dropped_when_the_one_before_it_is_not_stored():
    shelf = Shelf()
    shelf.may.set()
    with pytest.raises(StoreError):
        async with InOrder() as stored:
            await stored.put(shelf.save(1, StoreError("full")))
            await stored.put(shelf.save(2))
    assert shelf.told == ["begin 1"]


async def test_the_last_page_is_stored_before_the_end_and_its_failure_is_told():
    shelf = Shelf()
    shelf.may.set()
    with pytest.raises(StoreError):
        async with InOrder() as stored:
            await stored.put(shelf.save(1, StoreError("full")))


async def test_what_was_read_is_stored_when_the_next_page_can_not_be_read():
    shelf = Shelf()
    shelf.may.set()
    with pytest.raises(Offline):
        async with InOrder() as stored:
            await stored.put(shelf.save(1))
            raise Offline(host="example.org")
    assert shelf.told == ["begin 1", "end 1"]


async def test_stopping_does_not_wait_for_a_page_that_is_being_stored():
    shelf = Shelf()

    async def walk():
        async with InOrder() as stored:
            await stored.put(shelf.save(1))
            await asyncio.Event().wait()

    walking = asyncio.ensure_future(walk())
    while not shelf.told:
        await asyncio.sleep(0)
    walking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await walking
    assert shelf.told == ["begin 1"]
