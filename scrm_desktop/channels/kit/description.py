"""What a channel says of itself, without any network: its data, its icon, and its pure functions."""

from __future__ import annotations

import re
from dataclasses import fields
from xml.etree import ElementTree

from scrm_desktop.channels.base import Channel
from scrm_desktop.domain.accounts import Capabilities, ChannelInfo, LoginMethod
from scrm_desktop.domain.commands import MediaFile

USUAL = (
    "reply", "public", "direct", "content_warning", "edit", "delete", "favourite", "boost", "mute", "block", "report",
    "media",
)  # fmt: skip
"""What people expect of any network: where one of these is off, the channel says why."""


def check(channel: Channel) -> None:
    """All of it."""
    check_data(channel.info)
    check_reasons(channel.info)
    check_icon(channel.info)
    check_counting(channel)
    check_files(channel)
    check_prefix(channel)


def check_data(info: ChannelInfo) -> None:
    """Name, colours, and a login that the wizard can be built from."""
    assert re.fullmatch(r"[a-z][a-z0-9_-]*", info.name), f"{info.name!r} is no name"
    assert info.title
    assert re.fullmatch(r"#[0-9a-f]{6}", info.colour), f"{info.colour!r} is no colour"
    assert len(info.badge) == 1, "the badge is one letter"
    assert info.login.fields, "the login asks for nothing"
    assert info.login.explain, "the login explains nothing"
    for asked in (info.login.fields, info.options):
        assert len({one.name for one in asked}) == len(asked), "two fields have one name"
        assert all(one.label for one in asked), "a field has no label"
    if info.login.method is LoginMethod.SECRET:
        assert any(one.secret for one in info.login.fields), "a login by a secret asks for none"
    assert not any(one.secret for one in info.options), "what is secret belongs into the keyring, not into options"


def check_reasons(info: ChannelInfo) -> None:
    """Why not: for each usual thing that is off, in a sentence, and for nothing that is on."""
    names = {one.name for one in fields(Capabilities)}
    reasons = dict(info.why_not)
    assert set(reasons) <= names, f"no capabilities: {set(reasons) - names}"
    off = [name for name in USUAL if not getattr(info.typical, name)]
    assert set(off) <= set(reasons), f"why not? {sorted(set(off) - set(reasons))}"
    told = [name for name in reasons if getattr(info.typical, name)]
    assert not told, f"these are on, and a reason says why not: {told}"
    assert all(reason.endswith(".") for reason in reasons.values()), "a reason is a sentence"


def check_icon(info: ChannelInfo) -> None:
    """A picture that fetches nothing."""
    source = info.icon.read_text(encoding="utf-8")
    assert ElementTree.fromstring(source).tag.endswith("svg")  # noqa: S314  the channel's own file
    assert "href" not in source, "the icon refers to something"
    assert "<script" not in source, "the icon runs something"


def check_counting(channel: Channel) -> None:
    """Pure, total, and never less with a warning than without."""
    limits = Capabilities()
    assert channel.count("", "", limits) == 0
    assert channel.count("hello", "", limits) == 5
    assert channel.count("hello", "warning", limits) >= channel.count("hello", "", limits)
    assert channel.count("\ud800\x00", "", limits) >= 0


def check_files(channel: Channel) -> None:
    """Files are judged in words."""
    picture = MediaFile(path="/p", mime="image/png", name="a.png")
    limits = Capabilities(max_attachments=1, image_size_limit=10)
    assert channel.check_media((), (), limits) == ""
    assert channel.info.typical.media is False or channel.check_media((picture,), (10,), limits) == ""
    for media, sizes in (((picture, picture), (1, 1)), ((picture,), (11,))):
        assert channel.check_media(media, sizes, limits).endswith("."), "why not? In a sentence"


def check_prefix(channel: Channel) -> None:
    """A reply never names ourselves."""
    prefix = channel.prefix("me@home.example", "a@far.example", ("me@home.example",))
    assert "me@home.example" not in prefix
