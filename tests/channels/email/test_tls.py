"""Certificates that are not the server's are refused in words, before a password leaves; so is a server without TLS."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from scrm_desktop.channels.email import folders, line, smtp
from scrm_desktop.channels.email.line import Line
from scrm_desktop.channels.email.places import Place, Safety
from scrm_desktop.channels.email.secret import Login
from scrm_desktop.channels.transport import tls_context
from scrm_desktop.errors import UntrustedServer
from support.fake_imap import FakeImap
from support.raw_server import RawServer

FOLDER = Path(__file__).parents[2] / "support" / "tls"
LOGIN = Login(user="us@house.example", password="secret")


def ours() -> ssl.SSLContext:
    """Our context, which trusts the tests' own authority as well."""
    context = tls_context()
    context.load_verify_locations(FOLDER / "ca.pem")
    return context


def theirs(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / f"{name}.pem")
    return context


async def listed(port: int, safety: Safety) -> tuple[str, ...]:
    async def login() -> Login:
        return LOGIN

    connection = Line(Place(kind="imap", host="localhost", port=port, safety=safety), login, "test")
    try:
        return (await connection.run(folders.listed)).names
    finally:
        await connection.close()


async def test_a_good_certificate_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "tls_context", ours)
    with FakeImap(tls=theirs("good")) as imap:
        assert "INBOX" in await listed(imap.port, Safety.TLS)


WRONG = [("expired", True, "expired"), ("other", True, "mismatch"), ("good", False, "unable to get local issuer")]


@pytest.mark.parametrize(("name", "trusted", "reason"), WRONG)
async def test_a_wrong_certificate_gets_no_password(
    monkeypatch: pytest.MonkeyPatch, name: str, trusted: bool, reason: str
) -> None:
    if trusted:
        monkeypatch.setattr(line, "tls_context", ours)
    with FakeImap(tls=theirs(name)) as imap:
        with pytest.raises(UntrustedServer, match=reason):
            await listed(imap.port, Safety.TLS)
        assert not imap.commands


@pytest.mark.parametrize(("name", "trusted", "reason"), WRONG)
async def test_a_wrong_certificate_gets_no_mail(
    monkeypatch: pytest.MonkeyPatch, name: str, trusted: bool, reason: str
) -> None:
    if trusted:
        monkeypatch.setattr(smtp, "tls_context", ours)
    async with RawServer([], ssl=theirs(name)) as raw:
        place = Place(kind="smtp", host="localhost", port=int(raw.url.rsplit(":", 1)[1]))
        with pytest.raises(UntrustedServer, match=reason) as caught:
            await smtp.submit(place, LOGIN, "us@house.example", ["a@far.example"], b"x")
    assert not caught.value.maybe_done


async def test_a_server_that_offers_no_encryption_gets_no_password() -> None:
    with FakeImap() as imap:
        with pytest.raises(UntrustedServer, match="no encryption"):
            await listed(imap.port, Safety.STARTTLS)
        with pytest.raises(UntrustedServer):
            await listed(imap.port, Safety.TLS)
        assert not any(one.startswith(("LOGIN", "AUTHENTICATE")) for one in imap.commands)
