"""The first run: a language, two ways to begin, and the way round both; empty lists that say what to do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from support.fake_desk import FakeDesk
from support.fake_desk_state import ME
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Theme
from ui.views import account_view, fixed_views, label_view


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk(empty=True)


@pytest.fixture
def window(bridge: Bridge, theme: Theme, run, until):
    made = MainWindow(bridge, theme, Preferences())
    made.start()
    made.show()
    made.activateWindow()

    async def ready() -> None:
        await until(lambda: made.house.ready and made.welcome.isVisible())

    run(ready())
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_return_alone_begins_with_an_account(window: MainWindow, run, until) -> None:
    async def story() -> None:
        await until(window.welcome._connect.hasFocus)
        QTest.keyClick(window.welcome._connect, Qt.Key.Key_Return)
        await until(lambda: "wizard" in window.accounts._open)
        window.accounts._open["wizard"].reject()

    run(story())


def test_every_way_is_reached_by_tab(window: MainWindow, run, until) -> None:
    async def story() -> None:
        await until(window.welcome._connect.hasFocus)
        reached = set()
        for _ in range(12):
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        ways = {window.welcome._practice, window.welcome._skip, window.welcome.language}
        assert ways <= reached

    run(story())


def test_practice_is_asked_for(window: MainWindow) -> None:
    asked: list[bool] = []
    window.welcome.practice_asked.connect(lambda: asked.append(True))
    window.welcome._practice.click()
    assert asked == [True]


def test_all_of_it_can_be_skipped_and_the_list_says_how_to_begin(window: MainWindow, run, until) -> None:
    async def story() -> None:
        window.welcome._skip.click()
        await until(window.list.isVisible)
        assert "Connect an account" in window.list._empty.text()
        window.list.search.setText("refund")
        await until(lambda: "Nothing found" in window.list._empty.text())
        assert window.welcome.was_skipped

    run(story())


def test_the_language_is_kept(window: MainWindow) -> None:
    box = window.welcome.language
    box.setCurrentIndex(box.findData("fr"))
    box.activated.emit(box.currentIndex())
    assert window.preferences.settings.language == "fr"
    assert "français" in window.welcome._later.text()


def test_no_button_is_without_words(window: MainWindow) -> None:
    assert all(button.text() for button in window.welcome.findChildren(QPushButton))


@pytest.mark.parametrize("view", [*fixed_views(ME), account_view(1, "a"), label_view(1, "b")], ids=lambda one: one.key)
def test_an_empty_view_says_what_is_so_and_what_to_do(view) -> None:
    assert view.empty.count(".") >= 2, "one sentence of what is so, one of what comes next"
