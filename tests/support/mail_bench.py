"""The email channel on the contract's bench: a mailbox and an SMTP server in memory, broken where it wants it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.message import Message
from typing import Any

from aiosmtpd.smtp import Envelope

from scrm_desktop.channels.base import Channel, HttpFactory
from scrm_desktop.channels.email import CHANNEL, content, reading, structure
from scrm_desktop.channels.email.reading import page_of
from scrm_desktop.channels.http import Http
from scrm_desktop.channels.kit import Fault, FaultKind, RateAnswer, Traits, Written
from scrm_desktop.channels.kit.faults import PORTAL
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Deed, DoDeed, ReportPerson
from scrm_desktop.domain.events import Page
from support.fake_imap import CAPABILITIES, FakeImap
from support.mail_parts import CAMILLE, account, days_ago, found, mail, us
from support.smtp_hop import Hop

PASSWORD = "correct-horse-battery"
SHORT_PAGE = 5
"""So that there are many pages to be broken off in."""
QUIET = ("greeting", "CAPABILITY", "ENABLE", "LOGIN", "LOGOUT")
"""What belongs to every connection and is no request of the channel's."""
NOES = {401: "[AUTHENTICATIONFAILED] no", 403: "[NOPERM] no", 404: "[NONEXISTENT] no", 429: "[LIMIT] too many"}


