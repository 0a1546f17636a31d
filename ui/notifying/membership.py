"""Whether a conversation is in a view, told from its row alone: for notifications that are wanted for some views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from scrm_desktop.domain.ring_settings import RingSettings
from scrm_desktop.domain.ringing import Belongs
from scrm_desktop.domain.saved_views import SavedView
from scrm_desktop.domain.views import ConversationRow, InboxQuery, Label
from ui.views import View, fixed_views, label_view, saved_view

#: Views of which a message that has just come can be part, in the sidebar's order.
_RINGING = ("needs_reply", "mine")


_SAVED = "saved:"


def ringing_views(me: str, labels: tuple[Label, ...], saved: tuple[SavedView, ...] = ()) -> tuple[View, ...]:
    """The views that notifications can be narrowed to: some of ours, those that were saved, those of the labels."""
    fixed = tuple(view for view in fixed_views(me) if view.key in _RINGING)
    kept = (saved_view(view, view.name) for view in saved)
    return (*fixed, *kept, *(label_view(label.id, label.name) for label in labels))


def saved_ids(settings: RingSettings) -> frozenset[int]:
    """The saved views that the settings speak of; only the desk can tell what these hold."""
    keys = (key.removeprefix(_SAVED) for key in settings.views | settings.silent_views if key.startswith(_SAVED))
    return frozenset(int(key) for key in keys if key.isdecimal())


def with_saved(
    settings: RingSettings, belongs: Belongs, found: Mapping[int, frozenset[int]]
) -> tuple[RingSettings, Belongs]:
    """Both, once the desk has told what the saved views hold.

    A saved view that is no more narrows nothing: who deleted the last one would never be rung again, unawares.
    """
    inside = {f"{_SAVED}{number}": ids for number, ids in found.items()}
    left = frozenset(key for key in settings.views if not key.startswith(_SAVED) or key in inside)

    def both(row: ConversationRow, key: str) -> bool:
        return row.id in inside.get(key, ()) if key.startswith(_SAVED) else belongs(row, key)

    return replace(settings, views=left), both


def belonging(me: str, labels: Callable[[], tuple[Label, ...]]) -> Callable[[ConversationRow, str], bool]:
    """Answers whether a conversation is in the view with a key, but for saved ones; what is no view holds nothing."""

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
