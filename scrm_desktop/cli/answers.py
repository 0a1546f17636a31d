"""What a login asks, answered on the command line: fields by ``--set NAME=VALUE``, the one secret on standard input."""

from __future__ import annotations

from argparse import Namespace

from scrm_desktop.channels.registry import channels
from scrm_desktop.cli.result import WrongUse
from scrm_desktop.cli.stdin import read_text
from scrm_desktop.domain.accounts import ChannelInfo, LoginMethod
from scrm_desktop.errors import CredentialError, InputError
from scrm_desktop.log import hide


class NoHelp:
    """A LoginHelp where nobody sits: no browser, no pasted code."""

    async def open_browser(self, url: str) -> bool:
        """There is none."""
        return False

    async def ask_code(self, url: str) -> str:
        """Nobody can be asked."""
        raise CredentialError("This login needs a browser: connect the account in the window.")


def request_of(options: Namespace) -> dict[str, object]:
    """The request for ``account add``; WrongUse names what is missing or unknown."""
    known = {name: channel.info for name, channel in channels().items()}
    if options.channel not in known:
        raise InputError(f"There is no channel {options.channel}; there are: {', '.join(known)}.")
    info = known[options.channel]
    if info.login.method is LoginMethod.BROWSER:
        if options.server is None:
            raise WrongUse(f"{info.title} needs --server URL.")
        return {"channel": info.name, "server": options.server, "token": _token()}
    return {"channel": info.name, "answers": _answers(info, options)}


def _answers(info: ChannelInfo, options: Namespace) -> dict[str, str]:
    fields = {field.name: field for field in info.login.fields}
    given = {} if options.server is None else {"server": options.server}
    for one in options.set:
        name, equals, value = one.partition("=")
        if not equals or name not in fields or fields[name].secret:
            names = ", ".join(name for name, field in fields.items() if not field.secret)
            raise WrongUse(f"--set takes NAME=VALUE with one of: {names}. A secret comes on standard input.")
        given[name] = value
    for name, field in fields.items():
        if field.secret and not field.optional:
            given[name] = _secret(field.label.lower())
        elif not field.optional and not given.get(name, "").strip():
            raise WrongUse(f"{info.title} needs --set {name}=… ({field.label.lower()}).")
    return given


def _token() -> str:
    token = _secret("access token")
    if token.split() != [token]:
        raise WrongUse("An access token is one word on standard input.")
    return token


def _secret(what: str) -> str:
    secret = read_text(f"the {what}").strip()
    if not secret or "\n" in secret:
        raise WrongUse("A secret is one line on standard input.")
    hide(secret)
    return secret
