"""The text of the guide: it shows what lies on the disk, and fetches nothing from anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QImageReader, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from ui.guide import pages, paper
from ui.guide.finding import Found, find
from ui.guide.paper import Heading
from ui.theme import Theme


class GuideText(QTextBrowser):
    """``moved`` comes when another page or another place is shown; ``headings`` are those of the page."""

    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.file = Path()
        self.headings: list[Heading] = []
        self._found: list[Found] = []
        self._typed = ""
        #: Which of the found places is the one to look at; -1: none.
        self.chosen = -1
        self._past: list[tuple[Path, int]] = []
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.anchorClicked.connect(self._clicked)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self._soon = QTimer(self, interval=80, singleShot=True)
        self._soon.timeout.connect(self.again)

    # -- pages ------------------------------------------------------------------------------------
    def show_page(self, file: Path, place: str = "") -> None:
        """A page from its beginning, or from one of its headings; the way back leads to what was shown before."""
        if self.file != Path():
            self._past.append((self.file, self.verticalScrollBar().value()))
        if file != self.file:
            self.file = file
            self._write()
            self.search(self._typed)
        at = next((one.at for one in self.headings if place and pages.slug(one.words) == place), 0)
        self.show_place(at)

    def _clicked(self, link: QUrl) -> None:
        self.follow(link.toString())

    def follow(self, link: str) -> None:
        """Go where a link leads: inside the guide, or to the browser for an address of the web."""
        target = pages.follow(link, self.file)
        if target.web:
            QDesktopServices.openUrl(QUrl(target.web))
        elif target.file is not None:
            self.show_page(target.file, target.place)

    @property
    def can_go_back(self) -> bool:
        """Whether something else was shown before."""
        return bool(self._past)

    def back(self) -> None:
        """Show what was shown before."""
        if not self._past:
            return
        file, place = self._past.pop()
        if file != self.file:
            self.file = file
            self._write()
        self.verticalScrollBar().setValue(place)
        self.moved.emit()

    def again(self) -> None:
        """The same place of the same page, after colours, size or width have changed."""
        if self.file == Path():
            return
        at, chosen = self.cursorForPosition(self.viewport().rect().topLeft()).position(), self.chosen
        top = self.verticalScrollBar().value()
        self._write()
        self.show_place(at if top else 0)
        self._found = find(self.document(), self._typed)
        self._mark(chosen)

    def show_place(self, at: int) -> None:
        """Bring a place of the document to the top."""
        block = self.document().findBlock(at)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(0 if at == 0 else round(top))
        self.moved.emit()

    @property
    def here(self) -> int:
        """The number of the heading under which one reads; -1 before the first, and the last at the page's end."""
        bar = self.verticalScrollBar()
        if 0 < bar.maximum() == bar.value():
            return len(self.headings) - 1
        low = bar.value() + self._theme.px(40)
        layout, document = self.document().documentLayout(), self.document()
        tops = [layout.blockBoundingRect(document.findBlock(one.at)).top() for one in self.headings]
        return sum(top <= low for top in tops) - 1

    def _write(self) -> None:
        # The earlier document was the view's own, and goes with this.
        self.setDocument(paper.write(self.file, self._theme, self.viewport().width(), self))
        self.headings = paper.headings(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures of ours, as sharp as the screen; whatever else is asked for is not there."""
        wanted = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        file = pages.local(unquote(wanted), self.file)
        return self._picture(file) if file is not None else None

    def _picture(self, file: Path) -> QImage:
        image = QImage(str(file))
        width, ratio = self._shown_width(QImageReader(str(file)).size()), self.devicePixelRatioF()
        made = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        return made

    def _shown_width(self, size: QSize) -> int:
        return paper.picture_width(size, self._theme, self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    # -- search -----------------------------------------------------------------------------------
    def search(self, typed: str) -> int:
        """Mark every place where this stands, and show the first from here on; how many there are."""
        self._typed = typed
        self._found = find(self.document(), typed)
        top = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        first = next((number for number, one in enumerate(self._found) if one.at >= top), 0)
        self._mark(first if self._found else -1)
        return len(self._found)

    @property
    def found(self) -> int:
        """How many places were found."""
        return len(self._found)

    def step(self, by: int) -> None:
        """The next or the previous of what was found, round and round."""
        if self._found:
            self._mark((self.chosen + by) % len(self._found))

    def _mark(self, number: int) -> None:
        self.chosen = number if number < len(self._found) else -1
        tokens = self._theme.tokens
        made: list[QTextEdit.ExtraSelection] = []
        for place, one in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._span(one)  # pyright: ignore[reportAttributeAccessIssue] - fields the stubs leave out
            here = place == self.chosen
            mark.format.setBackground(tokens.primary if here else tokens.amber_soft)  # pyright: ignore[reportAttributeAccessIssue]
            mark.format.setForeground(tokens.oursfg if here else tokens.fg)  # pyright: ignore[reportAttributeAccessIssue]
            made.append(mark)
        self.setExtraSelections(made)
        if self.chosen >= 0:
            self._bring(self._found[self.chosen])

    def _span(self, one: Found) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(one.at)
        cursor.setPosition(one.at + one.length, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _bring(self, one: Found) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(one.at)
        if not self.viewport().rect().contains(self.cursorRect(cursor)):
            block = self.document().documentLayout().blockBoundingRect(cursor.block())
            self.verticalScrollBar().setValue(round(block.top()) - self.viewport().height() // 3)
