"""Where the palette's entries come from: actions, views, settings; people and conversations as they are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scrm_desktop.domain.finding import PersonHit
from scrm_desktop.domain.views import ConversationRow
from ui import row_words, text
from ui.actions import EVERY
from ui.moving import entries
from ui.moving.entries import Entry
from ui.moving.menus import heading
from ui.prefs.table import SETTINGS, page_words, setting_words

if TYPE_CHECKING:
    from ui.main_window import MainWindow

#: Nobody looks for what they have just done.
_NOT_LISTED = frozenset({"palette", "menu", "next_pane", "previous_pane"})


def actions(window: MainWindow) -> Iterator[Entry]:
    """Whatever can be done now."""
    table = window.actions_table
    for spec in EVERY:
        action = table[spec.id]
        if action.isEnabled() and spec.id not in _NOT_LISTED:
            yield Entry(
                id=f"action:{spec.id}",
                group=entries.ACTIONS,
                text=action.text().rstrip("…"),
                detail=heading(spec.section),
                key=table.shown(spec.id),
                icon=spec.icon,
                run=action.trigger,
                # By its English name, too: people who know another program look for that.
                also=f"{spec.text} {QCoreApplication.translate('Actions', spec.tip) if spec.tip else ''}",
            )


def views(window: MainWindow) -> Iterator[Entry]:
    """Every line of the sidebar: views, channels, labels, and whatever else stands there."""
    for line in window.sidebar.entries:
        if line.view is not None:
            yield Entry(
                id=f"view:{line.key}",
                group=entries.VIEWS,
                text=line.text,
                detail=text.number(line.count) if line.count else line.tip,
                icon="label" if line.tone else "inbox",
                run=partial(window.show_view, line.key),
            )


def settings(window: MainWindow) -> Iterator[Entry]:
    """Each setting, by its name and by what it is about."""
    for one in SETTINGS:
        yield Entry(
            id=f"setting:{one.id}",
            group=entries.SETTINGS,
            text=setting_words(one),
            detail=page_words(one.page),
            icon="settings",
            run=partial(window.accounts.setting, one.id),
            also=f"{one.text} {QCoreApplication.translate('Settings', one.also) if one.also else ''}",
        )


async def found(window: MainWindow, typed: str) -> Sequence[Entry]:
    """People and conversations, as the store finds them."""
    result = await window.bridge.ask(window.bridge.desk.find(typed, entries.FIRST))
    people = [person(window, hit) for hit in result.people]
    best = len(result.conversations)
    # The store has ordered them; a name that fits stands before a text that does.
    return [*people, *(conversation(window, row, 60 + best - at) for at, row in enumerate(result.conversations))]


def person(window: MainWindow, hit: PersonHit) -> Entry:
    """A customer: the newest conversation with them."""
    return Entry(
        id=f"person:{hit.profile_id}",
        group=entries.PEOPLE,
        text=text.isolate(text.display_name(hit.name, hit.handle)),
        detail=text.isolate(f"@{text.one_line(hit.handle, limit=120)}"),
        face=hit.name or hit.handle,
        run=partial(window.open_conversation, hit.conversation_id),
        fits=hit.score,
    )


def conversation(window: MainWindow, row: ConversationRow, fits: int = 0) -> Entry:
    """A conversation: who it is with, and what was said last."""
    name = row_words.name(row.person, row.handle)
    when = text.short_when(row.last_at, datetime.now(UTC))
    return Entry(
        id=f"conversation:{row.id}",
        group=entries.CONVERSATIONS,
        text=text.isolate(name),
        detail=text.isolate(row_words.excerpt(row), limit=160),
        key=when,
        face=name,
        run=partial(window.open_conversation, row.id),
        fits=fits,
    )
