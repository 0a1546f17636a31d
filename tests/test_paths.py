"""The profile folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from scrm_desktop.errors import ProfileUnwritable
from scrm_desktop.paths import default_profile, locate_profile, open_profile, write_private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_profile_is_its_owners_alone(tmp_path: Path) -> None:
    profile = open_profile(tmp_path / "a" / "b")
    assert mode(profile) == 0o700
    assert list(profile.iterdir()) == []


def test_a_profile_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir(mode=0o755)
    (tmp_path / "p").chmod(0o755)
    assert mode(open_profile(tmp_path / "p")) == 0o700


def test_the_platforms_default_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert open_profile() == tmp_path / "scrm-desktop"


def test_without_a_home_folder_it_asks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(ProfileUnwritable, match="--profile"):
        default_profile()


def test_a_relative_profile_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate_profile(Path("here")) == tmp_path / "here"
    assert not (tmp_path / "here").exists()


def test_an_unknown_persons_home_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileUnwritable):
        locate_profile(Path("~nobody-of-this-name/profile"))


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProfileUnwritable, match="file"):
        open_profile(tmp_path / "file")
    with pytest.raises(ProfileUnwritable):
        open_profile(tmp_path / "file" / "profile")


def test_a_folder_in_which_nothing_can_be_made_is_told() -> None:
    with pytest.raises(ProfileUnwritable, match="/proc"):
        open_profile(Path("/proc/self/scrm"))


def test_write_private_replaces_in_one_step(tmp_path: Path) -> None:
    file = tmp_path / "f"
    write_private(file, b"one")
    write_private(file, b"two")
    assert file.read_bytes() == b"two"
    assert mode(file) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_write_that_fails_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "f"
    write_private(file, b"one")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProfileUnwritable, match="No space left"):
        write_private(file, b"two")
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]
