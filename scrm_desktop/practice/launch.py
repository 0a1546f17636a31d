"""Starts the practice network in a process of its own and ends it again; it never outlives this one."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, cast

from scrm_desktop.errors import KnownError

START_SECONDS = 30.0
STOP_SECONDS = 5.0


class PracticeFailed(KnownError):
    """The practice network's process ended or kept silent before it answered."""

    title: ClassVar[str] = "The practice network did not start"
    template: ClassVar[str] = "{detail}"
    retryable: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeAccount:
    """Our account there."""

    id: str
    acct: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeInfo:
    """Where a running practice network is; the token lives in memory only."""

    url: str
    token: str = field(repr=False)
    account: PracticeAccount


def server_command() -> tuple[str, ...]:
    """How to start the server: this Python, or the frozen program with the switch that it knows."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--practice-server")
    return (sys.executable, "-m", "scrm_desktop.practice")


class PracticeProcess:
    """The server's process; ``command`` replaces how it is started."""

    def __init__(self, *, command: Callable[[], Sequence[str]] = server_command) -> None:
        self._command = command
        self._process: asyncio.subprocess.Process | None = None
        self._said: deque[str] = deque(maxlen=20)
        self._listening: asyncio.Task[None] | None = None

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        """The process's number, while it lives."""
        return self._process.pid if self._process is not None and self.running else None

    async def start(
        self, *, seed: int = 1, speed: float = 1.0, state: Path | None = None, more: Sequence[str] = ()
    ) -> PracticeInfo:
        """Start it and wait until it answers; ``more`` are further switches. Raises PracticeFailed."""
        if self.running:
            raise PracticeFailed("It runs already.")
        arguments = ["--quiet", f"--seed={seed}", f"--speed={speed:g}", *more]
        if state is not None:
            arguments.append(f"--state={state}")
        try:
            self._process = await self._spawn([*self._command(), *arguments])
        except OSError as error:
            raise PracticeFailed(error.strerror or str(error)) from error
        self._listening = asyncio.create_task(self._listen(self._process))
        try:
            return await asyncio.wait_for(self._hello(self._process), START_SECONDS)
        except TimeoutError as error:
            await self.stop()
            raise PracticeFailed("It kept silent for too long.") from error
        except PracticeFailed:
            await self.stop()
            raise

    async def stop(self) -> None:
        """End it, gently at first; the world is kept."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if self._listening is not None:
            await self._listening
            self._listening = None

    async def _spawn(self, command: Sequence[str]) -> asyncio.subprocess.Process:
        home = str(Path(__file__).parents[2])
        path = os.pathsep.join(item for item in (home, os.environ.get("PYTHONPATH", "")) if item)
        # Without it a console would flash up on Windows.
        flags = cast("int", getattr(subprocess, "CREATE_NO_WINDOW", 0))
        return await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            creationflags=flags,
        )

    async def _hello(self, process: asyncio.subprocess.Process) -> PracticeInfo:
        line = await process.stdout.readline() if process.stdout is not None else b""
        if not line:
            await process.wait()
            if self._listening is not None:
                await self._listening
            raise PracticeFailed("\n".join(self._said) or "Its process ended at once.")
        try:
            said = cast("dict[str, Any]", json.loads(line))
            account = cast("dict[str, str]", said["account"])
            made = PracticeAccount(id=account["id"], acct=account["acct"])
            return PracticeInfo(url=said["url"], token=said["token"], account=made)
        except (ValueError, KeyError) as error:
            raise PracticeFailed("Its first words make no sense.") from error

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        """Keep the last lines of standard error, so that the pipe never fills."""
        if process.stderr is None:
            return
        async for line in process.stderr:
            self._said.append(line.decode(errors="replace").rstrip())
