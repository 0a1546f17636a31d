"""The parts a bubble is made of: texts, polls, attachments, and the small line under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPixmap

from scrm_desktop.domain.messages import AttachmentKind, Direction, Poll, RemoteAttachment
from scrm_desktop.domain.views import ThreadItem
from scrm_desktop.late_dataclass import dataclass
from ui.delegates.thread_sheet import Box, Caption, Hit, Picture, Sheet
from ui.models.thread_words import ThreadWords
from ui.text import number, one_line
from ui.theme import Theme

TILE_WIDTH = 280.0
PICTURE_HEIGHT = 320.0
MAX_OPTIONS = 20
MAX_TILES = 20
_ICONS = {AttachmentKind.IMAGE: "picture", AttachmentKind.GIFV: "picture"}


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours inside one bubble."""

    fg: QColor
    soft: QColor
    link: QColor
    fill: QColor | None
    line: QColor | None
    tile: QColor


@dataclass(frozen=True, slots=True)
class Bit:
    """One piece of the line under a bubble; with ``act`` it can be clicked."""

    text: str
    colour: QColor
    act: str = ""


def ink_for(item: ThreadItem, theme: Theme) -> Ink:
    """The colours of a bubble: what is only context is drawn in outline."""
    t = theme.tokens
    if item.context:
        return Ink(t.muted, t.muted, t.accent, None, t.line, t.bg)
    if item.direction is Direction.OUT:
        return Ink(t.oursfg, t.oursfg, t.oursfg, t.ours, None, QColor(0, 0, 0, 46))
    return Ink(t.fg, t.muted, t.accent, t.theirs, None, t.panel)


def flow(bits: Sequence[Bit], theme: Theme, room: float, *, right: bool) -> Sheet:
    """Small captions one after the other, on as many lines as they need."""
    sheet = Sheet(width=room)
    font = theme.font(11)
    metrics = QFontMetricsF(font)
    step = metrics.height() + 2
    line: list[Caption] = []
    x = 0.0
    for bit in bits:
        width = min(metrics.horizontalAdvance(bit.text) + 1, room)
        if x > 0 and x + width > room:
            _align(line, sheet, room, right=right)
            line, x = [], 0.0
            sheet.height += step
        if bit.act:
            made = sheet.link(bit.text, font, bit.colour, x, sheet.height, room, (bit.act, ""))
        else:
            made = sheet.caption(bit.text, font, bit.colour, x, sheet.height, room)
        line.append(made)
        x += width + 7
    _align(line, sheet, room, right=right)
    sheet.height += metrics.height() if bits else 0
    return sheet


def _align(line: list[Caption], sheet: Sheet, room: float, *, right: bool) -> None:
    """Push a finished line to the right end, with what can be clicked on it."""
    if not right or not line:
        return
    by = room - line[-1].rect.right()
    tops = {caption.rect.top() - 3 for caption in line}
    for caption in line:
        caption.rect.translate(by, 0)
    sheet.hits = [
        Hit(hit.rect.translated(by, 0), hit.act, hit.value, hit.tip) if hit.rect.top() in tops else hit
        for hit in sheet.hits
    ]


def poll_part(poll: Poll, words: ThreadWords, theme: Theme, ink: Ink, room: float) -> Sheet:
    """The answers of a poll with a bar each, and how many voted."""
    width = min(room, TILE_WIDTH)
    sheet = Sheet(width=width)
    total = poll.voters or sum(option.votes or 0 for option in poll.options)
    font, small = theme.font(12.5), theme.font(11)
    metrics = QFontMetricsF(font)
    for option in poll.options[:MAX_OPTIONS]:
        share = (option.votes or 0) / total if total else 0.0
        said = f"{number(round(share * 100))} %" if option.votes is not None else ""
        sheet.caption(one_line(option.text, limit=200), font, ink.fg, 0, sheet.height, width - 48)
        right = sheet.caption(said, small, ink.soft, 0, sheet.height + 1, 46)
        right.rect.moveRight(width)
        sheet.height += metrics.height() + 3
        bar = QRectF(0, sheet.height, width, 6)
        sheet.boxes.append(Box(QRectF(bar), ink.tile, None, (3, 3, 3, 3)))
        bar.setWidth(width * min(share, 1.0))
        sheet.boxes.append(Box(bar, ink.link, None, (3, 3, 3, 3)))
        sheet.height += 14
    last = sheet.caption(words.poll_end(poll), small, ink.soft, 0, sheet.height, width)
    sheet.height += last.rect.height()
    return sheet


def tile_part(
    attachment: RemoteAttachment, words: ThreadWords, theme: Theme, ink: Ink, room: float, state: QPixmap | str
) -> Sheet:
    """An attachment: what it is and its description; the picture itself only once it was asked for."""
    width = min(room, TILE_WIDTH)
    if isinstance(state, QPixmap):
        return _picture(attachment, words, theme, ink, width, state)
    sheet = Sheet(width=width)
    inside = Sheet(height=8)
    inside.caption(words.kind(attachment), theme.font(12, 600), ink.fg, 0, inside.height, width - 50)
    inside.height += 18
    text = inside.text(words.described(attachment), theme.font(12), ink.soft, width - 50)
    text.at.setX(0)
    inside.height += 4
    label, act = _tile_action(attachment, state)
    made = inside.caption(words.label(label), theme.font(12, 500), ink.link, 0, inside.height, width - 50)
    if act:
        inside.captions.remove(made)
        made = inside.link(made.text, made.font, ink.link, 0, inside.height, width - 50, (act, attachment.url))
    inside.height += made.rect.height() + 8
    sheet.boxes.append(Box(QRectF(0, 0, width, inside.height), ink.tile, None, (9, 9, 9, 9)))
    icon = theme.icon_pixmap(_ICONS.get(attachment.kind, "attach"), 18, ink.soft)
    sheet.pictures.append(Picture(QRectF(12, 10, 18, 18), icon))
    sheet.place(inside, 40, 0)
    sheet.height = inside.height
    return sheet


def _tile_action(attachment: RemoteAttachment, state: str) -> tuple[str, str]:
    if attachment.kind is not AttachmentKind.IMAGE:
        # What lies behind our own login has no address that a browser could open.
        return ("open", "link") if attachment.url.startswith(("https://", "http://")) else ("save", "save")
    return {"loading": ("loading", ""), "failed": ("picture_failed", "picture")}.get(state, ("picture", "picture"))


def _picture(
    attachment: RemoteAttachment, words: ThreadWords, theme: Theme, ink: Ink, width: float, pixmap: QPixmap
) -> Sheet:
    size = QSizeF(pixmap.deviceIndependentSize())
    if size.width() > width or size.height() > PICTURE_HEIGHT:
        size.scale(width, PICTURE_HEIGHT, Qt.AspectRatioMode.KeepAspectRatio)
    sheet = Sheet(width=width, height=size.height() + 4)
    sheet.pictures.append(Picture(QRectF(0, 0, size.width(), size.height()), pixmap, 9))
    sheet.text(words.described(attachment), theme.font(12), ink.soft, width)
    made = sheet.link(
        words.label("picture_hide"), theme.font(12, 500), ink.link, 0, sheet.height + 2, width,
        ("picture_hide", attachment.url),
    )  # fmt: skip
    sheet.height += made.rect.height() + 4
    sheet.width = width
    return sheet
