"""Handing a mail in: every step says whether the server can have it, so that nothing is ever sent twice by mistake.

Until the last dot is written the server has no mail, whatever happens. From then on silence means that nobody knows.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, datetime

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPConnectResponseError,
    SMTPException,
    SMTPResponseException,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)
from aiosmtplib.protocol import SMTPProtocol

from scrm_desktop.channels.border import plain
from scrm_desktop.channels.email.border import PAUSE, NothingSent, connection
from scrm_desktop.channels.email.places import Place, Safety
from scrm_desktop.channels.email.secret import Login
from scrm_desktop.channels.transport import tls_context
from scrm_desktop.errors import KnownError, NoAnswer, Offline, RateLimited, Rejected, SignInNeeded, UntrustedServer

STEP = 30.0
LAST_STEP = 300.0
"""Seconds that a server gets to judge a whole mail: some ask others about it first."""
_CHUNK = 64 * 1024
_BUSY = re.compile(r"too many|rate limit|limit exceeded|quota|throttl", re.IGNORECASE)


def _client(place: Place) -> SMTP:
    return SMTP(
        hostname=place.host,
        port=place.port,
        use_tls=place.safety is Safety.TLS,
        start_tls=place.safety is Safety.STARTTLS,
        tls_context=tls_context() if place.safety is not Safety.NONE else None,
        timeout=STEP,
        # Neither this computer's name nor its address is anybody's business.
        local_hostname="[127.0.0.1]",
    )


@asynccontextmanager
async def signed_in(place: Place, login: Login) -> AsyncGenerator[SMTP, None]:
    """A connection that knows who we are."""
    client = _client(place)
    try:
        with before_the_dot(place.host):
            await client.connect()
            await client.ehlo()
            await _sign_in(client, login)
        yield client
        with suppress(SMTPException, OSError, TimeoutError):
            await client.quit(timeout=2.0)
    finally:
        client.close()


async def _sign_in(client: SMTP, login: Login) -> None:
    """Servers that offer no login (a relay of one's own) are used without."""
    if not client.supports_extension("auth"):
        return
    if login.token:
        await client.auth_xoauth2(login.user, login.token)
    else:
        await client.login(login.user, login.password)


async def size_limit(place: Place, login: Login) -> int:
    """The largest mail that the server takes, in bytes; 0 where it does not say."""
    async with signed_in(place, login) as client:
        said = client.esmtp_extensions.get("size", "").strip()
        return int(said) if said.isascii() and said.isdigit() else 0


async def submit(place: Place, login: Login, sender: str, recipients: Sequence[str], mail: bytes) -> None:
    """Hand in one mail, to all of these people or to none."""
    async with signed_in(place, login) as client:
        with before_the_dot(place.host):
            options = [f"SIZE={len(mail)}"] if client.supports_extension("size") else []
            await client.mail(sender, options=options)
            for one in recipients:
                await client.rcpt(one)
            await _begin_data(client, mail)
        await _end_data(client, place.host)


async def _begin_data(client: SMTP, mail: bytes) -> None:
    """Everything but the last dot."""
    answer = await client.execute_command(b"DATA")
    if answer.code != 354:
        raise SMTPResponseException(answer.code, answer.message)
    data = stuffed(mail)
    for at in range(0, len(data), _CHUNK):
        _protocol(client).write(data[at : at + _CHUNK])
        await _drained(client)


def stuffed(mail: bytes) -> bytes:
    """A mail as it travels: no line of it is a dot alone."""
    data = re.sub(rb"(?m)^\.", b"..", mail)
    return data if data.endswith(b"\r\n") else data + b"\r\n"


def _protocol(client: SMTP) -> SMTPProtocol:
    if client.protocol is None:
        raise SMTPServerDisconnected("Connection lost")
    return client.protocol


async def _drained(client: SMTP) -> None:
    """Wait until the system has taken what was written."""
    async with asyncio.timeout(LAST_STEP):
        while True:
            transport = _protocol(client).transport
            if not isinstance(transport, asyncio.WriteTransport):
                raise SMTPServerDisconnected("Connection lost")
            if transport.get_write_buffer_size() <= _CHUNK:
                return
            await asyncio.sleep(0.01)


async def _end_data(client: SMTP, host: str) -> None:
    """The last dot, and the answer to it."""
    try:
        protocol = _protocol(client)
        protocol.write(b".\r\n")
    except SMTPServerDisconnected:
        raise NothingSent(host=host, status="the connection broke") from None
    try:
        answer = await protocol.read_response(timeout=LAST_STEP)
    except SMTPResponseException as error:
        if error.code <= 0:
            raise NoAnswer(host=host) from None
        raise _refusal(host, error.code, error.message) from None
    except (SMTPException, OSError, TimeoutError):
        raise NoAnswer(host=host) from None
    if answer.code != 250:
        raise _refusal(host, answer.code, answer.message)


@contextmanager
def before_the_dot(host: str) -> Generator[None, None, None]:
    """Whatever goes wrong inside, the server has no mail."""
    try:
        yield
    except SMTPAuthenticationError as error:
        raise _login_refused(host, error.code, error.message) from None
    except SMTPConnectResponseError as error:
        raise NothingSent(host=host, status=error.code) from None
    except SMTPResponseException as error:
        raise _refusal(host, error.code, error.message) from None
    except (SMTPServerDisconnected, SMTPTimeoutError, OSError, TimeoutError) as error:
        raise _without_answer(host, error) from None
    except SMTPException as error:
        raise UntrustedServer(plain(error.message).rstrip("."), host=host) from None
    except ValueError as error:
        raise Rejected(host=host, reason=plain(str(error))) from None


def _without_answer(host: str, error: BaseException) -> KnownError:
    found = connection(host, error)
    return found if isinstance(found, UntrustedServer | Offline) else Offline(host=host)


def _login_refused(host: str, code: int, message: str) -> KnownError:
    if 400 <= code < 500:
        return NothingSent(host=host, status=code)
    return SignInNeeded(plain(message), host=host, reason=plain(message))


def _refusal(host: str, code: int, message: str) -> KnownError:
    """What a code means: 4xx passes, 5xx is a no."""
    reason = plain(message) or f"code {code}"
    if 400 <= code < 500:
        if _BUSY.search(reason):
            return RateLimited(reason, until=datetime.now(UTC) + PAUSE, host=host)
        return NothingSent(reason, host=host, status=f"{code} {reason}")
    if code in (530, 534, 535):
        return SignInNeeded(reason, host=host, reason=reason)
    return Rejected(reason, host=host, reason=f"{reason} ({code})")
