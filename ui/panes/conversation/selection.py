"""What the mouse has marked in a thread: from a place in one bubble to a place in the same or another one."""

from __future__ import annotations

from collections.abc import Callable

from scrm_desktop.late_dataclass import dataclass
from ui.delegates.thread_paint import Selection
from ui.delegates.thread_sheet import Sheet
from ui.delegates.thread_text import cut_utf16, utf16
from ui.models.thread_model import ThreadModel
from ui.models.thread_rows import ThreadRow

END = 1 << 30
"""Behind the end of every text."""

Place = tuple[str, int]
"""The key of a row and a position in its body, in UTF-16 units."""


@dataclass(slots=True)
class ThreadSelection:
    """Two places; what lies between them is selected."""

    model: ThreadModel
    sheet_of: Callable[[ThreadRow], Sheet]
    anchor: Place | None = None
    cursor: Place | None = None

    def clear(self) -> None:
        """Nothing is selected."""
        self.anchor = self.cursor = None

    def set(self, key: str, start: int, end: int) -> None:
        """Mark a part of one bubble."""
        self.anchor, self.cursor = (key, start), (key, end)

    def ranges(self) -> dict[str, Selection]:
        """What is marked of each row, in the order of the thread."""
        if self.anchor is None or self.cursor is None:
            return {}
        ends = [(self.model.place_of(key), position, key) for key, position in (self.anchor, self.cursor)]
        placed = sorted((place, position, key) for place, position, key in ends if place is not None)
        if len(placed) < 2:
            return {}
        (first, start, first_key), (last, end, last_key) = placed
        if first == last:
            return {first_key: (start, end)} if end > start else {}
        found = {first_key: (start, END)}
        for place in range(first + 1, last):
            row = self.model.row_at(place)
            if row.item is not None:
                found[row.key] = (0, END)
        found[last_key] = (0, end)
        return found

    def text(self) -> str:
        """What is marked, as plain text; a blank line between two bubbles."""
        parts: list[str] = []
        for key, (start, end) in self.ranges().items():
            place = self.model.place_of(key)
            body = self.sheet_of(self.model.row_at(place)).body if place is not None else None
            if body is not None:
                parts.append(cut_utf16(body.text, start, min(end, utf16(body.text))))
        return "\n\n".join(part for part in parts if part)


def word_at(text: str, position: int) -> tuple[int, int]:
    """The word around a position (both in UTF-16 units)."""
    place = len(cut_utf16(text, 0, position))
    place = min(place, max(0, len(text) - 1))
    start = end = place
    while start > 0 and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return utf16(text[:start]), utf16(text[: max(end, start)])


def _in_word(char: str) -> bool:
    return char.isalnum() or char in "_'’@-"
