"""Whether a conversation is in a view, told from its row alone: for notifications that are wanted for some views."""

from __future__ import annotations

from collections.abc import Callable

from scrm_desktop.domain.views import ConversationRow, InboxQuery, Label
from ui.views import View, fixed_views, label_view

#: Views of which a message that has just come can be part, in the sidebar's order.
_RINGING = ("needs_reply", "mine")


def ringing_views(me: str, labels: tuple[Label, ...]) -> tuple[View, ...]:
    """The views that notifications can be narrowed to."""
    fixed = tuple(view for view in fixed_views(me) if view.key in _RINGING)
    return (*fixed, *(label_view(label.id, label.name) for label in labels))


def belonging(me: str, labels: Callable[[], tuple[Label, ...]]) -> Callable[[ConversationRow, str], bool]:
    """Answers whether a conversation is in the view with a key; a view that is no more holds nothing."""

    def belongs(row: ConversationRow, key: str) -> bool:
        view = next((one for one in ringing_views(me, labels()) if one.key == key), None)
        return view is not None and fits(row, view.query)

    return belongs


def fits(row: ConversationRow, query: InboxQuery) -> bool:
    """Whether a query without a text finds this row."""
    return (
        (query.status is None or row.status is query.status)
        and (not query.needs_reply or row.waiting_since is not None)
        and (not query.unread or row.unread > 0)
        and (query.assignee is None or row.assignee == query.assignee)
        and (query.account_id is None or row.account_id == query.account_id)
        and (query.kind is None or row.kind == query.kind)
        and (query.label_id is None or query.label_id in {label.id for label in row.labels})
    )
