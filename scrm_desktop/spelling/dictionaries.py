"""The Hunspell dictionaries that this computer has."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

_WANTED = {"en": ("en_GB", "en_US"), "fr": ("fr_FR", "fr")}
_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)


def program() -> str | None:
    """The path of the ``hunspell`` program, if there is one."""
    return shutil.which("hunspell")


def folders(environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Where dictionaries are looked for: DICPATH first, then the person's own, then the system's."""
    named = [Path(one) for one in environment.get("DICPATH", "").split(os.pathsep) if one]
    home = environment.get("HOME") or environment.get("USERPROFILE")
    own = [Path(home) / "Library" / "Spelling", Path(home) / ".local" / "share" / "hunspell"] if home else []
    return [*named, *own, *(Path(one) for one in _FOLDERS)]


def find(places: Sequence[Path]) -> dict[str, Path]:
    """The dictionary of each language (``en``, ``fr``) without its ending; a language that has none is left out."""
    found: dict[str, Path] = {}
    for language, wanted in _WANTED.items():
        for place in places:
            names = [*wanted, *sorted(one.stem for one in place.glob(f"{language}_*.dic"))]
            whole = (place / name for name in names)
            best = next((one for one in whole if all(Path(f"{one}.{end}").is_file() for end in ("aff", "dic"))), None)
            if best is not None:
                found[language] = best
                break
    return found
