"""What is on the screen can be read: the colours that were painted, not those that were meant."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget

from support.fake_desk import FakeDesk
from ui.dialogs.canned import CannedManager
from ui.main_window import MainWindow
from ui.moving.cheat_sheet import CheatSheet
from ui.moving.palette import Palette
from ui.theme import DARK, LIGHT, Scheme

pytestmark = pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def strongest(image: QImage) -> float:
    """The contrast of the most common colour with the one that stands out most: the body of a letter."""
    seen = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = luminance(QColor(seen.most_common(1)[0][0]))
    others = [luminance(QColor(pixel)) for pixel in seen]
    return max((max(ground, one) + 0.05) / (min(ground, one) + 0.05) for one in others)


def texts(root: QWidget) -> list[QWidget]:
    """Labels and buttons that show words, wholly in sight."""
    return [
        one
        for one in root.findChildren(QWidget)
        if isinstance(one, (QLabel, QAbstractButton))
        and one.text().strip()
        and one.isVisible()
        and one.visibleRegion().boundingRect() == one.rect()
        and not (isinstance(one, QAbstractButton) and not one.icon().isNull())
    ]


def pale(root: QWidget, least: float) -> list[str]:
    """Texts below this contrast; the frame of a button and the tick of a box are left out."""
    # Twice as large: a thin letter has no whole pixel of its colour at the size of the screen.
    ratio, found = 2, []
    picture = QPixmap(root.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    root.render(picture)
    for one in texts(root):
        left = 26 if isinstance(one, QCheckBox) else 4
        margin = (left, 4, -4, -4) if isinstance(one, QAbstractButton) else (0, 0, 0, 0)
        inner = one.rect().adjusted(*margin).translated(one.mapTo(root, QPoint(0, 0)))
        part = QRect(inner.topLeft() * ratio, inner.size() * ratio)
        measured = strongest(picture.copy(part).toImage())
        if measured < least:
            found.append(f"{type(one).__name__} {one.text()[:40]!r} in {type(one.parent()).__name__}: {measured:.2f}")
    return found


def test_the_window_with_a_selection(window: MainWindow, scheme: Scheme, run, until) -> None:
    window.theme.set_scheme(scheme)
    window.list.table.select_everything()
    run(until(window.list.bulk.isVisible))
    assert len(texts(window.list.bulk)) >= 4
    window.status.tell("Note added", undo=True)
    run(asyncio.sleep(0.05))
    assert pale(window, 4.5) == []


def test_the_canned_responses_and_the_sheet(window: MainWindow, desk: FakeDesk, scheme: Scheme, run, until) -> None:
    window.theme.set_scheme(scheme)
    desk.add_canned("Hours", "We are open.", category="Info", language="en")
    manager = CannedManager(window, window.bridge, window.theme)
    sheet = CheatSheet(window, window.theme, window.actions_table)
    manager.open()
    sheet.open()
    run(until(lambda: manager.list.count() == 1))
    run(asyncio.sleep(0.05))
    assert len(texts(manager)) >= 6
    assert pale(manager, 4.5) + pale(sheet, 4.5) == []
    manager.reject()
    sheet.reject()


def test_the_palette(window: MainWindow, scheme: Scheme, run) -> None:
    """Its lines are painted: each as one strip of the list."""
    window.theme.set_scheme(scheme)
    window.list.table.setFocus()
    QTest.keyClick(window.list.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Palette) and one.isVisible())
    run(asyncio.sleep(0.05))
    picture = made.list.viewport().grab().toImage()
    strips = [made.list.visualRect(made.model.index(row)) for row in range(5)]
    assert [row for row, strip in enumerate(strips) if strongest(picture.copy(strip)) < 4.5] == []
    assert pale(made, 4.5) == []


def test_every_page_of_the_settings(window: MainWindow, scheme: Scheme, run) -> None:
    window.theme.set_scheme(scheme)
    window.accounts.settings()
    dialog = window.accounts._open["settings"]
    found = []
    for row in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(row)
        run(asyncio.sleep(0.03))
        found += pale(dialog, 4.5)
    dialog.reject()
    assert found == []


def test_a_pale_text_is_found(window: MainWindow, scheme: Scheme) -> None:
    """The check itself: the ink of borders is no ink for words."""
    tokens = LIGHT if scheme is Scheme.LIGHT else DARK
    label = QLabel("Hardly to be read", window)
    label.setStyleSheet(f"color: {tokens.line.name()}; background: {tokens.panel.name()};")
    label.setGeometry(0, 0, 200, 30)
    label.show()
    assert any("Hardly" in one for one in pale(window, 4.5))
