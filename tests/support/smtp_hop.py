"""A real SMTP server for tests (aiosmtpd): it keeps what it took and hands it on, and can fail at any step."""

from __future__ import annotations

import smtplib
import socket
import threading
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Hop:
    """Listens on loopback; ``taken`` are the mails in their order, with their envelopes.

    ``answer``: called with the envelope after the last dot; what it returns is said instead of 250, and an empty text
    ends the connection without a word. ``at_sender`` and ``at_recipient``: the same at the steps before.
    """

    def __init__(self, lmtp_port: int = 0, *, password: str = "") -> None:
        self._lmtp_port, self._password = lmtp_port, password
        self.taken: list[Envelope] = []
        self.answer: Callable[[Envelope], str] = lambda _: "250 taken"
        self.at_recipient: Callable[[str], str] = lambda _: "250 OK"
        self.at_sender: Callable[[str], str] = lambda _: "250 OK"
        self.logins: list[str] = []
        self._lock = threading.Lock()
        self._controller = Controller(
            self,
            hostname="127.0.0.1",
            port=free_port(),
            authenticator=self._check,
            auth_require_tls=False,
            data_size_limit=40_000_000,
        )
        self._controller.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._controller.port)

    @property
    def mails(self) -> list[Message]:
        """What it took, parsed."""
        return [message_from_bytes(one.content) for one in self.taken if isinstance(one.content, bytes)]

    def _check(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        if isinstance(data, LoginPassword):
            self.logins.append(data.login.decode())
            right = not self._password or data.password.decode() == self._password
            return AuthResult(success=right, handled=right)
        return AuthResult(success=False, handled=False)

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Note the sender, where it has logged in."""
        if self._password and not session.authenticated:
            return "530 5.7.0 Authentication required"
        said = self.at_sender(address)
        if said.startswith("250"):
            envelope.mail_from = address
        if not said:
            self._hang_up(server)
        return said or "421 gone"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Note a recipient."""
        said = self.at_recipient(address)
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a mail, hand it on, and say what the test wants said."""
        with self._lock:
            self.taken.append(envelope)
        if self._lmtp_port:
            self._hand_on(envelope)
        said = self.answer(envelope)
        if not said:
            self._hang_up(server)
        return said or "421 gone"

    @staticmethod
    def _hang_up(server: SMTP) -> None:
        assert server.transport is not None
        server.transport.abort()

    def _hand_on(self, envelope: Envelope) -> None:
        with smtplib.LMTP("127.0.0.1", self._lmtp_port) as lmtp:
            lmtp.sendmail(envelope.mail_from or "", envelope.rcpt_tos, envelope.content or b"")

    def close(self) -> None:
        """Stop listening."""
        self._controller.stop()
