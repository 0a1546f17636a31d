"""One page as a document: Qt's own Markdown, in the theme's colours, with pictures as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import (
    QBrush,
    QImageReader,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextList,
    QTextTable,
)

from ui.guide import pages
from ui.theme import Theme

_SIZES = {1: 24, 2: 18, 3: 15}
_MARGIN = 18
_Format = QTextFormat.Property
_Piece = tuple[int, int, QTextCharFormat]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level from 1 on, and where it stands in the document."""

    words: str
    level: int
    at: int


def write(file: Path, theme: Theme, width: int, parent: QObject) -> QTextDocument:
    """The page as a document for a text view of this width in pixels."""
    made = QTextDocument(parent)
    made.setDefaultFont(theme.font(14))
    made.setDocumentMargin(theme.px(_MARGIN))
    made.setMarkdown(pages.read(file), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    for frame in made.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)
    for block in blocks(made):
        _dress_block(block, theme)
    # Formats unite and split the pieces: they are all known before the first is changed.
    for at, length, was in [piece for block in blocks(made) for piece in _pieces(block)]:
        look = _look(was, file, theme, width)
        if look is not None:
            cursor = QTextCursor(made)
            cursor.setPosition(at)
            cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
    return made


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """All paragraphs, from the first on."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def headings(document: QTextDocument) -> list[Heading]:
    """Its headings in order."""
    return [
        Heading(block.text(), block.blockFormat().headingLevel(), block.position())
        for block in blocks(document)
        if block.blockFormat().headingLevel()
    ]


def _pieces(block: QTextBlock) -> Iterator[_Piece]:
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        yield piece.position(), piece.length(), piece.charFormat()
        at += 1


def _dress_table(table: QTextTable, theme: Theme) -> None:
    look = table.format().toTableFormat()
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(theme.tokens.line))
    look.setBorderCollapse(True)
    look.setCellPadding(theme.px(5))
    look.setTopMargin(theme.px(8))
    look.setBottomMargin(theme.px(8))
    table.setFormat(look)


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    look = QTextBlockFormat()
    if "\N{OBJECT REPLACEMENT CHARACTER}" not in block.text():
        # A picture is a line, too: a fifth more of it would be a hole under it.
        look.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        look.setTopMargin(theme.px(24 if level > 1 else 4))
    if not isinstance(cursor.currentTable(), QTextTable):
        look.setBottomMargin(theme.px(4 if isinstance(cursor.currentList(), QTextList) else 8))
    cursor.mergeBlockFormat(look)
    if level:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        letters = cursor.charFormat()
        # Qt's own enlargement goes by steps of a table that knows nothing of our sizes.
        letters.clearProperty(_Format.FontSizeAdjustment.value)
        letters.setProperty(_Format.FontPixelSize.value, theme.px(_SIZES.get(level, 14)))
        letters.setFontWeight(650)
        cursor.setCharFormat(letters)


def _look(was: QTextCharFormat, file: Path, theme: Theme, width: int) -> QTextCharFormat | None:
    """What to change of a piece's looks."""
    if was.isImageFormat():
        return _measured(was.toImageFormat().name(), file, theme, width)
    look = QTextCharFormat()
    if was.isAnchor():
        look.setForeground(QBrush(theme.tokens.accent))
    elif was.fontFixedPitch():
        look.setBackground(QBrush(theme.tokens.theirs))
        look.setProperty(_Format.FontPixelSize.value, theme.px(13))
    else:
        return None
    return look


def _measured(name: str, file: Path, theme: Theme, width: int) -> QTextImageFormat | None:
    """Its size on the page, so that the picture itself is read only when it comes into sight."""
    path = pages.local(name, file)
    size = QImageReader(str(path)).size() if path is not None else QSize()
    if size.isEmpty():
        return None
    look = QTextImageFormat()
    wide = picture_width(size, theme, width)
    look.setWidth(wide)
    look.setHeight(round(size.height() * wide / size.width()))
    return look


def picture_width(size: QSize, theme: Theme, width: int) -> int:
    """How wide a picture of this size is shown in a view of this width: never larger than it was made."""
    return max(1, min(width - 2 * theme.px(_MARGIN), theme.px(size.width() * 0.75)))
