"""Servers differ: what each allows, and what it lacks, in words."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from scrm_desktop.channels.mastodon import instance
from scrm_desktop.channels.mastodon.instance import identify, read
from scrm_desktop.errors import BadAnswer, SignInNeeded
from support.mastodon_parts import INSTANCE, ME, person, session
from support.recordings import Replay

ACCOUNT = ("GET", "/api/v1/accounts/verify_credentials")
SNAC = {
    "version": "4.0.0 (not true; really snac/2.75)",
    "uri": "localhost:8601",
    "urls": {"streaming_api": "wss://localhost:8601"},
    "configuration": {"statuses": {"max_characters": 100_000, "characters_reserved_per_url": 32}},
}
OLD = {"version": "3.0.1", "uri": "old.example", "urls": {"streaming_api": "wss://old.example"}}


async def test_v2_first() -> None:
    replay = Replay().add(*ACCOUNT, person(ME))
    found = await session(replay).describe()
    assert (found.software, found.version, found.streaming, found.idempotency) == ("Mastodon", "4.7.3", True, True)
    assert found.missing == ()
    assert "GET /api/v1/instance" not in replay.paths()


@pytest.mark.parametrize("code", [404, 422, 403])
async def test_v1_where_there_is_no_v2(code: int) -> None:
    replay = Replay().add(*ACCOUNT, person(ME)).add("GET", "/api/v2/instance", httpx.Response(code, json={}))
    replay.add("GET", "/api/v1/instance", OLD)
    found = await session(replay).describe()
    assert (found.software, found.version, found.max_characters, found.url_length) == ("Mastodon", "3.0.1", 500, 23)
    assert found.streaming
    assert instance.NO_LIMITS in found.missing
    assert instance.NO_BATCH in found.missing


async def test_what_speaks_another_language_is_told_so() -> None:
    replay = Replay().add("GET", "/api/v1/instance", httpx.Response(404, json={}))
    with pytest.raises(BadAnswer, match="Mastodon's language"):
        await session(replay).describe()


async def test_a_login_that_is_not_accepted_any_more_is_found_by_describing() -> None:
    replay = Replay().add(*ACCOUNT, httpx.Response(401, json={"error": "revoked"}))
    with pytest.raises(SignInNeeded):
        await session(replay).describe()


def test_snac_lacks_much_and_all_of_it_is_said() -> None:
    found = read(SNAC, "http://localhost:8601")
    allows = found.capabilities
    assert (allows.software, allows.version) == ("snac", "2.75")
    assert (allows.max_characters, allows.url_length) == (100_000, 32)
    assert not any((allows.streaming, allows.idempotency, allows.delete, allows.mute, allows.report))
    assert allows.edit
    assert allows.block
    assert found.private_is_direct
    assert not found.batch
    assert set(allows.missing) == {
        instance.NO_STREAM,
        instance.NO_KEYS,
        instance.NO_DELETE,
        instance.NO_MUTE,
        instance.NO_BATCH,
        instance.DIRECT_ONLY,
    }


@pytest.mark.parametrize(
    ("found", "software", "version"),
    [
        ({"version": "4.7.3"}, "Mastodon", "4.7.3"),
        ({"version": "4.3.9+glitch"}, "Mastodon", "4.3.9+glitch"),
        ({"version": "2.7.2 (compatible; Pleroma 2.6.2)"}, "Pleroma", "2.6.2"),
        ({"version": "2.7.2 (compatible; Akkoma 3.10.4-0-gebfb617)"}, "Akkoma", "3.10.4-0-gebfb617"),
        ({"version": "4.0.0 (not true; really snac/2.75)"}, "snac", "2.75"),
        (
            {"version": "0.17.0+git-abc", "source_url": "https://github.com/superseriousbusiness/gotosocial"},
            "GoToSocial",
            "0.17.0+git-abc",
        ),
        ({"version": "weird"}, "", "weird"),
        ({}, "", ""),
        ({"version": 5}, "", ""),
    ],
)
def test_who_it_is(found: dict[str, Any], software: str, version: str) -> None:
    assert identify(found) == (software, version)


@pytest.mark.parametrize(
    ("told", "server", "expected"),
    [
        ("wss://s.example", "https://s.example", "https://s.example"),
        ("wss://streaming.s.example/", "https://s.example", "https://streaming.s.example"),
        ("ws://127.0.0.1:4000", "http://127.0.0.1:3000", "http://127.0.0.1:4000"),
        ("ws://s.example", "https://s.example", ""),
        ("ftp://s.example", "https://s.example", ""),
        (None, "https://s.example", ""),
    ],
)
def test_where_it_streams_and_never_less_safely_than_the_server_itself(told: Any, server: str, expected: str) -> None:
    document = {**INSTANCE, "configuration": {"urls": {"streaming": told}}}
    found = read(document, server)
    assert found.streaming_url == expected
    assert found.capabilities.streaming is bool(expected)
    assert (instance.NO_STREAM in found.capabilities.missing) is not bool(expected)
