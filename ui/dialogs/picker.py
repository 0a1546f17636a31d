"""A small popup to pick from a list by typing: labels (several, and new ones) and people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from scrm_desktop.late_dataclass import dataclass
from ui import text
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: ``value`` is handed back, ``on`` shows a tick, ``tone`` colours it."""

    value: object
    text: str
    on: bool = False
    tone: str = ""


_VALUE = Qt.ItemDataRole.UserRole


class Picker(QFrame):
    """Closes by Escape or a click outside. ``picked`` carries a Choice, ``made`` the text of a new one."""

    picked = Signal(object)
    made = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, hint: str, choices: Sequence[Choice], *, new: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._choices, self._new = theme, list(choices), new
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(hint)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.resize(250, self._height())
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._take)
        self._fill()

    def _height(self) -> int:
        """No taller than what there is to choose from, and no more than nine lines."""
        lines = min(max(len(self._choices) + bool(self._new), 2), 9)
        return 62 + lines * (self.list.fontMetrics().lineSpacing() + 8)

    def open_at(self, place: QPoint) -> None:
        """Show it with its corner there, moved into the screen where needed."""
        screen = self.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        self.move(max(screen.left(), left), min(place.y(), screen.bottom() - self.height()))
        self.show()
        self.field.setFocus()

    def _fill(self) -> None:
        words = self.field.text().strip()
        self.list.clear()
        for choice in self._choices:
            if words.casefold() in choice.text.casefold():
                self._add(choice)
        exact = any(choice.text.casefold() == words.casefold() for choice in self._choices)
        if self._new and words and not exact:
            self._add(Choice(None, self._new.format(name=text.one_line(words, limit=60))), words)
        if not self.list.count():
            hint = QListWidgetItem(self.tr("Type a name to make a new one") if self._new else self.tr("Nothing found."))
            hint.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(hint)
            return
        self.list.setCurrentRow(0)

    def _add(self, choice: Choice, new: str = "") -> None:
        item = QListWidgetItem(choice.text)
        item.setData(_VALUE, (choice, new))
        name = "done" if choice.on else "label" if choice.tone else "add" if new else "unlabelled"
        if choice.on or choice.tone or new:
            item.setIcon(self._theme.icon(name, self._theme.tokens.tone(choice.tone)[0]))
        said = self.tr("{name}, chosen").format(name=choice.text) if choice.on else choice.text
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.list.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        choice, new = item.data(_VALUE)
        self.close()
        if new:
            self.made.emit(new)
        else:
            self.picked.emit(choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentRow() >= 0:
                    self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
