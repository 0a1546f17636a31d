"""A practice network in a process of its own, its story paused unless a test lets it run."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

LONGEST = 20.0


@dataclass
class Site:
    """A running practice network and a client with its token."""

    url: str
    token: str
    account: dict[str, str]
    client: httpx.Client
    process: subprocess.Popen[bytes]

    def get(self, path: str, **params: Any) -> Any:
        return self.client.get(path, params=params).raise_for_status().json()

    def post(self, path: str, body: dict[str, Any] | None = None, **headers: str) -> Any:
        return self.client.post(path, json=body or {}, headers=headers).raise_for_status().json()

    def say(self, text: str, *, customer: str = "ellie@north.example", **more: str) -> dict[str, Any]:
        made: dict[str, Any] = self.post("/api/practice/say", {"customer": customer, "text": text, **more})
        return made

    def speed(self, speed: float) -> None:
        self.post("/api/practice/clock", {"speed": speed})

    def until(self, found: Callable[[], Any]) -> Any:
        """Ask again until there is something."""
        end = time.monotonic() + LONGEST
        while not (value := found()):
            assert time.monotonic() < end, "it did not happen"
            time.sleep(0.03)
        return value


@contextmanager
def running(*arguments: str) -> Iterator[Site]:
    command = [sys.executable, "-m", "scrm_desktop.practice", "--quiet", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            said = json.loads(process.stdout.readline())
            headers = {"Authorization": f"Bearer {said['token']}"}
            with httpx.Client(base_url=said["url"], headers=headers, trust_env=False, timeout=10) as client:
                yield Site(said["url"], said["token"], said["account"], client, process)
        finally:
            process.stdin.close()
            process.wait(10)
