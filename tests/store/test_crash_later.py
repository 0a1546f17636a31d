"""Killed while a scheduled answer becomes a draft again: its words are in one of the two places, and in no two."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from scrm_desktop.store import Store
from scrm_desktop.store.connect import open_reader
from support.factories import Clock

PROGRAM = Path(__file__).with_name("crashing_later.py")
FOLDERS = os.pathsep.join(str(Path(__file__).parents[up]) for up in (1, 2))


def run_and_kill(profile: Path, seconds: float) -> list[tuple[str, int]]:
    """What the program acknowledged before it was killed."""
    command = [sys.executable, str(PROGRAM), str(profile)]
    environment = {**os.environ, "PYTHONPATH": FOLDERS}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # From its first word on, however slowly a busy machine lets it speak.
        said = [process.stdout.readline().split()]
        timer = threading.Timer(seconds, process.send_signal, (signal.SIGKILL,))
        timer.start()
        said += [line.split() for line in process.stdout if line.endswith("\n")]
        assert process.wait(30) == -signal.SIGKILL
    return [(word, int(number)) for word, number in said]


@pytest.mark.parametrize("seed", range(6))
def test_pain_19_a_killed_program_has_the_words_in_one_place(profile: Path, seed: int) -> None:
    said = run_and_kill(profile, random.Random(seed).uniform(0.1, 0.5))
    assert said
    Store.open(profile, clock=Clock()).close()
    with closing(open_reader(profile)) as connection:
        drafts = {text for (text,) in connection.execute("SELECT text FROM drafts")}
        planned = {
            key for (key,) in connection.execute("SELECT key FROM outbox WHERE state = 'queued' AND scheduled_at > 0")
        }
    assert not drafts & planned
    assert {f"answer {number}" for word, number in said if word == "planned"} <= drafts | planned
    assert {f"answer {number}" for word, number in said if word == "back"} <= drafts
