"""What the choice of PySide6 hangs on (docs/decisions.md)."""

from __future__ import annotations

import sys

from pytestqt.qtbot import QtBot


def test_qt_calls_do_not_use_up_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 takes one reference to None a call, which ends a program on Python 3.11."""
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    app, thing = QApplication.instance(), QObject()
    assert app is not None
    before = sys.getrefcount(None)
    for _ in range(1000):
        app.processEvents()
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100
