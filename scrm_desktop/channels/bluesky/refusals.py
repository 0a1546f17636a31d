"""What the protocol's named errors stand for."""

from __future__ import annotations

from collections.abc import Mapping

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.border import plain, refusal
from scrm_desktop.channels.safe_json import BadJson, parse
from scrm_desktop.errors import Forbidden, Gone, InputError, KnownError, Rejected, SignInNeeded

NO_CHAT = (
    "This app password may not read direct messages. Make one at Bluesky with “Allow access to your direct messages”, "
    "and connect the account anew with it."
)
USE_APP_PASSWORD = (
    "This account asks for a code by mail. Make an app password at Bluesky, in Settings, Privacy and security."
)
TAKEN_DOWN = "Bluesky has taken this account down. Its owner was told why by mail."
SUSPENDED = "Bluesky has suspended this account."
DEACTIVATED = "This account is deactivated. It can be activated again at Bluesky."
YOU_BLOCK = "You have blocked this person."
BLOCKS_YOU = "This person has blocked you."
_CLOSED = {
    "AccountTakedown": TAKEN_DOWN,
    "AccountSuspended": SUSPENDED,
    "AccountDeactivated": DEACTIVATED,
    "RepoTakendown": TAKEN_DOWN,
    "RepoDeactivated": DEACTIVATED,
    "BlockedActor": YOU_BLOCK,
    "BlockedByActor": BLOCKS_YOU,
}
_GONE = frozenset({"NotFound", "RecordNotFound", "RepoNotFound", "ConvoNotFound", "MessageNotFound"})


class Expired(SignInNeeded):
    """The access token is too old: it is renewed, and nobody ever sees this."""


def refused(host: str, status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """The error that an answer of 400 or more stands for; times to wait stand in RateLimit-Reset too."""
    if "ratelimit-reset" in headers and "retry-after" not in headers:
        headers = {**headers, "x-ratelimit-reset": headers["ratelimit-reset"]}
    if status == 429 or status >= 500:
        return refusal(host, status, headers, body)
    name, words = _said(body)
    if name == "ExpiredToken":
        return Expired(host=host)
    if name == "InvalidToken":
        allowed = "method" not in words and "scope" not in words
        return SignInNeeded(host=host) if allowed else Forbidden(NO_CHAT, host=host, reason=NO_CHAT)
    if name == "AuthFactorTokenRequired":
        return InputError(USE_APP_PASSWORD)
    if name in _CLOSED:
        return Forbidden(_CLOSED[name], host=host, reason=_CLOSED[name])
    if name in _GONE or (name == "InvalidRequest" and words.startswith(("Could not locate record", "Post not found"))):
        return Gone(words, host=host, reason=words)
    if words and status in (400, 409, 413, 422):
        return Rejected(words, host=host, reason=words)
    return refusal(host, status, headers, body)


def _said(body: bytes) -> tuple[str, str]:
    """The name of an error, and its words for people."""
    try:
        said = fields.obj(parse(body[:100_000]))
    except BadJson:
        return "", ""
    name = fields.word(said, "error", 100)
    return name, plain(fields.text(said, "message", 5000)) or name
