"""Getting in: a bot's token, checked with the server that it belongs to, and a queue that nobody else reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import aclosing
from urllib.parse import urlsplit

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.telegram import fields, people
from scrm_desktop.channels.telegram.api import Api
from scrm_desktop.domain.accounts import LoginResult
from scrm_desktop.errors import Gone, InputError, SignInNeeded

SERVER = "https://api.telegram.org"
NO_TOKEN = "This is no token of a bot. It looks like 123456789:AAH… and comes from @BotFather."
WRONG_TOKEN = "Telegram does not know this token. Ask @BotFather for it again with /mybots, “API Token”."
NO_SERVER = "This is no address of a Bot API server. Leave it empty for Telegram's own."
NOT_TELEGRAM = "{host} does not speak Telegram's language."
ASK_WEBHOOK = (
    "This bot hands its messages to the web address {address}. Whatever answers there would get none any more. "
    "If that is right, write its name into “Web address to disconnect” and connect again."
)
_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,100}")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def checked_token(entered: str) -> str:
    """The token as it is; InputError where it can't be one, and never with its text."""
    token = entered.strip()
    if not _TOKEN.fullmatch(token):
        raise InputError(NO_TOKEN)
    return token


def server_url(entered: str) -> str:
    """The base address of the server; Telegram's own where nothing was entered."""
    text = entered.strip().rstrip("/") or SERVER
    try:
        parts = urlsplit(text)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        bare = bool(parts.hostname) and not (parts.username or parts.query or parts.path) and parts.port != 0
    except ValueError:
        raise InputError(NO_SERVER) from None
    if not safe or not bare or not text.isascii() or not text.isprintable() or " " in text:
        raise InputError(NO_SERVER)
    return text


async def sign_in(answers: Mapping[str, str], http: HttpFactory) -> LoginResult:
    """Look who the bot is, and whether its messages can be read here."""
    token, server = checked_token(answers.get("token", "")), server_url(answers.get("server", ""))
    async with aclosing(Api(http, server, token)) as api:
        try:
            me = people.user(await api.get("getMe"))
        except SignInNeeded:
            raise InputError(WRONG_TOKEN) from None
        except Gone:
            me = None
        if me is None or not me.bot:
            raise InputError(NOT_TELEGRAM.format(host=api.host))
        await _free_queue(api, answers.get("webhook", ""))
    return LoginResult(
        server=server, remote_id=me.remote_id, handle=me.handle, display_name=me.display_name, secret=token
    )


async def _free_queue(api: Api, agreed: str) -> None:
    """With a webhook there is nothing to read; it is only removed by somebody who has read what it is."""
    hook = fields.text(fields.obj(await api.get("getWebhookInfo")), "url", 2048)
    if not hook:
        return
    address = _host(hook)
    if agreed.strip().lower().removeprefix("https://").strip("/") != address.lower():
        raise InputError(ASK_WEBHOOK.format(address=address))
    await api.post("deleteWebhook", {"drop_pending_updates": "false"})


def _host(hook: str) -> str:
    """The server of a webhook; the rest of its address can be a secret."""
    try:
        return urlsplit(hook).hostname or "?"
    except ValueError:
        return "?"