class MailBench:
    """A faulty IMAP answer stands for each faulty answer to a read, a faulty SMTP answer for one to a write.

    ``files_itself``: the server keeps a copy of what it takes, as Gmail does; without, a copy is filed by us alone, and
    what was broken off can't be looked up.
    """

    channel: Channel = CHANNEL
    secret = PASSWORD
    secrets = (PASSWORD,)

    def __init__(self, *, files_itself: bool = True) -> None:
        self._files_itself = files_itself
        self.traits = Traits(edits=False, reads_back=files_itself)
        self._http = Http()
        self._faults: list[Fault] = []
        self._written = 0

    @property
    def http(self) -> HttpFactory:
        """Not used once an account is connected."""
        return self._http

    @property
    def answers(self) -> dict[str, str]:
        """What is typed into the wizard."""
        at = {"imap": self.account.server, "smtp": self.account.option("smtp"), "user": self.account.option("user")}
        return {"address": self.account.remote_id, "password": PASSWORD, **at}

    async def open(self) -> None:
        """A mailbox, and a server that takes mail."""
        capabilities = f"{CAPABILITIES} X-GM-EXT-1" if self._files_itself else CAPABILITIES
        self.imap = FakeImap(password=PASSWORD, capabilities=capabilities)
        self.hop = Hop()
        self.account: Account = account(self.imap, self.hop)
        self.imap.spoil = self._spoil
        self.imap.fault = self._before
        self.hop.at_sender = self._at_sender
        self.hop.answer = self._at_the_dot
        self._pending: Fault | None = None
        self._hit: Fault | None = None
        self._page, reading.PAGE = reading.PAGE, SHORT_PAGE

    async def close(self) -> None:
        """End both."""
        reading.PAGE = self._page
        self.imap.__exit__()
        self.hop.close()

    # -- customers ----------------------------------------------------------------------------------
    async def customer_writes(self, text: str, *, direct: bool = False, held: bool = False) -> str:
        """Every mail is private."""
        self._written += 1
        self.imap.deliver(mail(text, id=f"<c{self._written}@far.example>"), at=days_ago(0.01))
        return f"c{self._written}@far.example"

    async def customer_edits(self, remote_id: str, text: str) -> None:
        """Never."""
        raise AssertionError("a mail that was sent can't be changed")

    async def customer_deletes(self, remote_id: str) -> None:
        """Somebody removed it from the mailbox for ever."""
        number = next(at for at, one in enumerate(self.imap.ids("INBOX")) if one == f"<{remote_id}>")
        self.imap.expunge("INBOX", self.imap.folders["INBOX"].mails[number].uid)

    # -- what it holds ------------------------------------------------------------------------------
    async def ours(self) -> Sequence[Written]:
        """What was taken."""
        return [_written(one) for one in self.hop.mails]

    async def holds(self, command: DoDeed | ReportPerson) -> bool:
        """In which folder it lies."""
        assert isinstance(command, DoDeed)
        where = {Deed.TRASH: "Trash", Deed.SPAM: "Junk", Deed.UNTRASH: "INBOX", Deed.UNSPAM: "INBOX"}[command.deed]
        return f"<{command.target}>" in self.imap.ids(where)

    # -- what goes wrong ----------------------------------------------------------------------------
    async def fault(self, fault: Fault) -> None:
        """Break the next that match."""
        self._faults.append(fault)

    async def heal(self) -> None:
        """No more."""
        self._faults.clear()
        self._hit = self._pending = None

    def _taken(self, *, writes: bool) -> Fault | None:
        return next((one for one in self._faults if one.takes(writes=writes)), None)

    def _before(self, command: str, arguments: str) -> str | None:
        """Faults that keep a command from being done."""
        self._hit = None if command in QUIET else self._taken(writes=False)
        if self._hit is None:
            return None
        match self._hit.kind:
            case FaultKind.REFUSED:
                return ""
            case FaultKind.STATUS:
                return _no(self._hit.status)
            case FaultKind.HTML:
                return PORTAL.decode()
            case _:
                return None

    def _spoil(self, command: str, answer: bytes) -> tuple[bytes, bool]:
        """Faults of the answer to a command that was done."""
        fault, self._hit = self._hit, None
        if fault is None:
            return answer, False
        body, end = answer.rsplit(b"\r\n", 2)[0], answer.rsplit(b"\r\n", 2)[-2]
        match fault.kind:
            case FaultKind.LOST | FaultKind.SILENT:
                return b"", True
            case FaultKind.CUT:
                return answer[: fault.at % len(answer)], True
            case FaultKind.STATUS_AFTER:
                return end.split(b" ")[0] + b" NO [UNAVAILABLE] later\r\n", False
            case FaultKind.GARBAGE:
                return fault.body + b"\r\n" + end + b"\r\n", True
            case FaultKind.MANGLED:
                return fault.mangle(body) + b"\r\n" + end + b"\r\n", True
            case _:
                return answer, fault.kind is FaultKind.HTML

    def _at_sender(self, address: str) -> str:
        """Faults before the server has anything."""
        self._pending = self._taken(writes=True)
        if self._pending is None:
            return "250 OK"
        match self._pending.kind:
            case FaultKind.REFUSED:
                return ""
            case FaultKind.HTML:
                return "<html>"
            case FaultKind.STATUS:
                return "452 4.7.1 too many" if self._pending.status == 429 else f"{_code(self._pending.status)} no"
            case _:
                return "250 OK"

    def _at_the_dot(self, envelope: Envelope) -> str:
        """Faults once it has the mail."""
        if self._files_itself and isinstance(envelope.content, bytes):
            self.imap.deliver(envelope.content, "Sent")
        if self._pending is None:
            return "250 taken"
        garbage = self._pending.kind in (FaultKind.GARBAGE, FaultKind.MANGLED)
        return "[" if garbage else ""

    # -- data ---------------------------------------------------------------------------------------
    def samples(self) -> Sequence[Any]:
        """Plain, quoted, with a file."""
        both = "--b\nContent-Type: text/plain\n\nSee it.\n--b\nContent-Type: image/png; name=a.png\n"
        return [
            mail(),
            mail("Yes.\n\nOn Monday, we wrote:\n> Really?", id="<m2@x>", In_Reply_To="<m1@far.example>"),
            mail(
                f"{both}Content-Transfer-Encoding: base64\n\nQUJD\n--b--",
                id="<m3@x>",
                Content_Type="multipart/mixed; boundary=b",
            ),
            mail(
                "<p>Hello <b>you</b>",
                id="<m4@x>",
                Content_Type="text/html; charset=utf-8",
                sender=f"=?utf-8?q?Zo=C3=AB?= <{CAMILLE}>",
            ),
        ]

    def hopeless(self) -> Sequence[Any]:
        """What nobody sent."""
        return [b"", b"\r\n\r\n", mail(sender=""), mail(sender="nobody"), b"\xff\xfe"]

    async def normalise(self, items: Sequence[Any]) -> Page:
        """As a folder's page is made."""
        return page_of([found(one) for one in items], us())

    def at_the_limit(self, capabilities: Capabilities) -> Sequence[tuple[str, str]]:
        """Letters are letters."""
        most = capabilities.max_characters
        return [("a" * most, "a" * (most + 1)), ("é " * (most // 2), "é " * (most // 2) + "é")]

    def rate_limits(self, until: datetime) -> Sequence[RateAnswer]:
        """Mail servers say "too many", and never until when."""
        return []


def _no(status: int) -> str:
    if status == 403 or status < 400 or status >= 500:
        return "TAG NO [UNAVAILABLE] later" if status >= 500 else "TAG BAD what?"
    return f"TAG NO {NOES.get(status, 'no')}"


def _code(status: int) -> int:
    return 451 if status >= 500 else 550


def _written(mail: Message) -> Written:
    said = content.of(structure.of_mail(mail))
    parts = mail.walk()
    described = [str(one["Content-Description"]) for one in parts if one["Content-Description"]]
    return Written(
        remote_id=str(mail["Message-ID"]).strip("<>"),
        text="\n".join(one for one in (said.text, said.quoted) if one),
        answers=str(mail["In-Reply-To"] or "").strip("<>") or None,
        direct=True,
        media=tuple(described),
    )
