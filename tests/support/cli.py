"""The program without a window, as a person or cron would call it: one process a command."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.processes import ROOT, python


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


class Cli:
    """Commands on one profile, in one environment."""

    def __init__(self, profile: Path, env: Mapping[str, str]) -> None:
        self.profile, self.env = profile, dict(env)

    def argv(self, *words: str) -> list[str]:
        """The command line."""
        return python("-m", "scrm_desktop", "--profile", str(self.profile), "--json", *words)

    def __call__(self, *words: str, given: str = "", seconds: float = 90, expect: int | None = 0) -> Said:
        """Run it; by default it must succeed."""
        done = subprocess.run(  # the status is the answer, not an exception
            self.argv(*words),
            input=given,
            env=self.env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        said = Said(done.returncode, done.stdout, done.stderr)
        assert expect is None or said.status == expect, f"{words} ended with {said.status}: {said.out}\n{said.err}"
        return said
