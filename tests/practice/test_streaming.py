"""Server-sent events: posts, mentions, edits, deletions, private messages, and the end of a token."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from support.practice_site import Site


@contextmanager
def _listening(site: Site, stream: str = "user") -> Iterator[Iterator[tuple[str, str]]]:
    with site.client.stream("GET", f"/api/v1/streaming/{stream}") as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        assert next(lines) == ":)"
        yield _events(lines)


def _events(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    kind = ""
    for line in lines:
        if line.startswith("event: "):
            kind = line[7:]
        elif line.startswith("data: "):
            yield kind, line[6:]


def test_it_is_healthy_without_a_token(site: Site) -> None:
    assert httpx.get(f"{site.url}/api/v1/streaming/health", trust_env=False).text == "OK"


def test_a_mention_arrives_as_a_notification_with_its_status(site: Site) -> None:
    with _listening(site) as events:
        said = site.say("@maisonverte are you there?")
        kind, data = next(events)
        notice: dict[str, Any] = json.loads(data)
        assert kind == "notification"
        assert notice["type"] == "mention"
        assert notice["status"]["id"] == said["id"]
        assert notice == site.get(f"/api/v1/notifications/{notice['id']}")


def test_post_edit_and_deletion_are_told_in_their_order(site: Site) -> None:
    with _listening(site) as events:
        made = site.post("/api/v1/statuses", {"status": "one"})
        site.client.put(f"/api/v1/statuses/{made['id']}", json={"status": "two"})
        site.client.delete(f"/api/v1/statuses/{made['id']}")
        told = [next(events) for _ in range(3)]
    assert [kind for kind, _ in told] == ["update", "status.update", "delete"]
    assert json.loads(told[0][1])["content"] == "<p>one</p>"
    assert json.loads(told[1][1])["content"] == "<p>two</p>"
    assert told[2][1] == made["id"]


def test_the_direct_stream_tells_conversations_only(site: Site) -> None:
    with _listening(site, "direct") as events:
        site.say("@maisonverte in public")
        said = site.say("@maisonverte in private", visibility="direct")
        kind, data = next(events)
        assert kind == "conversation"
        assert json.loads(data)["last_status"]["id"] == said["id"]


@pytest.mark.parametrize(("token", "stream", "status"), [("wrong", "user", 401), ("", "user", 401)])
def test_a_stream_needs_a_token(site: Site, token: str, stream: str, status: int) -> None:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = httpx.get(f"{site.url}/api/v1/streaming/{stream}", headers=headers, trust_env=False)
    assert answer.status_code == status


def test_an_unknown_stream_is_refused(site: Site) -> None:
    assert site.client.get("/api/v1/streaming", params={"stream": "firehose"}).status_code == 400


def test_the_token_may_stand_in_the_address(site: Site) -> None:
    address = f"{site.url}/api/v1/streaming?stream=user&access_token={site.token}"
    with httpx.stream("GET", address, trust_env=False) as answer:
        assert answer.status_code == 200
        assert next(answer.iter_lines()) == ":)"


def test_the_stream_ends_with_the_server(fresh: Site) -> None:
    with _listening(fresh) as events:
        fresh.process.terminate()
        assert list(events) == []
    assert fresh.process.wait(10) == 0
