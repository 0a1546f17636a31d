"""Every action of the window in one table: its words, its keys, its icon, and when it can be used.

Keys of one letter are safe beside text fields: a field that has the focus takes letters (and undo) for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.i18n import QT_TRANSLATE_NOOP
from ui.theme import Theme


class When(Enum):
    """What must be there for an action to make sense."""

    ALWAYS = "always"
    CONVERSATION = "conversation"
    SEVERAL = "several"
    UNDO = "undo"
    REDO = "redo"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Spec:
    """One action; ``keys`` are alternatives in Qt's portable notation."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    icon: str = ""
    when: When = When.CONVERSATION


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
        ("S",),
        QT_TRANSLATE_NOOP("Actions", "Put this away until a time, or until the customer writes"),
        "clock",
    ),
    Spec(
        "pending",
        QT_TRANSLATE_NOOP("Actions", "Wait for the customer"),
        ("W",),
        QT_TRANSLATE_NOOP("Actions", "It is the customer's turn; what they write opens it again"),
        "pending",
    ),
    Spec(
        "priority",
        QT_TRANSLATE_NOOP("Actions", "Priority"),
        ("P",),
        QT_TRANSLATE_NOOP("Actions", "Say how much this matters"),
        "flag",
    ),
    Spec(
        "spam",
        QT_TRANSLATE_NOOP("Actions", "Spam"),
        ("!",),
        QT_TRANSLATE_NOOP("Actions", "Call this spam: closed, out of every other view, never heard of again"),
        "spam",
    ),
    Spec(
        "mute",
        QT_TRANSLATE_NOOP("Actions", "Mute"),
        ("M",),
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
        ("L",),
        QT_TRANSLATE_NOOP("Actions", "Put labels on, take them off"),
        "label",
    ),
    Spec(
        "assign",
        QT_TRANSLATE_NOOP("Actions", "Assign"),
        ("A",),
        QT_TRANSLATE_NOOP("Actions", "Give this conversation to somebody of the team"),
        "assign",
    ),
    Spec(
        "reply",
        QT_TRANSLATE_NOOP("Actions", "Public reply"),
        ("R", "Ctrl+1"),
        QT_TRANSLATE_NOOP("Actions", "Write a public reply"),
        "reply",
    ),
    Spec(
        "direct",
        QT_TRANSLATE_NOOP("Actions", "Direct message"),
        ("D", "Ctrl+2"),
        QT_TRANSLATE_NOOP("Actions", "Write a direct message"),
        "direct",
    ),
    Spec(
        "note",
        QT_TRANSLATE_NOOP("Actions", "Internal note"),
        ("N", "Ctrl+3"),
        QT_TRANSLATE_NOOP("Actions", "Write a note that only your team sees"),
        "note",
    ),
    Spec("send", QT_TRANSLATE_NOOP("Actions", "Send"), ("Ctrl+Return", "Ctrl+Enter"), "", "send"),
    Spec("attach", QT_TRANSLATE_NOOP("Actions", "Attach a file"), ("Ctrl+Shift+A",), "", "attach"),
    Spec("emoji", QT_TRANSLATE_NOOP("Actions", "Insert an emoji"), ("Ctrl+.",), "", "emoji"),
    Spec(
        "macro",
        QT_TRANSLATE_NOOP("Actions", "Macro"),
        ("Ctrl+M", "X"),
        QT_TRANSLATE_NOOP("Actions", "Do several steps at once"),
        "redo",
    ),
    Spec(
        "canned",
        QT_TRANSLATE_NOOP("Actions", "Canned responses…"),
        ("Ctrl+Shift+R",),
        QT_TRANSLATE_NOOP("Actions", "Write, import and export canned responses"),
        "",
        When.ALWAYS,
    ),
    Spec("next", QT_TRANSLATE_NOOP("Actions", "Next conversation"), ("J", "Alt+Down"), "", "", When.ALWAYS),
    Spec("previous", QT_TRANSLATE_NOOP("Actions", "Previous conversation"), ("K", "Alt+Up"), "", "", When.ALWAYS),
    Spec(
        "merge",
        QT_TRANSLATE_NOOP("Actions", "Merge into the shown one"),
        ("Ctrl+Shift+M",),
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
        "select_all",
        QT_TRANSLATE_NOOP("Actions", "Select everything"),
        ("Ctrl+A",),
        QT_TRANSLATE_NOOP("Actions", "Select everything that this list finds, to act on all of it at once"),
        "",
        When.ALWAYS,
    ),
    Spec(
        "filter",
        QT_TRANSLATE_NOOP("Actions", "Add a filter"),
        ("F",),
        QT_TRANSLATE_NOOP("Actions", "Add a filter: field, operator, value"),
        "",
        When.ALWAYS,
    ),
    Spec(
        "columns",
        QT_TRANSLATE_NOOP("Actions", "Columns side by side"),
        ("Ctrl+Shift+C",),
        QT_TRANSLATE_NOOP("Actions", "Watch up to four views side by side"),
        "",
        When.ALWAYS,
    ),
    Spec("save_view", QT_TRANSLATE_NOOP("Actions", "Save as view…"), ("Ctrl+S",), "", "", When.ALWAYS),
    Spec("search", QT_TRANSLATE_NOOP("Actions", "Search"), ("Ctrl+K", "/"), "", "", When.ALWAYS),
    Spec(
        "check_now",
        QT_TRANSLATE_NOOP("Actions", "Check now"),
        ("F5",),
        QT_TRANSLATE_NOOP("Actions", "Ask every channel for news now"),
        "",
        When.ALWAYS,
    ),
    Spec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "", "", When.UNDO),
    Spec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "", "", When.REDO),
    Spec("add_account", QT_TRANSLATE_NOOP("Actions", "Connect an account…"), (), "", "", When.ALWAYS),
    Spec(
        "debrief",
        QT_TRANSLATE_NOOP("Actions", "Practice debrief"),
        ("Ctrl+Shift+D",),
        QT_TRANSLATE_NOOP("Actions", "What went well in this round, and what did not"),
        "",
        When.PRACTICE,
    ),
    Spec("settings", QT_TRANSLATE_NOOP("Actions", "Settings"), ("Ctrl+,",), "", "", When.ALWAYS),
    Spec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "", "", When.ALWAYS),
)


class Actions(QObject):
    """The actions as QActions of one window; ``actions["done"]`` is one of them."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._made: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(QCoreApplication.translate("Actions", spec.text), window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setToolTip(self._tip(spec))
            action.setAutoRepeat(spec.id in ("next", "previous"))
            window.addAction(action)
            self._made[spec.id] = action
        self.allow(set())
        self._draw_icons()
        theme.changed.connect(self._draw_icons)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def allow(self, met: set[When]) -> None:
        """Enable the actions whose condition is met; those of ``When.ALWAYS`` always are."""
        for spec in ACTIONS:
            self._made[spec.id].setEnabled(spec.when is When.ALWAYS or spec.when in met)

    def _tip(self, spec: Spec) -> str:
        words = QCoreApplication.translate("Actions", spec.tip or spec.text)
        key = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if spec.keys else ""
        return f"{words} ({key})" if key else words

    def _draw_icons(self) -> None:
        for spec in ACTIONS:
            if spec.icon:
                self._made[spec.id].setIcon(self._theme.icon(spec.icon))
