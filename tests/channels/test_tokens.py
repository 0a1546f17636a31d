"""Tokens that a network renews: asked for, renewed by one at a time, kept before they are used, and read back."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.renewing import MARGIN, Renewing
from scrm_desktop.channels.tokens import AppKeys, Granted, dump, grant, load, renew
from scrm_desktop.errors import BadAnswer, InputError, NoAnswer, ServerTrouble, SignInNeeded
from support.recordings import SERVER, Replay

KEYS = AppKeys(client_id="app", client_secret="")
OLD = Granted(access_token="old-access", keys=KEYS, refresh_token="old-refresh")
URL = f"{SERVER}/token"
NEW = {"access_token": "new-access", "refresh_token": "new-refresh", "expires_in": 3600}


async def renewed(replay: Replay, granted: Granted = OLD, scopes: str = "") -> Granted:
    async with Http(transport=replay.transport).client(SERVER) as client:
        return await renew(client, URL, granted, scopes)


async def test_what_is_asked_and_what_comes_of_it() -> None:
    replay = Replay().add("POST", "/token", NEW)
    found = await renewed(replay, scopes="mail")
    assert dict(replay.form(0)) == {
        "grant_type": "refresh_token",
        "refresh_token": "old-refresh",
        "scope": "mail",
        "client_id": "app",
    }
    assert (found.access_token, found.refresh_token, found.keys) == ("new-access", "new-refresh", KEYS)
    assert found.expires_at is not None
    assert abs(found.expires_at - datetime.now(UTC) - timedelta(hours=1)) < timedelta(seconds=20)


async def test_a_server_that_does_not_rotate_keeps_the_old_one() -> None:
    found = await renewed(Replay().add("POST", "/token", {"access_token": "new-access"}))
    assert (found.access_token, found.refresh_token, found.expires_at) == ("new-access", "old-refresh", None)


@pytest.mark.parametrize("status", [400, 401, 403, 422])
async def test_a_refresh_token_that_is_not_taken_needs_a_new_login(status: int) -> None:
    replay = Replay().add("POST", "/token", httpx.Response(status, json={"error": "invalid_grant"}))
    with pytest.raises(SignInNeeded):
        await renewed(replay)


async def test_trouble_on_the_way_is_no_refusal() -> None:
    with pytest.raises(ServerTrouble):
        await renewed(Replay().add("POST", "/token", httpx.Response(503)))


async def test_without_a_refresh_token_nobody_is_asked() -> None:
    replay = Replay()
    with pytest.raises(SignInNeeded):
        await renewed(replay, replace(OLD, refresh_token=""))
    assert not replay.asked


@pytest.mark.parametrize("body", [[], {}, {"access_token": ""}, {"access_token": 5}, {"access_token": "a b\n"}])
async def test_an_answer_without_a_usable_token(body: Any) -> None:
    async with Http(transport=Replay().add("POST", "/token", body).transport).client(SERVER) as client:
        with pytest.raises(BadAnswer):
            await grant(client, URL, KEYS, {"grant_type": "x"})


@pytest.mark.parametrize("told", [0, -5, "soon", None, True, 1e30, "99999999999", [], 1e9])
async def test_an_end_that_can_not_be_believed(told: Any) -> None:
    found = await renewed(Replay().add("POST", "/token", {**NEW, "expires_in": told}))
    assert found.expires_at is None


async def test_an_end_in_words_of_digits() -> None:
    assert (await renewed(Replay().add("POST", "/token", {**NEW, "expires_in": "60"}))).expires_at is not None


class Server:
    """Renews slowly, and takes each refresh token once."""

    def __init__(self) -> None:
        self.times = 0
        self.used: set[str] = set()
        self.events: list[str] = []

    async def renew(self, granted: Granted) -> Granted:
        assert granted.refresh_token not in self.used, "used twice: the login is gone"
        self.used.add(granted.refresh_token)
        await asyncio.sleep(0)
        self.times += 1
        self.events.append("renewed")
        end = datetime.now(UTC) + timedelta(hours=1)
        return replace(
            granted, access_token=f"access-{self.times}", refresh_token=f"refresh-{self.times}", expires_at=end
        )

    async def keep(self, secret: str) -> None:
        await asyncio.sleep(0)
        self.events.append(f"kept {load(secret).access_token}")


async def test_one_renewal_for_all_who_were_refused() -> None:
    server = Server()
    ours = Renewing(OLD, server.renew, server.keep)
    found = await asyncio.gather(*(ours.token("old-access") for _ in range(5)))
    assert found == ["access-1"] * 5
    assert server.events == ["renewed", "kept access-1"]


async def test_a_token_is_renewed_before_it_ends_and_not_earlier() -> None:
    server = Server()
    good = replace(OLD, expires_at=datetime.now(UTC) + MARGIN + timedelta(seconds=60))
    assert await Renewing(good, server.renew, None).token() == "old-access"
    late = replace(OLD, expires_at=datetime.now(UTC) + MARGIN - timedelta(seconds=1))
    assert await Renewing(late, server.renew, None).token() == "access-1"
    lasting = replace(late, refresh_token="")
    assert await Renewing(lasting, server.renew, None).token() == "old-access"


async def test_a_renewal_that_failed_changes_nothing() -> None:
    async def fails(granted: Granted) -> Granted:
        raise NoAnswer(host="h")

    server = Server()
    ours = Renewing(OLD, fails, server.keep)
    with pytest.raises(NoAnswer):
        await ours.token("old-access")
    assert await ours.token() == "old-access"
    assert server.events == []


def test_what_the_keyring_holds_is_read_back() -> None:
    end = datetime(2026, 5, 4, 9, tzinfo=UTC)
    full = Granted(access_token="a", keys=AppKeys(client_id="c", client_secret="s"), refresh_token="r", expires_at=end)
    assert load(dump(full)) == full
    assert load(dump(OLD)) == OLD
    assert load(" bare-token ") == Granted(access_token="bare-token", keys=AppKeys(client_id="", client_secret=""))


@pytest.mark.parametrize("text", ["", "{", "{}", '{"token": 5}', "two words", "[]x y", json.dumps({"refresh": "r"})])
def test_what_is_no_login(text: str) -> None:
    with pytest.raises(InputError):
        load(text)


@pytest.mark.parametrize("end", ["soon", "2026-05-04", "2026-05-04T09:00:00"])
def test_an_end_without_a_zone_is_none(end: str) -> None:
    assert load(json.dumps({"token": "t", "expires": end})).expires_at is None


def test_nothing_secret_is_shown() -> None:
    assert "old" not in repr(OLD)
    assert "old" not in repr(Renewing(OLD, Server().renew, None))
