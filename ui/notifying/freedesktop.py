"""The notification service of Linux desktops (org.freedesktop.Notifications), spoken to on the session bus.

Qt's own D-Bus module can't write an unsigned number from Python, which the service insists on; jeepney, which the
keyring uses too, writes what it is told. All of it is asynchronous: a service that hangs costs a notification.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import importlib
import logging
import os
from typing import Any

from ui.notifying.card import DONE, OPEN, REPLY, Card, NotShown, Shower

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INLINE = "inline-reply"
_PATIENCE = 5.0
_KEYS = frozenset({OPEN, REPLY, DONE})

_log = logging.getLogger(__name__)


class Freedesktop(Shower):
    """Connects when the first card is shown, and again after the bus was lost."""

    def __init__(self, application: str, icon: str = "") -> None:
        super().__init__()
        self._application, self._icon = application, icon
        self._router: Any = None
        self._opened: Any = None
        self._listening: asyncio.Task[None] | None = None
        self._mine: set[int] = set()

    async def show_card(self, card: Card, *, replaces: int = 0) -> int:
        able = await self._capabilities()
        actions = _actions(card, able)
        body = html.escape(card.body, quote=False) if "body-markup" in able else card.body
        told = (
            self._application,
            replaces if replaces in self._mine else 0,
            self._icon,
            card.title,
            body if "body" in able else "",
            actions,
            _hints(card),
            -1,
        )
        number = int((await self._call("Notify", "susssasa{sv}i", told))[0])
        self._mine.add(number)
        return number

    async def close_card(self, number: int) -> None:
        if number in self._mine:
            self._mine.discard(number)
            # Gone already, or the service is: either way there is nothing to take away.
            with contextlib.suppress(NotShown):
                await self._call("CloseNotification", "u", (number,))

    async def leave(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None
        opened, self._opened, self._router = self._opened, None, None
        if opened is not None:
            with contextlib.suppress(Exception):
                await opened.__aexit__(None, None, None)

    # -- the bus ----------------------------------------------------------------------------------
    async def _capabilities(self) -> frozenset[str]:
        """Asked each time: another service may have taken the first one's place."""
        return frozenset((await self._call("GetCapabilities", None, ()))[0])

    async def _call(self, method: str, signature: str | None, arguments: tuple[object, ...]) -> tuple[Any, ...]:
        jeepney: Any = importlib.import_module("jeepney")
        try:
            router = await self._connected(jeepney)
            address = jeepney.DBusAddress(PATH, bus_name=SERVICE, interface=SERVICE)
            message = jeepney.new_method_call(address, method, signature, arguments)
            reply = await asyncio.wait_for(router.send_and_get_reply(message), _PATIENCE)
        except Exception as error:
            # The library raises what its parts raise (OSError, EOFError, KeyError, its own); all mean the same here.
            await self.leave()
            raise NotShown(f"{type(error).__name__}: {error}") from error
        if reply.header.message_type is jeepney.MessageType.error:
            raise NotShown(f"the service refused {method}: {reply.header.fields.get(jeepney.HeaderFields.error_name)}")
        found: tuple[Any, ...] = reply.body
        return found

    async def _connected(self, jeepney: Any) -> Any:
        if self._router is not None and self._listening is not None and not self._listening.done():
            return self._router
        await self.leave()
        bus: Any = importlib.import_module("jeepney.io.asyncio")
        self._opened = bus.open_dbus_router("SESSION")
        self._router = await asyncio.wait_for(self._opened.__aenter__(), _PATIENCE)
        rule = jeepney.MatchRule(type="signal", interface=SERVICE, path=PATH)
        queue: asyncio.Queue[Any] = asyncio.Queue()
        self._router.filter(rule, queue=queue)
        asked = jeepney.message_bus.AddMatch(rule)
        await asyncio.wait_for(self._router.send_and_get_reply(asked), _PATIENCE)
        self._listening = asyncio.get_running_loop().create_task(self._listen(queue, jeepney))
        return self._router

    async def _listen(self, queue: asyncio.Queue[Any], jeepney: Any) -> None:
        while True:
            message = await queue.get()
            try:
                self._heard(message.header.fields.get(jeepney.HeaderFields.member), *message.body)
            except (TypeError, ValueError):
                # Others may send on the session bus what they like.
                _log.warning("a signal of the notification service could not be understood")

    def _heard(self, signal: str, number: int, what: object = "") -> None:
        if number not in self._mine:
            return
        if signal == "ActionInvoked" and what in _KEYS:
            self.pressed.emit(number, str(what))
        elif signal == "NotificationReplied" and isinstance(what, str):
            self.replied.emit(number, what)
        elif signal == "ActivationToken" and isinstance(what, str):
            # With it the window system lets our window come to the front.
            os.environ["XDG_ACTIVATION_TOKEN"] = what
        elif signal == "NotificationClosed":
            self._mine.discard(number)
            self.closed.emit(number)


def _actions(card: Card, able: frozenset[str]) -> list[str]:
    """Keys and words in turn, as far as the service has buttons."""
    if "actions" not in able:
        return []
    pairs: list[tuple[str, str]] = [(OPEN, card.open_label)]
    if card.reply and INLINE in able:
        pairs.append((INLINE, card.reply))
    elif card.reply_button:
        pairs.append((REPLY, card.reply_button))
    pairs.extend(card.buttons)
    return [part for pair in pairs for part in pair]


def _hints(card: Card) -> dict[str, tuple[str, object]]:
    hints: dict[str, tuple[str, object]] = {
        "desktop-entry": ("s", "scrm-desktop"),
        "category": ("s", "im.received"),
        "urgency": ("y", 2 if card.urgent else 1),
        "suppress-sound": ("b", not card.sound),
    }
    if card.sound:
        hints["sound-name"] = ("s", "message-new-instant")
    if card.reply:
        hints["x-kde-reply-placeholder-text"] = ("s", card.reply_hint)
        hints["x-kde-reply-submit-button-text"] = ("s", card.reply)
    return hints
