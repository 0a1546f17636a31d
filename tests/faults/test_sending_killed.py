"""Faults 1 and 10: the program is killed while it sends, and started again."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from support.fake_mastodon import TOKEN, FakeMastodon
from support.processes import Process, clean_environment, python
from support.proxy import FaultProxy

POST = r"/api/v1/statuses$"
TEXT = "Where is my parcel?"


def driver(folder: Path, url: str, *doing: str) -> Process:
    """The engine in a process of its own, on the profile in this folder."""
    argv = python("-m", "support.desk_driver", str(folder / "profile"), url, *doing)
    return Process(argv, output=folder / f"{doing[0]}.log", env=clean_environment(DRIVER_TOKEN=TOKEN))


def copies(fake: FakeMastodon, text: str) -> int:
    """How often this answer stands on the server."""
    return sum(text in fake.sources[post["id"]] for post in fake.posts())


@pytest.mark.parametrize("honours_keys", [True, False], ids=["keys", "no_keys"])
def test_01_killed_before_the_answer(tmp_path: Path, fake: FakeMastodon, px: FaultProxy) -> None:
    fake.mention(TEXT, who=fake.person("camille"))
    px.fault("hang", method="POST", path=POST)
    with driver(tmp_path, px.url, "reply", TEXT, "It leaves today.") as first:
        px.wait_for(lambda line: line.fault == "hang" and line.upstream_status == 200, 60)
        first.kill()
    assert "queued" in first.text
    with driver(tmp_path, px.url, "watch") as second:
        second.wait_for(r"outbox \d+ unconfirmed", 60)
        second.wait_for(r"outbox \d+ sent", 60)
    assert copies(fake, "It leaves today.") == 1
    assert len(px.seen("POST", POST)) == 1


@pytest.mark.parametrize("honours_keys", [True, False], ids=["keys", "no_keys"])
def test_01_killed_before_the_bytes_arrive(tmp_path: Path, fake: FakeMastodon, px: FaultProxy) -> None:
    fake.mention(TEXT, who=fake.person("camille"))
    px.fault("drop_before", method="POST", path=POST)
    with driver(tmp_path, px.url, "reply", TEXT, "It leaves today.") as first:
        px.wait_for(lambda line: line.fault == "drop_before", 60)
        first.kill()
    with driver(tmp_path, px.url, "watch") as second:
        second.wait_for(r"outbox \d+ sent", 60)
    assert copies(fake, "It leaves today.") == 1


@pytest.mark.servers
@pytest.mark.timeout(600)
def test_10_killed_at_every_write_of_the_outbox_path(tmp_path: Path) -> None:
    """strace kills the program at its N-th write to a database file, for N = 1, 2, ... until it ends by itself.

    Once the person saw "queued", the answer arrives exactly once; before that, it may be missing.
    """
    with FakeMastodon(honours_keys=False) as fake, FaultProxy(fake.url) as px:
        with driver(tmp_path, px.url, "sync") as warm:
            assert warm.wait(60) == 0, warm.text
        killed_at, number = 0, 0
        while True:
            number += 1
            # Each answer has a question of its own: an answered one would not be found by its last text again.
            fake.mention(f"Question {number:03d}?", who=fake.person("camille"))
            answer = f"Answer {number:03d}."
            ended = _killed_at_write(tmp_path, px.url, number, answer)
            if not ended:
                break
            killed_at += 1
            queued = "queued" in (tmp_path / f"kill{number}.log").read_text()
            _finish(tmp_path, px.url, number)
            found = copies(fake, answer)
            assert found == 1 or (found == 0 and not queued), f"{found} copies after a kill at write {number}"
        assert killed_at > 10
        assert copies(fake, answer) == 1


def _killed_at_write(folder: Path, url: str, number: int, answer: str) -> bool:
    """Answer under strace; whether it was killed before it had sent the answer."""
    inject = f"inject=pwrite64:signal=KILL:when={number}"
    argv = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", inject]
    # Only the database of the outbox: the cache is written more often the more there is to read back, so that
    # counting both would never come to an end.
    argv += [word for end in ("", "-wal") for word in ("-P", str(folder / "profile" / f"work.sqlite{end}"))]
    question = f"Question {number:03d}?"
    argv += python("-m", "support.desk_driver", str(folder / "profile"), url, "reply", question, answer)
    output = folder / f"kill{number}.log"
    with Process(argv, output=output, env=clean_environment(DRIVER_TOKEN=TOKEN)) as process:
        try:
            process.wait_for(r"queued (\d+)\n[\s\S]*outbox \1 sent", 90)
        except AssertionError:
            assert process.status == -signal.SIGKILL, process.text
            return True
        return False


def _finish(folder: Path, url: str, number: int) -> None:
    """Start it again, and let everything leave."""
    argv = python("-m", "support.desk_driver", str(folder / "profile"), url, "flush")
    with Process(argv, output=folder / f"after{number}.log", env=clean_environment(DRIVER_TOKEN=TOKEN)) as process:
        assert process.wait(90) == 0, process.text
