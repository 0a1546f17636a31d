"""What is told of an action, wherever it is told."""

from __future__ import annotations

from enum import Enum

from scrm_desktop.late_dataclass import dataclass
from ui.i18n import QT_TRANSLATE_NOOP


class When(Enum):
    """What must be there for an action to make sense."""

    ALWAYS = "always"
    CONVERSATION = "conversation"
    SEVERAL = "several"
    UNDO = "undo"
    REDO = "redo"
    PRACTICE = "practice"


class Section(Enum):
    """Where an action stands in the menus and on the sheet of keys; the value is its heading."""

    PROGRAM = QT_TRANSLATE_NOOP("Sections", "Program")
    EDIT = QT_TRANSLATE_NOOP("Sections", "Edit")
    CONVERSATION = QT_TRANSLATE_NOOP("Sections", "Conversation")
    WRITE = QT_TRANSLATE_NOOP("Sections", "Write")
    GO = QT_TRANSLATE_NOOP("Sections", "Go to")
    VIEW = QT_TRANSLATE_NOOP("Sections", "View")
    PRACTICE = QT_TRANSLATE_NOOP("Sections", "Practice")
    HELP = QT_TRANSLATE_NOOP("Sections", "Help")


@dataclass(frozen=True, slots=True)
class Spec:
    """One action; ``keys`` are alternatives in Qt's portable notation (see :mod:`ui.keys` for signs).

    No default key may need the digit row or AltGr alone: a French keyboard reaches digits by Shift only.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    icon: str = ""
    when: When = When.CONVERSATION
    section: Section = Section.CONVERSATION
    repeats: bool = False
