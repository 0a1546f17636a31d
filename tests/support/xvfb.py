"""A screen of its own: Xvfb with the window manager openbox, driven by xdotool, seen by screenshots."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from support.processes import Process, clean_environment, until

NEEDED = ("Xvfb", "openbox", "xdotool", "import")


class Screen:
    """A virtual screen on a free display number; a context manager.

    Xvfb chooses the number itself (``-displayfd``), so that two runs side by side never meet.
    """

    def __init__(self, folder: Path, *, size: str = "1440x900") -> None:
        missing = [name for name in NEEDED if shutil.which(name) is None]
        assert not missing, f"not installed: {missing}; run packaging/server-packages.sh"
        self.folder = folder
        argv = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        self._server = Process(argv, output=folder / "xvfb.log")
        number = self._server.wait_for(r"^\d+$", 30)[0]
        self.display = f":{number}"
        self._manager = Process(["openbox", "--sm-disable"], output=folder / "openbox.log", env=self.environment())
        until(self._managed, 20, why="openbox manages the screen")

    def _managed(self) -> bool:
        asked = self._run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], check=False)
        return "window id" in asked

    def environment(self, **more: str) -> dict[str, str]:
        """The environment for a program that shall appear here."""
        return clean_environment(DISPLAY=self.display, QT_QPA_PLATFORM="xcb", **more)

    def _run(self, argv: Sequence[str], *, check: bool = True) -> str:
        done = subprocess.run(
            list(argv), env=self.environment(), capture_output=True, text=True, timeout=30, check=check
        )
        return done.stdout + done.stderr

    def window(self, pid: int, seconds: float = 40) -> str:
        """The id of the visible main window of a process, as soon as it is there."""
        found: list[str] = []

        def there() -> bool:
            said = self._run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], check=False)
            found[:] = said.split()
            return bool(found)

        until(there, seconds, why="a window appears")
        return found[-1]

    def place(self, window: str, width: int, height: int) -> None:
        """Put a window into the corner, in this size, and give it the keyboard."""
        self._run(["xdotool", "windowmove", "--sync", window, "0", "0"], check=False)
        self._run(["xdotool", "windowsize", "--sync", window, str(width), str(height)], check=False)
        self._run(["xdotool", "windowactivate", "--sync", window])

    def key(self, *keys: str) -> None:
        """Press keys by their X names, for example ``ctrl+Return``."""
        self._run(["xdotool", "key", "--clearmodifiers", *keys])

    def type(self, text: str) -> None:
        """Type text, as fast as a quick typist."""
        self._run(["xdotool", "type", "--clearmodifiers", "--delay", "12", text])

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place of the screen."""
        self._run(["xdotool", "mousemove", "--sync", str(x), str(y), "click", str(button)])

    def shot(self, file: Path) -> Path:
        """A picture of the whole screen."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self._run(["import", "-window", "root", os.fspath(file)])
        return file

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *exc: object) -> None:
        self._manager.stop()
        self._server.stop()
