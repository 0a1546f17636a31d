"""Getting in: an application password, made on the site's own page or pasted, and what its user may do."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from contextlib import aclosing
from urllib.parse import urlencode

from scrm_desktop.channels.base import HttpFactory
from scrm_desktop.channels.loopback import WAIT, Expected, Loopback
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.wordpress import fields
from scrm_desktop.channels.wordpress.api import Api
from scrm_desktop.channels.wordpress.normalise import Us
from scrm_desktop.channels.wordpress.people import user_id
from scrm_desktop.channels.wordpress.site import find_api, site_url
from scrm_desktop.domain.accounts import LoginHelp, LoginResult
from scrm_desktop.errors import (
    BadAnswer,
    Forbidden,
    Gone,
    InputError,
    Rejected,
    SignInNeeded,
    UnsafeAnswer,
    Unsupported,
)

APP_NAME, APP_ID = "SCRM Desktop", "6b0f1c8e-5d0a-4b5e-9a55-0d6a1c6f3a27"
PASTE = (
    "Please enter your user name too. A site on the internet does not hand a new password to a program on your "
    "computer: it shows the password, and you copy it here."
)
WRONG = (
    "The site does not accept this user name and application password. The password of your profile does not work "
    "here, and some hosts drop the login on its way: then whoever looks after the site has to allow the "
    "Authorization header."
)
NO_PASSWORD = "This is no user name and application password. They look like maud:abcd EFGH 1234 ijkl MNOP 6789."
NO_REVOKE = "The site did not take the application password back. Remove it in your profile there."


async def sign_in(answers: Mapping[str, str], help: LoginHelp, http: HttpFactory, *, wait: float = WAIT) -> LoginResult:
    """With the password that was entered, or with one that the site's own page makes."""
    site, user = site_url(answers.get("server", "")), answers.get("user", "").strip()
    password = answers.get("password", "").strip()
    if password:
        return await identify(site, f"{user}:{password}", http)
    api = await find_api(site, http)
    made = await _by_browser(site, help, wait) if site.startswith("http://") else ""
    return await identify(site, made or await _by_paste(site, user, help), http, api)


async def _by_browser(site: str, help: LoginHelp, wait: float) -> str:
    """The way back over loopback, which only a site for development takes; empty where there is no browser."""
    state = secrets.token_urlsafe(32)
    async with Loopback(Expected(state=state), reads=way_back) as door:
        back = f"{door.redirect_uri}?{urlencode({'state': state})}"
        address = _page(site, success_url=back, reject_url=f"{back}&success=false")
        return await door.code(wait) if await help.open_browser(address) else ""


async def _by_paste(site: str, user: str, help: LoginHelp) -> str:
    """The site shows the new password, and the person brings it here."""
    if not user:
        raise InputError(PASTE)
    address = _page(site)
    await help.open_browser(address)
    return f"{user}:{(await help.ask_code(address)).strip()}"


def _page(site: str, **more: str) -> str:
    """The site's page that asks whether this program may come in."""
    return f"{site}/wp-admin/authorize-application.php?{urlencode({'app_name': APP_NAME, 'app_id': APP_ID, **more})}"


def way_back(query: dict[str, list[str]], expected: Expected) -> str:
    """User name and password out of the way back."""
    said = {name: values[0] for name, values in query.items() if len(values) == 1}
    if not hmac.compare_digest(said.get("state", "").encode(), expected.state.encode()):
        raise UnsafeAnswer("It was not for this sign-in. Please begin again.", host="The browser")
    if said.get("success") == "false":
        raise Rejected("", host="WordPress", reason="The sign-in was not allowed.")
    if not said.get("password") or not said.get("user_login"):
        raise UnsafeAnswer("It holds no password. Please begin again.", host="The browser")
    return f"{said['user_login']}:{said['password']}"


def checked_login(entered: str) -> str:
    """``user:password`` as it goes over the wire, without the spaces that WordPress shows in it; InputError if none."""
    user, colon, password = entered.strip().partition(":")
    user, password = user.strip(), "".join(password.split())
    if not (user and colon and user.isprintable() and len(user) <= 200):
        raise InputError(NO_PASSWORD)
    if not (8 <= len(password) <= 200 and password.isascii() and password.isprintable()):
        raise InputError(NO_PASSWORD)
    return f"{user}:{password}"


async def identify(site: str, login: str, http: HttpFactory, api: str = "") -> LoginResult:
    """Whose login it is."""
    login = checked_login(login)
    api = api or await find_api(site, http)
    async with aclosing(Api(http, api, login)) as asked:
        try:
            found = await me(asked)
        except SignInNeeded:
            raise InputError(WRONG) from None
    us = who(found, asked.host)
    return LoginResult(
        server=site,
        remote_id=user_id(us.user),
        handle=us.handle,
        display_name=fields.line(found, "name", 100) or us.handle,
        secret=login,
        options=(("api", api),),
    )


async def me(api: Api) -> fields.Object:
    """Our user with its rights; SignInNeeded where the site does not know the login."""
    try:
        answer = await api.get("wp/v2/users/me", [("context", "edit"), ("_fields", "id,name,slug,capabilities")])
    except Forbidden as error:
        if error.detail != "rest_forbidden_context":
            raise
        answer = await api.get("wp/v2/users/me", [("_fields", "id,name,slug")])
    found = fields.obj(answer.json())
    if not fields.identifier(found):
        raise BadAnswer("It does not say whose login this is.", host=api.host)
    return found


def who(found: Json, host: str) -> Us:
    """Our user as the reading needs it."""
    source = fields.obj(found)
    user, rights = fields.identifier(source), fields.obj(source.get("capabilities"))
    name = fields.line(source, "slug", 100) or user
    return Us(user, moderator=rights.get("moderate_comments") is True, handle=f"{name}@{host}")


async def revoke(api: Api) -> None:
    """Delete the application password that this very login uses."""
    route = "wp/v2/users/me/application-passwords"
    try:
        used = fields.obj((await api.get(f"{route}/introspect")).json())
        uuid = fields.line(used, "uuid", 60)
        if not uuid.replace("-", "").isalnum():
            raise Unsupported(NO_REVOKE)
        await api.delete(f"{route}/{uuid}")
    except SignInNeeded:
        return  # it is gone already
    except (Gone, Forbidden, Rejected):
        raise Unsupported(NO_REVOKE) from None
