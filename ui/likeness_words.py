"""Why somebody may be the same person, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from scrm_desktop.domain.likeness import Likeness
from ui.i18n import QT_TRANSLATE_NOOP

_WORDS = {
    Likeness.ACCOUNT: QT_TRANSLATE_NOOP("Likeness", "the very same account"),
    Likeness.HANDLE: QT_TRANSLATE_NOOP("Likeness", "same handle"),
    Likeness.NAME: QT_TRANSLATE_NOOP("Likeness", "same name"),
}


def reasons(found: Sequence[Likeness]) -> str:
    """The signs, the strongest first."""
    return ", ".join(QCoreApplication.translate("Likeness", _WORDS[one]) for one in found)
