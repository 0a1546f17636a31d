"""How a handle is written: with the sign by which the network itself calls people, or as it is (a mail address)."""

from __future__ import annotations

from scrm_desktop.domain.accounts import ChannelInfo
from ui.text import one_line


def called(info: ChannelInfo | None, handle: str, *, limit: int = 120) -> str:
    """One harmless line; a network that nobody knows any more counts as one with a sign."""
    sign = "@" if info is None or info.at else ""
    return f"{sign}{one_line(handle, limit=limit)}" if handle else ""
