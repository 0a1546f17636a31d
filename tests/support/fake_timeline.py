"""What the fake desk answers for a customer's timeline: every thread with a person of that name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scrm_desktop.domain.timeline import TimelineItem, TimelinePage, TimelineSource
from scrm_desktop.domain.views import ConversationRow, ThreadItem


def timeline_of(
    rows: Iterable[ConversationRow],
    threads: Mapping[int, list[ThreadItem]],
    person: ConversationRow,
    before: str,
    limit: int,
) -> TimelinePage:
    """The window that ends before the place ``before`` (a number; empty: the newest)."""
    items: list[TimelineItem] = []
    for row in rows:
        if row.person == person.person:
            source = TimelineSource(
                conversation_id=row.id, account_id=row.account_id, channel=row.channel, kind=row.kind, status=row.status
            )
            items += [TimelineItem(item=item, source=source) for item in threads.get(row.id, [])]
    items.sort(key=lambda one: one.item.at)
    end = int(before) if before else len(items)
    start = max(0, end - limit)
    return TimelinePage(contact_id=person.id, items=tuple(items[start:end]), before=str(start) if start else "")
