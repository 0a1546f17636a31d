"""Killed at any moment: what was acknowledged is there, and the cursor is never ahead of what is stored."""

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

from scrm_desktop.domain.views import InboxQuery
from scrm_desktop.store import Store
from scrm_desktop.store.connect import open_reader
from scrm_desktop.store.tallies import InboxRow, counted
from support.factories import Clock

PROGRAM = Path(__file__).with_name("crashing.py")
FOLDERS = os.pathsep.join(str(Path(__file__).parents[up]) for up in (1, 2))


def run_and_kill(profile: Path, seconds: float) -> list[tuple[str, int]]:
    """What the program said before it was killed, this long after it began to write."""
    command = [sys.executable, str(PROGRAM), str(profile)]
    environment = {**os.environ, "PYTHONPATH": FOLDERS}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        timer = threading.Timer(seconds, process.send_signal, (signal.SIGKILL,))
        timer.start()
        said = [line.split() for line in process.stdout if line.endswith("\n")]
        assert process.wait(30) == -signal.SIGKILL
    return [(word, int(number)) for word, number in said]


@pytest.mark.parametrize("seed", range(6))
async def test_a_killed_program_has_lost_nothing_it_acknowledged(profile: Path, seed: int) -> None:
    chance = random.Random(seed)
    said: list[tuple[str, int]] = []
    for _ in range(2):
        said += run_and_kill(profile, chance.uniform(0.02, 0.5))
    assert said

    store = Store.open(profile, clock=Clock())
    try:
        assert store.problems == ()
        (account,) = await store.accounts.all()
        cursor = int(await store.pages.cursor(account.id, "s", "newer") or 0)
        pages = {number for word, number in said if word == "page"}
        assert cursor >= max(pages, default=0)
        wanted = [f"{number}.{part}" for number in range(1, cursor + 1) for part in ("0", "1", "2", "o")]
        assert await store.pages.known(account.id, wanted) == set(wanted)
        queued = {getattr(row.command, "text", "") for row in await store.outbox.list()}
        assert {f"answer {number}" for word, number in said if word == "queued"} <= queued
        assert len(await store.reads.conversation_ids(InboxQuery(), me="")) == 3 * cursor
    finally:
        store.close()
    check(profile)


def check(profile: Path) -> None:
    """Both files are sound, the counts are right, and the list follows the decisions."""
    with closing(open_reader(profile)) as connection:
        for name in ("main", "cache"):
            assert connection.execute(f"PRAGMA {name}.integrity_check").fetchall() == [("ok",)]
        rows = [InboxRow(*row) for row in connection.execute("SELECT * FROM inbox")]
        counts: dict[tuple[str, str], int] = {}
        for row in rows:
            for tally in counted(row):
                counts[tally] = counts.get(tally, 0) + 1
        stored = connection.execute("SELECT name, key, number FROM tallies WHERE number <> 0")
        assert {(name, key): number for name, key, number in stored} == counts
        behind = """SELECT count(*) FROM inbox i JOIN conversations c ON c.id = i.conversation_id
            WHERE c.status <> i.status OR i.pending <> (SELECT count(*) FROM outbox o WHERE o.conversation_id = c.id)"""
        assert connection.execute(behind).fetchone() == (0,)
