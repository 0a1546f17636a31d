"""Getting in: servers that are known, published, entered or guessed; always encrypted but on this computer."""

from __future__ import annotations

import subprocess
import sys

import httpx
import pytest

from scrm_desktop.channels.email import CHANNEL, autoconfig
from scrm_desktop.channels.email.channel import INFO
from scrm_desktop.channels.email.places import Place, Safety, candidates, of_address
from scrm_desktop.channels.email.secret import Login, checked_password
from scrm_desktop.channels.http import Http
from scrm_desktop.domain.accounts import LoginResult
from scrm_desktop.errors import InputError, KnownError, Rejected, Unsupported
from support.fake_imap import FakeImap
from support.mail_parts import US
from support.smtp_hop import Hop

PUBLISHED = b"""<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="house.example">
<incomingServer type="pop3"><hostname>pop.house.example</hostname><port>995</port><socketType>SSL</socketType>
</incomingServer>
<incomingServer type="imap"><hostname>plain.house.example</hostname><port>143</port><socketType>plain</socketType>
</incomingServer>
<incomingServer type="imap"><hostname>mail.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
<username>%EMAILLOCALPART%</username></incomingServer>
<outgoingServer type="smtp"><hostname>mail.house.example</hostname><port>587</port><socketType>STARTTLS</socketType>
</outgoingServer>
</emailProvider></clientConfig>"""


class NoHelp:
    """Nobody sits there."""

    async def open_browser(self, url: str) -> bool:
        """There is none."""
        return False

    async def ask_code(self, url: str) -> str:
        """Nobody answers."""
        return ""


def answers(imap: FakeImap, hop: Hop, **more: str) -> dict[str, str]:
    """What the wizard asks for, filled in."""
    servers = {"imap": f"127.0.0.1:{imap.port}", "smtp": f"localhost:{hop.port}"}
    return {"address": "Us@House.example", "password": imap.password, "name": "House", **servers, **more}


async def sign_in(given: dict[str, str], http: Http | None = None) -> LoginResult:
    return await CHANNEL.sign_in(
        given, NoHelp(), http or Http(transport=httpx.MockTransport(lambda _: httpx.Response(404)))
    )


async def test_a_login_keeps_the_servers_and_hides_the_password(imap: FakeImap, hop: Hop) -> None:
    login = await sign_in(answers(imap, hop))
    assert login.server == f"imap://127.0.0.1:{imap.port}"
    assert login.remote_id == login.handle == US
    assert login.display_name == "House"
    assert dict(login.options) == {"smtp": f"smtp://localhost:{hop.port}", "user": US, "name": "House"}
    assert login.secret == imap.password
    assert imap.password not in repr(login)


@pytest.mark.parametrize("password", ["wrong", "pässwörd"])
async def test_a_wrong_password_is_said_in_the_servers_words(imap: FakeImap, hop: Hop, password: str) -> None:
    with pytest.raises(Rejected, match=r"it: Authentication failed\.$"):
        await sign_in(answers(imap, hop, password=password))


async def test_a_password_of_every_kind_gets_through(imap: FakeImap, hop: Hop) -> None:
    for password in ('with "quotes" and \\', "pässwörd ☃"):
        imap.password = password
        assert (await sign_in(answers(imap, hop))).secret == password


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"address": "nobody"}, "no mail address"),
        ({"password": ""}, "enter the password"),
        ({"password": "a\r\nb"}, "can't be a password"),
        ({"imap": "http://x"}, "no server's name"),
        ({"imap": "imap://mail.example.org:143"}, "encrypted"),
        ({"smtp": "smtp.example.org/x"}, "no server's name"),
        ({"client_id": "abc"}, "Only Google and Microsoft"),
    ],
)
async def test_what_was_entered_wrong_is_said(imap: FakeImap, hop: Hop, change: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words):
        await sign_in(answers(imap, hop) | change)


