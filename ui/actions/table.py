"""The actions on a conversation: its triage, and what is written in it.

Keys of one letter are safe beside text fields: a field that has the focus takes letters (and undo) for itself.
"""

from __future__ import annotations

from ui.actions.spec import Section, Spec, When
from ui.i18n import QT_TRANSLATE_NOOP

ACTIONS: tuple[Spec, ...] = (
    Spec(
        "done",
        QT_TRANSLATE_NOOP("Actions", "Done"),
        ("Ctrl+E", "E"),
        QT_TRANSLATE_NOOP("Actions", "Close this conversation; a new message of the customer opens it again"),
        "done",
    ),
    Spec(
        "snooze",
        QT_TRANSLATE_NOOP("Actions", "Snooze"),
        ("S", "Ctrl+Shift+S"),
        QT_TRANSLATE_NOOP("Actions", "Put this away until a time, or until the customer writes"),
        "clock",
    ),
    Spec(
        "pending",
        QT_TRANSLATE_NOOP("Actions", "Wait for the customer"),
        ("W", "Ctrl+Shift+W"),
        QT_TRANSLATE_NOOP("Actions", "It is the customer's turn; what they write opens it again"),
        "pending",
    ),
    Spec(
        "priority",
        QT_TRANSLATE_NOOP("Actions", "Priority"),
        ("P", "Ctrl+Shift+P"),
        QT_TRANSLATE_NOOP("Actions", "Say how much this matters"),
        "flag",
    ),
    Spec(
        "spam",
        QT_TRANSLATE_NOOP("Actions", "Spam"),
        ("!", "Ctrl+Shift+J"),
        QT_TRANSLATE_NOOP("Actions", "Call this spam: closed, out of every other view, never heard of again"),
        "spam",
    ),
    Spec(
        "mute",
        QT_TRANSLATE_NOOP("Actions", "Mute"),
        ("M", "Ctrl+Shift+U"),
        QT_TRANSLATE_NOOP("Actions", "New messages neither open this nor ring nor count as unread"),
        "mute",
    ),
    Spec(
        "unread",
        QT_TRANSLATE_NOOP("Actions", "Mark as unread"),
        ("Ctrl+U", "U"),
        QT_TRANSLATE_NOOP("Actions", "Mark as read or unread"),
        "unread",
    ),
    Spec(
        "label",
        QT_TRANSLATE_NOOP("Actions", "Label"),
        ("L", "Ctrl+L"),
        QT_TRANSLATE_NOOP("Actions", "Put labels on, take them off"),
        "label",
    ),
    Spec(
        "assign",
        QT_TRANSLATE_NOOP("Actions", "Assign"),
        ("A", "Ctrl+G"),
        QT_TRANSLATE_NOOP("Actions", "Give this conversation to somebody of the team"),
        "assign",
    ),
    Spec(
        "macro",
        QT_TRANSLATE_NOOP("Actions", "Macro"),
        ("Ctrl+M", "X"),
        QT_TRANSLATE_NOOP("Actions", "Do several steps at once"),
        "redo",
    ),
    Spec(
        "merge",
        QT_TRANSLATE_NOOP("Actions", "Merge into the shown one"),
        ("Ctrl+Shift+G",),
        QT_TRANSLATE_NOOP("Actions", "Make one conversation of those that are selected"),
        "merge",
        When.SEVERAL,
    ),
    Spec(
        "unmerge",
        QT_TRANSLATE_NOOP("Actions", "Take the merge apart"),
        (),
        QT_TRANSLATE_NOOP("Actions", "Make several conversations of this one again, as before it was merged"),
    ),
    Spec(
        "timeline",
        QT_TRANSLATE_NOOP("Actions", "Whole timeline"),
        ("H", "Ctrl+Shift+H"),
        QT_TRANSLATE_NOOP("Actions", "Everything with this customer on one scroll, over every channel"),
        "people",
    ),
    Spec(
        "reply",
        QT_TRANSLATE_NOOP("Actions", "Public reply"),
        ("R", "Ctrl+Shift+R", "Ctrl+1"),
        QT_TRANSLATE_NOOP("Actions", "Write a public reply"),
        "reply",
        section=Section.WRITE,
    ),
    Spec(
        "direct",
        QT_TRANSLATE_NOOP("Actions", "Direct message"),
        ("D", "Ctrl+Shift+M", "Ctrl+2"),
        QT_TRANSLATE_NOOP("Actions", "Write a direct message"),
        "direct",
        section=Section.WRITE,
    ),
    Spec(
        "note",
        QT_TRANSLATE_NOOP("Actions", "Internal note"),
        ("N", "Ctrl+Shift+N", "Ctrl+3"),
        QT_TRANSLATE_NOOP("Actions", "Write a note that only your team sees"),
        "note",
        section=Section.WRITE,
    ),
    Spec(
        "send",
        QT_TRANSLATE_NOOP("Actions", "Send"),
        ("Ctrl+Return", "Ctrl+Enter"),
        "",
        "send",
        section=Section.WRITE,
    ),
    Spec(
        "send_done",
        QT_TRANSLATE_NOOP("Actions", "Send and done"),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        "",
        "send",
        section=Section.WRITE,
    ),
    Spec(
        "attach",
        QT_TRANSLATE_NOOP("Actions", "Attach a file"),
        ("Ctrl+Shift+A",),
        "",
        "attach",
        section=Section.WRITE,
    ),
    Spec(
        "emoji",
        QT_TRANSLATE_NOOP("Actions", "Insert an emoji"),
        ("Ctrl+.",),
        "",
        "emoji",
        section=Section.WRITE,
    ),
    Spec(
        "canned",
        QT_TRANSLATE_NOOP("Actions", "Canned responses…"),
        ("Ctrl+Shift+T",),
        QT_TRANSLATE_NOOP("Actions", "Write, import and export canned responses"),
        "",
        When.ALWAYS,
        section=Section.WRITE,
    ),
)
