"""What every channel that the registry finds must keep, whoever wrote it."""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint
from xml.etree import ElementTree

import pytest

from scrm_desktop.channels import registry
from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.registry import channels
from scrm_desktop.domain.accounts import Capabilities, LoginMethod
from scrm_desktop.domain.commands import MediaFile
from scrm_desktop.errors import BugError

ALL = sorted(channels().items())


@pytest.fixture(params=[channel for _, channel in ALL], ids=[name for name, _ in ALL])
def channel(request: pytest.FixtureRequest) -> Channel:
    found: Channel = request.param
    return found


def test_the_name_is_the_entry_points_name() -> None:
    for name, found in ALL:
        assert found.info.name == name


def test_it_describes_itself_as_data(channel: Channel) -> None:
    info = channel.info
    assert info.title
    assert re.fullmatch(r"#[0-9a-f]{6}", info.colour)
    assert len(info.badge) == 1
    assert info.login.fields
    assert info.login.explain
    assert len({one.name for one in info.login.fields}) == len(info.login.fields)
    assert all(one.label for one in info.login.fields)
    if info.login.method is LoginMethod.SECRET:
        assert any(one.secret for one in info.login.fields)


def test_its_icon_is_a_picture_that_fetches_nothing(channel: Channel) -> None:
    source = channel.info.icon.read_text(encoding="utf-8")
    root = ElementTree.fromstring(source)
    assert root.tag.endswith("svg")
    assert "href" not in source
    assert "<script" not in source


def test_it_counts_without_a_server(channel: Channel) -> None:
    limits = Capabilities()
    assert channel.count("", "", limits) == 0
    assert channel.count("hello", "", limits) == 5
    assert channel.count("hello", "warning", limits) >= channel.count("hello", "", limits)
    assert channel.count("\ud800\x00", "", limits) >= 0


def test_it_judges_files_in_words(channel: Channel) -> None:
    picture = MediaFile(path="/p", mime="image/png", name="a.png")
    limits = Capabilities(max_attachments=1, image_size_limit=10)
    assert channel.check_media((), (), limits) == ""
    assert channel.check_media((picture,), (10,), limits) == ""
    for media, sizes in (((picture, picture), (1, 1)), ((picture,), (11,))):
        assert channel.check_media(media, sizes, limits).endswith(".")


def test_a_reply_never_names_ourselves(channel: Channel) -> None:
    assert "me@home.example" not in channel.prefix("me@home.example", "a@far.example", ("me@home.example",))


def test_no_channel_at_all_is_a_broken_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    registry._found.cache_clear()
    monkeypatch.setattr(registry, "entry_points", lambda **_: [])
    with pytest.raises(BugError, match="registered"):
        channels()
    registry._found.cache_clear()


def test_a_broken_channel_costs_only_itself(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    good = EntryPoint("mastodon", "scrm_desktop.channels.mastodon:CHANNEL", registry.GROUP)
    missing = EntryPoint("gone", "scrm_desktop.channels.nothing:CHANNEL", registry.GROUP)
    empty = EntryPoint("empty", "scrm_desktop.channels.mastodon:NOTHING", registry.GROUP)
    registry._found.cache_clear()
    monkeypatch.setattr(registry, "entry_points", lambda **_: [missing, good, empty])
    assert list(channels()) == ["mastodon"]
    assert "gone" in caplog.text
    registry._found.cache_clear()
