"""Thirty conversations of the practice network are put where they belong, by keys alone, in the real window.

Pictures of the steps are kept in artifacts/e2e (thirty-*.png); where each went is asked through the command line.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from e2e.test_under_xvfb import Stage
from support.cli import Cli
from support.practising import Practice
from support.processes import Process, python
from support.xvfb import Screen

pytestmark = [pytest.mark.servers, pytest.mark.timeout(900)]
WANTED = 30
#: What is pressed (a leading = is typed as text), and where the conversation goes by it.
WAYS: list[tuple[str, str, tuple[str, ...]]] = [
    ("reply", "done", ("r", "=Thank you for writing. We look at it now.", "ctrl+Return", "Escape", "e")),
    ("snooze", "snoozed", ("s", "=tomorrow 9:00", "Return")),
    ("label", "done", ("l", "=delivery", "Return", "e")),
    ("assign", "pending", ("a", "Return", "w")),
    ("spam", "spam", ("exclam",)),
    ("priority", "snoozed", ("p", "Down", "Return", "s", "Return")),
    ("note", "pending", ("n", "=Asked the warehouse.", "ctrl+Return", "Escape", "w")),
    ("done", "done", ("e",)),
]


@pytest.fixture
def stage(tmp_path: Path) -> object:
    """The program on a screen of its own, on the practice network."""
    profile = tmp_path / "profile"
    with Screen(tmp_path) as screen:
        env = screen.environment(HOME=os.fspath(tmp_path), XDG_RUNTIME_DIR=os.fspath(tmp_path))
        argv = python("-m", "ui.app", "--practice", "--profile", os.fspath(profile), "--theme", "light")
        with Process([*argv, "--language", "en"], output=tmp_path / "program.log", env=env) as process:
            made = Stage(screen, process, Cli(profile, env), "thirty")
            screen.place(screen.window(process.pid), 1440, 900)
            yield made
            process.stop()
        assert "Traceback" not in process.text


def test_thirty_conversations_are_triaged_from_the_keyboard_alone(stage: Stage) -> None:
    stage.until(lambda: bool(stage.inbox()), 60, "the practice network's history is there")
    crisis(stage)
    stage.shot("waiting")
    went: Counter[str] = Counter()
    for number in range(WANTED):
        name, place, keys = WAYS[number % len(WAYS)]
        before = ids(stage, place)
        press(stage, name, keys, picture=number < len(WAYS))
        # Which, not how many: a customer may write and so open an earlier one again.
        stage.until(partial(comes, stage, place, before), 40, f"{number}: {name} puts it to {place}")
        went[place] += 1
    stage.shot("thirty-later")
    assert went == {"done": 11, "snoozed": 8, "pending": 7, "spam": 4}


def ids(stage: Stage, place: str) -> set[int]:
    """The conversations of one state."""
    return {row["id"] for row in stage.inbox(place)}


def comes(stage: Stage, place: str, before: set[int]) -> bool:
    """Whether one is there that was not."""
    return bool(ids(stage, place) - before)


def crisis(stage: Stage) -> None:
    """Started from the palette, and a little hurried, until enough customers wait."""
    stage.screen.key("ctrl+k")
    stage.screen.type("crisis")
    stage.shot("palette")
    stage.screen.key("Return")
    (account,) = stage.cli("account", "list").json
    with Practice(account["server"]) as practice:
        practice.hurry(20)
        waiting = ("inbox", "--query", "is:waiting")
        stage.until(lambda: len(stage.cli(*waiting).json) >= WANTED, 200, "thirty customers wait")
        practice.hurry(1)
    # On from the top of the list: who has waited longest. The conversation in hand keeps its row until one leaves it,
    # and it may be one that was open only while the history was being read.
    for key in ("Home", "Down", "Home"):
        stage.screen.key(key)


def press(stage: Stage, name: str, keys: tuple[str, ...], *, picture: bool) -> None:
    """Do it; a picture is taken once something is typed, or before the last key."""
    typed = next((place for place, key in enumerate(keys) if key.startswith("=")), len(keys) - 2)
    for place, key in enumerate(keys):
        if picture and place == typed + 1:
            stage.shot(name)
        if key.startswith("="):
            stage.screen.type(key[1:])
        else:
            stage.screen.key(key)
