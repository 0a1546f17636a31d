import asyncio
import logging

from scrm_desktop.domain.changes import Changes
from scrm_desktop.sync.bus import Bus
from support.virtual_time import run


def ids(*numbers):
    return Changes(conversations=frozenset(numbers))


def test_what_comes_within_the_window_is_told_once():
    async def main():
        bus, told = Bus(window=0.05), []
        bus.subscribe(told.append)
        bus.publish(ids(1))
        await asyncio.sleep(0.03)
        bus.publish(ids(2))
        assert told == []
        await asyncio.sleep(0.03)
        assert told == [ids(1, 2)]
        bus.publish(ids(3))
        await asyncio.sleep(0.06)
        assert told == [ids(1, 2), ids(3)]

    run(main)


def test_nothing_touched_is_nothing_told():
    async def main():
        bus, told = Bus(), []
        bus.subscribe(told.append)
        bus.publish(Changes())
        bus.flush()
        await asyncio.sleep(1)
        assert told == []

    run(main)


def test_who_has_left_hears_nothing():
    async def main():
        bus, told = Bus(), []
        stop = bus.subscribe(told.append)
        bus.publish(ids(1))
        stop()
        bus.flush()
        assert told == []

    run(main)


def test_a_listener_that_fails_is_logged_and_the_others_hear(caplog):
    def bad(_: Changes) -> None:
        raise ValueError("broken screen")

    async def main():
        bus, told = Bus(), []
        bus.subscribe(bad)
        bus.subscribe(told.append)
        bus.publish(ids(1))
        bus.flush()
        assert told == [ids(1)]

    with caplog.at_level(logging.ERROR):
        run(main)
    assert "broken screen" in caplog.text
