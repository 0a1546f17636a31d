"""A private D-Bus session with an unlocked gnome-keyring, for programs that a test starts.

The folders must exist before the daemon starts: otherwise it can't bind its socket, a second one is started by
D-Bus, and the first question to it waits for a prompt that nobody sees.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from support.processes import Process, clean_environment

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
HOLD = (
    "printf %s test-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
    'echo "address=$DBUS_SESSION_BUS_ADDRESS"; exec sleep infinity'
)


class KeyringSession:
    """A session bus with a keyring, kept open; a context manager."""

    def __init__(self, folder: Path) -> None:
        missing = [name for name in NEEDED if shutil.which(name) is None]
        assert not missing, f"not installed: {missing}; run packaging/server-packages.sh"
        self._places = {name: folder / name.lower() for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
        for place in self._places.values():
            place.mkdir(parents=True, exist_ok=True)
        self._places["XDG_RUNTIME_DIR"].chmod(0o700)
        argv = ["dbus-run-session", "--", "sh", "-c", HOLD]
        self._process = Process(argv, output=folder / "keyring.log", env=self._folders())
        self._address = self._process.wait_for(r"^address=(\S+)$")[1]

    def _folders(self, **more: str) -> dict[str, str]:
        return clean_environment(**{name: os.fspath(place) for name, place in self._places.items()}, **more)

    def environment(self, **more: str) -> dict[str, str]:
        """The environment for a program that shall find this keyring."""
        return self._folders(DBUS_SESSION_BUS_ADDRESS=self._address, **more)

    def __enter__(self) -> KeyringSession:
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.stop()
