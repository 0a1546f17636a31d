"""Every setting in one table: the dialog is built from it, its search and the palette look in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scrm_desktop.late_dataclass import dataclass
from ui.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the dialog."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; ``also`` are other words that people look for it by. Its field is made by its id."""

    id: str
    page: str
    text: str
    also: str = ""


PAGES: tuple[Page, ...] = (
    Page("general", QT_TRANSLATE_NOOP("Settings", "General")),
    Page("appearance", QT_TRANSLATE_NOOP("Settings", "Appearance")),
    Page("inbox", QT_TRANSLATE_NOOP("Settings", "Inbox")),
    Page("notifications", QT_TRANSLATE_NOOP("Settings", "Notifications")),
    Page("shortcuts", QT_TRANSLATE_NOOP("Settings", "Keyboard")),
    Page("accounts", QT_TRANSLATE_NOOP("Settings", "Accounts")),
    Page("profile", QT_TRANSLATE_NOOP("Settings", "Profile and privacy")),
)

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "language",
        "general",
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "English French translation"),
    ),
    Setting(
        "name",
        "general",
        QT_TRANSLATE_NOOP("Settings", "Your name"),
        QT_TRANSLATE_NOOP("Settings", "who signs what I do"),
    ),
    Setting(
        "theme",
        "appearance",
        QT_TRANSLATE_NOOP("Settings", "Colours"),
        QT_TRANSLATE_NOOP("Settings", "theme dark light night high contrast"),
    ),
    Setting(
        "zoom",
        "appearance",
        QT_TRANSLATE_NOOP("Settings", "Text size"),
        QT_TRANSLATE_NOOP("Settings", "zoom larger smaller font"),
    ),
    Setting(
        "reading_pane",
        "appearance",
        QT_TRANSLATE_NOOP("Settings", "Conversation"),
        QT_TRANSLATE_NOOP("Settings", "reading pane right below off layout split"),
    ),
    Setting(
        "menu_bar",
        "appearance",
        QT_TRANSLATE_NOOP("Settings", "Menu bar"),
        QT_TRANSLATE_NOOP("Settings", "menus at the top screen reader"),
    ),
    Setting(
        "calm",
        "appearance",
        QT_TRANSLATE_NOOP("Settings", "Less motion"),
        QT_TRANSLATE_NOOP("Settings", "reduced motion animation blinking"),
    ),
    Setting(
        "next_after",
        "inbox",
        QT_TRANSLATE_NOOP("Settings", "After Done"),
        QT_TRANSLATE_NOOP("Settings", "next previous back to the list advance"),
    ),
    Setting(
        "undo_seconds",
        "inbox",
        QT_TRANSLATE_NOOP("Settings", "Undo send"),
        QT_TRANSLATE_NOOP("Settings", "take back delay hold wait before sending"),
    ),
    Setting(
        "stop_if_news",
        "inbox",
        QT_TRANSLATE_NOOP("Settings", "When the customer writes meanwhile"),
        QT_TRANSLATE_NOOP("Settings", "stop hold ask new message collision"),
    ),
    Setting(
        "sending_hours",
        "inbox",
        QT_TRANSLATE_NOOP("Settings", "Sending hours"),
        QT_TRANSLATE_NOOP("Settings", "quiet hours send later schedule office opening night weekend"),
    ),
    Setting(
        "ask_descriptions",
        "inbox",
        QT_TRANSLATE_NOOP("Settings", "Pictures"),
        QT_TRANSLATE_NOOP("Settings", "alt text description accessibility attachments"),
    ),
    Setting(
        "spelling",
        "inbox",
        QT_TRANSLATE_NOOP("Settings", "Spelling"),
        QT_TRANSLATE_NOOP("Settings", "spell check dictionary language mistakes"),
    ),
    Setting(
        "notifications",
        "notifications",
        QT_TRANSLATE_NOOP("Settings", "Notifications, tray and start"),
        QT_TRANSLATE_NOOP("Settings", "ring sound quiet hours digest do not disturb start at login close"),
    ),
    Setting(
        "letters",
        "shortcuts",
        QT_TRANSLATE_NOOP("Settings", "Keys of one letter"),
        QT_TRANSLATE_NOOP("Settings", "switch off single letters by accident"),
    ),
    Setting(
        "keys",
        "shortcuts",
        QT_TRANSLATE_NOOP("Settings", "Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("Settings", "change keys remap hotkey"),
    ),
    Setting(
        "accounts",
        "accounts",
        QT_TRANSLATE_NOOP("Settings", "Accounts"),
        QT_TRANSLATE_NOOP("Settings", "channels networks connect disconnect login"),
    ),
    Setting(
        "folder",
        "profile",
        QT_TRANSLATE_NOOP("Settings", "Where everything is kept"),
        QT_TRANSLATE_NOOP("Settings", "profile folder data backup privacy"),
    ),
)


def page_words(page: str) -> str:
    """A page's name in the window's language."""
    found = next(one for one in PAGES if one.id == page)
    return QCoreApplication.translate("Settings", found.text)


def setting_words(setting: Setting) -> str:
    """A setting's name in the window's language."""
    return QCoreApplication.translate("Settings", setting.text)
