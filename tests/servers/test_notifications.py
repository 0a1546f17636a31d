"""The Linux desktop's notification service: a real one (dunst), and one of our own with an answer field."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.notification_session import Bus, OwnService
from support.processes import Process, until
from support.xvfb import Screen
from ui.notifying.card import DONE, OPEN, Card, NotShown
from ui.notifying.freedesktop import Freedesktop

pytestmark = [pytest.mark.servers, pytest.mark.timeout(120)]

CARD = Card(
    title="Camille <b>Durand</b> (@camille@x.example)",
    body="<img src='http://x.example/a.png'> & <b>where</b> is it?",
    open_label="Open",
    buttons=((DONE, "Done"),),
    reply="Reply in public",
    reply_hint="Everybody who sees the conversation will see it",
    reply_button="Reply in public…",
)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with Bus(tmp_path / "bus") as running:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.address)
        yield running


class Heard:
    """What came back from the service."""

    def __init__(self, shower: Freedesktop) -> None:
        self.all: list[tuple[object, ...]] = []
        shower.pressed.connect(lambda number, key: self.all.append(("pressed", number, key)))
        shower.replied.connect(lambda number, text: self.all.append(("replied", number, text)))
        shower.closed.connect(lambda number: self.all.append(("closed", number)))

    async def until(self, *what: object) -> None:
        async with asyncio.timeout(20):
            while what not in self.all:
                await asyncio.sleep(0.01)


@pytest.fixture
def shower(qapp: object) -> Freedesktop:
    return Freedesktop("SCRM Desktop")


# -- dunst, as it is packaged -------------------------------------------------------------------------
@pytest.fixture
def dunst(bus: Bus, tmp_path: Path) -> Iterator[Process]:
    with Screen(tmp_path) as screen:
        env = screen.environment(DBUS_SESSION_BUS_ADDRESS=bus.address, HOME=os.fspath(tmp_path))
        with Process(["dunst", "-verbosity", "info"], output=tmp_path / "dunst.log", env=env) as running:
            ask = ["gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o", "/", "-m"]
            named = [*ask, "org.freedesktop.DBus.NameHasOwner", "org.freedesktop.Notifications"]
            until(lambda: "true" in bus.run(named), why=f"dunst is on the bus: {running.text}")
            yield running


def history(bus: Bus) -> list[dict[str, Any]]:
    told = json.loads(bus.run(["dunstctl", "history"]))
    return [{name: field["data"] for name, field in one.items()} for one in told["data"][0]]


async def test_dunst_takes_it_and_shows_text_as_text(bus: Bus, dunst: Process, shower: Freedesktop) -> None:
    number = await shower.show_card(CARD)
    assert bus.run(["dunstctl", "count", "displayed"]).strip() == "1"
    again = await shower.show_card(CARD, replaces=number)
    assert again == number, "it is replaced, not doubled"
    assert bus.run(["dunstctl", "count", "displayed"]).strip() == "1"
    await shower.close_card(number)
    (one,) = history(bus)
    assert one["appname"] == "SCRM Desktop"
    assert "&lt;img src=" in one["body"]
    assert "<img" not in one["body"]
    await shower.leave()


async def test_a_press_in_dunst_comes_back(bus: Bus, dunst: Process, shower: Freedesktop) -> None:
    heard = Heard(shower)
    number = await shower.show_card(CARD)
    await asyncio.to_thread(bus.run, ["dunstctl", "action", "0"])
    await heard.until("pressed", number, OPEN)
    await shower.leave()


async def test_a_service_that_comes_back_is_found_again(bus: Bus, dunst: Process, shower: Freedesktop) -> None:
    await shower.show_card(CARD)
    dunst.stop()
    with pytest.raises(NotShown):
        await shower.show_card(CARD)
    with OwnService(bus, "body", "actions") as service:
        await shower.show_card(CARD)
        assert service.calls[-1][0] == "Notify"
    await shower.leave()


# -- our own, which has an answer field ----------------------------------------------------------------
async def test_an_answer_typed_into_the_notification_comes_back(bus: Bus, shower: Freedesktop) -> None:
    heard = Heard(shower)
    with OwnService(bus, "actions", "body", "body-markup", "inline-reply") as service:
        number = await shower.show_card(CARD)
        notify = service.calls[-1]
        assert notify[0:2] == ["Notify", number]
        assert notify[3] == CARD.title
        assert notify[4] == "&lt;img src='http://x.example/a.png'&gt; &amp; &lt;b&gt;where&lt;/b&gt; is it?"
        assert notify[5] == ["default", "Open", "inline-reply", "Reply in public", "done", "Done"]
        assert notify[6]["x-kde-reply-placeholder-text"] == CARD.reply_hint
        assert notify[6]["desktop-entry"] == "scrm-desktop"
        service.emit("NotificationReplied", number, "Tomorrow, Camille é🥐")
        await heard.until("replied", number, "Tomorrow, Camille é🥐")
        service.emit("ActionInvoked", number, "done")
        await heard.until("pressed", number, DONE)
        service.emit("NotificationClosed", number, 2)
        await heard.until("closed", number)
        await shower.leave()


async def test_signals_about_other_programs_notifications_are_not_ours(bus: Bus, shower: Freedesktop) -> None:
    heard = Heard(shower)
    with OwnService(bus, "actions", "body", "inline-reply") as service:
        number = await shower.show_card(CARD)
        service.emit("NotificationReplied", number + 7, "not for us")
        service.emit("ActionInvoked", number, "rm -rf")
        service.emit("ActionInvoked", number, OPEN)
        await heard.until("pressed", number, OPEN)
        assert heard.all == [("pressed", number, OPEN)]
        await shower.leave()


async def test_a_plain_service_gets_no_markup_and_no_buttons(bus: Bus, shower: Freedesktop) -> None:
    with OwnService(bus, "body") as service:
        await shower.show_card(CARD)
        notify = service.calls[-1]
        assert (notify[4], notify[5]) == (CARD.body, [])
        await shower.leave()


async def test_without_an_answer_field_the_button_leads_to_the_composer(bus: Bus, shower: Freedesktop) -> None:
    with OwnService(bus, "actions", "body") as service:
        await shower.show_card(CARD)
        assert service.calls[-1][5] == ["default", "Open", "reply", "Reply in public…", "done", "Done"]
        await shower.leave()


async def test_no_service_and_no_bus_are_said_soon(
    bus: Bus, shower: Freedesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotShown):
        await shower.show_card(CARD)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    with pytest.raises(NotShown):
        await Freedesktop("x").show_card(CARD)
    await shower.leave()
