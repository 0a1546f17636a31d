"""Small settings of one person at one desk: a JSON file in the profile, and nothing secret in it."""

from __future__ import annotations

import getpass
import json
import logging
import os
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import cast

from scrm_desktop.errors import ProfileUnwritable
from scrm_desktop.late_dataclass import dataclass
from scrm_desktop.paths import told, write_private

FILE = "settings.json"
ID_FILE = "profile-id"
_LARGEST = 256 * 1024
NEUTRAL = "me"
"""The actor where nobody has a name; a window translates it."""
_NOBODY = frozenset({"root", "administrator", "admin", "user"})

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person chose.

    ``name`` signs what this person does (empty: the system's login name); ``language`` is a code such as
    ``fr`` and ``theme`` is ``light``, ``dark`` or ``contrast`` (empty: as the system says); ``window`` is the
    window's own description of its size and panes. ``notifications`` is their main switch and ``ringing`` the rest of
    it, as :mod:`scrm_desktop.domain.ring_settings` writes it; ``closing`` is what closing the window does: ``tray`` or
    ``quit`` (empty: not asked yet). ``zoom`` is a percentage; ``next_after`` is where the window goes after Done
    (``next``, ``previous``, ``list``); ``reading_pane`` is ``right``, ``below`` or ``off``; ``letters`` allows keys of
    a single character; ``keys`` is a JSON object of the keys that were changed; ``calm`` means less motion.
    ``ask_descriptions``: before a picture leaves without any. ``undo_seconds``: so long what is sent
    from the window can be taken back (0: not at all); ``stop_if_news``: it asks where the customer wrote meanwhile.
    ``sending_hours``: as :mod:`scrm_desktop.domain.sending_hours` writes them (empty: at any time).
    ``spelling`` is ``auto``, ``en``, ``fr`` or ``off``.
    """

    name: str = ""
    language: str = ""
    theme: str = ""
    notifications: bool = True
    ringing: str = ""
    closing: str = ""
    ask_descriptions: bool = True
    undo_seconds: int = 10
    stop_if_news: bool = True
    sending_hours: str = ""
    window: str = ""
    zoom: int = 100
    next_after: str = "next"
    reading_pane: str = "right"
    letters: bool = True
    keys: str = ""
    calm: bool = False
    menu_bar: bool = False
    spelling: str = "auto"

    @property
    def actor(self) -> str:
        """Who acts, for the log of events; never empty."""
        return self.name or system_name()


def system_name() -> str:
    """The person's login name on this computer, or ``me`` where it names nobody."""
    try:
        found = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return NEUTRAL
    return NEUTRAL if found.lower() in _NOBODY else found or NEUTRAL


def load_settings(profile: Path) -> Settings:
    """The settings, with the default for whatever is missing or unreadable: they never stop a start."""
    stored = _read(profile / FILE)
    known = {
        field.name: stored[field.name]
        for field in fields(Settings)
        if isinstance(stored.get(field.name), type(field.default))
    }
    return replace(Settings(), **known)  # type: ignore[arg-type]  # each was compared with its default's type


def save_settings(profile: Path, settings: Settings) -> None:
    """Replace the file in one step; what a newer version wrote beside is kept. Raises ProfileUnwritable."""
    merged = {**_read(profile / FILE), **asdict(settings)}
    text = json.dumps(merged, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    write_private(profile / FILE, text.encode("utf-8", "backslashreplace"))


def profile_id(profile: Path) -> str:
    """The random name of this profile in the keyring, made once; it stays when the folder is moved.

    Raises ProfileUnwritable.
    """
    file = profile / ID_FILE
    try:
        found = file.read_text("ascii", "replace").strip() if file.exists() else ""
    except OSError as error:
        raise ProfileUnwritable(told(error), path=str(file)) from error
    if len(found) == 16 and set(found) <= set("0123456789abcdef"):
        return found
    # os.urandom is what the module ``secrets`` asks; loading that one costs every start the hash functions.
    made = os.urandom(8).hex()
    write_private(file, f"{made}\n".encode("ascii"))
    return made


def _read(file: Path) -> Mapping[str, object]:
    try:
        with file.open("rb") as opened:
            loaded: object = json.loads(opened.read(_LARGEST))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("The settings in %s can't be read (%s); the defaults are used", file.name, type(error).__name__)
        return {}
    return cast("dict[str, object]", loaded) if isinstance(loaded, dict) else {}
