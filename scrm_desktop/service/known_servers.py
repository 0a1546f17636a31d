"""What servers last said about themselves, kept for the next start: a file that can be lost without harm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import cast

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.service.spare_file import SpareFile

FILE = "servers.json"


class KnownServers:
    """The file in the profile folder. Both methods block."""

    def __init__(self, profile: Path) -> None:
        self._file = SpareFile(profile / FILE, largest=1024 * 1024)

    def load(self) -> dict[int, Capabilities]:
        """By account id; what can't be read is left out, and asked of the server again."""
        entries = self._file.load().items()
        return {key: _read(cast("dict[str, object]", one)) for key, one in entries if isinstance(one, dict)}

    def save(self, known: Mapping[int, Capabilities]) -> None:
        """Replace the file."""
        self._file.save({account_id: asdict(one) for account_id, one in known.items()})


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
