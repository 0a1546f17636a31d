"""Start with the computer's login, hidden: one small entry where each system looks for it. Off until asked for."""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from scrm_desktop.paths import default_profile

NAME = "scrm-desktop"
LABEL = "org.scrm-desktop.start"
_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


def command(profile: Path | None) -> list[str]:
    """What the entry runs; a ``profile`` that is not the default one is named."""
    if getattr(sys, "frozen", False):
        first = [sys.executable]
    else:
        script = shutil.which(NAME, path=str(Path(sys.executable).parent))
        first = [script] if script else [sys.executable, "-m", "ui.app"]
    named = profile is not None and profile != default_profile()
    return [*first, "--hidden", *(["--profile", str(profile)] if named else [])]


def enabled() -> bool:
    """Whether the program starts with the login."""
    if sys.platform == "win32":
        return bool(QSettings(_RUN, QSettings.Format.NativeFormat).value(NAME))
    return entry().exists()


def set_enabled(on: bool, profile: Path | None) -> None:
    """Write the entry, or take it away. Raises OSError."""
    if sys.platform == "win32":
        _set_windows(on, profile)
    elif not on:
        entry().unlink(missing_ok=True)
    else:
        entry().parent.mkdir(parents=True, exist_ok=True)
        entry().write_bytes(launch_agent(command(profile)) if sys.platform == "darwin" else desktop(command(profile)))


def entry() -> Path:
    """The file, on Linux (XDG autostart) and macOS (a LaunchAgent)."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    chosen = os.environ.get("XDG_CONFIG_HOME", "")
    config = Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".config"
    return config / "autostart" / f"{NAME}.desktop"


def desktop(argv: list[str]) -> bytes:
    """An XDG autostart file that runs this."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=SCRM Desktop",
        "Comment=Keeps the inbox in sync from the tray",
        f"Exec={' '.join(_quoted(one) for one in argv)}",
        "Icon=scrm-desktop",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")


def _quoted(argument: str) -> str:
    """An argument as the Desktop Entry Specification wants it: quoted, then escaped once more as a value."""
    for sign in '\\"`$':
        argument = argument.replace(sign, f"\\{sign}")
    return f'"{argument}"'.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n")


def launch_agent(argv: list[str]) -> bytes:
    """A macOS LaunchAgent that runs this at login."""
    return plistlib.dumps({"Label": LABEL, "ProgramArguments": argv, "RunAtLoad": True, "ProcessType": "Interactive"})


def _set_windows(on: bool, profile: Path | None) -> None:
    kept = QSettings(_RUN, QSettings.Format.NativeFormat)
    if on:
        kept.setValue(NAME, subprocess.list2cmdline(command(profile)))
    else:
        kept.remove(NAME)
    kept.sync()
    if kept.status() is not QSettings.Status.NoError:
        raise PermissionError("the registry can't be written")
