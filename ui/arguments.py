"""The window's command line, and what is checked before Qt is loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from scrm_desktop.late_dataclass import dataclass

_SWITCHES = ("--practice", "--hidden")
_PATHS = ("--profile", "--screenshot")
_WORDS = ("--person", "--language")


@dataclass(slots=True, kw_only=True)
class Options:
    """What was asked for."""

    profile: Path | None = None
    practice: bool = False
    hidden: bool = False
    screenshot: Path | None = None
    person: str = ""
    language: str | None = None
    theme: str | None = None


def parse(argv: Sequence[str]) -> Options:
    """Read the arguments; wrong ones end the program with status 2."""
    return _plain(argv) or _thorough(argv)


def _plain(argv: Sequence[str]) -> Options | None:
    """Whole names, each with its value behind it: what a start usually has, read without loading ``argparse``."""
    found, left = Options(), list(argv)
    while left:
        name = left.pop(0)
        if name in _SWITCHES:
            setattr(found, name[2:], True)
        elif name in _PATHS + _WORDS and left and not left[0].startswith("-"):
            setattr(found, name[2:], Path(left.pop(0)) if name in _PATHS else left.pop(0))
        else:
            return None
    return found


def _thorough(argv: Sequence[str]) -> Options:
    import argparse

    parser = argparse.ArgumentParser(
        prog="scrm-desktop", description="Every customer conversation of a company in one inbox on your own computer."
    )
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the folder that keeps your data")
    parser.add_argument("--practice", action="store_true", help="start the practice network and work on it")
    parser.add_argument("--hidden", action="store_true", help="start in the tray, or minimised where there is none")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="draw the filled window into FILE and end")
    parser.add_argument("--person", default="", metavar="NAME", help="with --screenshot: whose conversation to show")
    parser.add_argument("--language", metavar="CODE", help="en, fr, ... instead of what is set")
    parser.add_argument("--theme", choices=("light", "dark", "contrast", "system"), help="instead of what is set")
    return Options(**vars(parser.parse_args(argv)))


def unusable_qt(found: str, python: tuple[int, ...] = sys.version_info[:2]) -> str:
    """Why this PySide6 can't be used here; empty: it can.

    6.12.0 drops a reference to None with every call that returns nothing, and kills a Python whose None is mortal.
    """
    if python < (3, 12) and found == "6.12.0":
        return f"PySide6 {found} crashes on Python {python[0]}.{python[1]}. Install PySide6-Essentials<6.12."
    return ""
