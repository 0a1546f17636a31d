"""The commands in this process: a keyring in memory, a network on loopback."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrm_desktop import log
from scrm_desktop.cli import main as cli
from scrm_desktop.credentials import keeper
from support.commands import Commands
from support.fake_mastodon import FakeMastodon
from support.keyrings import MemoryRing


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryRing:
    """The keyring that the commands find."""
    made = MemoryRing()
    monkeypatch.setattr(keeper, "system_backend", lambda: made)
    return made


@pytest.fixture
def commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ring: MemoryRing
) -> Iterator[Commands]:
    """Commands whose traces on this process (hooks, levels, umask) are taken back afterwards."""
    monkeypatch.setattr(log, "catch_everything", lambda: None)
    monkeypatch.setattr(cli, "private_umask", lambda: None)
    level = logging.getLogger().level
    yield Commands(tmp_path / "profile", capsys, monkeypatch)
    log.stop_log()
    logging.getLogger().setLevel(level)
    logging.captureWarnings(False)


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    """A scripted network."""
    with FakeMastodon() as running:
        yield running
