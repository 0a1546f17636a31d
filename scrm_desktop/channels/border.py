"""Where foreign errors end: what httpx, TLS and servers say becomes our own tree of errors, once."""

from __future__ import annotations

import re
import ssl
import zlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx

from scrm_desktop.channels.safe_json import BadJson, parse, scrub
from scrm_desktop.channels.times import retry_at
from scrm_desktop.errors import (
    BadAnswer,
    CaptivePortal,
    Forbidden,
    Gone,
    InputError,
    KnownError,
    NoAnswer,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    UntrustedServer,
)

LONGEST_REASON = 300
_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(slots=True)
class Journey:
    """How far a request came: the only way to know whether a byte of it can have left.

    It is the ``trace`` extension of the request. Without any sign (a transport that does not trace)
    nothing is known, and a request counts as possibly sent.
    """

    seen: bool = False
    connecting: bool = False
    sent: bool = False
    answered: bool = False

    async def __call__(self, name: str, info: Mapping[str, object]) -> None:
        """Told by the transport at each step."""
        self.seen = True
        if name.endswith("connect_tcp.started"):
            self.connecting = True
        elif name.endswith("send_request_headers.started"):
            self.sent = True
        elif name.endswith("receive_response_headers.complete"):
            self.answered = True

    @property
    def maybe_sent(self) -> bool:
        """Whether the server may have seen the request."""
        return self.sent or not self.seen

    def start_again(self) -> None:
        """Forget the first try: a second connection begins."""
        self.seen = self.connecting = self.sent = self.answered = False


@contextmanager
def border(host: str, journey: Journey) -> Generator[None, None, None]:
    """Turn whatever goes wrong inside into a KnownError that says truly whether bytes had left."""
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise _not_connected(host, error) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError) as error:
        raise InputError(f"The address of {host} can't be used: {plain(str(error))}") from None
    except (httpx.DecodingError, zlib.error):
        raise BadAnswer("It could not be unpacked.", host=host) from None
    except (TimeoutError, httpx.TimeoutException):
        raise (NoAnswer(host=host) if journey.maybe_sent else Offline(host=host)) from None
    except httpx.RemoteProtocolError as error:
        broken = BadAnswer if journey.answered else NoAnswer
        raise broken(plain(str(error)), host=host) from None
    except httpx.HTTPError as error:
        raise NoAnswer(plain(str(error)), host=host) from None


def _not_connected(host: str, error: httpx.HTTPError) -> KnownError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return UntrustedServer(f"its certificate is wrong ({plain(cause.verify_message)})", host=host)
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "it does not speak TLS").replace("_", " ").lower()
            return UntrustedServer(plain(reason), host=host)
        cause = cause.__cause__ or cause.__context__
    return Offline(host=host)


def refusal(host: str, status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """The error that a status of 400 or more stands for, with the server's own words where it has some."""
    reason = reason_of(body) or f"status {status}"
    if status == 429:
        return RateLimited(reason, until=retry_at(headers, datetime.now(UTC)), host=host)
    if status == 511:
        return CaptivePortal(host=host)
    if status >= 500 or status in (408, 425):
        return ServerTrouble(reason, host=host, status=status)
    kinds: dict[int, type[KnownError]] = {401: SignInNeeded, 403: Forbidden, 404: Gone, 410: Gone}
    return kinds.get(status, Rejected)(reason, host=host, reason=reason)


def reason_of(body: bytes) -> str:
    """What a server says in ``error`` and ``error_description``; empty where it says nothing readable."""
    try:
        said = parse(body[:100_000])
    except BadJson:
        return ""
    if not isinstance(said, dict):
        return ""
    for name in ("error_description", "error", "message"):
        text = said.get(name)
        if isinstance(text, str) and text.strip():
            return plain(text)
    return ""


def plain(text: str) -> str:
    """One line of plain text for people: no markup, no control characters, at most 300 characters."""
    line = _SPACE.sub(" ", scrub(_TAG.sub(" ", text[:5000]))).strip()
    return line if len(line) <= LONGEST_REASON else line[: LONGEST_REASON - 1] + "…"


def looks_like_html(content_type: str, body: bytes) -> bool:
    """Whether somebody answered with a page for people where a document was asked for."""
    return "html" in content_type.lower() or body[:512].lstrip()[:1] == b"<"
