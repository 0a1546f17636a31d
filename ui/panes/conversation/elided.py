"""A label of one line that gets shorter where there is no room, and never makes its pane wider."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget


class ElidedLabel(QLabel):
    """Plain text always; the whole of it is in the tool tip while it is cut, or ``whole``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = ""
        """What the tool tip tells instead, where the text itself is only a short form."""
        self.brief = ""
        """What is shown where there is no room for the text; empty: the text is cut."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        seen = self._fitting()
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), seen)
        painter.end()
        told = self.whole or (self.text() if seen != self.text() else "")
        tip = _escaped(told) if told else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)

    def _fitting(self) -> str:
        """The text, its brief form, or as much of that as tells something."""
        metrics, width = self.fontMetrics(), self.width()
        words = self.text()
        if self.brief and metrics.horizontalAdvance(words) > width:
            words = self.brief
            if metrics.horizontalAdvance(words[:4] + "…") > width:
                return ""
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _escaped(text: str) -> str:
    """A tool tip guesses whether a text is markup; this says that it is not."""
    return "<qt>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</qt>"
