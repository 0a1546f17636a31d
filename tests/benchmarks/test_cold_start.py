"""Cold start to the filled window with 100,000 messages stored, against a bare PySide6 window with one list.

Each is a fresh process, in turns; the time runs from the start of the process to the first painted content.
CPU is of the whole process: ours goes on to load its engine behind the painted window, and to close it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import time
from pathlib import Path

import pytest

from support.processes import ROOT, clean_environment, python
from support.ratio import Comparison, Costs
from support.seed import Amount, seed

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
HERE = Path(__file__).parent
MESSAGES, TURNS = 100_000, 15


def start(costs: Costs, argv: list[str], env: dict[str, str]) -> None:
    """One start in a fresh process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(argv, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert "filled=" in done.stdout, done.stdout + done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    filled = float(done.stdout.partition("filled=")[2].split()[0])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    costs.add(filled - began, cpu)


def test_cold_start(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    seed(profile, Amount(conversations=MESSAGES // 5, messages_each=5))
    # On a screen as wide as a desk's: on the 800 pixels of the plain platform list and thread take turns.
    env = clean_environment(QT_QPA_PLATFORM=f"offscreen:configfile={ROOT / 'tests' / 'benchmarks' / 'screen.json'}")
    # Both as an installed program starts: from compiled modules, which the runs before the first turn write.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    ours = python(str(HERE / "filled_window.py"), "--profile", os.fspath(profile))
    bare = python(str(HERE / "bare_window.py"))
    for argv in (ours, ours, bare):
        # The first run compiles and leaves the first look that every later one begins with.
        start(Costs(), argv, env)
    comparison = Comparison("cold start / bare window", goal=2.0)
    for _ in range(TURNS):
        start(comparison.bare, bare, env)
        start(comparison.ours, ours, env)
    comparison.report()
