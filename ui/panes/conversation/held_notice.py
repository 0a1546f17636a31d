"""A strip above the composer while a scheduled reply waits for its writer: why, and what can be done about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from scrm_desktop.domain.views import ThreadItem
from ui.models.thread_model import ThreadModel
from ui.models.thread_words import ThreadWords, waits_for_writer
from ui.theme import Theme


class HeldNotice(QWidget):
    """``acted`` carries the name of what the person chose, and the item; the bubble offers the same."""

    acted = Signal(str, object)

    def __init__(self, model: ThreadModel, words: ThreadWords, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model, self._words, self._theme = model, words, theme
        self._item: ThreadItem | None = None
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._columns = 0
        # It follows the pane's width; in a narrow one the buttons stand in two lines.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 15, 6)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addLayout(self._grid)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self.look)
        theme.changed.connect(self._draw)
        self.hide()

    def look(self) -> None:
        """Show the first reply of this thread that waits, or nothing."""
        found = next((item for item in self._model.items if waits_for_writer(item) and not item.follows), None)
        if found == self._item:
            return
        self._item = found
        if found is not None:
            self._tell(found)
        self.setVisible(found is not None)

    def _tell(self, item: ThreadItem) -> None:
        self.label.setText(self._words.why(item))
        for button in self.buttons.values():
            button.deleteLater()
        self.buttons = {act: self._button(act, words) for act, words in self._words.state_actions(item)}
        self._draw()

    def _fit(self) -> None:
        buttons = list(self.buttons.values())
        needed = sum(button.sizeHint().width() + self._grid.horizontalSpacing() for button in buttons)
        columns = len(buttons) if needed <= self.width() - 34 else 2
        if columns == self._columns:
            return
        for column in range(self._columns + 1):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, button in enumerate(buttons):
            self._grid.addWidget(button, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, act: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("flat_link", True)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._act, act))
        return button

    def _act(self, act: str) -> None:
        if self._item is not None:
            self.acted.emit(act, self._item)

    def retranslate(self) -> None:
        """Words of the current language."""
        if self._item is not None:
            self._tell(self._item)

    def _draw(self) -> None:
        if self._item is None:
            return
        t = self._theme.tokens
        self.setStyleSheet(
            f"HeldNotice {{ background: {t.amber_soft.name()}; border-left: 3px solid {t.amber.name()}; }}"
        )
        self.label.setFont(self._theme.font(12.5, 500))
        self.label.setStyleSheet(f"color: {t.fg.name()}; background: transparent;")
        for button in self.buttons.values():
            button.setFont(self._theme.font(12, 600))
            button.setStyleSheet(
                self._theme.css(f"QPushButton {{ color: {t.fg.name()}; text-decoration: underline; }}")
            )
        self._columns = 0
        self._fit()
