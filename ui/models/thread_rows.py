"""The rows of a thread: its items with a line for each day between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from scrm_desktop.domain.timeline import TimelineSource
from scrm_desktop.domain.views import ThreadItem, ThreadPage
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One row: a day line (``item`` is ``None``) or an item of the thread.

    In a timeline ``change`` is the conversation that goes on below this line.
    """

    key: str
    day: date
    item: ThreadItem | None = None
    change: TimelineSource | None = None


def local_day(at: datetime) -> date:
    """The day on the wall calendar of this computer."""
    return at.astimezone().date()


def rows_of(items: Iterable[ThreadItem]) -> list[ThreadRow]:
    """Items, oldest first, with a day line before the first one of each day."""
    rows: list[ThreadRow] = []
    last: date | None = None
    for item in items:
        day = local_day(item.at)
        if day != last:
            rows.append(ThreadRow(_day_key(day, rows), day))
            last = day
        rows.append(ThreadRow(item.key, day, item))
    return rows


def _day_key(day: date, rows: Sequence[ThreadRow]) -> str:
    """Unique even where clocks put a day into the thread twice."""
    key = f"d:{day.isoformat()}"
    return key if all(row.key != key for row in rows if row.item is None) else f"{key}:{len(rows)}"


def merge_page(old: Sequence[ThreadItem], page: ThreadPage, before: str | None) -> list[ThreadItem]:
    """Put a page that ends before ``before`` (``None``: at the end) into the window that is loaded.

    What the page does not reach is kept; where page and window do not touch, the page alone remains.
    """
    if not page.items:
        return [] if before is None else list(old)
    keys = [item.key for item in old]
    high = keys.index(before) if before in keys else len(keys)
    fresh = {item.key for item in page.items}
    low = next((place for place, key in enumerate(keys[:high]) if key in fresh), None)
    if low is None and before is None and old:
        return list(page.items)
    kept = old[:low] if page.older and low is not None else ()
    tail = [item for item in old[high:] if item.key not in fresh] if before is not None else []
    return [*(item for item in kept if item.key not in fresh), *page.items, *tail]
