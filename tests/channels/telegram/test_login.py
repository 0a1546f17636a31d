"""Getting in with a token, and out of the way of whoever reads the bot's messages already."""

from __future__ import annotations

import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.telegram import CHANNEL, login
from scrm_desktop.errors import InputError
from support.fake_telegram import TOKEN, FakeTelegram


async def sign_in(fake: FakeTelegram, **answers: str) -> object:
    help: object = None
    return await CHANNEL.sign_in({"token": TOKEN, "server": fake.url, **answers}, help, Http())  # type: ignore[arg-type]


async def test_the_token_says_who_the_bot_is(fake: FakeTelegram) -> None:
    found = await CHANNEL.with_token(fake.url, f"  {TOKEN}\n", Http())
    assert (found.remote_id, found.handle, found.display_name) == ("7000000001", "acme_bot", "Acme")
    assert found.secret == TOKEN
    assert found.server == fake.url
    assert TOKEN not in repr(found)


@pytest.mark.parametrize(
    "token", ["", "hello", "123:short", f"{TOKEN} {TOKEN}", f"../{TOKEN}", "1234567890:" + "ü" * 35]
)
async def test_what_can_be_no_token_is_refused_before_any_request(fake: FakeTelegram, token: str) -> None:
    with pytest.raises(InputError, match="@BotFather") as caught:
        await CHANNEL.with_token(fake.url, token, Http())
    assert not token.strip() or token not in str(caught.value)
    assert fake.asked == []


async def test_a_token_that_telegram_does_not_know(fake: FakeTelegram) -> None:
    with pytest.raises(InputError, match="does not know this token"):
        await CHANNEL.with_token(fake.url, "7000000001:AAHanother-token-of-the-same-length", Http())


async def test_a_server_that_is_none(fake: FakeTelegram) -> None:
    fake.trouble("getMe", 404, "")
    with pytest.raises(InputError, match="does not speak Telegram's language"):
        await CHANNEL.with_token(fake.url, TOKEN, Http())


async def test_a_webhook_is_named_and_stays_until_somebody_agrees(fake: FakeTelegram) -> None:
    fake.webhook = "https://hooks.example.com/s3cret-path"
    with pytest.raises(InputError, match=r"hooks\.example\.com") as caught:
        await sign_in(fake)
    assert "s3cret" not in str(caught.value)
    with pytest.raises(InputError):
        await sign_in(fake, webhook="yes")
    assert fake.webhook
    await sign_in(fake, webhook=" https://Hooks.example.com/ ")
    assert not fake.webhook
    assert fake.calls("deleteWebhook") == [{"drop_pending_updates": False}]


@pytest.mark.parametrize(
    ("entered", "used"),
    [
        ("", login.SERVER),
        (" https://bots.acme.example/ ", "https://bots.acme.example"),
        ("http://[::1]:81", "http://[::1]:81"),
    ],
)
def test_servers_that_can_be_used(entered: str, used: str) -> None:
    assert login.server_url(entered) == used


@pytest.mark.parametrize(
    "entered",
    [
        "http://bots.example",
        "ftp://x",
        "bots.example",
        "https://a@b.example",
        "https://x/y",
        "https://x?y",
        "https://[",
        "https://ü",
    ],
)
def test_servers_that_can_not(entered: str) -> None:
    with pytest.raises(InputError, match="Bot API server"):
        login.server_url(entered)
