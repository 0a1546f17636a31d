"""A real Mastodon's own answers, all of them, through our reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from scrm_desktop.channels.mastodon import normalise
from scrm_desktop.channels.mastodon.instance import read
from scrm_desktop.channels.mastodon.normalise import Us
from scrm_desktop.channels.mastodon.people import profile
from scrm_desktop.channels.mastodon.reading import notification
from scrm_desktop.domain.events import EngagementSeen
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from support.recordings import Recordings

US = Us("117440810532227399", "localhost:3000")


def walk(document: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document."""
    todo = [document]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            yield one
            todo.extend(one.values())
        elif isinstance(one, list):
            todo.extend(one)


def objects(recordings: Recordings, *, like: set[str]) -> list[dict[str, Any]]:
    """Every recorded object that has these fields."""
    found: list[dict[str, Any]] = []
    for one in recordings.exchanges:
        if one.status == 200 and one.body[:1] in "[{":
            try:
                document = one.json()
            except ValueError:
                continue
            found += [entry for entry in walk(document) if like <= entry.keys()]
    return found


def test_every_status_that_was_recorded_is_understood(recordings: Recordings) -> None:
    statuses = objects(recordings, like={"content", "account", "visibility", "created_at", "uri"})
    found = [normalise.message(one, US) for one in statuses]
    assert len(found) > 600
    assert {one.visibility for one in found} == set(Visibility)
    assert any(one.own for one in found)
    assert any(one.poll for one in found)
    assert any(one.attachments for one in found)
    assert any(one.edited_at for one in found)
    assert any(one.in_reply_to for one in found)
    assert any(one.emojis for one in found)
    assert not any("<p>" in one.text or "</" in one.text for one in found)


def test_every_account_that_was_recorded_is_understood(recordings: Recordings) -> None:
    accounts = objects(recordings, like={"acct", "followers_count", "note", "display_name"})
    found = [profile(one, "localhost:3000") for one in accounts]
    assert len(found) > 1000
    assert all(one is not None and one.handle.count("@") == 1 for one in found)


def test_every_notification_that_was_recorded_is_understood(recordings: Recordings) -> None:
    notifications = [
        one for one in objects(recordings, like={"type", "created_at", "account"}) if isinstance(one["account"], dict)
    ]
    # one cassette was cleaned of its statuses before it was published
    told = [one for one in notifications if one.get("status") or one["type"] not in ("mention", "update")]
    found = [notification(one, US) for one in told if "action_taken" not in one]
    assert sum(isinstance(one, RemoteMessage) for one in found) >= 10
    assert sum(isinstance(one, EngagementSeen) for one in found) >= 2


def test_the_recorded_servers_describe_themselves(recordings: Recordings) -> None:
    for path in ("/api/v2/instance", "/api/v1/instance"):
        for one in recordings.find("GET", path, status=200):
            found = read(one.json(), "https://x").capabilities
            assert found.software == "Mastodon"
            assert found.max_characters == 500
            assert found.url_length == 23
            assert found.idempotency


def test_what_4_7_3_allows(recordings: Recordings) -> None:
    found = read(recordings.one("GET", "/api/v2/instance", cassette="test_async").json(), "http://localhost:3000")
    assert found.domain == "localhost:3000"
    assert found.streaming_url == "http://localhost:4000"
    assert found.batch
    assert found.capabilities.version == "4.7.3"
    assert found.capabilities.description_limit == 10_000
    assert found.capabilities.video_size_limit == 103_809_024
    assert "image/avif" in found.capabilities.mime_types
    assert found.capabilities.missing == ()


@pytest.mark.parametrize(
    ("cassette", "text", "warning"),
    [
        ("test_status_post[Content warning-public]", "", "Content warning"),
        ("test_stream_user_direct", "only real animals respond.", ""),
    ],
)
def test_some_of_them_in_detail(recordings: Recordings, cassette: str, text: str, warning: str) -> None:
    method = "PUT" if text else "POST"
    one = recordings.one(method, r"/api/v1/statuses(/\d+)?", cassette=cassette)
    found = normalise.message(one.json(), Us(one.json()["account"]["id"], "localhost:3000"))
    assert found.own
    assert found.content_warning == warning
    assert text in found.text
