from random import Random

import pytest

from scrm_desktop.sync.backoff import Backoff


def test_waits_stay_below_a_ceiling_that_doubles_up_to_the_cap():
    backoff = Backoff(Random(1), base=1.0, cap=60.0)
    for ceiling in (1, 2, 4, 8, 16, 32, 60, 60, 60):
        assert 0.0 <= backoff.next() <= ceiling


def test_waits_are_spread_over_the_whole_range():
    waits = []
    for seed in range(400):
        backoff = Backoff(Random(seed), base=1.0, cap=60.0)
        waits.append([backoff.next() for _ in range(6)][-1])
    assert min(waits) < 3 and max(waits) > 29
    assert 13 < sum(waits) / len(waits) < 19


def test_the_floor_is_never_undercut():
    backoff = Backoff(Random(2), base=1.0, cap=120.0, floor=8.0)
    assert min(backoff.next() for _ in range(50)) >= 8.0


@pytest.mark.parametrize(("asked", "least"), [(0.0, 0.0), (-5.0, 0.0), (30.0, 30.0), (10_000_000.0, 3600.0)])
def test_what_the_server_asked_for_is_kept_to_and_capped(asked, least):
    wait = Backoff(Random(3), retry_cap=3600.0).next(retry_after=asked)
    assert least <= wait <= least + 5.0


def test_after_a_success_it_begins_at_the_beginning():
    backoff = Backoff(Random(4))
    for _ in range(10):
        backoff.next()
    backoff.reset()
    assert backoff.tries == 0
    assert backoff.next() <= 1.0


def test_a_thousand_failures_do_not_overflow():
    backoff = Backoff(Random(5), cap=60.0)
    assert all(backoff.next() <= 60.0 for _ in range(2000))
