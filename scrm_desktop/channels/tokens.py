"""The tokens of a login: how they are asked for, renewed, and written for the keyring."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx

from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.safe_json import BadJson, Json, parse
from scrm_desktop.errors import BadAnswer, Forbidden, InputError, Rejected, SignInNeeded


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AppKeys:
    """What the server gave this program for this login."""

    client_id: str
    client_secret: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Granted:
    """A finished login; ``refresh_token`` where the server renews it, ``expires_at`` (UTC) where it says when."""

    access_token: str
    keys: AppKeys
    refresh_token: str = ""
    expires_at: datetime | None = None


async def renew(client: httpx.AsyncClient, url: str, granted: Granted, scopes: str = "") -> Granted:
    """A new access token from the server's token address ``url``.

    Where the server renews the refresh token too, the old one is worth nothing any more, and ends the login if it
    comes again. Raises SignInNeeded where the server does not take the refresh token (it ended, or was used twice).
    """
    if not granted.refresh_token:
        raise SignInNeeded(host=client.base_url.join(url).host)
    form = {"grant_type": "refresh_token", "refresh_token": granted.refresh_token, "scope": scopes}
    try:
        return await grant(client, url, granted.keys, form, granted.refresh_token)
    except (Rejected, Forbidden):
        raise SignInNeeded(host=client.base_url.join(url).host) from None


async def grant(
    client: httpx.AsyncClient, url: str, keys: AppKeys, form: Mapping[str, str], refresh_token: str = ""
) -> Granted:
    """Ask for tokens; what is empty is left out. ``refresh_token``: the one that stays if there is no new one."""
    known = {"client_id": keys.client_id, "client_secret": keys.client_secret}
    full: dict[str, str | list[str]] = {name: value for name, value in {**form, **known}.items() if value}
    answer = (await ask(client, Call(method="POST", url=url, form=full))).json()
    found = answer if isinstance(answer, dict) else {}
    token, renewed = (_text(found.get(name)) for name in ("access_token", "refresh_token"))
    if not usable(token):
        raise BadAnswer("It gave no access token.", host=client.base_url.join(url).host)
    return Granted(
        access_token=token,
        keys=keys,
        refresh_token=renewed if usable(renewed) else refresh_token,
        expires_at=_end(found.get("expires_in")),
    )


def _end(seconds: Json) -> datetime | None:
    """When a token ends, where the server says so in a way that can be believed."""
    if isinstance(seconds, str) and seconds.isascii() and seconds.isdecimal() and len(seconds) < 10:
        seconds = int(seconds)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds < 1e9:
        return None
    return datetime.now(UTC) + timedelta(seconds=seconds)


def usable(token: str) -> bool:
    """Whether a token can stand in a header."""
    return 0 < len(token) <= 8192 and token.isascii() and token.isprintable() and " " not in token


def dump(granted: Granted) -> str:
    """A login as one text for the keyring."""
    found = {
        "token": granted.access_token,
        "refresh": granted.refresh_token,
        "expires": granted.expires_at.isoformat() if granted.expires_at else "",
        "client_id": granted.keys.client_id,
        "client_secret": granted.keys.client_secret,
    }
    return json.dumps({name: value for name, value in found.items() if value})


def load(text: str) -> Granted:
    """From that text, or from a bare access token; InputError where it is neither."""
    text = text.strip()
    try:
        found = parse(text) if text.startswith("{") else {"token": text}
    except BadJson:
        found = None
    said = {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}
    if not usable(said.get("token", "")):
        raise InputError("This is no access token.")
    return Granted(
        access_token=said["token"],
        keys=AppKeys(client_id=said.get("client_id", ""), client_secret=said.get("client_secret", "")),
        refresh_token=said.get("refresh", ""),
        expires_at=_time(said.get("expires", "")),
    )


def _text(value: Json | None) -> str:
    return value if isinstance(value, str) else ""


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
