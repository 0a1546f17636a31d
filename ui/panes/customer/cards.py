"""The cards of the customer's pane: white boxes with a small heading, made of plain text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.panes.conversation.elided import ElidedLabel
from ui.theme import Theme
from ui.theme.avatars import draw_badge


class Card(QFrame):
    """A white box; ``column`` takes what stands in it."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("card", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(13, 12, 13, 12)
        self.column.setSpacing(5)
        if heading:
            self.column.addWidget(self._heading(heading))
            self.column.addSpacing(3)

    def _heading(self, text: str) -> QLabel:
        font = QFont(self.theme.font(11, 600))
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
        label = plain(text, font, self.theme.tokens.faint.name(), self)
        label.setAccessibleName(text)
        return label

    def add_pair(self, name: str, value: str) -> None:
        """A grey name on the left, its value on the right."""
        row = QHBoxLayout()
        row.setSpacing(10)
        left = plain(name, self.theme.font(13), self.theme.tokens.muted.name(), self)
        left.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        right = ElidedLabel(self)
        right.setText(value)
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right.setFont(self.theme.font(13, 500))
        right.setStyleSheet(f"color: {self.theme.tokens.fg.name()};")
        right.setAccessibleName(f"{name}: {value}")
        row.addWidget(left)
        row.addWidget(right, 1)
        self.column.addLayout(row)

    def add_text(self, text: str, *, px: float = 13, muted: bool = True) -> QLabel:
        """A text of several lines."""
        t = self.theme.tokens
        label = plain(text, self.theme.font(px), (t.muted if muted else t.fg).name(), self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(label)
        return label


def plain(text: str, font: QFont, colour: str, parent: QWidget) -> QLabel:
    """A label that never takes a text for markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setFont(font)
    label.setStyleSheet(f"color: {colour};")
    return label


class LineButton(QAbstractButton):
    """A line with words on the left and grey ones on the right, which can be clicked or chosen by keyboard."""

    def __init__(self, theme: Theme, left: str, right: str, badge: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = left
        self._right = right
        self._badge = badge
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{left}, {right}" if right else left)

    def sizeHint(self) -> QSize:
        return QSize(120, QFontMetrics(self._theme.font(13)).height() + 7)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(t.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(t.bg)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        rect = self.rect().adjusted(3, 0, -3, 0)
        if self._badge[0]:
            draw_badge(painter, QRectF(rect.left(), (self.height() - 17) / 2, 17, 17), *self._badge)
            rect.setLeft(rect.left() + 24)
        painter.setFont(self._theme.font(13, 500))
        painter.setPen(t.muted)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._right)
        if self._right:
            rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(self._right) - 8)
        painter.setFont(self._theme.font(13))
        painter.setPen(t.fg)
        seen = painter.fontMetrics().elidedText(self._left, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), seen)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
