"""What happened to a conversation, in words: one sentence for each kind of entry in the log."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from scrm_desktop.config import NEUTRAL
from scrm_desktop.domain.triage import Priority
from scrm_desktop.domain.views import ThreadItem
from ui.i18n import QT_TRANSLATE_NOOP
from ui.text import colleague, isolate, upcoming
from ui.triage_words import priority_name

#: By kind of event; ``{who}`` is the person, ``{what}`` the detail (a name, a label).
_SENTENCES = {
    "done": QT_TRANSLATE_NOOP("ThreadEvent", "{who} closed this conversation"),
    "done:no_action": QT_TRANSLATE_NOOP("ThreadEvent", "{who} closed this conversation without an answer"),
    "open": QT_TRANSLATE_NOOP("ThreadEvent", "{who} opened this conversation again"),
    "pending": QT_TRANSLATE_NOOP("ThreadEvent", "{who} set this to wait for the customer"),
    "snoozed": QT_TRANSLATE_NOOP("ThreadEvent", "{who} snoozed this until {what}"),
    "snoozed:": QT_TRANSLATE_NOOP("ThreadEvent", "{who} snoozed this until the customer writes"),
    "woke": QT_TRANSLATE_NOOP("ThreadEvent", "Open again: the snooze is over"),
    "missed": QT_TRANSLATE_NOOP("ThreadEvent", "A scheduled reply missed its time"),
    "priority": QT_TRANSLATE_NOOP("ThreadEvent", "{who} set the priority: {what}"),
    "priority:none": QT_TRANSLATE_NOOP("ThreadEvent", "{who} removed the priority"),
    "spam": QT_TRANSLATE_NOOP("ThreadEvent", "{who} moved this to spam"),
    "not_spam": QT_TRANSLATE_NOOP("ThreadEvent", "{who} said that this is no spam"),
    "muted": QT_TRANSLATE_NOOP("ThreadEvent", "{who} muted this conversation"),
    "unmuted": QT_TRANSLATE_NOOP("ThreadEvent", "{who} unmuted this conversation"),
    "person_muted": QT_TRANSLATE_NOOP("ThreadEvent", "{who} muted this person on the network"),
    "person_unmuted": QT_TRANSLATE_NOOP("ThreadEvent", "{who} unmuted this person on the network"),
    "person_blocked": QT_TRANSLATE_NOOP("ThreadEvent", "{who} blocked this person on the network"),
    "person_unblocked": QT_TRANSLATE_NOOP("ThreadEvent", "{who} unblocked this person on the network"),
    "person_reported": QT_TRANSLATE_NOOP("ThreadEvent", "{who} reported this person to the network's moderators"),
    "merged": QT_TRANSLATE_NOOP("ThreadEvent", "{who} merged {what} conversations into this one"),
    "unmerged": QT_TRANSLATE_NOOP("ThreadEvent", "{who} took {what} merged conversations apart"),
    "split_off": QT_TRANSLATE_NOOP("ThreadEvent", "{who} made the rest a conversation of its own: open it"),
    "split_from": QT_TRANSLATE_NOOP("ThreadEvent", "{who} split this off another conversation: open that one"),
    "same_person": QT_TRANSLATE_NOOP("ThreadEvent", "{who} joined this customer with {what}"),
    "not_same_person": QT_TRANSLATE_NOOP("ThreadEvent", "{who} said that {what} is somebody else"),
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
    kind = "taken_on" if to_oneself else item.event
    template = _SENTENCES.get(f"{kind}:{item.event_detail}") or _SENTENCES.get(kind)
    if template is None:
        return " · ".join(part for part in (who, item.event.replace("_", " "), isolate(item.event_detail)) if part)
    return QCoreApplication.translate("ThreadEvent", template).format(who=who, what=isolate(_what(item)))


def _what(item: ThreadItem) -> str:
    """The detail as the person reads it."""
    if item.event == "assigned":
        return colleague(item.event_detail)
    if item.event == "snoozed":
        return upcoming(datetime.fromisoformat(item.event_detail), datetime.now(UTC))
    if item.event == "priority":
        return priority_name(Priority[item.event_detail.upper()])
    return item.event_detail


def led_to(item: ThreadItem) -> int | None:
    """The conversation that an event leads to."""
    leads = item.event in {"split_off", "split_from"} and item.event_detail.isdigit()
    return int(item.event_detail) if leads else None
