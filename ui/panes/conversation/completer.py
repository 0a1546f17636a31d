"""Completes what is typed after a sign at the beginning of a word: ``/`` for canned responses, ``@`` for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.panes.conversation.suggestions import Offer, Suggestions
from ui.theme import Theme

_QUERY_LIMIT = 60
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Source(Protocol):
    """What one sign offers."""

    name: str
    least: int
    """So many letters must follow the sign before anything is offered."""

    def offers(self, query: str) -> Sequence[Offer]:
        """What fits, best first."""
        ...

    def foot(self) -> str:
        """A sentence under the list."""
        ...

    def take(self, offer: Offer, cursor: QTextCursor) -> None:
        """It was chosen; the cursor selects the sign and what was typed after it."""
        ...


class Completer(QObject):
    """Watches one text field; Enter and Tab take, arrows choose, Escape leaves what was typed.

    The list stands above ``over``, or above the line that is written where nothing of that is to stay in sight.
    """

    def __init__(
        self, field: QPlainTextEdit, theme: Theme, sources: dict[str, Source], over: QWidget | None = None
    ) -> None:
        super().__init__(field)
        self._over = over
        self._field = field
        self._theme = theme
        self._sources = sources
        self._popup: Suggestions | None = None
        self._source: Source | None = None
        self._begin = -1
        self._refused = -1
        self._own_sign = False
        signs = re.escape("".join(sources))
        self._word = re.compile(rf"(?:^|(?<=[\s(«“\"'])) *([{signs}])([^\s{signs}]{{0,{_QUERY_LIMIT}}})$")
        field.textChanged.connect(self.look)
        field.cursorPositionChanged.connect(self._moved)
        field.installEventFilter(self)

    @property
    def popup(self) -> Suggestions:
        """The list, made when it is first needed."""
        if self._popup is None:
            self._popup = Suggestions(self._field.window(), self._theme)
            self._popup.taken.connect(self._take)
        return self._popup

    @property
    def active(self) -> bool:
        """Whether the list is open."""
        return self._source is not None

    def begin(self, sign: str) -> None:
        """Type the sign for the person: what the button does. Escape takes it back."""
        cursor = self._field.textCursor()
        before = self._before(cursor)
        cursor.insertText(sign if not before or before[-1].isspace() else f" {sign}")
        self._field.setFocus()
        self._refused = -1
        self.look()
        self._own_sign = True

    def look(self) -> None:
        """Offer what fits what stands before the cursor."""
        cursor = self._field.textCursor()
        found = self._word.search(self._before(cursor))
        if found is None or cursor.hasSelection() or self._field.isReadOnly():
            self.close()
            return
        begin = cursor.position() - len(found[2]) - 1
        source = self._sources[found[1]]
        if begin == self._refused or len(found[2]) < source.least:
            self.close()
            return
        offers = source.offers(found[2])
        if not offers and found[2]:
            self.close()
            return
        self._source, self._begin = source, begin
        self.popup.show_offers(offers, source.name, source.foot())
        self._place(begin)

    def close(self) -> None:
        """Put the list away."""
        self._source, self._own_sign = None, False
        if self._popup is not None:
            self._popup.hide()

    def _before(self, cursor: QTextCursor) -> str:
        return cursor.block().text()[: cursor.positionInBlock()]

    def _place(self, begin: int) -> None:
        at = QTextCursor(self._field.document())
        at.setPosition(begin)
        corner = self._field.viewport().mapTo(self._field.window(), self._field.cursorRect(at).topLeft())
        width = min(460, max(300, self._field.width()))
        right = self._field.mapTo(self._field.window(), QPoint(self._field.width(), 0)).x()
        bottom = corner.y() - 8
        if self._over is not None:
            # Whom the answer reaches stays readable while one chooses what to write.
            bottom = min(bottom, self._over.mapTo(self._field.window(), QPoint(0, 0)).y() - 4)
        self.popup.place(QPoint(min(corner.x() - 10, right - width), bottom), width)

    def _moved(self) -> None:
        place = self._field.textCursor().position()
        if self.active and not self._begin < place <= self._begin + _QUERY_LIMIT + 1:
            self.close()
        if place <= self._refused:
            self._refused = -1

    def _take(self, offer: Offer) -> None:
        source, begin = self._source, self._begin
        cursor = self._field.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(self._field.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        self.close()
        if source is not None:
            source.take(offer, cursor)

    def _escape(self) -> None:
        self._refused = self._begin
        if self._own_sign:
            cursor = self._field.textCursor()
            cursor.setPosition(self._begin)
            cursor.setPosition(self._begin + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._refused = -1
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.active:
            return False
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Escape and Enter alone are the list's now, whatever the window does with them; Ctrl+Enter still sends.
            if _plain(event) and (event.key() == Qt.Key.Key_Escape or event.key() in _TAKES):
                event.accept()
        elif event.type() is QEvent.Type.FocusOut:
            self.close()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = _plain(event)
        if plain and key in _STEPS:
            self.popup.step(_STEPS[key])
        elif plain and key in _TAKES and (chosen := self.popup.chosen) is not None:
            self._take(chosen)
        elif plain and key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return False
        return True


def _plain(event: QKeyEvent) -> bool:
    """Whether the key is pressed alone; those of the number pad are."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
