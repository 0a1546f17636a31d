"""The views of the sidebar as data: a name, a question to the desk, and the chips it begins with."""

from __future__ import annotations

from collections.abc import Callable

from scrm_desktop.domain.query import parse
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.triage import Status
from scrm_desktop.domain.views import InboxQuery, SidebarCounts, Sort
from scrm_desktop.late_dataclass import dataclass
from ui.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One line of the sidebar that shows a list; ``urgent`` counts are red."""

    key: str
    text: str
    query: InboxQuery
    count: Callable[[SidebarCounts], int] | None = None
    urgent: Callable[[SidebarCounts], int] | None = None
    empty: str = ""


def fixed_views(me: str) -> tuple[View, ...]:
    """The views that everybody has, in the design's order."""
    return (*_work(me), *_put_away())


def _work(me: str) -> tuple[View, ...]:
    return (
        View(
            key="needs_reply",
            text=QT_TRANSLATE_NOOP("Views", "Needs reply"),
            query=InboxQuery(status=Status.OPEN, needs_reply=True, sort=Sort.WAITING),
            count=lambda counts: counts.needs_reply,
            empty=QT_TRANSLATE_NOOP(
                "Views", "Nobody is waiting for an answer. Who writes next appears here by itself."
            ),
        ),
        View(
            key="unread",
            text=QT_TRANSLATE_NOOP("Views", "Unread"),
            query=InboxQuery(unread=True),
            count=lambda counts: counts.unread,
            empty=QT_TRANSLATE_NOOP("Views", "Everything has been read. What comes next appears here by itself."),
        ),
        View(
            key="mine",
            text=QT_TRANSLATE_NOOP("Views", "Assigned to me"),
            query=InboxQuery(status=Status.OPEN, assignee=me),
            count=lambda counts: counts.mine,
            empty=QT_TRANSLATE_NOOP("Views", "Nothing is assigned to you. Take a conversation with “Assign”."),
        ),
    )


def _put_away() -> tuple[View, ...]:
    return (
        View(
            key="snoozed",
            text=QT_TRANSLATE_NOOP("Views", "Snoozed"),
            query=InboxQuery(status=Status.SNOOZED),
            count=lambda counts: counts.snoozed,
            empty=QT_TRANSLATE_NOOP("Views", "Nothing is snoozed. “Snooze” puts a conversation away for a while."),
        ),
        View(
            key="pending",
            text=QT_TRANSLATE_NOOP("Views", "Waiting for customer"),
            query=InboxQuery(status=Status.PENDING),
            count=lambda counts: counts.pending,
            empty=QT_TRANSLATE_NOOP(
                "Views", "It is no customer's turn. “Wait for the customer” puts a conversation here."
            ),
        ),
        View(
            key="outbox",
            text=QT_TRANSLATE_NOOP("Views", "Outbox"),
            query=InboxQuery(outbox=True),
            count=lambda counts: counts.outbox,
            urgent=lambda counts: counts.failed,
            empty=QT_TRANSLATE_NOOP(
                "Views", "Everything you wrote has been sent. What waits for its network stands here."
            ),
        ),
        View(
            key="done",
            text=QT_TRANSLATE_NOOP("Views", "Done"),
            query=InboxQuery(status=Status.DONE),
            empty=QT_TRANSLATE_NOOP(
                "Views", "Nothing is done yet. “Done” closes a conversation that needs no more work."
            ),
        ),
        View(
            key="everything",
            text=QT_TRANSLATE_NOOP("Views", "Everything"),
            query=InboxQuery(),
            empty=QT_TRANSLATE_NOOP(
                "Views", "There are no conversations yet. “Check now” asks every channel for news."
            ),
        ),
        View(
            key="spam",
            text=QT_TRANSLATE_NOOP("Views", "Spam"),
            query=InboxQuery(spam=True),
            empty=QT_TRANSLATE_NOOP("Views", "Nothing was called spam. “Spam” keeps a sender out of every other view."),
        ),
    )


def account_view(account_id: int, text: str) -> View:
    """The open conversations of one account."""
    return View(
        key=f"account:{account_id}",
        text=text,
        query=InboxQuery(status=Status.OPEN, account_id=account_id, sort=Sort.WAITING),
        count=lambda counts: dict(counts.by_account).get(account_id, 0),
        empty=QT_TRANSLATE_NOOP("Views", "No open conversation here. What was closed stands under “Done”."),
    )


def saved_view(view: SavedView, text: str) -> View:
    """What somebody saved under a name."""
    return View(
        key=f"saved:{view.id}",
        text=text,
        query=InboxQuery(where=parse(view.query).node, sort=view.sort),
        empty=QT_TRANSLATE_NOOP("Views", "Nothing found."),
    )


def label_view(label_id: int, text: str) -> View:
    """The open conversations with one label."""
    return View(
        key=f"label:{label_id}",
        text=text,
        query=InboxQuery(status=Status.OPEN, label_id=label_id, sort=Sort.WAITING),
        count=lambda counts: dict(counts.by_label).get(label_id, 0),
        empty=QT_TRANSLATE_NOOP("Views", "No open conversation has this label. Put it on one with “Label”."),
    )
