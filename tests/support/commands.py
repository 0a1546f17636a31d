"""The commands in this process: quicker than a process each, and open to a keyring of the test's own."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scrm_desktop.cli import main as cli


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


class Commands:
    """Runs commands on one profile."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.profile = profile
        self._capsys, self._patch = capsys, patch

    def __call__(self, *words: str, given: str | bytes = "", expect: int | None = 0, as_json: bool = True) -> Said:
        """Run one; by default it must succeed and print a document."""
        data = given if isinstance(given, bytes) else given.encode()
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        argv = ["--profile", str(self.profile), *(["--json"] if as_json else []), *words]
        self._capsys.readouterr()
        status = cli.run(argv)
        told = self._capsys.readouterr()
        said = Said(status, told.out, told.err)
        assert expect is None or status == expect, said
        return said
