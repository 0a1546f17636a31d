"""A row of a thread as a list of things to paint: built once for a width, then only drawn and asked what lies where."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPixmap, QTextCharFormat, QTextLayout, QTextOption

from scrm_desktop.late_dataclass import dataclass
from ui.delegates.thread_text import Link, utf16

Radii = tuple[float, float, float, float]
"""Corners of a box: top left, top right, bottom right, bottom left."""


def all_corners(radius: float) -> Radii:
    """The same radius at each corner."""
    return (radius, radius, radius, radius)


#: A bubble higher than this is a text that should be read elsewhere; it also bounds the work for a hostile one.
MAX_LINES = 1_200


@dataclass(slots=True)
class Box:
    """A filled, outlined rectangle with round corners."""

    rect: QRectF
    fill: QColor | None = None
    line: QColor | None = None
    radii: Radii = (0, 0, 0, 0)
    dashed: bool = False


@dataclass(slots=True)
class Caption:
    """One short line of text, already elided; ``top_left`` of its line box."""

    rect: QRectF
    text: str
    font: QFont
    colour: QColor
    underline: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


@dataclass(slots=True)
class TextBlock:
    """A text of several lines; ``text`` is what its positions count in (UTF-16)."""

    layout: QTextLayout
    at: QPointF
    text: str
    colour: QColor
    height: float
    links: tuple[Link, ...] = ()

    @property
    def width(self) -> float:
        """The width that its longest line really takes."""
        lines = range(self.layout.lineCount())
        return max((self.layout.lineAt(number).naturalTextWidth() for number in lines), default=0.0)

    @property
    def rect(self) -> QRectF:
        """Where it stands in the row."""
        return QRectF(self.at.x(), self.at.y(), self.width, self.height)

    def position(self, point: QPointF) -> int:
        """The position in the text that is nearest to a point of the row."""
        inside = point - self.at
        if inside.y() < 0:
            return 0
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if inside.y() < line.y() + line.height():
                return int(line.xToCursor(inside.x()))
        return utf16(self.text)

    def link_at(self, point: QPointF) -> Link | None:
        """The link under a point of the row."""
        if not self.links or not self.rect.contains(point):
            return None
        place = self.position(point)
        return next((link for link in self.links if link.start <= place < link.start + link.length), None)


@dataclass(slots=True)
class Picture:
    """A pixmap and where it goes."""

    rect: QRectF
    pixmap: QPixmap
    rounded: float = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to click: ``act`` names what it does."""

    rect: QRectF
    act: str
    value: str = ""
    tip: str = ""


@dataclass(slots=True)
class Sheet:
    """Everything of one row; ``body`` is the text that can be selected."""

    width: float = 0
    height: float = 0
    boxes: list[Box] = field(default_factory=list[Box])
    captions: list[Caption] = field(default_factory=list[Caption])
    texts: list[TextBlock] = field(default_factory=list[TextBlock])
    pictures: list[Picture] = field(default_factory=list[Picture])
    hits: list[Hit] = field(default_factory=list[Hit])
    body: TextBlock | None = None

    def place(self, other: Sheet, x: float, y: float) -> None:
        """Put another sheet into this one."""
        by = QPointF(x, y)
        for box in other.boxes:
            box.rect.translate(by)
        for caption in other.captions:
            caption.rect.translate(by)
        for text in other.texts:
            text.at += by
        for picture in other.pictures:
            picture.rect.translate(by)
        self.boxes += other.boxes
        self.captions += other.captions
        self.texts += other.texts
        self.pictures += other.pictures
        self.hits += [Hit(hit.rect.translated(by), hit.act, hit.value, hit.tip) for hit in other.hits]
        self.body = other.body or self.body

    def text(self, text: str, font: QFont, colour: QColor, width: float, links: tuple[Link, ...] = ()) -> TextBlock:
        """Add wrapped text below what is there; the sheet grows by it."""
        block = wrapped(text, font, colour, width, links)
        block.at = QPointF(0, self.height)
        self.texts.append(block)
        self.height += block.height
        self.width = max(self.width, block.width)
        return block

    def caption(self, text: str, font: QFont, colour: QColor, x: float, y: float, room: float) -> Caption:
        """Add one elided line at a place; the sheet's size is left alone."""
        metrics = QFontMetricsF(font)
        seen = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        size = QRectF(x, y, min(room, metrics.horizontalAdvance(seen) + 1), metrics.height())
        made = Caption(size, seen, font, colour)
        self.captions.append(made)
        return made

    def link(
        self, text: str, font: QFont, colour: QColor, x: float, y: float, room: float, hit: tuple[str, str]
    ) -> Caption:
        """Add one line that can be clicked."""
        made = self.caption(text, font, colour, x, y, room)
        made.underline = True
        self.hits.append(Hit(made.rect.adjusted(-3, -3, 3, 3), hit[0], hit[1]))
        return made


def wrapped(text: str, font: QFont, colour: QColor, width: float, links: tuple[Link, ...] = ()) -> TextBlock:
    """Lay out plain text; words longer than a line are broken."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if links:
        layout.setFormats([_link_format(link, colour) for link in links])
    return TextBlock(layout, QPointF(), text, colour, _break_lines(layout, font, width), links)


def _break_lines(layout: QTextLayout, font: QFont, width: float) -> float:
    """Fill the lines and return their height: 1.45 times the font, as designed, and more where marks need it."""
    spacing = float(round(font.pixelSize() * 1.45))
    height = 0.0
    layout.beginLayout()
    for _ in range(MAX_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        # Emoji and piles of marks make a line higher, within a bound.
        tall = min(max(line.height(), spacing), 3 * spacing)
        line.setPosition(QPointF(0, height + max(0.0, (tall - line.height()) / 2)))
        height += tall
    layout.endLayout()
    return height


def _link_format(link: Link, colour: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = link.start
    made.length = link.length
    style = QTextCharFormat()
    style.setFontUnderline(True)
    style.setForeground(colour)
    made.format = style
    return made
