"""No word of the window is cut: English and French, at 100 and at 200 percent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from support.fake_desk import FakeDesk
from ui import translations
from ui.bridge import Bridge
from ui.dialogs.canned import CannedManager
from ui.guide.about_box import AboutBox
from ui.guide.window import GuideWindow
from ui.main_window import MainWindow
from ui.moving.cheat_sheet import CheatSheet
from ui.moving.palette import Palette
from ui.panes.bulk_bar import BulkBar
from ui.panes.conversation.elided import ElidedLabel
from ui.panes.customer.cards import LineButton
from ui.preferences import Preferences
from ui.prefs.table import PAGES
from ui.theme import Theme

#: What gets shorter by design: it paints an ellipsis itself and tells the whole in a tool tip or its accessible name.
SHORTENED = (ElidedLabel, LineButton)
LOOKS = [("en", 100), ("en", 200), ("fr", 100), ("fr", 200)]


@pytest.fixture(params=LOOKS, ids=[f"{language}-{zoom}" for language, zoom in LOOKS])
def window(
    request: pytest.FixtureRequest, qapp: QApplication, bridge: Bridge, theme: Theme, run, until
) -> Iterator[MainWindow]:
    language, zoom = request.param
    before = QLocale()
    translations.install(qapp, language)
    made = MainWindow(bridge, theme, Preferences())
    made.resize(1440, 900)
    made.start()
    made.show()
    made.activateWindow()
    run(until(lambda: made.filled))
    made.zoom_to(zoom)
    run(asyncio.sleep(0.05))
    yield made
    run(bridge.silence(set()))
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.set_zoom(1.0)
    translations.remove(qapp)
    QLocale.setDefault(before)


def cut(root: QWidget) -> list[str]:
    """Every text under a widget that needs more room than it has, with both sizes."""
    found = []
    for widget in root.findChildren(QWidget):
        if (
            not widget.isVisible()
            or isinstance(widget, SHORTENED)
            or not widget.visibleRegion().boundingRect().isValid()
        ):
            continue
        needed = room(widget)
        if needed is None:
            continue
        wide, high = needed
        if wide > widget.width() or high > widget.height():
            found.append(f"{words(widget)!r}: {(wide, high)} in {(widget.width(), widget.height())}")
    return found + [line for one in root.findChildren(QListWidget) if one.isVisible() for line in cut_lines(one)]


def words(widget: QWidget) -> str:
    text = widget.property("text") or widget.property("currentText") or widget.accessibleName()
    return f"{type(widget).__name__} {text}"


def room(widget: QWidget) -> tuple[int, int] | None:
    """What a text needs: its lines, and all that the style draws around them; ``None``: there is no text."""
    if isinstance(widget, QLabel):
        if not widget.text():
            return None
        if widget.wordWrap():
            longest = max(widget.text().split(), key=len, default="")
            return widget.fontMetrics().horizontalAdvance(longest), widget.heightForWidth(widget.width())
        return widget.sizeHint().width(), widget.sizeHint().height()
    if isinstance(widget, (QCheckBox, QRadioButton)) or (isinstance(widget, QAbstractButton) and widget.text()):
        return inked(widget)
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) + 24, widget.fontMetrics().height()
    if isinstance(widget, QTabBar):
        return widget.sizeHint().width(), widget.sizeHint().height()
    return None


def inked(button: QAbstractButton) -> tuple[int, int]:
    """Text, icon and tick; a push button's padding belongs to it, since its style clips the text there."""
    if isinstance(button, QPushButton):
        return button.sizeHint().width(), button.fontMetrics().height()
    metrics = button.fontMetrics()
    shown = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    if isinstance(button, QToolButton) and icon:
        style = button.toolButtonStyle()
        if style is Qt.ToolButtonStyle.ToolButtonIconOnly:
            return icon - 4, button.iconSize().height()
        if style is Qt.ToolButtonStyle.ToolButtonTextUnderIcon:
            return metrics.horizontalAdvance(shown), metrics.height() + button.iconSize().height()
    tick = 20 if isinstance(button, (QCheckBox, QRadioButton)) else 0
    return metrics.horizontalAdvance(shown) + icon + tick, metrics.height()


def cut_lines(listed: QListWidget) -> list[str]:
    """Lines of a list that stand wider than the list and cannot be scrolled to."""
    if listed.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return []
    return [
        listed.item(row).text()
        for row in range(listed.count())
        if listed.sizeHintForColumn(0) > listed.viewport().width() and not listed.item(row).toolTip()
    ]


def test_the_window_and_its_bars(window: MainWindow, run, until) -> None:
    assert "\n".join(cut(window)) == ""
    window.list.table.select_everything()
    (bar,) = window.findChildren(BulkBar)
    run(until(bar.isVisible))
    window.rail.practice.show()
    window.status.tell(window.tr("Note added"), undo=True)
    run(asyncio.sleep(0.05))
    assert "\n".join(cut(window)) == ""


def test_the_welcome_page(window: MainWindow, run) -> None:
    window.middle.setCurrentWidget(window.welcome)
    run(asyncio.sleep(0.05))
    assert "\n".join(cut(window)) == ""


@pytest.mark.parametrize("action", ["snooze", "label", "assign", "priority"])
def test_what_opens_over_the_window(window: MainWindow, action: str, run, until) -> None:
    window.actions_table[action].trigger()
    opened: list[QWidget] = []

    def there() -> bool:
        opened[:] = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
        return bool(opened)

    run(until(there))
    run(asyncio.sleep(0.05))
    assert [line for one in opened for line in cut(one)] == []


def test_the_palette(window: MainWindow, run) -> None:
    window.list.table.setFocus()
    QTest.keyClick(window.list.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Palette) and one.isVisible())
    run(asyncio.sleep(0.05))
    assert cut(made) == []


def test_the_sheet_of_keys_and_the_canned_responses(
    window: MainWindow, bridge: Bridge, theme: Theme, desk: FakeDesk, run, until
) -> None:
    desk.add_canned("Hours", "We are open, {{first_name}}.", category="Info", language="en", uses=3)
    sheet, manager = CheatSheet(window, theme, window.actions_table), CannedManager(window, bridge, theme)
    for dialog in (sheet, manager):
        dialog.open()
    run(until(lambda: manager.list.count() == 1))
    assert cut(sheet) == []
    assert cut(manager) == []
    for dialog in (sheet, manager):
        dialog.reject()


def test_help(window: MainWindow, run) -> None:
    window.going.helping.page("guide")
    window.going.helping.about()
    run(asyncio.sleep(0.05))
    opened = [*window.findChildren(GuideWindow), *window.findChildren(AboutBox)]
    assert [line for one in opened for line in cut(one)] == []
    assert len(opened) == 2


def test_every_page_of_the_settings(window: MainWindow, run) -> None:
    window.accounts.settings()
    dialog = window.accounts._open["settings"]
    found = {}
    for row, page in enumerate(PAGES):
        dialog.pages.setCurrentRow(row)
        run(asyncio.sleep(0.03))
        found[page.id] = cut(dialog)
    dialog.reject()
    assert {page: texts for page, texts in found.items() if texts} == {}


def test_a_text_that_is_cut_is_found(window: MainWindow) -> None:
    """The check itself: it would not be worth much if it found nothing."""
    label = QLabel("A text that has far more words than room", window)
    label.setGeometry(0, 0, 30, 10)
    label.show()
    assert any("far more words" in one for one in cut(window))
