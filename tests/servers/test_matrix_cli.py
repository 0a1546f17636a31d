"""The program without a window, a real keyring and Synapse: an answer arrives once, also where it is killed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.cli import Cli
from support.processes import ROOT, until
from support.proxy import FaultProxy
from support.synapse_server import PASSWORD, Person, Synapse

pytestmark = [pytest.mark.servers, pytest.mark.timeout(600)]


@pytest.fixture
def synapse(tmp_path: Path) -> Iterator[Synapse]:
    """A running server."""
    with Synapse(tmp_path) as server:
        yield server


def said_by(us: Person, room: str, anna: Person) -> list[dict[str, Any]]:
    """What the server holds of ours, as the customer sees it."""
    chunk = anna.get(f"rooms/{room}/messages", dir="b", limit="100")["chunk"]
    return [one["content"] for one in chunk if one["sender"] == us.id and one["type"] == "m.room.message"]


def test_killed_between_sending_and_hearing_of_it(cli: Cli, synapse: Synapse) -> None:
    us, anna = synapse.person("acme"), synapse.person("anna")
    room = anna.room(us.id, is_direct=True, preset="trusted_private_chat")
    us.post(f"rooms/{room}/join")
    with FaultProxy(synapse.url) as proxy:
        cli("account", "add", "matrix", "--server", proxy.url, "--set", f"user={us.id}", given=PASSWORD)
        anna.say(room, "Is it gluten free?")
        cli("sync")
        (row,) = cli("inbox").json
        assert (row["kind"], row["text"]) == ("direct", "Is it gluten free?")
        proxy.fault("hang", method="PUT", path="/send/")
        argv = cli.argv("reply", str(row["id"]), "--wait", "60")
        sending = subprocess.Popen(argv, env=cli.env, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        assert sending.stdin is not None
        sending.stdin.write(b"The rice bread is.")
        sending.stdin.close()
        proxy.wait_for(lambda seen: seen.method == "PUT" and seen.upstream_status == 200, 60)
        sending.kill()
        sending.wait(20)
        proxy.heal()

        def confirmed() -> bool:
            cli("sync", seconds=180, expect=None)
            return cli("outbox").json == []

        until(confirmed, 180, why=f"it is found there; the outbox: {cli('outbox').out}")
    assert [one["body"] for one in said_by(us, room, anna)] == ["The rice bread is."]
    shown = cli("show", str(row["id"])).json
    assert [(one["direction"], one["state"]) for one in shown["messages"]] == [("in", None), ("out", "sent")]
    profile = "".join(
        path.read_text(errors="replace") for path in cli.profile.rglob("*") if path.is_file() and path.suffix != ".lock"
    )
    assert PASSWORD not in profile
    assert "syt_" not in profile
    for person in (us, anna):
        person.close()
