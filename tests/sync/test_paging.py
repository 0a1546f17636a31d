import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scrm_desktop.domain.events import MessageGone, Page, Span, together
from scrm_desktop.errors import BadAnswer, Offline, StoreError
from scrm_desktop.sync.paging import AT_ONCE, CursorGuard, InOrder


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


START = datetime(2026, 5, 5, tzinfo=UTC)


def page(number: int, *, older: bool = False, covered: bool = True) -> Page:
    """A page of a list, which covers the hour of its number."""
    start = START + timedelta(hours=-number if older else number)
    span = Span(start=start, end=start + timedelta(hours=1)) if covered else None
    return Page(events=(MessageGone(remote_id=str(number)),), cursor=str(number), more=True, covered=span)


def name(page: Page) -> str:
    return "+".join(event.remote_id for event in page.events if isinstance(event, MessageGone))


class Shelf:
    """Stores pages when it is told to."""

    def __init__(self, *, may: bool = True, error: Exception | None = None):
        self.told: list[str] = []
        self.pages: list[Page] = []
        self.error = error
        self.may = asyncio.Event()
        if may:
            self.may.set()

    async def save(self, page: Page) -> None:
        self.told.append(f"begin {name(page)}")
        await self.may.wait()
        if self.error is not None:
            raise self.error
        self.pages.append(page)
        self.told.append(f"end {name(page)}")


async def test_a_page_is_stored_while_the_next_is_read_and_never_before_the_one_before_it():
    shelf = Shelf(may=False)
    async with InOrder(shelf.save) as stored:
        await stored.put(page(1))
        while not shelf.told:
            await asyncio.sleep(0)
        await stored.put(page(2))
        await stored.put(page(3))
        assert shelf.told == ["begin 1"]
        shelf.may.set()
    assert shelf.told == ["begin 1", "end 1", "begin 2+3", "end 2+3"]


async def test_pages_that_come_quickly_are_stored_together_with_the_cursor_of_the_last():
    shelf = Shelf()
    async with InOrder(shelf.save) as stored:
        for number in range(20):
            await stored.put(page(number))
    assert "+".join(name(one) for one in shelf.pages) == "+".join(map(str, range(20)))
    assert [int(one.cursor or "") for one in shelf.pages] == [int(name(one).split("+")[-1]) for one in shelf.pages]
    assert max(len(one.events) for one in shelf.pages) == AT_ONCE
    assert [one.covered for one in together(shelf.pages)] == [Span(start=START, end=START + timedelta(hours=20))]


async def test_a_page_does_not_wait_for_one_that_does_not_come():
    shelf = Shelf()
    async with InOrder(shelf.save) as stored:
        for number in range(3):
            await stored.put(page(number))
            while len(shelf.pages) <= number:
                await asyncio.sleep(0.001)
    assert [name(one) for one in shelf.pages] == ["0", "1", "2"]


def test_older_pages_stand_before_those_that_were_read_first():
    (one,) = together([page(1, older=True), page(2, older=True), page(3, older=True)], older=True)
    assert name(one) == "3+2+1"
    assert one.cursor == "3"
    assert one.covered == Span(start=START - timedelta(hours=3), end=START)


def test_a_hole_between_two_pages_is_not_papered_over():
    pages = [page(1), page(3)]
    assert together(pages) == pages


def test_a_page_that_proves_nothing_takes_nothing_from_the_others():
    silent = replace(page(2, covered=False), cursor=None)
    for pages in ([page(1), silent], [silent, page(1)]):
        (one,) = together(pages)
        assert (one.covered, one.cursor) == (page(1).covered, "1")


async def test_a_page_that_was_read_ahead_is_dropped_when_the_one_before_it_is_not_stored():
    shelf = Shelf(error=StoreError("full"))
    with pytest.raises(StoreError):
        async with InOrder(shelf.save) as stored:
            await stored.put(page(1))
            while not shelf.told:
                await asyncio.sleep(0)
            await stored.put(page(2))
    assert shelf.told == ["begin 1"]


async def test_the_last_page_is_stored_before_the_end_and_its_failure_is_told():
    shelf = Shelf(error=StoreError("full"))
    with pytest.raises(StoreError):
        async with InOrder(shelf.save) as stored:
            await stored.put(page(1))


async def test_what_was_read_is_stored_when_the_next_page_can_not_be_read():
    shelf = Shelf()
    with pytest.raises(Offline):
        async with InOrder(shelf.save) as stored:
            await stored.put(page(1))
            raise Offline(host="example.org")
    assert shelf.told == ["begin 1", "end 1"]


async def test_stopping_does_not_wait_for_a_page_that_is_being_stored():
    shelf = Shelf(may=False)

    async def walk():
        async with InOrder(shelf.save) as stored:
            await stored.put(page(1))
            await asyncio.Event().wait()

    walking = asyncio.ensure_future(walk())
    while not shelf.told:
        await asyncio.sleep(0)
    walking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await walking
    assert shelf.told == ["begin 1"]
