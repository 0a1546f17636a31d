"""What every channel that the registry finds says of itself; the rest of the contract is in each one's own tests."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from scrm_desktop.channels import registry
from scrm_desktop.channels.base import Channel
from scrm_desktop.channels.kit import description
from scrm_desktop.channels.registry import channels
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
    description.check_data(channel.info)


def test_it_says_why_not(channel: Channel) -> None:
    description.check_reasons(channel.info)


def test_its_icon_is_a_picture_that_fetches_nothing(channel: Channel) -> None:
    description.check_icon(channel.info)


def test_it_counts_without_a_server(channel: Channel) -> None:
    description.check_counting(channel)


def test_it_judges_files_in_words(channel: Channel) -> None:
    description.check_files(channel)


def test_a_reply_never_names_ourselves(channel: Channel) -> None:
    description.check_prefix(channel)


@pytest.mark.parametrize("name", [name for name, found in ALL if type(found).__module__.startswith("scrm_desktop.")])
def test_each_channel_of_ours_is_put_under_the_contract(name: str) -> None:
    source = (Path(__file__).parent / name / "test_contract.py").read_text(encoding="utf-8")
    assert "(ChannelContract)" in source


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
