"""A notification as data: what any service of a desktop can be asked to show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from scrm_desktop.late_dataclass import dataclass

OPEN, REPLY, DONE = "default", "reply", "done"
"""What a press on a notification or on one of its buttons asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """``title`` and ``body`` are plain text, whatever they hold; ``buttons`` are pairs of key and words.

    ``reply`` names the answer field of a service that has one (empty: none is offered), ``reply_button`` the same as
    a button for the others.
    """

    title: str
    body: str = ""
    open_label: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    reply: str = ""
    reply_hint: str = ""
    reply_button: str = ""
    urgent: bool = False
    sound: bool = True


class NotShown(Exception):
    """No service of the desktop took it; the reason is for the log."""


class Shower(QObject):
    """Shows cards.

    ``pressed`` carries the number of a card and a key, ``replied`` the number and the text that was typed, ``closed``
    the number of a card that is gone.
    """

    pressed = Signal(object, str)
    replied = Signal(object, str)
    closed = Signal(object)

    async def show_card(self, card: Card, *, replaces: int = 0) -> int:
        """Show it, in the place of another one if that is still there; its number. Raises NotShown."""
        raise NotImplementedError

    async def close_card(self, number: int) -> None:
        """Take it away; one that is gone already is no trouble."""
        raise NotImplementedError

    async def leave(self) -> None:
        """Let go of the service."""
        raise NotImplementedError
