"""The text field of the composer: plain text only, grows with what is written, takes dropped and pasted files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QWidget

from ui.delegates.thread_text import clean

_MIN_HEIGHT = 62
_MAX_HEIGHT = 210
_PASTE_LIMIT = 100_000


class ComposerField(QPlainTextEdit):
    """``files`` carries paths of local files, ``image`` a picture from the clipboard, ``left`` comes with Escape."""

    files = Signal(list)
    image = Signal(QImage)
    left = Signal()
    menu_asked = Signal(QMenu, QTextCursor)
    """The menu before it opens, to be added to, and the place in the text that it is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_files = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._zoom = 1.0
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        # A plain text document is measured in lines.
        lines = self.document().documentLayout().documentSize().height()
        wanted = round(lines * self.fontMetrics().lineSpacing()) + 6
        self.setFixedHeight(max(round(_MIN_HEIGHT * self._zoom), min(wanted, round(_MAX_HEIGHT * self._zoom))))

    def set_zoom(self, zoom: float) -> None:
        """As high as so many lines of the larger text."""
        self._zoom = zoom
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            if undo and not self.toPlainText():
                # Nothing is written here that could be taken back: it means what was just sent or done.
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            # The way back to the list, where single letters are commands again and no longer text.
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            # Qt makes a request for the menu of the Menu key, but not of this one on every system.
            self._open_menu(self.textCursor(), self.cursorRect().bottomLeft())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu(self.textCursor(), self.cursorRect().bottomLeft())
        else:
            self._open_menu(self.cursorForPosition(event.pos()), event.pos())

    def _open_menu(self, place: QTextCursor, corner: QPoint) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_asked.emit(menu, place)
        menu.popup(self.viewport().mapToGlobal(corner))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or (self.takes_files and (source.hasImage() or bool(_local_files(source))))

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = _local_files(source) if self.takes_files else []
        if files:
            self.files.emit(files)
        elif source.hasImage() and not source.hasText() and self.takes_files:
            self.image.emit(QImage(source.imageData()))
        elif source.hasText():
            self.insertPlainText(clean(source.text()[:_PASTE_LIMIT]))


def _local_files(source: QMimeData) -> list[str]:
    urls: list[QUrl] = source.urls()
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
