"""The names of what people decide on conversations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scrm_desktop.domain.triage import Priority
from ui.i18n import QT_TRANSLATE_NOOP

_PRIORITIES = {
    Priority.NONE: QT_TRANSLATE_NOOP("Priority", "None"),
    Priority.LOW: QT_TRANSLATE_NOOP("Priority", "Low"),
    Priority.MEDIUM: QT_TRANSLATE_NOOP("Priority", "Medium"),
    Priority.HIGH: QT_TRANSLATE_NOOP("Priority", "High"),
    Priority.URGENT: QT_TRANSLATE_NOOP("Priority", "Urgent"),
}


def priority_name(priority: Priority) -> str:
    """How a priority is called."""
    return QCoreApplication.translate("Priority", _PRIORITIES[priority])