async def test_nobody_there_is_said(imap: FakeImap, hop: Hop) -> None:
    with pytest.raises(KnownError, match="can't be reached"):
        await sign_in(answers(imap, hop) | {"imap": "127.0.0.1:1"})


async def test_a_token_is_no_way_in() -> None:
    with pytest.raises(Unsupported):
        await CHANNEL.with_token("x", "y", Http())


def test_what_is_published_is_read_and_what_is_not_encrypted_is_not() -> None:
    servers = autoconfig.read(PUBLISHED, US)
    assert servers is not None
    assert str(servers.imap) == "imaps://mail.house.example:993"
    assert str(servers.smtp) == "smtp+starttls://mail.house.example:587"
    assert servers.user == "us"


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<html></html>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + PUBLISHED,
        PUBLISHED.replace(b"587", b"0"),
        b"\xff\xfe",
    ],
)
def test_other_documents_are_none(document: bytes) -> None:
    assert autoconfig.read(document, US) is None


async def test_the_domain_is_asked_over_https_only_and_both_ways() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, content=PUBLISHED) if "well-known" in str(request.url) else httpx.Response(404)

    servers = await autoconfig.found_for(US, Http(transport=httpx.MockTransport(answer)))
    assert servers is not None
    assert asked == [
        "https://autoconfig.house.example/mail/config-v1.1.xml?emailaddress=us%40house.example",
        "https://house.example/.well-known/autoconfig/mail/config-v1.1.xml",
    ]


async def test_the_large_ones_are_known_and_nobody_is_asked() -> None:
    servers = await autoconfig.found_for(
        "x@gmail.com", Http(transport=httpx.MockTransport(lambda _: httpx.Response(500)))
    )
    assert servers is not None
    assert servers.oauth is not None
    assert servers.smtp.safety is Safety.TLS


def test_guesses_are_always_encrypted() -> None:
    for kind in ("imap", "smtp"):
        found = autoconfig.guesses("house.example", kind)
        assert len(found) == 4
        assert all(one.safety is not Safety.NONE for one in found)


@pytest.mark.parametrize(
    ("entered", "found"),
    [
        ("mail.x.org", ["imaps://mail.x.org:993", "imap+starttls://mail.x.org:143"]),
        ("mail.x.org:143", ["imap+starttls://mail.x.org:143"]),
        ("mail.x.org:1993", ["imaps://mail.x.org:1993", "imap+starttls://mail.x.org:1993"]),
        ("127.0.0.1:1143", ["imap://127.0.0.1:1143"]),
        ("[::1]:1143", ["imap://[::1]:1143"]),
        ("imaps://mail.x.org:993", ["imaps://mail.x.org:993"]),
        ("bücher.example", ["imaps://xn--bcher-kva.example:993", "imap+starttls://xn--bcher-kva.example:143"]),
    ],
)
def test_what_an_entered_server_means(entered: str, found: list[str]) -> None:
    places = candidates(entered, "imap")
    assert [str(one) for one in places] == found
    assert [of_address(str(one)) for one in places] == places


@pytest.mark.parametrize(
    "address", ["", "imaps://", "ftp://x:1", "imap://far.example:143", "imaps://x:99999", "smtp://[x"]
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(InputError):
        of_address(address)


def test_tokens_are_no_password_and_a_login_shows_nothing() -> None:
    with pytest.raises(InputError):
        checked_password('{"token": "a"}')
    assert checked_password('{"token') == '{"token'
    assert "plain" not in repr(Login(user="u", password="plain"))


def test_nothing_secret_is_an_option() -> None:
    assert not any(field.secret for field in INFO.options)
    assert Place(kind="imap", host="x", port=1).safety is Safety.TLS


def test_nothing_that_speaks_to_servers_is_loaded_before_an_account_needs_it() -> None:
    """Each start of the window loads every channel."""
    names = "{'imap_tools', 'aiosmtplib', 'imaplib'}"
    look = f"import sys, scrm_desktop.channels.email; print(*sorted({names} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == []
