"""Ratios of two things done in turns in one run: the machine's mood then falls on both alike.

Every result is printed as a line of a table and kept in artifacts/bench.json; no time is ever asserted.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

ARTIFACTS = Path(__file__).parents[2] / "artifacts"


@dataclass(slots=True)
class Costs:
    """Seconds of each repetition."""

    wall: list[float] = field(default_factory=list[float])
    cpu: list[float] = field(default_factory=list[float])

    def add(self, wall: float, cpu: float) -> None:
        """One repetition more."""
        self.wall.append(wall)
        self.cpu.append(cpu)


@dataclass(slots=True)
class Comparison:
    """Ours against the bare minimum; the goal is for the ratio of the medians."""

    name: str
    goal: float
    ours: Costs = field(default_factory=Costs)
    bare: Costs = field(default_factory=Costs)

    def ratio(self, which: str) -> float:
        """The ratio of the medians, of ``wall`` or ``cpu`` seconds."""
        ours, bare = (statistics.median(getattr(costs, which)) for costs in (self.ours, self.bare))
        return ours / bare if bare else float("inf")

    def report(self) -> None:
        """Print the line and keep it."""
        wall, cpu = self.ratio("wall"), self.ratio("cpu")
        keep(
            self.name,
            {
                "goal": self.goal,
                "ratio_wall": round(wall, 3),
                "ratio_cpu": round(cpu, 3),
                "ours_wall": [round(one, 4) for one in self.ours.wall],
                "bare_wall": [round(one, 4) for one in self.bare.wall],
                "ours_cpu": [round(one, 4) for one in self.ours.cpu],
                "bare_cpu": [round(one, 4) for one in self.bare.cpu],
            },
            f"ratio wall {wall:6.2f}  cpu {cpu:6.2f}   goal < {self.goal}   "
            f"ours {statistics.median(self.ours.wall) * 1000:8.1f} ms, "
            f"bare {statistics.median(self.bare.wall) * 1000:8.1f} ms, {len(self.ours.wall)} turns",
        )


def keep(name: str, figures: dict[str, object], line: str) -> None:
    """Print one line of the table and put the figures into artifacts/bench.json."""
    print(f"\n{name:44} {line}")
    ARTIFACTS.mkdir(exist_ok=True)
    file = ARTIFACTS / "bench.json"
    known = json.loads(file.read_text()) if file.exists() else {}
    known["machine"] = {"python": platform.python_version(), "cpus": os.cpu_count(), "load": os.getloadavg()[0]}
    known[name] = figures
    file.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")


def cpu_seconds() -> float:
    """CPU time of this process, all threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def timed(costs: Costs, work: Callable[[], Awaitable[object]]) -> None:
    """Do it once and add what it cost this process."""
    wall, cpu = time.perf_counter(), cpu_seconds()
    await work()
    costs.add(time.perf_counter() - wall, cpu_seconds() - cpu)
