"""What networks can do, in the words of scrm_desktop/domain/abilities.py."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "Answering from here"),
    QT_TRANSLATE_NOOP("Core", "Public answers"),
    QT_TRANSLATE_NOOP("Core", "Pictures and files"),
    QT_TRANSLATE_NOOP("Core", "Editing what was sent"),
    QT_TRANSLATE_NOOP("Core", "Deleting what was sent"),
    QT_TRANSLATE_NOOP("Core", "Favourites"),
    QT_TRANSLATE_NOOP("Core", "Boosts"),
    QT_TRANSLATE_NOOP("Core", "Emoji reactions"),
    QT_TRANSLATE_NOOP("Core", "Content warnings"),
    QT_TRANSLATE_NOOP("Core", "Muting people"),
    QT_TRANSLATE_NOOP("Core", "Blocking people"),
    QT_TRANSLATE_NOOP("Core", "Reporting people"),
    QT_TRANSLATE_NOOP("Core", "Approving comments"),
    QT_TRANSLATE_NOOP("Core", "Marking as spam"),
    QT_TRANSLATE_NOOP("Core", "Moving to the trash"),
    QT_TRANSLATE_NOOP("Core", "Hiding answers"),
    QT_TRANSLATE_NOOP("Core", "Showing that we have read"),
    QT_TRANSLATE_NOOP("Core", "New messages at once"),
    QT_TRANSLATE_NOOP("Core", "Repeated sends recognised"),
)
