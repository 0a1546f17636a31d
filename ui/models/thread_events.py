"""What happened to a conversation, in words: one sentence for each kind of entry in the log."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scrm_desktop.config import NEUTRAL
from scrm_desktop.domain.views import ThreadItem
from ui.i18n import QT_TRANSLATE_NOOP
from ui.text import colleague, isolate

#: By kind of event; ``{who}`` is the person, ``{what}`` the detail (a name, a label).
_SENTENCES = {
    "done": QT_TRANSLATE_NOOP("ThreadEvent", "{who} closed this conversation"),
    "open": QT_TRANSLATE_NOOP("ThreadEvent", "{who} opened this conversation again"),
    "reopened": QT_TRANSLATE_NOOP("ThreadEvent", "Open again: the customer wrote"),
    "assigned": QT_TRANSLATE_NOOP("ThreadEvent", "{who} assigned this to {what}"),
    "taken_on": QT_TRANSLATE_NOOP("ThreadEvent", "{who} took this conversation on"),
    "unassigned": QT_TRANSLATE_NOOP("ThreadEvent", "{who} took the assignment away"),
    "labelled": QT_TRANSLATE_NOOP("ThreadEvent", "{who} added the label {what}"),
    "unlabelled": QT_TRANSLATE_NOOP("ThreadEvent", "{who} removed the label {what}"),
    "read": QT_TRANSLATE_NOOP("ThreadEvent", "{who} marked this as read"),
    "unread": QT_TRANSLATE_NOOP("ThreadEvent", "{who} marked this as unread"),
    "undone": QT_TRANSLATE_NOOP("ThreadEvent", "{who} undid the last step"),
    "joined": QT_TRANSLATE_NOOP("ThreadEvent", "Two parts of this conversation were joined"),
}


def _who(actor: str) -> str:
    if actor == NEUTRAL:
        # "Me" makes no sentence.
        return QCoreApplication.translate("ThreadEvent", "Your team")
    return isolate(actor) if actor else QCoreApplication.translate("ThreadEvent", "Somebody")


def event_words(item: ThreadItem) -> str:
    """The sentence of an event; a kind that is new here is shown by its own name."""
    who = _who(item.actor)
    to_oneself = item.event == "assigned" and item.event_detail == item.actor
    template = _SENTENCES.get("taken_on" if to_oneself else item.event)
    if template is None:
        return " · ".join(part for part in (who, item.event.replace("_", " "), isolate(item.event_detail)) if part)
    what = colleague(item.event_detail) if item.event == "assigned" else item.event_detail
    return QCoreApplication.translate("ThreadEvent", template).format(who=who, what=isolate(what))
