"""Tokens of a login in the browser (XOAUTH2): asked for with PKCE, used for both servers, renewed in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from scrm_desktop.channels.email import browser, line
from scrm_desktop.channels.email.keys import Keys
from scrm_desktop.channels.email.places import of_address
from scrm_desktop.channels.email.providers import GOOGLE, MICROSOFT
from scrm_desktop.channels.email.secret import Login
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.tokens import AppKeys, Granted, dump, load
from scrm_desktop.errors import BadAnswer, KnownError, SignInNeeded
from support.fake_imap import FakeImap
from support.mail_parts import INBOX, US, account, ids, mail

URL = "https://login.example/token"


def secret(token: str = "old", *, ended: bool = True) -> str:
    """Tokens as the keyring has them."""
    end = datetime.now(UTC) + timedelta(hours=-1 if ended else 1)
    keys = AppKeys(client_id="app", client_secret="")
    return dump(Granted(access_token=token, keys=keys, refresh_token="r1", expires_at=end))


class Provider:
    """A token endpoint that renews its refresh tokens."""

    def __init__(self, *, status: int = 200, **answer: object) -> None:
        self.forms: list[dict[str, list[str]]] = []
        self._status = status
        self._answer = answer or {"access_token": "token-1", "refresh_token": "r2", "expires_in": 3600}
        self.http = Http(transport=httpx.MockTransport(self._say))

    def _say(self, request: httpx.Request) -> httpx.Response:
        self.forms.append(parse_qs(request.content.decode()))
        return httpx.Response(self._status, json=self._answer)


async def test_a_token_is_renewed_before_it_ends_and_kept() -> None:
    provider, kept = Provider(), list[str]()

    async def keep(secret: str) -> None:
        kept.append(secret)

    keys = Keys(US, secret(), URL, provider.http, keep)
    assert (await keys.login()).token == "token-1"
    assert (await keys.login()).token == "token-1"
    assert len(provider.forms) == 1
    assert provider.forms[0]["refresh_token"] == ["r1"]
    assert load(kept[0]).refresh_token == "r2"
    keys.refused()
    await keys.login()
    assert provider.forms[1]["refresh_token"] == ["r2"]


async def test_a_login_that_was_taken_back_needs_its_person() -> None:
    provider = Provider(status=400, error="invalid_grant", error_description="Token has been revoked.")
    with pytest.raises(SignInNeeded, match="login"):
        await Keys(US, secret(), URL, provider.http, None).login()


async def test_a_password_is_what_it_is() -> None:
    assert (await Keys(US, "p", "", Http(), None).login()).password == "p"


async def test_both_servers_take_the_token(imap: FakeImap) -> None:
    box = line.opened(of_address(f"imap://127.0.0.1:{imap.port}"), Login(user=US, token="token-1"))
    line.closed(box)
    assert any(one.startswith("AUTHENTICATE XOAUTH2") for one in imap.commands)


async def test_a_refused_token_is_renewed_for_the_second_look(imap: FakeImap) -> None:
    from scrm_desktop.channels.email.session import EmailSession

    imap.deliver(mail())
    provider = Provider()
    stale = secret("stale", ended=False)
    session = EmailSession(account(imap, token_url=URL), stale, provider.http)
    try:
        with pytest.raises(SignInNeeded):
            await session.newer(INBOX, None)
        assert ids(await session.newer(INBOX, None)) == ["m1@far.example"]
    finally:
        await session.close()


class Browser:
    """A person who says yes at once: the browser goes where the provider sends it."""

    def __init__(self, *, there: bool = True) -> None:
        self.there, self.asked = there, dict[str, list[str]]()

    async def open_browser(self, url: str) -> bool:
        self.asked = parse_qs(urlsplit(url).query)
        if self.there:
            back = f"{self.asked['redirect_uri'][0]}?state={self.asked['state'][0]}&code=c1"
            async with httpx.AsyncClient(trust_env=False) as client:
                await client.get(back)
        return self.there

    async def ask_code(self, url: str) -> str:
        return ""


@pytest.mark.parametrize("oauth", [GOOGLE, MICROSOFT])
async def test_signing_in_with_the_browser(oauth: browser.OAuth) -> None:
    provider, person = Provider(), Browser()
    found = load(await browser.sign_in(oauth, "app", "app-secret", US, person, provider.http))
    assert found.access_token == "token-1"
    assert found.refresh_token == "r2"
    assert person.asked["code_challenge_method"] == ["S256"]
    assert person.asked["login_hint"] == [US]
    assert provider.forms[0]["client_secret"] == ["app-secret"]
    assert provider.forms[0]["code"] == ["c1"]


async def test_a_login_without_a_browser_or_without_a_lasting_token_is_none() -> None:
    with pytest.raises(KnownError):
        await browser.sign_in(GOOGLE, "app", "", US, Browser(there=False), Provider().http, wait=0.1)
    with pytest.raises(BadAnswer, match="renewed"):
        await browser.sign_in(GOOGLE, "app", "", US, Browser(), Provider(access_token="x").http)
