"""What servers last said about themselves, kept for the next start: a file that can be lost without harm."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import cast

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.errors import ProfileUnwritable
from scrm_desktop.paths import write_private

FILE = "servers.json"
_LARGEST = 1024 * 1024

_log = logging.getLogger(__name__)


class KnownServers:
    """The file in the profile folder. Both methods block."""

    def __init__(self, profile: Path) -> None:
        self._file = profile / FILE

    def load(self) -> dict[int, Capabilities]:
        """By account id; what can't be read is left out, and asked of the server again."""
        try:
            with self._file.open("rb") as file:
                found: object = json.loads(file.read(_LARGEST))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("%s can't be read (%s)", FILE, type(error).__name__)
            return {}
        if not isinstance(found, dict):
            return {}
        entries = cast("dict[str, object]", found)
        servers = {key: cast("dict[str, object]", one) for key, one in entries.items() if isinstance(one, dict)}
        return {int(key): _read(one) for key, one in servers.items() if key.isdecimal()}

    def save(self, known: Mapping[int, Capabilities]) -> None:
        """Replace the file; a profile that can't be written is only logged: nothing depends on it."""
        text = json.dumps({str(account_id): asdict(one) for account_id, one in known.items()}, ensure_ascii=False)
        try:
            write_private(self._file, text.encode("utf-8", "backslashreplace"))
        except ProfileUnwritable as error:
            _log.warning("%s", error.message)


def _read(value: Mapping[str, object]) -> Capabilities:
    """Each field that has the type of its default; the default for the others."""
    default = Capabilities()
    known: dict[str, object] = {}
    for field in fields(Capabilities):
        found = value.get(field.name)
        usual = type(cast(object, getattr(default, field.name)))
        if usual is tuple and isinstance(found, list):
            known[field.name] = tuple(str(one) for one in cast("list[object]", found))
        elif type(found) is usual:
            known[field.name] = found
    return replace(default, **known)  # type: ignore[arg-type]  # each was compared with its default's type
