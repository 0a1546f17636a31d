"""Random lives of a whole engine; ``SCRM_SEEDS=100:1100`` runs others than the usual thirty."""

import logging
import os
from pathlib import Path

import pytest

from support.simulation import Simulation
from support.virtual_time import run

FIRST, _, LAST = os.environ.get("SCRM_SEEDS", "0:30").partition(":")


@pytest.mark.parametrize("seed", range(int(FIRST), int(LAST or int(FIRST) + 1)))
def test_nothing_is_lost_and_nothing_is_there_twice(seed: int, tmp_path: Path, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.CRITICAL)
    run(lambda: Simulation(seed, tmp_path).run())
