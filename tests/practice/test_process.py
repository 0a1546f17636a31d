"""The process: how it starts, what it keeps, and that it never outlives whoever started it."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from scrm_desktop.practice import keep
from scrm_desktop.practice.launch import PracticeFailed, PracticeProcess, server_command
from support.practice_site import running


async def test_it_starts_answers_and_stops() -> None:
    process = PracticeProcess()
    found = await process.start(seed=4, speed=0)
    assert found.account.acct == "maisonverte"
    assert found.token not in repr(found)
    headers = {"Authorization": f"Bearer {found.token}"}
    async with httpx.AsyncClient(base_url=found.url, headers=headers, trust_env=False) as client:
        clock = (await client.get("/api/practice/clock")).json()
        assert (clock["seed"], clock["speed"], clock["round"]) == (4, 0, 1)
    assert process.running
    await process.stop()
    assert not process.running
    await process.stop()


async def test_a_start_that_fails_says_why() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = PracticeProcess()
        with pytest.raises(PracticeFailed, match="can't be used"):
            await process.start(more=[f"--port={taken.getsockname()[1]}"])
        assert not process.running


async def test_a_program_that_is_missing_or_says_nonsense() -> None:
    with pytest.raises(PracticeFailed):
        await PracticeProcess(command=lambda: ("/nonexistent/python",)).start()
    nonsense = (sys.executable, "-c", "print('hello')")
    with pytest.raises(PracticeFailed):
        await PracticeProcess(command=lambda: nonsense).start()


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert server_command() == (sys.executable, "--practice-server")


async def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-m', 'scrm_desktop.practice', '--quiet'],"
        " stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "print(child.stdout.readline().decode(), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        url = json.loads(parent.stdout.readline())["url"]
        assert httpx.get(f"{url}/api/v2/instance", trust_env=False).status_code == 200
        parent.kill()
    async with asyncio.timeout(10):
        while _answers(url):
            await asyncio.sleep(0.05)


def _answers(url: str) -> bool:
    try:
        httpx.get(f"{url}/api/v2/instance", trust_env=False)
    except httpx.TransportError:
        return False
    return True


def test_it_listens_on_loopback_only() -> None:
    with running("--speed=0") as site:
        assert site.url.startswith("http://127.0.0.1:")
        port = int(site.url.rsplit(":", 1)[1])
        with socket.socket() as other:
            other.settimeout(2)
            assert other.connect_ex(("127.0.0.2", port)) != 0


def test_the_world_goes_on_with_the_same_people_ids_and_key_less_file(tmp_path: Path) -> None:
    state = tmp_path / "world.json"
    with running("--speed=0", f"--state={state}") as site:
        said = site.say("@maisonverte remember me?")
        files = {"file": ("a.png", keep.photo("plant"), "image/png")}
        media = site.client.post("/api/v2/media", files=files).json()
        answer = site.post("/api/v1/statuses", {"status": "we do", "in_reply_to_id": said["id"]})
        before = site.get("/api/v1/notifications", limit=80)
        token = site.token
    if os.name == "posix":
        assert stat.S_IMODE(state.stat().st_mode) == 0o600
    kept = "".join(path.read_text(errors="replace") for path in tmp_path.rglob("*") if path.is_file())
    assert token not in kept
    with running("--speed=0", f"--state={state}") as site:
        assert site.token != token
        after = site.get("/api/v1/notifications", limit=80)
        assert [item["id"] for item in after] == [item["id"] for item in before]
        context = site.get(f"/api/v1/statuses/{said['id']}/context")
        assert [item["id"] for item in context["descendants"]] == [answer["id"]]
        assert site.client.get(f"/media/{media['id']}").content == keep.photo("plant")
        newer = site.say("@maisonverte still here")
        assert int(newer["id"]) > int(answer["id"])


def test_an_answer_survives_a_kill_right_after_it_was_given(tmp_path: Path) -> None:
    state = tmp_path / "world.json"
    with running("--speed=0", f"--state={state}") as site:
        made = site.post("/api/v1/statuses", {"status": "kept"})
        site.process.kill()
    with running("--speed=0", f"--state={state}") as site:
        assert site.get(f"/api/v1/statuses/{made['id']}")["content"] == "<p>kept</p>"


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"version": 99}', '{"version": 1, "nonsense": 2}', '{"version": "one"}']
)
def test_a_damaged_world_is_set_aside(tmp_path: Path, content: str) -> None:
    state = tmp_path / "world.json"
    state.write_text(content)
    assert keep.load(state) is None
    assert not state.exists()
    assert (tmp_path / "world.damaged").read_text() == content


def test_a_crash_while_writing_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "world.json"
    keep.write(path, b"old")

    def fails(handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="no space"):
        keep.write(path, b"new")
    assert path.read_bytes() == b"old"
