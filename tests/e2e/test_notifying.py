"""The real program, hidden, on a private session bus: a customer writes, and is answered from the notification.

The notification service is our own with an answer field; the practice network's customers write by themselves.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.cli import Cli
from support.notification_session import Bus, OwnService
from support.processes import Process, python, until
from support.xvfb import Screen

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]
ANSWER = "Sorry about that! We are looking into it right now."


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    with Bus(tmp_path / "bus") as running:
        yield running


def singles(service: OwnService) -> list[list[Any]]:
    """The notifications of one conversation that offer an answer."""
    return [one for one in service.calls if one[0] == "Notify" and "inline-reply" in one[5]]


def test_answered_from_the_notification(bus: Bus, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Screen(tmp_path) as screen, OwnService(bus, "actions", "body", "body-markup", "inline-reply") as service:
        env = screen.environment(
            HOME=os.fspath(tmp_path), XDG_RUNTIME_DIR=os.fspath(tmp_path), DBUS_SESSION_BUS_ADDRESS=bus.address
        )
        argv = python("-m", "ui.app", "--practice", "--hidden", "--language", "en", "--profile", os.fspath(profile))
        with Process(argv, output=tmp_path / "program.log", env=env) as process:
            cli = Cli(profile, env)
            until(lambda: bool(singles(service)), 120, why=f"somebody writes: {process.text}")
            number, title, labels = (singles(service)[-1][place] for place in (1, 3, 5))
            public = "Reply in public" in labels
            service.emit("NotificationReplied", number, ANSWER)

            def answered() -> list[dict[str, Any]]:
                rows: list[dict[str, Any]] = cli("inbox", "--status", "all").json
                (row,) = [
                    one for one in rows if f"@{one['handle']}" in title.replace("\u2068", "").replace("\u2069", "")
                ]
                messages: list[dict[str, Any]] = cli("show", str(row["id"])).json["messages"]
                return [one for one in messages if one["direction"] == "out" and ANSWER in one["text"]]

            until(lambda: any(one["state"] == "sent" for one in answered()), 60, why="the answer is sent")
            (sent,) = answered()
            assert (sent["visibility"] != "direct") is public
            until(lambda: ["CloseNotification", number] in service.calls, 30, why="it is taken away")
            process.stop()
            assert process.status == 0, process.text
        assert "Traceback" not in process.text
