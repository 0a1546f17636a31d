"""Marks misspelt words in a text field and offers what they may have been; never makes the person wait."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from scrm_desktop.errors import KnownError
from scrm_desktop.spelling.checker import Checker, system_checker
from scrm_desktop.spelling.words import is_named, language_of, words
from ui.panes.conversation.composer_field import ComposerField
from ui.preferences import Preferences

_PAUSE = 250
_log = logging.getLogger(__name__)
Placed = tuple[int, int, str]
"""First and last position in the document, and the word."""


class FieldSpelling(QObject):
    """``customer`` tells the code of the customer's language, ``red`` the colour of the marks.

    What stands in ``names`` (one text) is spelled as its bearers spell it.
    """

    _made = Signal(object)
    _learned = Signal(int)

    def __init__(
        self,
        field: ComposerField,
        preferences: Preferences,
        customer: Callable[[], str],
        red: Callable[[], QColor],
        make: Callable[[Path | None], Checker] = system_checker,
        names: Callable[[], str] = str,
    ) -> None:
        super().__init__(field)
        self._field, self._preferences, self._customer, self._red = field, preferences, customer, red
        self._names = names
        self._checker: Checker | None = None
        self._generation = 0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.look)
        for moved in (field.textChanged, field.cursorPositionChanged, field.verticalScrollBar().valueChanged):
            moved.connect(self._timer.start)
        preferences.changed.connect(self._preferred)
        self._made.connect(self._take)
        self._learned.connect(self._draw)
        # The disk is read in a thread.
        self._maker = threading.Thread(target=lambda: self._made.emit(make(preferences.profile)), daemon=True)
        self._maker.start()

    def close(self) -> None:
        """End the checker's thread and processes."""
        self._timer.stop()
        if self._checker is not None:
            self._checker.close()

    @property
    def language(self) -> str:
        """``en``, ``fr`` or empty where nothing is checked."""
        chosen = self._preferences.settings.spelling
        if chosen == "auto":
            guesses = (self._customer()[:2], language_of(self._field.toPlainText()), QLocale().name()[:2])
            chosen = next((one for one in guesses if one in {"en", "fr"}), "")
        return chosen if self._checker is not None and chosen in self._checker.languages else ""

    def look(self) -> None:
        """Draw what is known, and ask for what is not."""
        self._generation += 1
        generation, language = self._generation, self.language
        self._draw(generation)
        if self._checker is None or not language:
            return
        seen = {word for _, _, word in self._visible()}
        missing = seen - self._checker.verdicts(language, seen).keys()
        if missing and not self._checker.ask(language, missing, lambda: self._tell(generation)):
            self._timer.start()

    def fill(self, menu: QMenu, place: QTextCursor) -> None:
        """Put the word's suggestions before what the menu has, and the choice of the language after it."""
        before = menu.actions()[0] if menu.actions() else None
        for action in self._offers(menu, place):
            menu.insertAction(before, action)  # type: ignore[arg-type]  # None: at the end
        menu.addSeparator()
        menu.addMenu(self._choice(menu))

    def _tell(self, generation: int) -> None:
        with contextlib.suppress(RuntimeError):  # the field is gone
            self._learned.emit(generation)

    def _take(self, checker: Checker) -> None:
        self._checker = checker
        self.look()

    def _preferred(self, name: str) -> None:
        if name == "spelling":
            self.look()

    def _draw(self, generation: int) -> None:
        if generation != self._generation:
            return
        marks: list[QTextEdit.ExtraSelection] = []
        for begin, end, word in self._visible():
            if self._wrong(word) is not None and not self._typing(end):
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(begin, end)
                mark.format = _wave(self._red())
                marks.append(mark)
        self._field.setExtraSelections(marks)

    def _wrong(self, word: str) -> tuple[str, ...] | None:
        language = self.language
        if self._checker is None or not language or is_named(word, self._names()):
            return None
        return self._checker.verdicts(language, [word]).get(word)

    def _typing(self, end: int) -> bool:
        return self._field.hasFocus() and self._field.textCursor().position() == end

    def _cursor(self, begin: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _visible(self) -> Iterator[Placed]:
        corner = self._field.viewport().rect().bottomRight()
        first = self._field.cursorForPosition(QPoint(0, 0)).position()
        last = self._field.cursorForPosition(corner).position()
        block = self._field.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            for begin, end, word in _placed(block.text(), block.position()):
                if end >= first and begin <= last:
                    yield begin, end, word
            block = block.next()

    def _offers(self, menu: QMenu, place: QTextCursor) -> list[QAction]:
        at = place.position()
        found = next((one for one in self._visible() if one[0] <= at <= one[1]), None)
        offered = self._wrong(found[2]) if found else None
        if found is None or offered is None:
            return []
        begin, end, word = found
        actions: list[QAction] = []
        for better in offered:
            action = QAction(better.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, text=better: self._cursor(begin, end).insertText(text))
            actions.append(action)
        if not actions:
            actions.append(QAction(self.tr("No suggestion"), menu, enabled=False))
        add = QAction(self.tr("Add to my words"), menu)
        add.triggered.connect(lambda: self._add(word))
        line = QAction(menu)
        line.setSeparator(True)
        return [*actions, add, line]

    def _choice(self, menu: QMenu) -> QMenu:
        inner = QMenu(self.tr("Spelling"), menu)
        has = self._checker.languages if self._checker is not None else frozenset[str]()
        if not has:
            inner.addAction(self.tr("No dictionary was found on this computer")).setEnabled(False)
            return inner
        group = QActionGroup(inner)
        names = (
            ("auto", self.tr("As the customer writes")),
            ("en", "English"),
            ("fr", "Français"),
            ("off", self.tr("Off")),
        )
        for code, name in names:
            missing = code in {"en", "fr"} and code not in has
            action = inner.addAction(self.tr("{language}: no dictionary").format(language=name) if missing else name)
            action.setEnabled(not missing)
            action.setCheckable(True)
            action.setChecked(code == self._preferences.settings.spelling)
            action.triggered.connect(lambda _=False, code=code: self._preferences.set("spelling", code))
            group.addAction(action)
        return inner

    def _add(self, word: str) -> None:
        if self._checker is not None:
            self._checker.own.add(word)
            threading.Thread(target=_save, args=(self._checker,)).start()
            self.look()


def _save(checker: Checker) -> None:
    try:
        checker.own.save()
    except KnownError:
        _log.exception("my words can't be written")


def _placed(text: str, start: int) -> Iterator[Placed]:
    """Qt counts in halves of UTF-16: an emoji is two."""
    for place, word in words(text):
        begin = start + len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
        yield begin, begin + len(word.encode("utf-16-le", "surrogatepass")) // 2, word


def _wave(red: QColor) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(red)
    return form
