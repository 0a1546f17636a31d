"""Regular expressions that are compiled when they are first used: a start imports many, and uses a few."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern; each of its methods is looked up there once."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, later; a wrong pattern raises only when it is used."""
    return cast("re.Pattern[str]", _Late(source, flags))
