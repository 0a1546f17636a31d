"""What the query language is called in the window, for the translators; tests hold it against the language itself."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

#: The sentences of scrm_desktop/domain/query/problems.py.
PROBLEMS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Query", "There is no field “{name}:”. To look for the word itself, put it in quotation marks."),
    QT_TRANSLATE_NOOP("Query", "There is no field “{name}:”. Did you mean “{close}:”?"),
    QT_TRANSLATE_NOOP("Query", "“{field}:” does not know “{value}”. It takes: {choices}."),
    QT_TRANSLATE_NOOP("Query", "“{field}:” does not know “{value}”. Did you mean “{close}”?"),
    QT_TRANSLATE_NOOP("Query", "“{field}:” needs a value right after the colon, for example {example}."),
    QT_TRANSLATE_NOOP(
        "Query", "“{value}” is no length of time. “{field}:” takes 30m, 2h, 3d or 1w, for example {example}."
    ),
    QT_TRANSLATE_NOOP("Query", "“{value}” is no number. “{field}:” takes a number, for example {example}."),
    QT_TRANSLATE_NOOP(
        "Query", "“{value}” is no day. “{field}:” takes a date, today or yesterday, for example {example}."
    ),
    QT_TRANSLATE_NOOP("Query", "“{field}:” can't be compared with < or >."),
    QT_TRANSLATE_NOOP("Query", "The brackets are nested too deeply."),
    QT_TRANSLATE_NOOP("Query", "The query is too long."),
    QT_TRANSLATE_NOOP("Query", "The query has too many parts."),
    QT_TRANSLATE_NOOP("Query", "This bracket closes nothing."),
    QT_TRANSLATE_NOOP("Query", "A minus sign needs something right behind it."),
    QT_TRANSLATE_NOOP("Query", "“OR” needs something on both sides."),
    QT_TRANSLATE_NOOP("Query", "There is no label “{value}” (any more)."),
    QT_TRANSLATE_NOOP("Query", "There is no account “{value}” (any more)."),
    QT_TRANSLATE_NOOP("Query", "There is no channel “{value}” here."),
)

#: Fields by their canonical names, as a chip or a menu calls them.
FIELDS: dict[str, str] = {
    "is": QT_TRANSLATE_NOOP("Query", "State"),
    "label": QT_TRANSLATE_NOOP("Query", "Label"),
    "channel": QT_TRANSLATE_NOOP("Query", "Channel"),
    "account": QT_TRANSLATE_NOOP("Query", "Account"),
    "assignee": QT_TRANSLATE_NOOP("Query", "Assigned to"),
    "priority": QT_TRANSLATE_NOOP("Query", "Priority"),
    "from": QT_TRANSLATE_NOOP("Query", "Customer"),
    "text": QT_TRANSLATE_NOOP("Query", "Message text"),
    "note": QT_TRANSLATE_NOOP("Query", "Internal note"),
    "kind": QT_TRANSLATE_NOOP("Query", "Public or direct"),
    "lang": QT_TRANSLATE_NOOP("Query", "Language"),
    "has": QT_TRANSLATE_NOOP("Query", "Contains"),
    "waiting": QT_TRANSLATE_NOOP("Query", "Waiting for"),
    "last": QT_TRANSLATE_NOOP("Query", "Last message, how long ago"),
    "first": QT_TRANSLATE_NOOP("Query", "Begun, how long ago"),
    "followers": QT_TRANSLATE_NOOP("Query", "Followers"),
    "messages": QT_TRANSLATE_NOOP("Query", "Number of messages"),
    "unread": QT_TRANSLATE_NOOP("Query", "Unread messages"),
    "after": QT_TRANSLATE_NOOP("Query", "Last message since"),
    "before": QT_TRANSLATE_NOOP("Query", "Last message before"),
    "on": QT_TRANSLATE_NOOP("Query", "Last message on"),
}

#: Values by field and canonical name.
CHOICES: dict[tuple[str, str], str] = {
    ("is", "open"): QT_TRANSLATE_NOOP("Query", "Open"),
    ("is", "pending"): QT_TRANSLATE_NOOP("Query", "Waiting for customer"),
    ("is", "snoozed"): QT_TRANSLATE_NOOP("Query", "Snoozed"),
    ("is", "done"): QT_TRANSLATE_NOOP("Query", "Done"),
    ("is", "unread"): QT_TRANSLATE_NOOP("Query", "Unread"),
    ("is", "read"): QT_TRANSLATE_NOOP("Query", "Read"),
    ("is", "waiting"): QT_TRANSLATE_NOOP("Query", "Needs reply"),
    ("is", "replied"): QT_TRANSLATE_NOOP("Query", "Last word is ours"),
    ("is", "unsent"): QT_TRANSLATE_NOOP("Query", "Something not sent yet"),
    ("is", "failed"): QT_TRANSLATE_NOOP("Query", "Sending failed"),
    ("is", "public"): QT_TRANSLATE_NOOP("Query", "Public"),
    ("is", "direct"): QT_TRANSLATE_NOOP("Query", "Direct"),
    ("is", "mine"): QT_TRANSLATE_NOOP("Query", "Assigned to me"),
    ("is", "assigned"): QT_TRANSLATE_NOOP("Query", "Assigned"),
    ("is", "unassigned"): QT_TRANSLATE_NOOP("Query", "Assigned to nobody"),
    ("is", "answered"): QT_TRANSLATE_NOOP("Query", "Done with an answer"),
    ("is", "no-action"): QT_TRANSLATE_NOOP("Query", "Done without an answer"),
    ("is", "spam"): QT_TRANSLATE_NOOP("Query", "Spam"),
    ("is", "muted"): QT_TRANSLATE_NOOP("Query", "Muted"),
    ("kind", "public"): QT_TRANSLATE_NOOP("Query", "Public"),
    ("kind", "direct"): QT_TRANSLATE_NOOP("Query", "Direct"),
    ("has", "attachment"): QT_TRANSLATE_NOOP("Query", "Attachment"),
    ("has", "note"): QT_TRANSLATE_NOOP("Query", "Internal note"),
    ("has", "draft"): QT_TRANSLATE_NOOP("Query", "Draft"),
    ("has", "scheduled"): QT_TRANSLATE_NOOP("Query", "Scheduled reply"),
    ("has", "link"): QT_TRANSLATE_NOOP("Query", "Link"),
    ("has", "poll"): QT_TRANSLATE_NOOP("Query", "Poll"),
    ("has", "label"): QT_TRANSLATE_NOOP("Query", "Label"),
    ("priority", "none"): QT_TRANSLATE_NOOP("Query", "None"),
    ("priority", "low"): QT_TRANSLATE_NOOP("Query", "Low"),
    ("priority", "medium"): QT_TRANSLATE_NOOP("Query", "Medium"),
    ("priority", "high"): QT_TRANSLATE_NOOP("Query", "High"),
    ("priority", "urgent"): QT_TRANSLATE_NOOP("Query", "Urgent"),
}

NOT = QT_TRANSLATE_NOOP("Query", "Not: {what}")
OR = QT_TRANSLATE_NOOP("Query", "{one} or {other}")
AND = QT_TRANSLATE_NOOP("Query", "{one} and {other}")
QUOTED = QT_TRANSLATE_NOOP("Query", "“{words}”")
NAMED = QT_TRANSLATE_NOOP("Query", "{field}: {value}")
NOBODY = QT_TRANSLATE_NOOP("Query", "nobody")
NOTHING = QT_TRANSLATE_NOOP("Query", "none")
ME = QT_TRANSLATE_NOOP("Query", "me")
