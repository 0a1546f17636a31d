"""Getting in, and staying in: discovery, refusals, and tokens that end."""

from __future__ import annotations

import asyncio

import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.matrix import CHANNEL, login
from scrm_desktop.channels.matrix.login import checked_user, server_url
from scrm_desktop.channels.tokens import load
from scrm_desktop.errors import InputError, KnownError, SignInNeeded
from support.fake_matrix import PASSWORD, US, FakeMatrix
from support.matrix_bench import Connected, NoHelp


async def signed_in(fake: FakeMatrix, **answers: str) -> KnownError | None:
    """The error that it ends in."""
    given = {"user": US, "password": PASSWORD, "server": fake.url, **answers}
    try:
        await CHANNEL.sign_in(given, NoHelp(), Http())
    except KnownError as error:
        return error
    return None


async def test_the_server_is_found_by_the_user_id(fake: FakeMatrix) -> None:
    assert await login._discovered(f"127.0.0.1:{fake.port}", Http()) == fake.url
    assert "GET /.well-known/matrix/client" in fake.asked


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"password": "wrong"}, login.WRONG),
        ({"password": " "}, login.NO_PASSWORD),
        ({"user": "acme"}, login.NO_USER),
        ({"server": "http://far.example"}, login.NO_SERVER),
        ({"password": "syt_not_a_token"}, login.NO_PASSWORDS),
    ],
)
async def test_what_is_wrong_is_told(fake: FakeMatrix, answers: dict[str, str], said: str) -> None:
    error = await signed_in(fake, **answers)
    assert isinstance(error, InputError)
    assert error.message == said


async def test_a_server_without_passwords_takes_a_token(fake: FakeMatrix) -> None:
    fake.flows = ["m.login.sso"]
    assert await signed_in(fake, password=fake.tokens.access) is None
    error = await signed_in(fake)
    assert error is not None
    assert error.message == login.NO_PASSWORDS


@pytest.mark.parametrize(
    ("entered", "url"),
    [
        ("matrix.far.example", "https://matrix.far.example"),
        ("https://far.example/", "https://far.example"),
        ("localhost:8008", "http://localhost:8008"),
        ("[::1]:8008", "http://[::1]:8008"),
    ],
)
def test_addresses(entered: str, url: str) -> None:
    assert server_url(entered) == url


def test_user_ids() -> None:
    assert checked_user(" acme:far.example:8448 ") == ("@acme:far.example:8448", "far.example:8448")


async def test_a_token_that_ended_is_renewed_once_for_all_tasks(connected: Connected) -> None:
    connected.fake.tokens.access = "syt_canary_another"
    await asyncio.gather(*(connected.session.describe() for _ in range(4)))
    assert connected.fake.tokens.renewals == 1
    assert [load(one).access_token for one in connected.kept] == [connected.fake.tokens.access]


async def test_a_login_that_was_ended_needs_a_person(connected: Connected) -> None:
    connected.fake.tokens.access = connected.fake.tokens.refresh = "syt_canary_another"
    with pytest.raises(SignInNeeded):
        await connected.session.newer("rooms", None)
    await connected.session.revoke()  # it is over already
    assert not connected.kept
