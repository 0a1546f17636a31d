import asyncio
import threading

import pytest

from scrm_desktop.errors import BugError, ProfileInUse
from scrm_desktop.sync.engine import EngineThread


class Fake:
    def __init__(self, fails: Exception | None = None) -> None:
        self.fails = fails
        self.life: list[str] = []

    async def start(self) -> None:
        self.life.append(threading.current_thread().name)
        if self.fails:
            raise self.fails

    async def close(self) -> None:
        self.life.append("closed")

    async def add(self, one: int, two: int) -> int:
        await asyncio.sleep(0)
        return one + two


def engine_of(fake: Fake) -> EngineThread[Fake]:
    async def make() -> Fake:
        return fake

    return EngineThread(make)


def test_it_runs_the_service_in_a_thread_of_its_own_and_answers():
    fake = Fake()
    engine = engine_of(fake)
    service = engine.start()
    assert service is fake
    assert engine.call(service.add(1, 2)).result(5) == 3
    engine.stop()
    assert fake.life == ["engine", "closed"]
    assert "engine" not in {thread.name for thread in threading.enumerate()}


def test_what_goes_wrong_at_the_start_is_raised_to_who_starts():
    fake = Fake(ProfileInUse())
    engine = engine_of(fake)
    with pytest.raises(ProfileInUse):
        engine.start()
    assert fake.life == ["engine", "closed"]
    engine.stop()


def test_what_goes_wrong_in_making_it_is_raised_too():
    async def make() -> Fake:
        raise ProfileInUse

    engine = EngineThread(make)
    with pytest.raises(ProfileInUse):
        engine.start()


def test_stopping_twice_is_harmless_and_afterwards_nothing_can_be_asked():
    engine = engine_of(fake := Fake())
    engine.start()
    engine.stop()
    engine.stop()
    with pytest.raises(BugError):
        engine.call(fake.add(1, 2))
    with pytest.raises(BugError):
        engine.start()


def test_an_error_of_a_call_reaches_the_caller():
    async def fail() -> None:
        raise ProfileInUse

    engine = engine_of(Fake())
    engine.start()
    with pytest.raises(ProfileInUse):
        engine.call(fail()).result(5)
    engine.stop()
