"""A private D-Bus session with an unlocked gnome-keyring, around a command.

The folders must exist before the daemon starts: otherwise it can't bind its socket, a second one is started by
D-Bus, and the first question to it waits for a prompt that nobody sees.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from support.processes import clean_environment

UNLOCK = 'printf %s test-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'


def keyring_environment(folder: Path, **more: str) -> dict[str, str]:
    """HOME and the XDG folders under ``folder``: the same folder finds the same keyring again."""
    places = {name: folder / name.lower() for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME")}
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
    places["XDG_RUNTIME_DIR"].chmod(0o700)
    return clean_environment(**{name: os.fspath(place) for name, place in places.items()}, **more)


def with_keyring(argv: Sequence[str]) -> list[str]:
    """The command line that runs ``argv`` beside an unlocked keyring of its own."""
    return ["dbus-run-session", "--", "sh", "-c", UNLOCK, "sh", *argv]
