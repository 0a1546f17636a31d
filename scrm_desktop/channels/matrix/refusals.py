"""What a homeserver says when it refuses, as errors of ours in words that a community manager knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from scrm_desktop.channels.border import plain, refusal
from scrm_desktop.channels.matrix import fields
from scrm_desktop.channels.safe_json import BadJson, parse
from scrm_desktop.channels.times import retry_at
from scrm_desktop.errors import Forbidden, Gone, KnownError, RateLimited, Rejected, SignInNeeded

NOT_HERE = "This account is not in this room, or may not write there."
REASONS = {
    "M_FORBIDDEN": NOT_HERE,
    "M_TOO_LARGE": "This is too large for the Matrix server.",
    "M_USER_DEACTIVATED": "This account was closed by its server.",
    "M_USER_LOCKED": "This account was locked by its server.",
    "M_USER_SUSPENDED": "This account was suspended by its server.",
    "M_CONSENT_NOT_GIVEN": "The server wants its terms to be accepted first. Open another Matrix program to do that.",
    "M_GUEST_ACCESS_FORBIDDEN": "This room lets no guests in.",
    "M_RESOURCE_LIMIT_EXCEEDED": "The server is full. Ask whoever runs it.",
    "M_UNSUPPORTED_ROOM_VERSION": "The server is too old for this room.",
    "M_CANNOT_OVERWRITE_MEDIA": "The server already has a file there.",
}
_SIGN_IN = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})


def refused(host: str, status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """The error that an answer of 400 or more stands for."""
    said = _said(body)
    code, words = fields.word(said, "errcode", 100), plain(fields.text(said, "error", 2000))
    if status == 429 or code == "M_LIMIT_EXCEEDED":
        return _slow_down(host, said, headers)
    if status >= 500 or not code:
        return refusal(host, status, headers, body)
    reason = REASONS.get(code) or words or f"status {status}"
    if code in _SIGN_IN or status == 401:
        return SignInNeeded(code, host=host, reason=reason)
    if status == 403:
        return Forbidden(words, host=host, reason=reason)
    if status in (404, 410):
        return Gone(words, host=host, reason=reason)
    return Rejected(code, host=host, reason=reason)


def is_unknown_way(error: KnownError) -> bool:
    """Whether an old server does not know this address at all."""
    return error.detail == "M_UNRECOGNIZED" or "unrecognized" in error.detail.lower()


def _slow_down(host: str, said: fields.Object, headers: Mapping[str, str]) -> KnownError:
    """The header counts first, as the newer text of the protocol has it."""
    wait = fields.count(said, "retry_after_ms")
    told = headers if wait is None or "retry-after" in headers else {"retry-after": str(wait / 1000)}
    return RateLimited("", until=retry_at(told, datetime.now(UTC)), host=host)


def _said(body: bytes) -> fields.Object:
    try:
        return fields.obj(parse(body[:100_000]))
    except BadJson:
        return {}
