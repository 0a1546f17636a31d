"""Lays out one row of a thread for a width: bubbles, notes, events and day lines, in the design's measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPixmap

from scrm_desktop.domain.commands import OutboxState
from scrm_desktop.domain.messages import Direction
from scrm_desktop.domain.views import ItemKind, ThreadItem
from scrm_desktop.late_dataclass import dataclass
from ui.delegates.thread_parts import MAX_TILES, Bit, Ink, flow, ink_for, poll_part, tile_part
from ui.delegates.thread_sheet import Box, Hit, Picture, Sheet, all_corners
from ui.delegates.thread_text import shown, split_subject
from ui.models.thread_events import led_to
from ui.models.thread_rows import ThreadRow
from ui.models.thread_words import ThreadWords
from ui.text import clock, colleague, one_line
from ui.theme import Theme

SIDE = 22.0
GAP = 10.0
MAX_BUBBLE = 640.0
_AVATAR = 28
_AVATAR_GAP = 9.0
_PAD_X = 12.0
_PAD_Y = 8.0


@dataclass(slots=True)
class Opened:
    """What the person opened in this thread, by the keys of the items."""

    whole: set[str] = field(default_factory=set[str])
    unfolded: set[str] = field(default_factory=set[str])
    kept: set[str] = field(default_factory=set[str])

    def flags(self, key: str) -> tuple[bool, bool, bool]:
        """What of one item is open."""
        return key in self.whole, key in self.unfolded, key in self.kept


PictureOf = Callable[[str], QPixmap | str]
"""By address of the attachment: the picture, ``loading``, ``failed``, or empty while nobody asked."""


class ThreadLayouter:
    """Builds sheets; holds no state but what it is given."""

    def __init__(self, theme: Theme, words: ThreadWords, picture_of: PictureOf) -> None:
        self._theme = theme
        self._words = words
        self._picture_of = picture_of

    def build(self, row: ThreadRow, width: float, opened: Opened) -> Sheet:
        """The sheet of a row; ``width`` is that of the whole row."""
        if row.item is None:
            return self._pill(self._words.day(row.day), width, ground=False)
        if row.item.kind is ItemKind.EVENT:
            return self._event(row.item, width)
        if row.item.kind is ItemKind.NOTE:
            return self._note(row.item, width, opened)
        return self._message(row.item, width, opened)

    def _event(self, item: ThreadItem, width: float) -> Sheet:
        sheet = self._pill(self._words.happened(item), width, ground=True)
        number = led_to(item)
        if number is not None:
            sheet.captions[0].colour = self._theme.tokens.accent
            sheet.captions[0].underline = True
            sheet.hits.append(Hit(QRectF(sheet.boxes[0].rect), "conversation", str(number)))
        return sheet

    def _pill(self, text: str, width: float, *, ground: bool) -> Sheet:
        """A day line, or an event on its grey ground; both in the middle."""
        t = self._theme.tokens
        font = self._theme.font(11.5 if ground else 11)
        sheet = Sheet(width=width)
        room = width - 2 * SIDE - 24
        made = sheet.caption(text, font, t.muted if ground else t.faint, 0, GAP / 2 + 2, room)
        made.rect.moveLeft((width - made.rect.width()) / 2)
        if ground:
            box = made.rect.adjusted(-11, -2, 11, 3)
            sheet.boxes.append(Box(box, t.bg, None, all_corners(box.height() / 2)))
        sheet.height = made.rect.bottom() + GAP / 2 + 3
        return sheet

    def _note(self, item: ThreadItem, width: float, opened: Opened) -> Sheet:
        """An internal note: an amber box over the whole width, as no message ever has."""
        t = self._theme.tokens
        sheet = Sheet(width=width)
        inside = Sheet()
        room = width - 2 * SIDE - 2 * _PAD_X
        head = self._words.label("note").format(name=colleague(item.actor))
        inside.caption(f"{head} · {clock(item.at)}", self._theme.font(12.5, 600), t.fg, 0, 0, room)
        inside.height = 19
        self._body(inside, item, Ink(t.fg, t.muted, t.accent, None, None, t.bg), room, opened, 12.5)
        box = QRectF(SIDE, GAP / 2, width - 2 * SIDE, inside.height + 15)
        sheet.boxes.append(Box(box, t.note, t.noteline, (9, 9, 9, 9)))
        sheet.place(inside, SIDE + _PAD_X, GAP / 2 + 7)
        sheet.height = box.bottom() + GAP / 2
        return sheet

    def _message(self, item: ThreadItem, width: float, opened: Opened) -> Sheet:
        ours = item.direction is Direction.OUT
        lead = 0.0 if ours else _AVATAR + _AVATAR_GAP
        room = max(90.0, min((width - 2 * SIDE) * 0.74, MAX_BUBBLE) - lead)
        bubble = self._bubble(item, room, opened)
        sheet = Sheet(width=width, height=GAP / 2)
        left = width - SIDE - bubble.width if ours else SIDE + lead
        if item.context:
            self._context_head(sheet, item, left, bubble)
        top = sheet.height
        sheet.place(bubble, left, top)
        meta = self._meta(item, room if not ours else width - 2 * SIDE, right=ours)
        sheet.place(meta, SIDE if ours else left, top + bubble.height + 3)
        sheet.height = top + bubble.height + 3 + meta.height
        if not ours and item.author is not None:
            name = item.author.display_name or item.author.handle
            where = QRectF(SIDE, sheet.height - _AVATAR + 1, _AVATAR, _AVATAR)
            sheet.pictures.append(Picture(where, self._theme.avatar(name, _AVATAR)))
        sheet.height += GAP / 2
        return sheet

    def _context_head(self, sheet: Sheet, item: ThreadItem, left: float, bubble: Sheet) -> None:
        """A thin line beside it and words above it: this is not addressed to us, it is what was answered."""
        ours = item.direction is Direction.OUT
        font = self._theme.font(11, 500)
        words = self._words.label("context_own" if ours else "context")
        text = words if ours else f"{words} · {self._words.author(item)}"
        t = self._theme.tokens
        room = max(bubble.width, 160.0)
        made = sheet.caption("↳ " + text, font, t.muted, left, sheet.height, room)
        if ours:
            made.rect.moveRight(left + bubble.width)
        sheet.height += QFontMetricsF(font).height() + 3
        x = left + bubble.width + 5 if ours else left - 6
        sheet.boxes.append(Box(QRectF(x, made.rect.top(), 2, bubble.height + 17), t.line))

    def _bubble(self, item: ThreadItem, room: float, opened: Opened) -> Sheet:
        ink = ink_for(item, self._theme)
        inside = Sheet()
        inner = room - 2 * _PAD_X
        if item.deleted_at is not None and item.key not in opened.kept:
            self._deleted(inside, item, ink, inner)
        else:
            self._content(inside, item, ink, inner, opened)
        sheet = Sheet(width=inside.width + 2 * _PAD_X, height=inside.height + 2 * _PAD_Y)
        ours = item.direction is Direction.OUT
        corners = (14.0, 14.0, 4.0, 14.0) if ours else (14.0, 14.0, 14.0, 4.0)
        gone = item.deleted_at is not None
        line = self._theme.tokens.faint if gone else ink.line
        box = QRectF(0, 0, sheet.width, sheet.height)
        sheet.boxes.append(Box(box, None if gone else ink.fill, line, corners, dashed=gone))
        sheet.place(inside, _PAD_X, _PAD_Y)
        return sheet

    def _deleted(self, inside: Sheet, item: ThreadItem, ink: Ink, room: float) -> None:
        t = self._theme.tokens
        own = item.direction is Direction.OUT
        inside.text(self._words.label("deleted_own" if own else "deleted"), self._theme.font(13), t.muted, room)
        if item.text or item.attachments:
            self._link_line(inside, "kept", "kept", t.accent, room)

    def _content(self, inside: Sheet, item: ThreadItem, ink: Ink, room: float, opened: Opened) -> None:
        if item.deleted_at is not None:
            t = self._theme.tokens
            ink = Ink(t.muted, t.muted, t.accent, None, t.faint, t.bg)
            inside.text(self._words.label("deleted"), self._theme.font(11.5, 600), t.muted, room)
        if item.content_warning:
            head = f"{self._words.label('warning')}: {one_line(item.content_warning, limit=500)}"
            inside.text(head, self._theme.font(13, 600), ink.fg, room)
            is_open = item.key in opened.unfolded
            self._link_line(inside, "hide" if is_open else "show", "fold", ink.link, room)
            if not is_open:
                return
            inside.height += 4
        if item.notice:
            inside.text(self._words.notice(item), self._theme.font(12.5), ink.soft, room)
            inside.height += 2 if item.text else 0
        if item.text or not item.notice:
            self._body(inside, item, ink, room, opened, 13)
        if item.quoted:
            self._quoted(inside, item, ink, room, opened)
        self._extras(inside, item, ink, room)

    def _body(self, inside: Sheet, item: ThreadItem, ink: Ink, room: float, opened: Opened, px: float) -> None:
        """The text that can be selected, cut where it is too much, with a way to the rest."""
        whole = item.key in opened.whole
        subject, text = split_subject(item)
        if subject:
            inside.text(subject, self._theme.font(px, 600), ink.fg, room)
            inside.height += 3 if text else 0
        seen = shown(text, whole=whole)
        if seen.text or not (item.attachments or item.poll or subject):
            inside.body = inside.text(seen.text, self._theme.font(px), ink.fg, room, seen.links)
        if whole:
            self._link_line(inside, "less", "whole", ink.link, room)
        elif seen.cut:
            self._link_line(inside, "more", "whole", ink.link, room)

    def _quoted(self, inside: Sheet, item: ThreadItem, ink: Ink, room: float, opened: Opened) -> None:
        """What it repeats of earlier messages: a word to open it, and then the words themselves."""
        is_open = item.key in opened.unfolded
        inside.height += 2
        self._link_line(inside, "quoted_hide" if is_open else "quoted", "fold", ink.link, room)
        if is_open:
            inside.height += 3
            inside.text(shown(item.quoted, whole=False).text, self._theme.font(12), ink.soft, room)

    def _extras(self, inside: Sheet, item: ThreadItem, ink: Ink, room: float) -> None:
        parts: list[Sheet] = []
        if item.poll is not None:
            parts.append(poll_part(item.poll, self._words, self._theme, ink, room))
        for attachment in item.attachments[:MAX_TILES]:
            state = self._picture_of(attachment.url)
            parts.append(tile_part(attachment, self._words, self._theme, ink, room, state))
        for part in parts:
            inside.height += 8 if inside.height else 0
            inside.place(part, 0, inside.height)
            inside.height += part.height
            inside.width = max(inside.width, part.width)

    def _link_line(self, inside: Sheet, label: str, act: str, colour: QColor, room: float) -> None:
        made = inside.link(
            self._words.label(label), self._theme.font(12, 500), colour, 0, inside.height + 2, room, (act, "")
        )
        inside.height += made.rect.height() + 4
        inside.width = max(inside.width, made.rect.width())

    def _meta(self, item: ThreadItem, room: float, *, right: bool) -> Sheet:
        """Time, language, counts, who can read it, edited, and where a message of ours stands."""
        t = self._theme.tokens
        bits = [Bit(text, t.muted) for text in self._words.meta(item)]
        if item.edited_at is not None:
            bits.append(self._edited(item))
        if right and not item.context and item.deleted_at is None:
            bits.append(Bit(self._words.state(item), self._state_colour(item)))
            bits += [Bit(words, t.accent, act) for act, words in self._words.state_actions(item)]
        sheet = flow(bits, self._theme, room, right=right)
        why = self._words.why(item) if right else ""
        if why:
            sheet.height += 2
            said = sheet.text(why, self._theme.font(11), self._state_colour(item), min(room, MAX_BUBBLE))
            said.at.setX(room - said.width)
        return sheet

    def _edited(self, item: ThreadItem) -> Bit:
        """Clickable where an earlier version is kept."""
        t = self._theme.tokens
        words = self._words.label("edited")
        return Bit(words, t.accent, "versions") if item.versions else Bit(words, t.muted)

    def _state_colour(self, item: ThreadItem) -> QColor:
        t = self._theme.tokens
        amber = {OutboxState.UNCONFIRMED, OutboxState.QUEUED, OutboxState.HELD}
        colours = {OutboxState.FAILED: t.red, **dict.fromkeys(amber, t.amber)}
        return colours.get(item.state or OutboxState.SENT, t.muted)
