"""What of a query was understood, as chips that can be taken off; and what was not, in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from scrm_desktop.domain.query import Parsed, Piece, Problem
from ui.flow import FlowRow
from ui.query_words import chip_words, problem_words

_STYLE = """
QPushButton { border: 1px solid %(accent_soft)s; border-radius: 10px; padding: 2px 9px; min-height: 15px;
  max-height: 15px; font-size: 12px; font-weight: 500; color: %(accent)s; background: %(accent_soft)s; }
QPushButton:hover { border-color: %(accent)s; }
QPushButton:focus { border-color: %(accent)s; }
QPushButton#save { background: transparent; border-color: transparent; text-decoration: underline; padding: 2px 4px; }
QPushButton#save:focus { border-color: %(accent)s; }
QLabel { color: %(muted)s; font-size: 12px; }
QLabel[wrong="true"] { color: %(red)s; }
"""


class TermChip(QPushButton):
    """One part; a click, Return, Space, Delete or Backspace takes it off."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(f"{words}  ✕", parent)
        self.setAccessibleName(self.tr("Remove the filter {words}").format(words=words))
        self.setToolTip(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.click()
        else:
            super().keyPressEvent(event)


class TermChips(QWidget):
    """``removed`` carries the Piece to take off; ``save_asked``: keep this query under a name."""

    removed = Signal(object)
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.chips: list[TermChip] = []
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.hide()
        self._row = FlowRow(self)
        self.save = QPushButton(self.tr("Save as view…"), self._row)
        self.save.setObjectName("save")
        self.save.clicked.connect(self.save_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.told)
        column.addWidget(self._row)
        self.hide()

    def paint_with(self, colours: dict[str, str], sized: Callable[[str], str] = str) -> None:
        """Take the theme's colours and size."""
        self.setStyleSheet(sized(_STYLE % colours))

    def show_query(self, parsed: Parsed, unknown: tuple[Problem, ...]) -> None:
        """Show what was understood of what is typed, and what is wrong with it."""
        problems = (*parsed.problems, *unknown)
        self.told.setText("\n".join(problem_words(one) for one in problems[:3]))
        self.told.setVisible(bool(problems))
        self.told.setProperty("wrong", any(not one.unfinished for one in problems))
        self.told.style().polish(self.told)
        self._show_pieces(parsed.pieces)
        self.save.setVisible(bool(parsed.pieces) and not parsed.problems)
        self._row.setVisible(bool(parsed.pieces))
        self._row.arrange()
        self.setVisible(bool(problems or parsed.pieces))

    def _show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        if [one.node for one in pieces] == [one.node for one in self._pieces]:
            # Only where they were typed has moved: the chips stay, and the focus with them.
            self._pieces = pieces
            return
        self._pieces = pieces
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [TermChip(chip_words(piece.node), self._row) for piece in pieces]
        for number, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _=False, number=number: self.removed.emit(self._pieces[number]))
            chip.show()
        self._row.put([*self.chips, self.save])


def without(typed: str, piece: Piece) -> str:
    """What is typed, less one part of it."""
    for start, end in sorted(piece.spans, reverse=True):
        typed = f"{typed[:start].rstrip()} {typed[end:].lstrip()}"
    return typed.strip()
