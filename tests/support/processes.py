"""Processes of a test: started with their own output file, waited for by what they say, ended by their id."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def until(wanted: Callable[[], bool], seconds: float = 20, *, why: str = "") -> None:
    """Wait until something outside this process is so; looks 50 times a second."""
    pause = threading.Event()
    end = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < end, f"not within {seconds} s: {why}"
        pause.wait(0.02)


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without proxies, displays and session buses of whoever runs the tests."""
    dropped = re.compile(r"(?i).*_proxy$|^DISPLAY$|^WAYLAND_DISPLAY$|^DBUS_SESSION_BUS_ADDRESS$|^PYTHON_KEYRING")
    kept = {name: value for name, value in os.environ.items() if not dropped.match(name)}
    return {**kept, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "PYTHONUNBUFFERED": "1", **more}


class Process:
    """One started program in a process group of its own; a context manager that leaves nothing behind."""

    def __init__(
        self, argv: Sequence[str], *, output: Path, env: Mapping[str, str] | None = None, stdin: str | None = None
    ) -> None:
        self.argv, self.output = list(argv), output
        with output.open("ab") as out:
            self._child = subprocess.Popen(
                self.argv,
                stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=dict(env) if env is not None else clean_environment(),
                cwd=ROOT,
                start_new_session=True,
            )
        self.pid = self._child.pid
        if stdin is not None:
            assert self._child.stdin is not None
            self._child.stdin.write(stdin.encode())
            self._child.stdin.close()

    @property
    def text(self) -> str:
        """What it has said so far."""
        return self.output.read_text(errors="replace")

    @property
    def status(self) -> int | None:
        """Its exit status; ``None`` while it runs."""
        return self._child.poll()

    def wait_for(self, pattern: str, seconds: float = 20) -> re.Match[str]:
        """Wait until it says something; fails at once when it ends without."""
        found: list[re.Match[str]] = []

        def said() -> bool:
            ended = self.status is not None
            if match := re.search(pattern, self.text, re.MULTILINE):
                found.append(match)
                return True
            assert not ended, f"{self.argv[:4]} ended with {self.status} before {pattern!r}:\n{self.text}"
            return False

        until(said, seconds, why=f"{pattern!r} in:\n{self.text}")
        return found[0]

    def wait(self, seconds: float = 30) -> int:
        """Wait for its end."""
        return self._child.wait(seconds)

    def kill(self) -> None:
        """SIGKILL, to it and to what it started."""
        self._signal(signal.SIGKILL)

    def stop(self, seconds: float = 15) -> None:
        """Ask it to end, and insist."""
        self._signal(signal.SIGTERM)
        try:
            self._child.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()

    def _signal(self, number: int) -> None:
        if self._child.poll() is not None:
            return
        os.killpg(self.pid, number)
        if number == signal.SIGKILL:
            self._child.wait(10)

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()


def python(*arguments: str) -> list[str]:
    """A command line for this very interpreter; unraisable warnings are not hidden."""
    return [sys.executable, *arguments]
