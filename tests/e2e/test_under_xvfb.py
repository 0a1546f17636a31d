"""The real program on a real (virtual) screen against the practice network, moved by keys alone.

A message arrives by itself, is answered by typing and Ctrl+Enter, the customer reacts, the conversation is done.
A picture of each step is kept in artifacts/e2e.  What the program knows is asked through its own command line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from support.cli import Cli
from support.practising import Practice
from support.processes import Process, python, until
from support.ratio import ARTIFACTS
from support.xvfb import Screen

pytestmark = [pytest.mark.servers, pytest.mark.timeout(420)]
LOOKS = [("light", "en"), ("dark", "en"), ("light", "fr")]
ANSWER = "Sorry about that! We have sent a new one today, it will be with you tomorrow."
ANSWER_FR = "Toutes nos excuses ! Un nouveau colis part aujourd'hui, vous l'aurez demain."


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of its own."""
    with Screen(tmp_path) as made:
        yield made


class Stage:
    """The running program, its command line, and the camera."""

    def __init__(self, screen: Screen, process: Process, cli: Cli, name: str) -> None:
        self.screen, self.process, self.cli, self.name = screen, process, cli, name
        self.step = 0

    def inbox(self, status: str = "all") -> list[dict[str, Any]]:
        """The program's conversations, newest first."""
        rows: list[dict[str, Any]] = self.cli("inbox", "--status", status).json
        return rows

    def row(self, conversation: int) -> dict[str, Any]:
        """One of them."""
        return next(row for row in self.inbox() if row["id"] == conversation)

    def messages(self, conversation: int) -> list[dict[str, Any]]:
        """The messages of one of them."""
        found: list[dict[str, Any]] = self.cli("show", str(conversation)).json["messages"]
        return found

    def shot(self, what: str) -> None:
        """A picture of this step."""
        self.step += 1
        self.screen.shot(ARTIFACTS / "e2e" / f"{self.name}-{self.step}-{what}.png")

    def until(self, wanted: Callable[[], bool], seconds: float, why: str) -> None:
        """Wait, as long as the program lives."""

        def checked() -> bool:
            assert self.process.status is None, f"the program ended: {self.process.text}"
            return wanted()

        until(checked, seconds, why=f"{why}; the program said: {self.process.text[-2000:]}")


@pytest.mark.parametrize(("theme", "language"), LOOKS, ids=["light", "dark", "french"])
def test_arrives_is_answered_reacts_is_done(
    screen: Screen, tmp_path: Path, theme: str, language: str, request: pytest.FixtureRequest
) -> None:
    profile, name = tmp_path / "profile", request.node.callspec.id
    profile.mkdir(mode=0o700)
    # Nobody thinks again here.
    (profile / "settings.json").write_text('{"undo_seconds": 0}')
    env = screen.environment(HOME=os.fspath(tmp_path), XDG_RUNTIME_DIR=os.fspath(tmp_path))
    argv = python("-m", "ui.app", "--practice", "--profile", os.fspath(profile), "--theme", theme)
    argv += ["--language", language]
    with Process(argv, output=tmp_path / "program.log", env=env) as process:
        stage = Stage(screen, process, Cli(profile, env), name)
        screen.place(screen.window(process.pid), 1440, 900)
        conversation = arrived_by_itself(stage)
        answered(stage, conversation, ANSWER_FR if language == "fr" else ANSWER)
        reacted(stage, conversation)
        done(stage, conversation)
        process.stop()
        assert process.status == 0, process.text
    assert "Traceback" not in process.text


def arrived_by_itself(stage: Stage) -> int:
    """Wait for a conversation that was not there when the program opened; nobody touches anything."""
    stage.until(lambda: bool(stage.inbox()), 60, "the practice network's history is there")
    stage.shot("opened")
    known = {row["id"] for row in stage.inbox()}
    new: list[int] = []

    def came() -> bool:
        new[:] = [row["id"] for row in stage.inbox() if row["id"] not in known and row["unread"]]
        return bool(new)

    stage.until(came, 60, "a customer writes by itself")
    stage.shot("arrived")
    return new[0]


def answered(stage: Stage, conversation: int, text: str) -> None:
    """Find the customer by name, answer by typing and Ctrl+Enter."""
    screen = stage.screen
    screen.key("ctrl+f")
    screen.type(stage.row(conversation)["handle"].partition("@")[0])
    stage.until(lambda: not stage.row(conversation)["unread"], 20, "it is opened, and read after a moment")
    screen.key("Escape")
    screen.key("r")
    screen.type(text)
    stage.shot("typed")
    screen.key("ctrl+Return")

    def left() -> bool:
        last = stage.messages(conversation)[-1]
        return bool(last["direction"] == "out" and last["state"] == "sent" and text in last["text"])

    stage.until(left, 30, "the answer is sent")
    stage.shot("answered")


def reacted(stage: Stage, conversation: int) -> None:
    """The customer's reaction comes, a little hurried."""
    (account,) = stage.cli("account", "list").json
    with Practice(account["server"]) as practice:
        practice.hurry(20)

    def came() -> bool:
        return [one["direction"] for one in stage.messages(conversation)][-1] == "in"

    stage.until(came, 60, "the customer reacts")
    with Practice(account["server"]) as practice:
        practice.hurry(1)
    stage.shot("reaction")


def done(stage: Stage, conversation: int) -> None:
    """Close it by the keyboard."""
    stage.screen.key("Escape")
    stage.screen.key("ctrl+e")

    def closed() -> bool:
        return any(row["id"] == conversation for row in stage.inbox("done"))

    stage.until(closed, 20, "the conversation is done")
    stage.shot("done")
