"""The palette: one field and one list for everything there is to go to or to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.moving.entries import Entry, Search, beginning, ranked
from ui.moving.palette_list import ENTRY, HEAD, LINE, PaletteDelegate, PaletteModel
from ui.theme import Theme

_WIDTH, _LINES = 620, 11
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Palette(QFrame):
    """``used`` carries the Entry that was chosen, before it is run; ``settled`` comes when everything is
    there that fits what was typed last.

    What can be scored here is shown with the keystroke itself; searches come in a moment later, and the answer to an
    older keystroke is never shown after a newer one.
    """

    used = Signal(object)
    settled = Signal()

    def __init__(
        self,
        parent: QWidget,
        bridge: Bridge,
        theme: Theme,
        entries: Sequence[Entry],
        searches: Sequence[Search],
        recent: Sequence[str],
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Find anything"))
        self._bridge, self._theme = bridge, theme
        self._entries, self._searches, self._recent = list(entries), searches, recent
        self._found: dict[int, Sequence[Entry]] = {}
        self.turn = self.answered = 0
        self._hasty = self._moved = False
        self.field = QLineEdit()
        self.model = PaletteModel()
        self.list = QListView()
        self._nothing = QLabel(self.tr("Nothing found."))
        self._build()
        self.field.textChanged.connect(self._typed)
        self.list.clicked.connect(self._take)
        self._typed()

    def _build(self) -> None:
        words = self.tr("Find a person, a conversation, an action, a setting…")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setFont(self._theme.font(15))
        self.field.installEventFilter(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self._theme))
        self.list.itemDelegate().setParent(self.list)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Results"))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def open_over(self, window: QWidget) -> None:
        """In the upper middle of a window."""
        width = min(self._theme.px(_WIDTH), window.width() - 40)
        height = min(self._theme.px(_LINES * LINE + 2 * HEAD) + 60, window.height() - 80)
        self.resize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, min(90, window.height() // 8))))
        self.show()
        self.field.setFocus()

    # -- what was typed ---------------------------------------------------------------------------
    def _typed(self) -> None:
        self.turn += 1
        self._hasty = self._moved = False
        # What was found for fewer letters stays while its name still fits: nothing flickers.
        self._found = {number: [replace(one, fits=0) for one in found] for number, found in self._found.items()}
        typed = self.field.text().strip()
        self._show()
        # Painted now, and not when the loop comes round to it: what is searched for would come in between.
        self.list.viewport().repaint()
        if typed:
            self._bridge.spawn(self._search(self.turn, typed))

    async def _search(self, turn: int, typed: str) -> None:
        for number, search in enumerate(self._searches):
            # Several may be on their way: only the newest may show what it found, or even begin.
            found = await search(typed) if turn == self.turn else ()
            if turn != self.turn:
                return
            self._found[number] = found
            self._show()
        self.answered = turn
        self.settled.emit()
        if self._hasty:
            self._take(self.list.currentIndex())

    def _show(self) -> None:
        typed = self.field.text().strip()
        found = [entry for entries in self._found.values() for entry in entries] if typed else []
        every = [*self._entries, *found]
        chosen = self.chosen if self._moved else None
        self.model.show(ranked(every, typed, self._recent) if typed else beginning(every, self._recent))
        self._nothing.setVisible(not self.model.lines)
        self.list.setVisible(bool(self.model.lines))
        same = [at for at, line in enumerate(self.model.lines) if isinstance(line, Entry) and line.id == chosen]
        self._go(same[0] if same else self.model.step(0, 1))

    @property
    def chosen(self) -> str | None:
        """The id of the entry that Return would take."""
        line = self.list.currentIndex().data(ENTRY)
        return line.id if isinstance(line, Entry) else None

    def closeEvent(self, event: QCloseEvent) -> None:
        self.turn += 1
        super().closeEvent(event)

    def _go(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0))

    # -- keys -------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._move(_STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        self._moved = True
        row = self.list.currentIndex().row()
        for _ in range(abs(by)):
            row = self.model.step(row, 1 if by > 0 else -1)
        self._go(row)
        # The heading above the first entry comes into sight with it.
        if self.model.step(row, -1) == row:
            self.list.scrollToTop()

    def _enter(self) -> None:
        waits = bool(self.field.text().strip()) and self.answered != self.turn
        if waits and not self.model.lines:
            # Whoever types fast and presses Return means what is about to be found.
            self._hasty = True
            return
        self._take(self.list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        line = self.model.lines[index.row()] if index.isValid() else None
        if isinstance(line, Entry):
            self.used.emit(line)
            self.close()
            line.run()
