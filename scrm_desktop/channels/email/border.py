"""Where the errors of IMAP and SMTP end: each becomes one of ours, once, and says truly what may have happened."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import cast

from imap_tools.errors import (
    ImapToolsError,
    MailboxFolderSelectError,
    MailboxLoginError,
    UnexpectedCommandStatusError,
)

from scrm_desktop.channels.border import plain
from scrm_desktop.errors import (
    BadAnswer,
    Forbidden,
    KnownError,
    NetworkError,
    NoAnswer,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    UntrustedServer,
)

PAUSE = timedelta(minutes=5)
"""How long to leave a server alone that says "too many"; it names no time."""
_BUSY = re.compile(r"\[(?:LIMIT|INUSE)\]|too many|rate limit|throttl|bandwidth", re.IGNORECASE)
_CODE = re.compile(r"^(?:\[[A-Z][A-Z0-9 -]{2,40}\]\s*)+")
_PASSING = re.compile(r"\[(?:UNAVAILABLE|SERVERBUG|CONTACTADMIN)\]|temporar|try again|internal error", re.IGNORECASE)


class NothingSent(ServerTrouble):
    """The server failed before it was given anything: it is tried again, and nothing can arrive twice."""

    maybe_done = False


class FolderMissing(Forbidden):
    """A folder that the person chose is not there."""


@contextmanager
def imap_border(host: str) -> Generator[None, None, None]:
    """Turn what imaplib, imap-tools, TLS and the network raise into KnownErrors.

    Everything that the channel asks of IMAP can be asked again, so nothing here is "maybe done" but silence.
    """
    try:
        yield
    except MailboxLoginError as error:
        raise login_refused(host, reason_of(error)) from None
    except MailboxFolderSelectError as error:
        raise FolderMissing(host=host, reason=shown(reason_of(error)) or "a folder can't be opened") from None
    except UnexpectedCommandStatusError as error:
        raise refused(host, reason_of(error)) from None
    except imaplib.IMAP4.abort as error:
        raise _broken(host, str(error)) from None
    except imaplib.IMAP4.error as error:
        if "TLS session" in str(error):
            raise UntrustedServer("it offers no encryption", host=host) from None
        raise refused(host, said(str(error))) from None
    except (OSError, ssl.SSLError) as error:
        raise connection(host, error) from None
    except (ImapToolsError, ValueError, TypeError, IndexError, KeyError, EOFError, AttributeError) as error:
        raise BadAnswer(plain(str(error)), host=host) from None


def passes(reason: str) -> bool:
    """Whether a no is one for now only."""
    return bool(_BUSY.search(reason) or _PASSING.search(reason))


@contextmanager
def before_sending(host: str) -> Generator[None, None, None]:
    """What is looked up before a mail leaves: silence there is no doubt about the mail."""
    try:
        yield
    except NetworkError as error:
        if not error.maybe_done:
            raise
        raise NothingSent(error.message, host=host, status=error.code) from None


def _broken(host: str, text: str) -> KnownError:
    """A connection that ended; a server that says goodbye may have said why."""
    if "TLS not supported" in text:
        return UntrustedServer("it offers no encryption", host=host)
    if _BUSY.search(text):
        return RateLimited(said(text), until=datetime.now(UTC) + PAUSE, host=host)
    return NoAnswer(said(text), host=host)


def connection(host: str, error: BaseException) -> KnownError:
    """No connection, or one that broke."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return UntrustedServer(f"its certificate is wrong ({plain(cause.verify_message)})", host=host)
        if isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return NoAnswer(host=host)
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "it does not speak TLS").replace("_", " ").lower()
            return UntrustedServer(plain(reason), host=host)
        cause = cause.__cause__ or cause.__context__
    return Offline(host=host)


def login_refused(host: str, reason: str) -> KnownError:
    """A login that was not accepted: for now, or until a person does something."""
    words = shown(reason)
    if _BUSY.search(reason):
        return RateLimited(words, until=datetime.now(UTC) + PAUSE, host=host)
    if _PASSING.search(reason) and "AUTHENTICATIONFAILED" not in reason:
        return ServerTrouble(words, host=host, status=words)
    return SignInNeeded(words, host=host, reason=words)


def refused(host: str, reason: str) -> KnownError:
    """A command that the server said no to."""
    words = shown(reason)
    if _BUSY.search(reason):
        return RateLimited(words, until=datetime.now(UTC) + PAUSE, host=host)
    if _PASSING.search(reason):
        return ServerTrouble(words, host=host, status=words)
    return Rejected(words, host=host, reason=words or "no reason was given")


def shown(reason: str) -> str:
    """A server's words without its code in front, which is for programs."""
    return _CODE.sub("", reason).strip()


def reason_of(error: UnexpectedCommandStatusError) -> str:
    """The server's own words."""
    result = cast("tuple[object, ...]", getattr(error, "command_result", ()))
    data = result[1] if len(result) > 1 else b""
    words = cast("list[object]", data) if isinstance(data, list) else [data]
    return said(" ".join(_text(one) for one in words))


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def said(text: str) -> str:
    """A server's words on one line."""
    return plain(re.sub(r"b'((?:[^'\\]|\\.)*)'", r"\1", text))
