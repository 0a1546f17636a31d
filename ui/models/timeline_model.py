"""The rows of a customer's timeline: day lines, and a line wherever another conversation goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from scrm_desktop.domain.timeline import TimelineItem, TimelineSource
from scrm_desktop.domain.views import ThreadItem
from ui.models.thread_model import ThreadModel
from ui.models.thread_rows import ThreadRow, rows_of
from ui.models.thread_words import ThreadWords


class TimelineModel(ThreadModel):
    """A thread model that knows of each row the conversation it belongs to."""

    def __init__(self, words: ThreadWords, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._sources: dict[str, TimelineSource] = {}

    def show_window(self, items: Sequence[TimelineItem]) -> None:
        """Show these, and nothing else."""
        self._learn(items)
        self.replace_all([one.item for one in items])

    def update_window(self, items: Sequence[TimelineItem]) -> None:
        """Bring the rows to these by the fewest changes."""
        self._learn(items)
        self.update_to([one.item for one in items])

    def source_of(self, row: ThreadRow) -> TimelineSource | None:
        """The conversation that a row tells of; ``None`` for a day line."""
        return row.change if row.item is None else self._sources[row.key]

    def _learn(self, items: Iterable[TimelineItem]) -> None:
        self._sources = {one.item.key: one.source for one in items}

    def _made(self, items: Sequence[ThreadItem]) -> list[ThreadRow]:
        rows: list[ThreadRow] = []
        last: int | None = None
        for row in rows_of(items):
            source = self._sources[row.key] if row.item is not None else None
            if source is not None and source.conversation_id != last:
                last = source.conversation_id
                rows.append(ThreadRow(f"c:{row.key}", row.day, change=source))
            rows.append(row)
        return rows
