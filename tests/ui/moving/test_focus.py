"""Where the keys go can be seen, in every theme: each control looks different while it has the focus."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QSplitterHandle, QWidget

from ui.main_window import MainWindow
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
