"""A new window in the place of an old one, in another language: texts are made where widgets are made."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from ui import translations
from ui.bridge import Bridge

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def speak(language: str) -> None:
    """From now on texts are made in this language."""
    application = QCoreApplication.instance()
    if application is not None:
        translations.remove(application)
        translations.install(application, language)


async def renew(
    old: MainWindow, bridge: Bridge, kept: set[asyncio.Task[None]], make: Callable[[], MainWindow], language: str
) -> MainWindow:
    """Save what was typed, put a new window where the old one stood, and show in it what the old one showed.

    ``kept`` are tasks of the bridge that are not the old window's. Undo goes on where it was.
    """
    await old.conversation.flush()
    old.remember()
    view, shown = old.sidebar.view.key, old.list.table.current_id
    steps, practising = old.triage_actions.triage.steps, old.practising
    settings = old.accounts.settings_open
    await bridge.silence(kept)
    _delete(old, old.house, old.model)
    speak(language)
    new = make()
    new.practising = practising
    new.triage_actions.triage.steps = steps
    if shown is not None:
        new.list.table.wish = shown
    new.sidebar.choose(view)
    new.start()
    new.show()
    new.activateWindow()
    if settings:
        new.accounts.setting("language")
    return new


def _delete(*objects: QObject) -> None:
    """Now, and not when the loop comes round to it: until then their timers would go on."""
    for one in objects:
        one.deleteLater()
        QCoreApplication.sendPostedEvents(one, QEvent.Type.DeferredDelete.value)
