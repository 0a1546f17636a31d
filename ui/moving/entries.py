"""What the palette lists: entries from several sources, in one order."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from scrm_desktop.domain.fuzzy import score
from scrm_desktop.late_dataclass import dataclass
from ui.i18n import QT_TRANSLATE_NOOP

RECENT = QT_TRANSLATE_NOOP("Palette", "Recent")
PEOPLE = QT_TRANSLATE_NOOP("Palette", "People")
CONVERSATIONS = QT_TRANSLATE_NOOP("Palette", "Conversations")
ACTIONS = QT_TRANSLATE_NOOP("Palette", "Actions")
VIEWS = QT_TRANSLATE_NOOP("Palette", "Views")
SETTINGS = QT_TRANSLATE_NOOP("Palette", "Settings")
CANNED = QT_TRANSLATE_NOOP("Palette", "Canned responses")

EACH, FIRST = 6, 8
"""So many entries of a group are shown, and so many recent ones."""
_RECENTLY = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line; ``group`` is a text of the context Palette, ``also`` are words it is found by but does not show.

    ``text`` and ``detail`` are safe to paint; ``id`` stays the same from day to day, for what is recent.
    ``face`` is the name whose initials are drawn.
    """

    id: str
    group: str
    text: str
    run: Callable[[], object]
    detail: str = ""
    key: str = ""
    icon: str = ""
    face: str = ""
    also: str = ""
    fits: int = 0


Source = Callable[[], Iterable[Entry]]
"""Asked once each time the palette opens; quick, in the window's thread."""
Search = Callable[[str], Coroutine[Any, Any, Sequence[Entry]]]
"""Asked after each keystroke; what is too late is thrown away. Entries carry what ``fits`` them, or are scored here."""


def ranked(entries: Iterable[Entry], typed: str, recent: Sequence[str]) -> list[tuple[str, list[Entry]]]:
    """Groups with their entries, the group of the best entry first; recent ones before others that fit alike."""
    lately = {name: len(recent) - place for place, name in enumerate(recent)}
    groups: dict[str, list[tuple[int, Entry]]] = {}
    # The same entry from a later source takes the place of the earlier one.
    for entry in {one.id: one for one in entries}.values():
        fits = entry.fits or score(typed, f"{entry.text} {entry.also}") or score(typed, f"{entry.text} {entry.detail}")
        if fits:
            bonus = _RECENTLY + lately[entry.id] if entry.id in lately else 0
            groups.setdefault(entry.group, []).append((fits + bonus, entry))
    for found in groups.values():
        found.sort(key=lambda pair: -pair[0])
    order = sorted(groups.items(), key=lambda group: -group[1][0][0])
    return [(name, [entry for _, entry in found[:EACH]]) for name, found in order]


def beginning(entries: Iterable[Entry], recent: Sequence[str]) -> list[tuple[str, list[Entry]]]:
    """Before anything is typed: what was used last, then some of each group."""
    known = {entry.id: entry for entry in entries}
    lately = [known[name] for name in recent if name in known][:FIRST]
    groups: dict[str, list[Entry]] = {}
    for entry in known.values():
        groups.setdefault(entry.group, []).append(entry)
    rest = [(name, groups[name][:EACH]) for name in (ACTIONS, VIEWS) if name in groups]
    return [*([(RECENT, lately)] if lately else []), *rest]


def heading(group: str) -> str:
    """A group's name in the window's language."""
    return QCoreApplication.translate("Palette", group)
