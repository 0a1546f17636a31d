"""Settings and the profile's name in the keyring."""

from __future__ import annotations

import dataclasses
import getpass
import json
import stat
from pathlib import Path

import pytest

from scrm_desktop.config import FILE, ID_FILE, Settings, load_settings, profile_id, save_settings, system_name
from scrm_desktop.errors import ProfileUnwritable


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    chosen = Settings(name="Zoë", language="fr", theme="dark", notifications=False, window="AAH=")
    save_settings(tmp_path, chosen)
    assert load_settings(tmp_path) == chosen
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"name": 3, "theme": null}']
)
def test_a_broken_file_never_stops_a_start(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert load_settings(tmp_path) == Settings()


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"name": "Ana", "notifications": "yes"}))
    assert load_settings(tmp_path) == Settings(name="Ana")


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"name": "Ana", "colour_of_the_future": "teal"}))
    save_settings(tmp_path, dataclasses.replace(load_settings(tmp_path), theme="dark"))
    assert json.loads((tmp_path / FILE).read_text())["colour_of_the_future"] == "teal"


def test_the_person_has_a_name_even_where_the_system_knows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("uid not found")

    assert Settings(name="Ana").actor == "Ana"
    assert Settings().actor == system_name()
    monkeypatch.setattr(getpass, "getuser", unknown)
    assert Settings().actor == "me"
    monkeypatch.setattr(getpass, "getuser", lambda: "root")
    assert Settings().actor == "me"
    monkeypatch.setattr(getpass, "getuser", lambda: "nadia")
    assert Settings().actor == "nadia"


def test_a_profile_keeps_its_id(tmp_path: Path) -> None:
    made = profile_id(tmp_path)
    assert profile_id(tmp_path) == made
    assert len(made) == 16
    (tmp_path / ID_FILE).write_text("broken")
    assert profile_id(tmp_path) != made


def test_two_profiles_have_two_ids(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert profile_id(tmp_path / "one") != profile_id(tmp_path / "two")


def test_a_profile_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileUnwritable):
        profile_id(tmp_path / "nowhere")
    with pytest.raises(ProfileUnwritable):
        save_settings(tmp_path / "nowhere", Settings())
