"""One program a profile, and how a second one talks to the first."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import pickle
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from scrm_desktop.errors import InputError, KnownError, ProfileInUse, ProfileUnwritable
from scrm_desktop.instance import ProfileLock, hold_or_raise
from scrm_desktop.instance.control import FILE, ControlServer, Json, ProgramEnded, send_control

HOLD = """
import sys, pathlib
from scrm_desktop.instance import ProfileLock
lock = ProfileLock.take(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_program_is_kept_out(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(ProfileInUse):
        ProfileLock.take(tmp_path)


def test_a_crash_lets_go(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait(10)
    with ProfileLock.take(tmp_path):
        pass


def test_the_lock_is_private_and_can_be_taken_again(tmp_path: Path) -> None:
    with ProfileLock.take(tmp_path):
        assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600
        with pytest.raises(ProfileInUse):
            ProfileLock.take(tmp_path)
    with ProfileLock.take(tmp_path):
        pass


def test_a_profile_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProfileUnwritable):
        ProfileLock.take(tmp_path / "file")


def test_a_window_waits_for_a_command_that_holds_the_profile_for_a_moment(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    with pytest.raises(ProfileInUse):
        hold_or_raise(tmp_path, seconds=0)
    threading.Timer(0.3, holder.kill).start()
    lock = hold_or_raise(tmp_path, seconds=20)
    assert lock is not None
    lock.release()


def test_a_window_brings_the_other_window_to_the_front(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with Running(tmp_path) as program:
        assert hold_or_raise(tmp_path, seconds=5) is None
        assert [request["command"] for request in program.asked] == ["raise"]


class Running:
    """A loop in a thread with a server on it, as the window's engine is."""

    def __init__(self, profile: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.asked: list[Json] = []
        self.hanging = threading.Event()
        handlers = {
            "echo": self.echo,
            "refuse": self.refuse,
            "break": self.breaks,
            "hang": self.hang,
            "raise": self.lift,
        }
        self.server = ControlServer(profile, handlers, self.loop)
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Running:
        self.thread.start()
        self.server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.close()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()

    async def echo(self, request: Json) -> Json:
        self.asked.append(request)
        return {"heard": request["word"], "thread": threading.current_thread() is self.thread}

    async def lift(self, request: Json) -> Json:
        self.asked.append(request)
        return {"raised": True}

    async def refuse(self, request: Json) -> Json:
        raise InputError("No such conversation.")

    async def breaks(self, request: Json) -> Json:
        raise ZeroDivisionError

    async def hang(self, request: Json) -> Json:
        self.hanging.set()
        await asyncio.Event().wait()
        return {}


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with Running(tmp_path) as made:
        yield made


def test_a_request_is_answered_on_the_engines_loop(tmp_path: Path, running: Running) -> None:
    answer = send_control(tmp_path, {"command": "echo", "word": "été"})
    assert answer == {"heard": "été", "thread": True}
    assert running.asked == [{"command": "echo", "word": "été"}]


def test_errors_come_back_as_documents(tmp_path: Path, running: Running, caplog: pytest.LogCaptureFixture) -> None:
    refused = send_control(tmp_path, {"command": "refuse"})
    assert refused is not None
    assert refused["error"] == {
        "code": "InputError",
        "title": "Please check what you entered",
        "message": "No such conversation.",
        "retryable": False,
    }
    with caplog.at_level(logging.CRITICAL + 1, "scrm_desktop.instance.control"):
        broken = send_control(tmp_path, {"command": "break"})
    unknown = send_control(tmp_path, {"command": "nonsense"})
    assert broken is not None
    assert "BugError" in json.dumps(broken)
    assert unknown is not None
    assert "nonsense" in json.dumps(unknown)


def test_who_does_not_know_the_key_is_not_heard(tmp_path: Path, running: Running) -> None:
    address = json.loads((tmp_path / FILE).read_bytes())["address"]
    for sent in (json.dumps({"command": "echo", "word": 1, "key": "guess"}).encode(), b"\x80\x04.", b"[]", b"{"):
        with Client(address) as connection:
            connection.send_bytes(sent)
            assert connection.poll(10)
            assert "error" in json.loads(connection.recv_bytes())
    assert not running.asked


def test_nothing_is_ever_unpickled(tmp_path: Path, running: Running) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "pwned"),)

    address = json.loads((tmp_path / FILE).read_bytes())["address"]
    with Client(address) as connection:
        connection.send_bytes(pickle.dumps(Evil()))
        assert connection.poll(10)
        assert "error" in json.loads(connection.recv_bytes())
    assert not (tmp_path / "pwned").exists()


def test_a_silent_visitor_does_not_block_the_next(tmp_path: Path, running: Running) -> None:
    address = json.loads((tmp_path / FILE).read_bytes())["address"]
    with Client(address):
        assert send_control(tmp_path, {"command": "echo", "word": 1}, seconds=10) == {"heard": 1, "thread": True}


def test_nobody_there(tmp_path: Path) -> None:
    assert send_control(tmp_path, {"command": "echo"}) is None


def test_what_a_crash_left_is_nobody_and_can_be_taken_over(tmp_path: Path) -> None:
    with Running(tmp_path):
        left = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(left)
    (tmp_path / "control").touch()
    assert send_control(tmp_path, {"command": "echo", "word": 1}) is None
    with Running(tmp_path):
        assert send_control(tmp_path, {"command": "echo", "word": 1}) is not None


def test_closing_ends_what_hangs_and_leaves_no_file(tmp_path: Path) -> None:
    ended: list[bool] = []

    def ask() -> None:
        with pytest.raises(ProgramEnded):
            send_control(tmp_path, {"command": "hang"})
        ended.append(True)

    with Running(tmp_path) as program:
        asking = threading.Thread(target=ask)
        asking.start()
        assert program.hanging.wait(10)
    asking.join(10)
    assert ended
    assert not (tmp_path / FILE).exists()
    assert send_control(tmp_path, {"command": "echo"}) is None


def test_an_answer_that_never_comes(tmp_path: Path, running: Running) -> None:
    with pytest.raises(KnownError, match="in time"):
        send_control(tmp_path, {"command": "hang"}, seconds=0.1)


def test_files_are_private(tmp_path: Path, running: Running) -> None:
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_a_profile_whose_path_is_too_long_for_a_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    with Running(deep):
        address = Path(json.loads((deep / FILE).read_bytes())["address"])
        assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700
        assert send_control(deep, {"command": "echo", "word": 1}) == {"heard": 1, "thread": True}
    assert not address.parent.exists()


async def test_drain_waits_for_what_is_being_answered(tmp_path: Path) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def slow(request: Json) -> Json:
        begun.set()
        await go.wait()
        return {"done": True}

    server = ControlServer(tmp_path, {"slow": slow}, asyncio.get_running_loop())
    server.start()
    asking = asyncio.create_task(asyncio.to_thread(send_control, tmp_path, {"command": "slow"}))
    await begun.wait()
    asyncio.get_running_loop().call_later(0.05, go.set)
    await server.drain(10)
    server.close()
    assert await asking == {"done": True}
