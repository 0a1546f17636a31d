"""One connection to an IMAP server: imap-tools in a thread of its own, one job at a time, errors of our own."""

from __future__ import annotations

import asyncio
import contextlib
import imaplib
import logging
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import MailboxLoginError

from scrm_desktop.channels.email.border import imap_border
from scrm_desktop.channels.email.places import Place, Safety
from scrm_desktop.channels.email.secret import Login
from scrm_desktop.channels.transport import tls_context
from scrm_desktop.errors import KnownError, NoAnswer, Offline

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
Job = Callable[[BaseMailBox], _T]
LoginNow = Callable[[], Awaitable[Login]]
"""Called for each connection: a token may have been renewed since the last one."""
CONNECT = 15.0
SILENCE = 60.0
"""Seconds without a byte before a connection counts as dead."""
DEADLINE = 300.0
"""Seconds for one job: a page of mails takes a minute over a slow line."""


def opened(place: Place, login: Login) -> BaseMailBox:
    """Connect and log in. Blocking; raises what imaplib and the network raise."""
    box = _connected(place)
    try:
        _sign_in(box, login)
        box.client.sock.settimeout(SILENCE)
    except BaseException:
        closed(box)
        raise
    return box


def _connected(place: Place) -> BaseMailBox:
    if place.safety is Safety.TLS:
        return MailBox(place.host, place.port, timeout=CONNECT, ssl_context=tls_context())
    box = MailBoxUnencrypted(place.host, place.port, timeout=CONNECT)
    if place.safety is Safety.STARTTLS:
        try:
            box.client.starttls(tls_context())
        except BaseException:
            box.client.shutdown()
            raise
    return box


def _sign_in(box: BaseMailBox, login: Login) -> None:
    try:
        if login.token:
            box.xoauth2(login.user, login.token, initial_folder=None)
        elif (login.user + login.password).isascii() and "LOGINDISABLED" not in box.client.capabilities:
            box.login(login.user, login.password, initial_folder=None)
        else:
            box.login_utf8(login.user, login.password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        raise MailboxLoginError(command_result=("NO", [str(error).encode()]), expected="OK") from None
    # What a server can do may change with the login.
    kind, data = box.client.capability()
    if kind == "OK" and data and isinstance(data[-1], bytes):
        box.client.capabilities = tuple(data[-1].decode("ascii", "replace").upper().split())
    if {"ENABLE", "CONDSTORE"} <= set(box.client.capabilities):
        # Some servers count changes only for those who ask for it.
        box.client.enable("CONDSTORE")


def closed(box: BaseMailBox) -> None:
    """Say goodbye where the connection still hears it, and end it. Blocking, for a moment at most."""
    with contextlib.suppress(imaplib.IMAP4.error, OSError, ValueError, AttributeError):
        box.client.sock.settimeout(2.0)
        if box.client.state in ("AUTH", "SELECTED"):
            box.client.logout()
    with contextlib.suppress(imaplib.IMAP4.error, OSError, ValueError, AttributeError):
        box.client.shutdown()


class Line:
    """A connection that is made when it is needed, and made anew when it broke."""

    def __init__(self, place: Place, login: LoginNow, name: str) -> None:
        self.place, self._login = place, login
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._lock = asyncio.Lock()
        self._box: BaseMailBox | None = None
        self._closed = False

    @property
    def host(self) -> str:
        """The server's name as people know it."""
        return self.place.host

    async def run(self, job: Job[_T], *, again: bool = True, deadline: float = DEADLINE) -> _T:
        """Do a job in the connection's thread.

        A kept connection may have been closed by the server meanwhile: with ``again`` the job is then done once more
        on a fresh one. Whoever cancels it cuts the connection, so that no thread waits for a dead server.
        """
        async with self._lock:
            kept = self._box is not None
            try:
                return await self._try(job, deadline)
            except (NoAnswer, Offline):
                if not (kept and again) or self._closed:
                    raise
            return await self._try(job, deadline)

    async def _try(self, job: Job[_T], deadline: float) -> _T:
        login = await self._login() if self._box is None else None
        try:
            async with asyncio.timeout(deadline):
                return await self._in_thread(lambda: self._work(job, login))
        except TimeoutError:
            self._cut()
            raise NoAnswer(host=self.host) from None
        except asyncio.CancelledError:
            self._cut()
            raise

    async def _in_thread(self, work: Callable[[], _T]) -> _T:
        if self._closed:
            raise Offline(host=self.host)
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def _work(self, job: Job[_T], login: Login | None) -> _T:
        if self._box is None:
            if login is None:
                raise NoAnswer(host=self.host)
            with imap_border(self.host):
                self._box = opened(self.place, login)
        box = self._box
        if self._closed:  # while it was being made
            self._drop(box)
            raise Offline(host=self.host)
        try:
            with imap_border(self.host):
                return job(box)
        except KnownError as error:
            if error.retryable or box.client.state == "LOGOUT":
                self._drop(box)
            raise

    def _drop(self, box: BaseMailBox) -> None:
        if self._box is box:
            self._box = None
        with contextlib.suppress(imaplib.IMAP4.error, OSError, ValueError, AttributeError):
            box.client.shutdown()

    def _cut(self) -> None:
        """End the connection under the thread that waits for it; it is tidied away when that has let go of it."""
        box, self._box = self._box, None
        if box is not None:
            with contextlib.suppress(OSError, AttributeError, ValueError):
                box.client.sock.shutdown(socket.SHUT_RDWR)
            with contextlib.suppress(RuntimeError):  # the thread has ended already
                self._worker.submit(self._drop, box)

    async def close(self, *, goodbye: bool = True) -> None:
        """End the connection and its thread; without a goodbye where the server would not hear it."""
        if self._closed:
            return
        self._closed = True
        if self._lock.locked() or not goodbye:
            self._cut()
        elif self._box is not None:
            box, self._box = self._box, None
            await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._worker, closed, box))
        self._worker.shutdown(wait=False)
