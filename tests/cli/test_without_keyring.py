"""No usable keyring: said in words, with what to do; nothing is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyring.backends import fail

from scrm_desktop.credentials import keeper
from scrm_desktop.credentials.backend import trusted
from support.commands import Commands
from support.fake_mastodon import TOKEN, FakeMastodon
from support.keyrings import LockedRing


def test_no_keyring(commands: Commands, fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "system_backend", lambda: trusted(fail.Keyring()))
    said = commands("account", "add", "mastodon", "--server", fake.url, given=TOKEN, expect=1)
    assert said.json["error"]["code"] == "KeyringMissing"
    assert "gnome-keyring" in said.err
    assert TOKEN not in said.out + said.err
    assert commands("account", "list").json == []
    checks = {check["name"]: check for check in commands("doctor").json["checks"]}
    assert not checks["keyring"]["ok"]
    assert "gnome-keyring" in checks["keyring"]["advice"]


def test_a_locked_keyring(commands: Commands, fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "system_backend", LockedRing)
    said = commands("account", "add", "mastodon", "--server", fake.url, given=TOKEN, expect=1)
    assert said.json["error"]["code"] == "KeyringLocked"
    assert said.json["error"]["retryable"] is True
    checks = {check["name"]: check for check in commands("doctor").json["checks"]}
    assert "Unlock" in checks["keyring"]["advice"]


def test_a_profile_that_cannot_be_written(commands: Commands, tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file in the way")
    said = commands("sync", expect=1)
    assert said.json["error"]["code"] == "ProfileUnwritable"
    document = commands("doctor").json
    assert not document["ok"]
    assert any("--profile" in (check["advice"] or "") for check in document["checks"])
