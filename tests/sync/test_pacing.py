import asyncio
from datetime import timedelta
from random import Random

from scrm_desktop.sync.pacing import SteadyClock, WakeWatch, jittered
from support.virtual_time import Wall, run


def test_jitter_moves_a_wait_by_at_most_its_share():
    moved = [jittered(100.0, 0.1, Random(seed)) for seed in range(200)]
    assert 90.0 <= min(moved) < 93.0
    assert 107.0 < max(moved) <= 110.0


async def _clock() -> tuple[SteadyClock, Wall]:
    wall = Wall()
    return SteadyClock(wall, asyncio.get_running_loop().time), wall


def test_a_clock_set_back_changes_nothing():
    async def main():
        clock, wall = await _clock()
        before = clock.now()
        wall.jump = -timedelta(hours=1)
        assert clock.slept() == 0.0
        await asyncio.sleep(60)
        assert clock.now() == before + timedelta(seconds=60)

    run(main)


def test_after_a_sleep_the_clock_follows_the_wall():
    async def main():
        clock, wall = await _clock()
        wall.jump = timedelta(hours=8)
        assert clock.slept() == 8 * 3600
        assert clock.now() == wall()
        assert clock.slept() == 0.0

    run(main)


def test_a_sleep_is_noticed_also_after_the_clock_was_set_back():
    async def main():
        clock, wall = await _clock()
        wall.jump = -timedelta(hours=1)
        assert clock.slept() == 0.0
        wall.jump += timedelta(minutes=30)
        assert clock.slept() == 1800

    run(main)


def test_eight_hours_of_sleep_are_one_waking():
    async def main():
        clock, wall = await _clock()
        woke = []
        watch = asyncio.create_task(WakeWatch(clock, lambda: woke.append(1), tick=5.0, jump=30.0).run())
        await asyncio.sleep(60)
        assert woke == []
        wall.jump = timedelta(hours=8)
        await asyncio.sleep(600)
        watch.cancel()
        assert woke == [1]

    run(main)
