"""How an account fares, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scrm_desktop.domain.accounts import AccountHealth, Health
from scrm_desktop.domain.views import AccountView
from ui import error_texts


def health_word(health: AccountHealth) -> str:
    """One or two words."""
    words = {
        Health.OK: QCoreApplication.translate("Health", "in sync"),
        Health.CHECKING: QCoreApplication.translate("Health", "checking…"),
        Health.WAITING: QCoreApplication.translate("Health", "waiting"),
        Health.OFFLINE: QCoreApplication.translate("Health", "offline"),
        Health.TROUBLE: QCoreApplication.translate("Health", "trouble"),
        Health.SIGN_IN: QCoreApplication.translate("Health", "sign in again"),
    }
    return words[health.health]


def health_title(health: AccountHealth) -> str:
    """What is wrong as a heading, or the word for its state."""
    return error_texts.title_of(health.error_code, health.title) or health_word(health)


#: A practice account's login lives in memory only, and its server is a process beside this one.
_AWAY = frozenset({"KeyringMissing", "KeyringLocked", "SecretMissing", "Offline"})


def asleep(view: AccountView) -> bool:
    """Whether this is the practice network's account while that network is not there: nothing is wrong with it."""
    return view.account.practice and view.health.error_code in _AWAY


def view_title(view: AccountView) -> str:
    """The same for an account as it is shown; the practice network's login is gone with each run."""
    if asleep(view):
        return QCoreApplication.translate("Health", "the practice network is not running")
    return health_title(view.health)


def health_message(health: AccountHealth) -> str:
    """What is wrong and what happens next; empty where nothing is."""
    return error_texts.message_of(health.error_code, health.message)


def view_message(view: AccountView) -> str:
    """The same for an account as it is shown."""
    if asleep(view):
        return QCoreApplication.translate(
            "Health",
            "Its customers live in a program beside this one, which runs only while you practise. Start it here, or "
            "start SCRM Desktop with --practice; what you wrote there is kept.",
        )
    return health_message(view.health)


def view_tone(view: AccountView) -> str:
    """The theme's tone for an account as it is shown."""
    return "grey" if asleep(view) else TONES[view.health.health]


TONES = {
    Health.OK: "green",
    Health.CHECKING: "grey",
    Health.WAITING: "amber",
    Health.OFFLINE: "amber",
    Health.TROUBLE: "red",
    Health.SIGN_IN: "red",
}
"""The theme's tone for each state."""
