"""Where the keys go can be seen, in every theme: each control looks different while it has the focus."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QSplitterHandle, QWidget

from support.fake_desk import FakeDesk
from ui.dialogs.canned import CannedManager
from ui.main_window import MainWindow
from ui.moving.cheat_sheet import CheatSheet
from ui.prefs.dialog import PreferencesDialog
from ui.theme import Scheme


def focusable(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not isinstance(one, QSplitterHandle)
    ]


def look(root: QWidget, widget: QWidget) -> QImage:
    """The control with its surroundings, where a frame around it may be drawn."""
    place = widget.mapTo(root, QPoint(0, 0))
    return root.grab().copy(place.x() - 18, place.y() - 18, widget.width() + 36, widget.height() + 36).toImage()


def unseen(root: QWidget, elsewhere: QWidget) -> list[str]:
    found = []
    for widget in focusable(root):
        if widget is elsewhere:
            continue
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        before = look(root, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert QApplication.focusWidget() is widget
        # Qt sets it with the Tab key, not with its reason.
        root.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if look(root, widget) == before:
            found.append(f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}")
    return found


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_every_control_of_the_window_shows_the_focus(window: MainWindow, scheme: Scheme) -> None:
    QApplication.setCursorFlashTime(0)
    window.theme.set_scheme(scheme)
    assert unseen(window, window.list.search) == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_so_does_every_control_of_the_settings(window: MainWindow, scheme: Scheme, run) -> None:
    QApplication.setCursorFlashTime(0)
    window.theme.set_scheme(scheme)
    window.accounts.setting("theme")
    (dialog,) = window.findChildren(PreferencesDialog)
    dialog.activateWindow()
    dialog.field.setFocus()
    run(asyncio.sleep(0.05))
    assert unseen(dialog, dialog.field) == []


ALL_SCHEMES = pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])


@ALL_SCHEMES
def test_so_does_every_control_of_the_bar_over_a_selection(window: MainWindow, scheme: Scheme, run, until) -> None:
    QApplication.setCursorFlashTime(0)
    window.theme.set_scheme(scheme)
    window.list.table.select_everything()
    run(until(window.list.bulk.isVisible))
    assert len(focusable(window.list.bulk)) >= 3
    assert unseen(window, window.list.search) == []


@ALL_SCHEMES
def test_so_does_every_control_of_the_canned_responses(
    window: MainWindow, desk: FakeDesk, scheme: Scheme, run, until
) -> None:
    QApplication.setCursorFlashTime(0)
    window.theme.set_scheme(scheme)
    desk.add_canned("Hours", "We are open.", category="Info", language="en")
    manager = CannedManager(window, window.bridge, window.theme)
    manager.open()
    manager.activateWindow()
    run(until(lambda: manager.list.count() == 1))
    manager.search.setFocus()
    run(asyncio.sleep(0.05))
    assert len(focusable(manager)) >= 8
    assert unseen(manager, manager.search) == []
    manager.reject()


@ALL_SCHEMES
def test_so_does_every_control_of_the_sheet_of_keys(window: MainWindow, scheme: Scheme, run) -> None:
    QApplication.setCursorFlashTime(0)
    window.theme.set_scheme(scheme)
    sheet = CheatSheet(window, window.theme, window.actions_table)
    sheet.open()
    sheet.activateWindow()
    sheet.field.setFocus()
    run(asyncio.sleep(0.05))
    assert len(focusable(sheet)) >= 3
    assert unseen(sheet, sheet.field) == []
    sheet.reject()
