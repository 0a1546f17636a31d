"""A real server with two accounts, and the program without a window beside a keyring of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.cli import Cli
from support.keyring_session import KeyringSession
from support.snac import Snac


@pytest.fixture
def snac(tmp_path: Path) -> Iterator[Snac]:
    """A running snac2: ``alice`` is us, ``bob`` a customer."""
    with Snac(tmp_path, "alice", "bob") as server:
        yield server


@pytest.fixture
def cli(tmp_path: Path) -> Iterator[Cli]:
    """The program's commands, with a real Secret Service."""
    folder = tmp_path / "session"
    folder.mkdir()
    with KeyringSession(folder) as session:
        yield Cli(tmp_path / "profile", session.environment())
