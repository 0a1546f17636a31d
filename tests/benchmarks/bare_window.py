"""The least a Qt program in Python can be: one window with one list, and the moment at which it was painted."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView


class Painted(QObject):
    """Says when the list was painted for the first time, then ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own name."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Time on the clock that all processes share."""
        print(f"filled={time.monotonic()}", flush=True)
        QApplication.exit(0)


def main() -> int:
    """Show it."""
    app = QApplication(sys.argv)
    model = QStringListModel([f"Customer {number}: where is my parcel?" for number in range(200)])
    view = QListView()
    view.setModel(model)
    view.resize(1440, 900)
    painted = Painted()
    view.viewport().installEventFilter(painted)
    view.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
