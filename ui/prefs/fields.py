"""The field of each setting: it shows what is chosen, and keeps what is chosen next at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ui import text
from ui.i18n import QT_TRANSLATE_NOOP
from ui.preferences import ZOOMS, Preferences
from ui.prefs.hours import HoursField

Choices = Sequence[tuple[object, str]]
_SYSTEM = QT_TRANSLATE_NOOP("Settings", "As the system")

LANGUAGES: Choices = (("", _SYSTEM), ("en", "English"), ("fr", "Français"))
THEMES: Choices = (
    ("", _SYSTEM),
    ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
    ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
    ("contrast", QT_TRANSLATE_NOOP("Settings", "High contrast")),
)
PLACES: Choices = (
    ("right", QT_TRANSLATE_NOOP("Settings", "Beside the list")),
    ("below", QT_TRANSLATE_NOOP("Settings", "Below the list")),
    ("off", QT_TRANSLATE_NOOP("Settings", "In place of the list, when opened")),
)
AFTER: Choices = (
    ("next", QT_TRANSLATE_NOOP("Settings", "Go to the next conversation")),
    ("previous", QT_TRANSLATE_NOOP("Settings", "Go to the previous conversation")),
    ("list", QT_TRANSLATE_NOOP("Settings", "Go back to the list")),
)

SPELLING: Choices = (
    ("auto", QT_TRANSLATE_NOOP("Settings", "Checked as the customer writes")),
    ("en", "English"),
    ("fr", "Français"),
    ("off", QT_TRANSLATE_NOOP("Settings", "Not checked")),
)


def _choice(name: str, choices: Choices) -> Callable[[Preferences], QWidget]:
    def made(preferences: Preferences) -> QWidget:
        box = QComboBox()
        for value, words in choices:
            box.addItem(QCoreApplication.translate("Settings", words), value)
        box.setCurrentIndex(max(0, box.findData(getattr(preferences.settings, name))))
        box.activated.connect(lambda: preferences.set(name, box.currentData()))
        return box

    return made


def _switch(name: str, words: str, tip: str = "") -> Callable[[Preferences], QWidget]:
    def made(preferences: Preferences) -> QWidget:
        box = QCheckBox(QCoreApplication.translate("Settings", words))
        box.setChecked(bool(getattr(preferences.settings, name)))
        box.setToolTip(QCoreApplication.translate("Settings", tip) if tip else "")
        box.toggled.connect(lambda: preferences.set(name, box.isChecked()))
        return box

    return made


def _zoom(preferences: Preferences) -> QWidget:
    box = QComboBox()
    for percent in ZOOMS:
        box.addItem(f"{text.number(percent)} %", percent)
    box.setCurrentIndex(ZOOMS.index(preferences.zoom))
    box.activated.connect(lambda: preferences.set("zoom", box.currentData()))

    def follow(_name: str) -> None:
        box.setCurrentIndex(ZOOMS.index(preferences.zoom))

    preferences.changed.connect(follow)
    box.destroyed.connect(lambda: preferences.changed.disconnect(follow))
    return box


def _undo(preferences: Preferences) -> QWidget:
    chosen = preferences.settings.undo_seconds
    box = QComboBox()
    box.addItem(QCoreApplication.translate("Settings", "Off"), 0)
    for seconds in sorted({5, 10, 20, 30} | ({chosen} if chosen > 0 else set[int]())):
        # Also a number that was written into the file by hand.
        box.addItem(f"{text.number(seconds)} s", seconds)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.activated.connect(lambda: preferences.set("undo_seconds", box.currentData()))
    return box


def _name(preferences: Preferences) -> QWidget:
    field = QLineEdit(preferences.settings.name)
    field.setPlaceholderText(text.colleague(preferences.settings.actor))
    field.setToolTip(QCoreApplication.translate("Settings", "A new name is used from the next start on."))
    field.editingFinished.connect(lambda: preferences.set("name", field.text().strip()))
    return field


FIELDS: dict[str, Callable[[Preferences], QWidget]] = {
    "language": _choice("language", LANGUAGES),
    "name": _name,
    "theme": _choice("theme", THEMES),
    "zoom": _zoom,
    "reading_pane": _choice("reading_pane", PLACES),
    "next_after": _choice("next_after", AFTER),
    "menu_bar": _switch("menu_bar", QT_TRANSLATE_NOOP("Settings", "Show the menus in a bar at the top")),
    "calm": _switch(
        "calm",
        QT_TRANSLATE_NOOP("Settings", "Nothing blinks or fades"),
        QT_TRANSLATE_NOOP("Settings", "The cursor stands still and menus appear at once"),
    ),
    "undo_seconds": _undo,
    "stop_if_news": _switch(
        "stop_if_news",
        QT_TRANSLATE_NOOP("Settings", "Hold the answer back and ask before it goes out"),
    ),
    "sending_hours": HoursField,
    "ask_descriptions": _switch(
        "ask_descriptions", QT_TRANSLATE_NOOP("Settings", "Ask for a description before a picture leaves without any")
    ),
    "spelling": _choice("spelling", SPELLING),
    "letters": _switch(
        "letters",
        QT_TRANSLATE_NOOP("Settings", "Keys without Ctrl or Alt, such as E or /"),
        QT_TRANSLATE_NOOP("Settings", "Switched off, no single key does anything by accident"),
    ),
}
"""Others add the fields of their settings here."""
