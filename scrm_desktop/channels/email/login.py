"""Getting in: the servers of an address, tried one after another until a login works on one for reading and sending."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.email import autoconfig, browser, folders, headers, places, providers, smtp
from scrm_desktop.channels.email.keys import Keys
from scrm_desktop.channels.email.line import Line
from scrm_desktop.channels.email.places import Place
from scrm_desktop.channels.email.providers import OAuth, Servers
from scrm_desktop.channels.email.secret import Login, checked_password
from scrm_desktop.domain.accounts import LoginHelp, LoginResult
from scrm_desktop.errors import InputError, KnownError, NetworkError, Offline, Rejected, SignInNeeded

_TRY = 25.0
NO_SECRET = "-"
"""What stands for the client secret of an app that has none."""


async def sign_in(answers: Mapping[str, str], help: LoginHelp, http: HttpFactory) -> LoginResult:
    """The whole login; InputError and the errors of the servers say what to do."""
    address = headers.address_of(answers.get("address", ""))
    if not address:
        raise InputError(f"“{answers.get('address', '').strip()}” is no mail address.")
    entered = {name: answers.get(name, "").strip() for name in ("imap", "smtp", "user", "name", "client_id")}
    known = await _servers(address, entered, http)
    user = entered["user"] or (known.user if known else "") or address
    oauth = _oauth(entered, known)
    secret = await _secret(address, answers, oauth, help, http)
    login = await Keys(user, secret, "", http, None).login()
    imap = await _first(_places(entered["imap"], known.imap if known else None, address, "imap"), login)
    outgoing = await _first(_places(entered["smtp"], known.smtp if known else None, address, "smtp"), login)
    options = {
        "smtp": str(outgoing),
        "user": user,
        "name": headers.one_line(entered["name"], 100),
        "token_url": oauth.token if oauth else "",
    }
    return LoginResult(
        server=str(imap),
        remote_id=address,
        handle=address,
        display_name=options["name"] or address,
        secret=secret,
        options=tuple((name, value) for name, value in options.items() if value),
    )


async def _servers(address: str, entered: Mapping[str, str], http: HttpFactory) -> Servers | None:
    """Nobody is asked where both servers were entered."""
    if entered["imap"] and entered["smtp"]:
        return None
    return await autoconfig.found_for(address, http)


def _oauth(entered: Mapping[str, str], known: Servers | None) -> OAuth | None:
    """Where the browser signs in; ``None`` where a password does."""
    if not entered["client_id"]:
        return None
    host = entered["imap"].partition(":")[0] or (known.imap.host if known else "")
    found = providers.oauth_of(host)
    if found is None:
        raise InputError("Only Google and Microsoft let a browser sign in for mail. Please use a password.")
    return found


async def _secret(
    address: str, answers: Mapping[str, str], oauth: OAuth | None, help: LoginHelp, http: HttpFactory
) -> str:
    typed = answers.get("password", "")
    if not typed:
        raise InputError("Please enter the password.")
    if oauth is None:
        return checked_password(typed)
    client_secret = "" if typed.strip() == NO_SECRET else typed.strip()
    return await browser.sign_in(oauth, answers["client_id"].strip(), client_secret, address, help, http)


def _places(entered: str, known: Place | None, address: str, kind: str) -> list[Place]:
    if entered:
        return places.candidates(entered, kind)
    return [known] if known else autoconfig.guesses(address.partition("@")[2], kind)


async def _first(tried: Sequence[Place], login: Login) -> Place:
    """The first server that lets us in; a login that one of them refuses is tried no further."""
    worst: KnownError | None = None
    for place in tried:
        try:
            await _enter(place, login)
        except SignInNeeded as error:
            said = str(error.params.get("reason") or "")
            raise Rejected(host=place.host, reason=said or "the address or the password is wrong") from None
        except NetworkError as error:
            # What answered, and wrongly, says more than what is not there.
            worst = error if worst is None or isinstance(worst, Offline) else worst
        else:
            return place
    if worst is None or (isinstance(worst, Offline) and len(tried) > 2):
        raise InputError("The mail servers of this address were not found. Please enter them.")
    raise worst


async def _enter(place: Place, login: Login) -> None:
    async def now() -> Login:
        return login

    if place.kind == "smtp":
        async with smtp.signed_in(place, login):
            return
    line = Line(place, now, "mail-login")
    try:
        await line.run(folders.listed, deadline=_TRY)
    finally:
        await asyncio.shield(line.close())
