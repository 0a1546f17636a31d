"""Emoji by name, in English and French; those used last come first."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from scrm_desktop.domain.folding import fold
from scrm_desktop.errors import KnownError
from scrm_desktop.paths import write_private
from ui.resources import resource
from ui.theme import Theme

_NAME = Qt.ItemDataRole.UserRole
_CELL, _RECENT = 36, 27
FILE = "emoji-recent.json"


@cache
def emoji() -> tuple[tuple[str, str, str], ...]:
    """Every sign with its English names (divided by ``|``) and its French one. Reads one file, once."""
    lines = resource("emoji", "emoji.tsv").read_text("utf-8").splitlines()
    return tuple((sign, english, french) for sign, english, french in (line.split("\t") for line in lines))


def search(words: str) -> list[tuple[str, str, str]]:
    """Those of which every word begins a word of a name; a name that begins so comes first."""
    wanted = fold(words).split()
    found: list[tuple[int, tuple[str, str, str]]] = []
    for one in emoji():
        names = f" {fold(one[1])} {fold(one[2])}".replace("|", " ").replace("-", " ").replace("’", " ")
        if all(f" {word}" in names for word in wanted):
            first = any(fold(name).startswith(" ".join(wanted)) for name in (*one[1].split("|"), one[2]))
            found.append((0 if first else 1, one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def load_recent(folder: Path | None) -> list[str]:
    """What was used last. Blocking."""
    try:
        kept: object = json.loads((folder / FILE).read_text("utf-8")) if folder else []
    except (OSError, ValueError):
        return []
    known = {one[0] for one in emoji()}
    signs = cast("list[object]", kept) if isinstance(kept, list) else []
    return [one for one in signs if isinstance(one, str) and one in known][:_RECENT]


def save_recent(folder: Path | None, recent: list[str]) -> None:
    """Keep it; what can't be written costs nothing but that. Blocking."""
    if folder is None:
        return
    try:
        write_private(folder / FILE, json.dumps(recent[:_RECENT], ensure_ascii=False).encode())
    except (KnownError, OSError):
        return


class EmojiPicker(QFrame):
    """Closes by Escape or a click outside; ``picked`` carries the sign."""

    picked = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, recent: list[str], *, french: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recent, self._french = recent, french
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.field, self.list, self.name = QLineEdit(), QListWidget(), QLabel()
        self.field.setPlaceholderText(self.tr("Search emoji"))
        self.field.setAccessibleName(self.tr("Search emoji"))
        self.field.installEventFilter(self)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(QSize(_CELL, _CELL))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setStyleSheet("QListWidget::item { padding: 0; }")
        self.list.setAccessibleName(self.tr("Emoji"))
        self.list.setFont(theme.font(20))
        self.name.setFont(theme.font(12))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (self.field, self.list, self.name):
            column.addWidget(widget)
        self.resize(9 * _CELL + 34, 330)
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(self._show)
        self._fill()

    def open_at(self, corner: QPoint) -> None:
        """Its lower left corner there, moved into the screen where needed."""
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        self.move(left, max(screen.top(), corner.y() - self.height()))
        self.show()
        self.field.setFocus()

    def _fill(self) -> None:
        words = self.field.text().strip()
        by_sign = {one[0]: one for one in emoji()}
        shown = search(words) if words else [by_sign[one] for one in self._recent if one in by_sign]
        if not words:
            shown += [one for one in emoji() if one[0] not in set(self._recent)]
        self.list.clear()
        for sign, english, french in shown:
            item = QListWidgetItem(sign)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setSizeHint(QSize(_CELL, _CELL))
            name = french if self._french and french else english.partition("|")[0]
            item.setData(_NAME, name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            self.name.setText(self.tr("Nothing found."))

    def _show(self, item: QListWidgetItem | None) -> None:
        self.name.setText(str(item.data(_NAME)) if item is not None else "")

    def _take(self, item: QListWidgetItem) -> None:
        sign = item.text()
        self.close()
        self.picked.emit(sign)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            across = max(1, self.list.viewport().width() // _CELL)
            steps = {Qt.Key.Key_Down: across, Qt.Key.Key_Up: -across, Qt.Key.Key_PageDown: 6 * across}
            steps |= {Qt.Key.Key_PageUp: -6 * across}
            if not self.field.text():
                steps |= {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
            else:
                steps |= {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            key = Qt.Key(event.key())
            if key in steps:
                self.list.setCurrentRow(min(max(self.list.currentRow() + steps[key], 0), self.list.count() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentRow() >= 0:
                    self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
