"""What a deed that the network confirmed changes on the stored message."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, update

from scrm_desktop.domain.commands import Deed, DoDeed
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.store.packing import unpack
from scrm_desktop.store.tables_cache import messages
from scrm_desktop.store.values import clean, to_json

_FLAGS = {
    Deed.FAVOURITE: ("favourited", "favourites", 1),
    Deed.UNFAVOURITE: ("favourited", "favourites", 0),
    Deed.BOOST: ("boosted", "boosts", 1),
    Deed.UNBOOST: ("boosted", "boosts", 0),
}
#: What a deed of moderation leaves; a comment that came out of spam or trash is held until it is approved.
_MODERATION = {
    Deed.APPROVE: Moderation.NONE,
    Deed.UNAPPROVE: Moderation.HELD,
    Deed.SPAM: Moderation.SPAM,
    Deed.UNSPAM: Moderation.HELD,
    Deed.TRASH: Moderation.TRASH,
    Deed.UNTRASH: Moderation.HELD,
    Deed.HIDE: Moderation.HIDDEN,
    Deed.UNHIDE: Moderation.NONE,
}


def changes_message(deed: Deed) -> bool:
    """Whether it shows on the message itself."""
    return deed in _FLAGS or deed in _MODERATION or deed in (Deed.REACT, Deed.UNREACT)


def lay_on(connection: Connection, row: dict[str, Any], command: DoDeed) -> bool:
    """Change the stored message; false where it reads so already."""
    values = _values(row, command)
    if all(row[name] == value for name, value in values.items()):
        return False
    connection.execute(update(messages).where(messages.c.id == row["id"]).values(values))
    return True


def _values(row: dict[str, Any], command: DoDeed) -> dict[str, Any]:
    if command.deed in _FLAGS:
        flag, count, value = _FLAGS[command.deed]
        step = 0 if row[flag] == value else 1 if value else -1
        return {flag: value, count: max(0, row[count] + step)}
    parts = unpack(row["extra"])
    if command.deed in _MODERATION:
        parts["moderation"] = _MODERATION[command.deed].value
    else:
        parts["reactions"] = _reacted(parts.get("reactions", []), command)
    kept = {name: value for name, value in parts.items() if value}
    return {"extra": clean(to_json(kept)) if kept else ""}


def _reacted(reactions: list[list[Any]], command: DoDeed) -> list[list[Any]]:
    """Our emoji put there or taken away, counted with those of the others."""
    ours = command.deed is Deed.REACT
    counts = {emoji: [count, mine] for emoji, count, mine in reactions}
    count, mine = counts.get(command.value, [0, False])
    if bool(mine) != ours:
        count += 1 if ours else -1
    counts[command.value] = [count, ours]
    return [[emoji, count, mine] for emoji, (count, mine) in counts.items() if count > 0]
