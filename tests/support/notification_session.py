"""A private session bus for a test of notifications, with our own service on it or a real one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from support.processes import ROOT, Process, clean_environment, python, until

HOLD = 'echo "address=$DBUS_SESSION_BUS_ADDRESS"; exec sleep infinity'


class Bus:
    """A session bus of its own; a context manager."""

    def __init__(self, folder: Path, **more: str) -> None:
        assert shutil.which("dbus-run-session"), "not installed; run packaging/server-packages.sh"
        folder.mkdir(parents=True, exist_ok=True)
        argv = ["dbus-run-session", "--", "sh", "-c", HOLD]
        self._process = Process(argv, output=folder / "bus.log", env=clean_environment(**more))
        self.folder = folder
        self.address = self._process.wait_for(r"^address=(\S+)$")[1]

    def environment(self, **more: str) -> dict[str, str]:
        """The environment for a program on this bus."""
        return clean_environment(DBUS_SESSION_BUS_ADDRESS=self.address, **more)

    def run(self, argv: Sequence[str]) -> str:
        """Run a command on this bus; what it says."""
        done = subprocess.run(
            list(argv), env=self.environment(), capture_output=True, text=True, timeout=30, check=True
        )
        return done.stdout

    def __enter__(self) -> Bus:
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.stop()


class OwnService:
    """:mod:`support.notification_service` on a bus, with these capabilities."""

    def __init__(self, bus: Bus, *able: str) -> None:
        argv = python(os.fspath(ROOT / "tests" / "support" / "notification_service.py"), *able)
        self._output = bus.folder / "service.log"
        with self._output.open("wb") as out:
            self._child = subprocess.Popen(
                argv, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT, env=bus.environment()
            )
        until(lambda: ["ready"] in self.calls, why="the service is ready")

    @property
    def calls(self) -> list[list[Any]]:
        """Every call so far."""
        return [json.loads(line) for line in self._output.read_text().splitlines() if line.startswith("[")]

    def emit(self, *signal: object) -> None:
        """Let it emit a signal."""
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps(signal).encode() + b"\n")
        self._child.stdin.flush()

    def stop(self) -> None:
        """End it."""
        self._child.terminate()
        self._child.wait(10)
        assert self._child.stdin is not None
        self._child.stdin.close()

    def __enter__(self) -> OwnService:
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()
