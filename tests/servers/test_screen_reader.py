"""The real window as a screen reader meets it: AT-SPI on a bus of its own, a virtual screen, the practice network."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.cli import Cli
from support.notification_session import Bus
from support.processes import ROOT, Process, python, until
from support.xvfb import Screen

pytestmark = [pytest.mark.servers, pytest.mark.timeout(180)]

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
READER = os.fspath(ROOT / "tests" / "support" / "atspi.py")
ANSWER = "Sorry about that! A new one is on its way — très bientôt."
NO_ROLE = {"filler", "panel", "unknown", "layered pane", "split pane", "invalid", ""}
#: A pane takes the focus to be scrolled by keys; Qt gives scroll areas no role of their own.
SCROLLED = {"Customer"}

Node = dict[str, Any]


class Reader:
    """The program through AT-SPI, and what its command line knows besides."""

    def __init__(self, program: Process, env: dict[str, str], cli: Cli) -> None:
        self.program, self._env, self.cli = program, env, cli

    def ask(self, *words: str, given: str = "") -> Any:
        """One question to the helper; ``None`` while it has no answer."""
        argv = ["/usr/bin/python3", "-W", "ignore", READER, *words]
        done = subprocess.run(argv, env=self._env, input=given, capture_output=True, text=True, timeout=60, check=False)
        self.error = done.stderr[-1500:]
        return json.loads(done.stdout) if done.returncode == 0 else None

    def tree(self) -> list[Node]:
        return self.ask("tree") or []

    def rows(self, role: str) -> list[Node]:
        return [node for node in self.tree() if node["role"] == role and node["name"]]

    def thread(self) -> list[str]:
        """The rows of the conversation that is shown."""
        inside, found = False, []
        for node in self.tree():
            if node["role"] == "list":
                inside = node["name"] == "Conversation"
            elif inside and node["role"] == "list item":
                found.append(node["name"])
        return found

    def until(self, wanted: Any, why: str) -> None:
        def checked() -> bool:
            assert self.program.status is None, f"the program ended: {self.program.text}"
            return bool(wanted())

        until(checked, 60, why=why)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    home = {"HOME": os.fspath(tmp_path), "XDG_RUNTIME_DIR": os.fspath(tmp_path)}
    with Screen(tmp_path) as screen:
        shown = {**home, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with Bus(tmp_path / "bus", **home, DISPLAY=screen.display) as bus:
            env = bus.environment(**shown)
            launcher = Process([LAUNCHER, "--launch-immediately"], output=tmp_path / "atspi.log", env=env)
            argv = python(
                "-m", "ui.app", "--practice", "--profile", os.fspath(tmp_path / "profile"), "--language", "en"
            )
            with launcher, Process(argv, output=tmp_path / "program.log", env=env) as program:
                screen.place(screen.window(program.pid), 1440, 900)
                made = Reader(program, env, Cli(tmp_path / "profile", env))
                made.until(lambda: len(made.thread()) > 1 and len(made.rows("table cell")) > 2, "the window is filled")
                yield made
                program.stop()
            assert "Traceback" not in program.text


def words(text: str) -> str:
    """Some words of a customer's text that no shortening and no name in front of it changes."""
    bare = re.sub(r"^(?:@[\w.-]+(?:@[\w.-]+)?[ ,:]+)+", "", text.strip())
    return bare.splitlines()[0][:25].strip()


def test_the_window_is_read_and_answers_through_at_spi(reader: Reader) -> None:
    controls_have_names_and_roles(reader)
    rows_are_read(reader)
    reader.until(lambda: the_thread_is_read(reader), "the shown conversation's rows are read")
    an_answer_is_typed_and_sent(reader)


def controls_have_names_and_roles(reader: Reader) -> None:
    """Whatever takes the focus says what it is and what it is called."""
    focusable = [node for node in reader.tree() if "focusable" in node["states"]]
    assert len(focusable) > 40
    assert [node for node in focusable if not node["name"].strip()] == []
    mute = [n for n in focusable if n["role"] in NO_ROLE and n["name"] not in SCROLLED]
    assert mute == []
    pressed = [node for node in focusable if node["role"] == "push button" and "enabled" in node["states"]]
    assert [n["name"] for n in pressed if not {"Press", "ShowMenu"} & set(n["actions"])] == []


def rows_are_read(reader: Reader) -> None:
    """Each row of the list says who, what, since when it waits, and in which state it is."""
    known = {row["person"]: row for row in reader.cli("inbox", "--status", "all").json if row["waiting_since"]}
    read = [node["name"] for node in reader.rows("table cell")]
    for name in read:
        person = next((one for one in known if one in name), None)
        assert person is not None, f"{name!r} names none of {list(known)}"
        assert words(known[person]["text"]) in name
        assert re.search(r"Waiting (\d+ (min|h|d)|.+)", name), name
        assert name.endswith(("Public", "Direct")), name
        assert name.startswith("Unread. ") == bool(known[person]["unread"]), name
    (chosen,) = [node for node in reader.rows("table cell") if "selected" in node["states"]]
    assert chosen["name"] in read


def shown(reader: Reader) -> Node:
    """What the program knows of the conversation that is chosen in the list."""
    (chosen,) = [node["name"] for node in reader.rows("table cell") if "selected" in node["states"]]
    found: Node = next(row for row in reader.cli("inbox", "--status", "all").json if row["person"] in chosen)
    return found


def the_thread_is_read(reader: Reader) -> bool:
    """Each message by its author and text, in order."""
    row = shown(reader)
    messages = reader.cli("show", str(row["id"])).json["messages"]
    read = reader.thread()
    bubbles = [name for name in read if any(words(one["text"]) in name for one in messages)]
    theirs = [name for name in bubbles if name.startswith((row["person"], "What is answered"))]
    return len(bubbles) == len(messages) and bool(theirs) and all(name.strip() for name in read)


def an_answer_is_typed_and_sent(reader: Reader) -> None:
    """Through the field's and the button's own interfaces, without a key or a mouse."""
    conversation, before = shown(reader)["id"], reader.thread()
    (field,) = [n for n in reader.tree() if n["role"] == "text" and n["name"] in ("Public reply", "Direct message")]
    assert reader.ask("type", "text", field["name"], given=ANSWER), reader.error
    button = "Send direct message" if field["name"] == "Direct message" else "Reply publicly"

    def ready() -> bool:
        found = [n for n in reader.rows("push button") if n["name"].startswith(button) and n["actions"]]
        return bool(found) and any(n["text"] == ANSWER for n in reader.tree())

    reader.until(ready, "the text stands in the field and can be sent")
    assert reader.ask("press", "push button", button), reader.error
    reader.until(lambda: any(ANSWER in name for name in reader.thread()), "the bubble appears")
    assert shown(reader)["id"] == conversation, "nobody is led away from the conversation they write in"
    assert len(reader.thread()) > len(before)

    def left() -> bool:
        last = reader.cli("show", str(conversation)).json["messages"][-1]
        return bool(last["direction"] == "out" and last["state"] == "sent" and last["text"].endswith(ANSWER))

    reader.until(left, "it reaches the network")
