"""What of the program and its surroundings is installed here."""

from __future__ import annotations

import platform
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from scrm_desktop import __version__
from scrm_desktop.channels.registry import channels
from scrm_desktop.errors import BugError

PACKAGES = ("httpx", "keyring", "SQLAlchemy", "platformdirs", "starlette", "uvicorn")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``advice`` says what to do where it is not well."""

    name: str
    ok: bool
    detail: str
    advice: str = ""

    def document(self) -> dict[str, object]:
        """For ``--json``."""
        return {"name": self.name, "ok": self.ok, "detail": self.detail, "advice": self.advice or None}

    def lines(self) -> list[str]:
        """For people."""
        first = f"{'ok     ' if self.ok else 'PROBLEM'}  {self.name}: {self.detail}"
        return [first, f"         {self.advice}"] if self.advice else [first]


def program() -> Check:
    """Our own version, Python's and SQLite's, and the channels."""
    about = (
        f"{__version__} on Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}"
    )
    try:
        known = ", ".join(channels())
    except BugError as error:
        return Check("program", False, f"{about}; {error}", "Install the package again.")
    return Check("program", True, f"{about}; channels: {known}")


def libraries() -> Check:
    """The packages that the core needs."""
    found: list[str] = []
    missing: list[str] = []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("libraries", False, f"missing: {', '.join(missing)}", "Install the package again.")
    return Check("libraries", True, ", ".join(found))


def window_libraries() -> Check:
    """Whether the window could open: Qt for Python, and on Linux the system libraries that it needs.

    Nothing of Qt is imported for that: the core never does.
    """
    name = "window"
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return Check(name, True, "PySide6 is not installed; the commands work without it")
    about = f"PySide6 {_version_of('PySide6-Essentials')}"
    missing = _missing_libraries(Path(spec.submodule_search_locations[0]))
    if missing:
        advice = "From a checkout: make system. Elsewhere install the packages that hold these libraries."
        return Check(name, False, f"{about}; missing on this system: {', '.join(missing)}", advice)
    return Check(name, True, about)


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of unknown version"


def _missing_libraries(folder: Path) -> list[str]:
    """The shared libraries that Qt's platform plug-in asks for and does not find."""
    tool = shutil.which("ldd")
    plugins = [folder / "Qt/plugins/platforms/libqxcb.so", folder / "Qt/plugins/platforms/libqoffscreen.so"]
    if not sys.platform.startswith("linux") or tool is None:
        return []
    missing: set[str] = set()
    for plugin in plugins:
        if plugin.exists():
            said = subprocess.run([tool, str(plugin)], capture_output=True, text=True, timeout=20, check=False).stdout
            missing |= {line.split()[0] for line in said.splitlines() if "not found" in line}
    return sorted(missing)
