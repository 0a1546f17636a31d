"""A row that fills lines from the left and goes on below: for chips, whose number nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowRow(QWidget):
    """Places its widgets itself, each in its own size: a layout of our own would be asked while it is taken down."""

    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Show these, in this order; those that are hidden take no room."""
        self._widgets = list(widgets)
        self.arrange()

    def arrange(self) -> None:
        """What is shown, or how large it is, has changed."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self._place(max(self.width(), 1), move=False))

    def minimumSizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        widest = max((min(size.width(), 160) for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> int:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = y = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if x + size.width() > width and line:
                x, y, line = 0, y + line + self._gap, 0
            if move:
                left = width - x - size.width() if mirrored else x
                widget.setGeometry(left, y, size.width(), size.height())
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line
