"""Another language without a restart: everything that is shown changes, nothing that was held is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrm_desktop.domain.triage import Status
from support.fake_desk import FakeDesk
from ui import translations
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.moving.anew import renew
from ui.preferences import Preferences
from ui.prefs.dialog import PreferencesDialog
from ui.theme import Theme

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Holder:
    """As the program does it: one window at a time, and a new one for another language."""

    def __init__(self, bridge: Bridge, theme: Theme, preferences: Preferences) -> None:
        self.bridge, self.theme, self.preferences = bridge, theme, preferences
        self.window = self.make()

    def make(self) -> MainWindow:
        self.window = MainWindow(self.bridge, self.theme, self.preferences)
        self.window.language_chosen.connect(lambda: self.bridge.spawn(self.speak()))
        return self.window

    async def speak(self) -> None:
        await renew(self.window, self.bridge, set(), self.make, self.preferences.settings.language)


@pytest.fixture
def holder(qapp: QApplication, bridge: Bridge, theme: Theme, tmp_path: Path, run, until) -> Iterator[Holder]:
    locale = QLocale()
    translations.install(qapp, "en")
    made = Holder(bridge, theme, Preferences(tmp_path))
    made.window.start()
    made.window.show()

    async def filled() -> None:
        await until(lambda: made.window.filled)

    run(filled())
    yield made
    run(bridge.silence(set()))
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    translations.remove(qapp)
    QLocale.setDefault(locale)


def test_the_window_speaks_french_from_now_on(holder: Holder, desk: FakeDesk, run, until) -> None:
    async def story() -> None:
        old = holder.window
        old.sidebar.choose("everything")
        await until(lambda: old.model.loaded)
        old.list.table.go_to(4)
        composer = old.conversation.composer
        await until(lambda: composer._row is not None and composer._row.id == 4 and composer._restored)
        QTest.keyClicks(old.conversation.composer.form.field, "Half a sentence")
        old.actions_table["done"].trigger()
        await until(lambda: old.triage_actions.triage.can_undo)
        shown = old.list.table.current_id
        old.accounts.setting("language")
        holder.preferences.set("language", "fr")
        await until(lambda: holder.window is not old and holder.window.filled)
        new = holder.window
        assert new.actions_table["settings"].text() == "Réglages"
        assert new.sidebar.entries[0].text == "À répondre"
        assert new.sidebar.view.key == "everything"
        await until(lambda: new.list.table.current_id == shown)
        assert any("Half a sentence" in draft.text for draft in desk.drafts.values())
        assert [one.windowTitle() for one in new.findChildren(PreferencesDialog)] == ["Réglages"]
        new.accounts._open["settings"].accept()
        assert new.triage_actions.triage.can_undo
        new.actions_table["undo"].trigger()
        await until(lambda: desk.rows[4].status is Status.OPEN)
        # Changes reach the new window, and only that.
        before = new.house.counts.needs_reply
        desk.arrive(3, "One more thing")
        await until(lambda: new.house.counts.needs_reply > before)
        holder.preferences.set("language", "en")
        await until(lambda: holder.window is not new and holder.window.filled)
        assert holder.window.actions_table["settings"].text() == "Settings"
        assert len([one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]) == 1

    run(story())
