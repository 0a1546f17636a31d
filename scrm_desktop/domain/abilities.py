"""A network's capabilities in words, for people: in the account wizard and in the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from scrm_desktop.domain.accounts import Capabilities, ChannelInfo

ABILITIES: tuple[tuple[str, str], ...] = (
    ("reply", "Answering from here"),
    ("public", "Public answers"),
    ("direct", "Direct messages"),
    ("media", "Pictures and files"),
    ("edit", "Editing what was sent"),
    ("delete", "Deleting what was sent"),
    ("favourite", "Favourites"),
    ("boost", "Boosts"),
    ("reactions", "Emoji reactions"),
    ("content_warning", "Content warnings"),
    ("mute", "Muting people"),
    ("block", "Blocking people"),
    ("report", "Reporting people"),
    ("approve", "Approving comments"),
    ("spam", "Marking as spam"),
    ("trash", "Moving to the trash"),
    ("hide", "Hiding answers"),
    ("receipts", "Showing that we have read"),
    ("streaming", "New messages at once"),
    ("idempotency", "Repeated sends recognised"),
)
"""Capability and its name for people, most important first."""
MAIN = ("public", "direct", "media", "edit", "delete")
"""What is named first where there is room for one line."""


def has(can: Capabilities, name: str) -> bool:
    """Whether a capability is there, be it a flag or a list."""
    return bool(getattr(can, name))


def allowed(can: Capabilities) -> list[str]:
    """The names of what is there."""
    return [label for name, label in ABILITIES if has(can, name)]


def in_short(can: Capabilities) -> list[str]:
    """The few that fit into a line; nothing but reading is nothing."""
    return [label for name, label in ABILITIES if name in MAIN and has(can, name)] if can.reply else []


def reasons(info: ChannelInfo) -> Iterator[tuple[str, str]]:
    """Name and reason of what is not there, one line for all that have the same reason."""
    together: dict[str, list[str]] = {}
    why = dict(info.why_not)
    for name, label in ABILITIES:
        if name in why:
            together.setdefault(why[name], []).append(label)
    yield from ((", ".join(labels), reason) for reason, labels in together.items())
