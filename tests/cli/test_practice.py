"""The commands on the practice network: a customer writes, is answered, and reacts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from support.commands import Commands
from support.processes import clean_environment, python, until


@pytest.fixture
def practice() -> Iterator[dict[str, Any]]:
    argv = python("-m", "scrm_desktop.practice", "--quiet", "--seed=1", "--speed=30", "--rate=100000")
    process = subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=clean_environment(), stderr=subprocess.DEVNULL
    )
    with process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.terminate()


def test_a_customer_is_answered_and_reacts(commands: Commands, practice: dict[str, Any]) -> None:
    commands("account", "add", "mastodon", "--server", practice["url"], given=practice["token"])
    commands("sync", "--since", "30")
    row = next(row for row in commands("inbox", "--status", "all").json if "colis" in row["text"])
    one, before = str(row["id"]), len(commands("show", str(row["id"])).json["messages"])
    text = "Je suis désolé, Camille. Je vous renvoie le colis aujourd'hui, il arrive demain."
    assert commands("reply", one, "--wait", "30", given=text).json["state"] == "sent"

    def reacted() -> bool:
        commands("sync")
        messages = commands("show", one).json["messages"]
        return len(messages) > before + 1 and messages[-1]["direction"] == "in"

    until(reacted, 60, why="the customer reacts")
    (row,) = [row for row in commands("inbox").json if str(row["id"]) == one]
    assert row["status"] == "open"
    (covered, *_) = commands("coverage").json
    assert covered["complete_since"]
