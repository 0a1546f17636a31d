"""What the shared login does beyond Mastodon's: keys of its own, more in the address, and an address that is pasted."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlsplit

import pytest

from scrm_desktop.channels import oauth
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.loopback import Expected
from scrm_desktop.channels.oauth import Metadata, pasted_code, registered
from scrm_desktop.channels.tokens import Granted
from scrm_desktop.errors import InputError, UnsafeAnswer
from support.recordings import SERVER, Replay

ELSEWHERE = "https://login.example"
METADATA = Metadata(
    issuer="",
    authorize=f"{ELSEWHERE}/authorize",
    token=f"{SERVER}/token",
    pkce=True,
    names_itself=False,
    scopes=frozenset(),
)


class Person:
    """Without a browser: pastes what ``pastes`` makes of the address."""

    def __init__(self, pastes: str) -> None:
        self.pastes, self.opened = pastes, ""

    async def open_browser(self, url: str) -> bool:
        self.opened = url
        return False

    async def ask_code(self, url: str) -> str:
        query = parse_qs(urlsplit(url).query)
        if self.pastes == "never":
            await asyncio.get_running_loop().create_future()
        return self.pastes.format(back=query["redirect_uri"][0], state=query["state"][0])


async def sign_in(person: Person, replay: Replay, wait: float = 5) -> Granted:
    async with Http(transport=replay.transport).client(SERVER) as client:
        return await oauth.sign_in(
            client,
            METADATA,
            "mail",
            registered("app", "keys"),
            person,
            wait=wait,
            extra={"login_hint": "me@house.example", "state": "ours wins"},
            out_of_band=False,
        )


@pytest.mark.parametrize("pastes", ["{back}?code=the-code&state={state}", " the-code \n"])
async def test_an_address_or_a_code_is_pasted(pastes: str) -> None:
    replay, person = Replay().add("POST", "/token", {"access_token": "t", "refresh_token": "r"}), Person(pastes)
    granted = await sign_in(person, replay)
    assert (granted.access_token, granted.refresh_token, granted.keys.client_id) == ("t", "r", "app")
    form = dict(replay.form(0))
    assert (form["code"], form["client_secret"]) == ("the-code", "keys")
    assert form["code_verifier"]
    query = parse_qs(urlsplit(person.opened).query)
    assert query["login_hint"] == ["me@house.example"]
    assert query["state"] != ["ours wins"]
    assert form["redirect_uri"] == query["redirect_uri"][0]


async def test_an_address_with_another_state_is_refused() -> None:
    with pytest.raises(UnsafeAnswer):
        await sign_in(Person("{back}?code=the-code&state=other"), Replay())


async def test_nobody_pastes_anything() -> None:
    with pytest.raises(InputError, match="within the time"):
        await sign_in(Person("never"), Replay(), wait=0.05)


def test_nothing_is_pasted() -> None:
    with pytest.raises(InputError, match="No code"):
        pasted_code("  ", Expected(state="s"))
