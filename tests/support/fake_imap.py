"""An IMAP server for tests, in memory and on loopback: the commands of RFC 3501 that a mail program uses, with IDLE,
MOVE, UIDPLUS, CONDSTORE and SPECIAL-USE, and faults on demand. The tests against Dovecot ask the same of a real one.
"""

from __future__ import annotations

import re
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from typing import cast

from support.fake_imap_fetch import fetched

CAPABILITIES = "IMAP4rev1 ENABLE IDLE MOVE UIDPLUS CONDSTORE SPECIAL-USE AUTH=PLAIN AUTH=XOAUTH2"
_TOKEN = re.compile(rb'\s*(\((?:[^()"]|"[^"]*"|\([^()]*\))*\)|"(?:[^"\\]|\\.)*"|(?:[^\s"\[(]|\[[^\]]*\])+)')
Fault = Callable[[str, str], str | None]
"""Called with a command and its arguments: text to answer with, empty to hang up, ``None`` to go on as usual."""

Spoil = Callable[[str, bytes], tuple[bytes, bool]]
"""Called with a command and the answer to it: what is sent of it, and whether the connection ends then."""


@dataclass
class Mail:
    """One mail in a folder."""

    uid: int
    data: bytes
    at: datetime
    flags: set[str] = field(default_factory=set[str])
    modseq: int = 1


@dataclass
class Folder:
    """A folder; ``use`` is its special use."""

    name: str
    use: str = ""
    validity: int = 100
    next_uid: int = 1
    modseq: int = 1
    mails: list[Mail] = field(default_factory=list[Mail])

    def touch(self, mail: Mail) -> None:
        """Count a change."""
        self.modseq += 1
        mail.modseq = self.modseq


class FakeImap:
    """A mailbox with one user; a context manager."""

    def __init__(
        self,
        *,
        user: str = "us@house.example",
        password: str = "secret",
        capabilities: str = "",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.user, self.password, self.token = user, password, "token-1"
        self.capabilities = capabilities or CAPABILITIES
        uses = {"INBOX": "", "Sent": "\\Sent", "Trash": "\\Trash", "Junk": "\\Junk", "R&AOk-clamations": ""}
        self.folders = {name: Folder(name, use) for name, use in uses.items()}
        self.fault: Fault = lambda command, arguments: None
        self.spoil: Spoil = lambda command, answer: (answer, False)
        self.commands: list[str] = []
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.imap, self._server.tls = self, tls
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def deliver(self, data: bytes, folder: str = "INBOX", *, at: datetime | None = None, flags: str = "") -> int:
        """A mail arrives; its number."""
        with self.changed:
            there = self.folders[folder]
            mail = Mail(there.next_uid, _crlf(data), at or datetime.now(UTC).replace(microsecond=0), set(flags.split()))
            there.next_uid += 1
            there.touch(mail)
            there.mails.append(mail)
            self.changed.notify_all()
            return mail.uid

    def expunge(self, folder: str, uid: int) -> None:
        """A mail goes for ever."""
        with self.changed:
            there = self.folders[folder]
            there.mails = [mail for mail in there.mails if mail.uid != uid]
            there.modseq += 1
            self.changed.notify_all()

    def renew(self, folder: str) -> None:
        """The folder is made anew: other numbers for the same mails."""
        with self.lock:
            there = self.folders[folder]
            there.validity += 1
            for number, mail in enumerate(there.mails, 1):
                mail.uid = number
            there.next_uid = len(there.mails) + 1

    def ids(self, folder: str) -> list[str]:
        """The Message-IDs in a folder."""
        return [str(message_from_bytes(mail.data)["Message-ID"]) for mail in self.folders[folder].mails]

    def hang_up(self) -> None:
        """All connections break."""
        for request in list(self._server.open):
            request.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> FakeImap:
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self.hang_up()
        self._server.server_close()


def _crlf(data: bytes) -> bytes:
    return re.sub(rb"\r?\n", b"\r\n", data)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    imap: FakeImap
    tls: ssl.SSLContext | None = None

    def get_request(self) -> tuple[socket.socket, object]:
        """A connection, encrypted with its first byte where the test wants it."""
        request, address = super().get_request()
        if self.tls is not None:
            request = self.tls.wrap_socket(request, server_side=True, do_handshake_on_connect=False)
        return request, address

    def __init__(self, *arguments: object) -> None:
        self.open: set[socket.socket] = set()
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed on as they are


class _HangUp(Exception):
    """The connection is to end."""


class _Handler(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True
    folder: Folder | None = None
    tag = ""
    out: bytearray

    @property
    def imap(self) -> FakeImap:
        return cast(_Server, self.server).imap

    def handle(self) -> None:
        cast(_Server, self.server).open.add(self.request)
        try:
            self.out = bytearray()
            self.say(f"* OK [CAPABILITY {self.imap.capabilities}] ready")
            self.flush("greeting")
            while line := self.line():
                self.one(line)
        except (_HangUp, OSError):
            pass
        finally:
            cast(_Server, self.server).open.discard(self.request)

    def say(self, text: str) -> None:
        self.out += text.encode("utf-8", "surrogateescape") + b"\r\n"

    def flush(self, name: str) -> None:
        """Send what was said."""
        answer, self.out = bytes(self.out), bytearray()
        answer, ends = self.imap.spoil(name, answer)
        self.wfile.write(answer)
        if ends:
            raise _HangUp

    def line(self) -> bytes:
        """A command with its literals."""
        whole = self.rfile.readline().rstrip(b"\r\n")
        while match := re.search(rb"\{(\d+)\}$", whole):
            self.wfile.write(b"+ go on\r\n")
            self.literal = self.rfile.read(int(match[1]))
            whole = whole[: match.start()] + b"LITERAL" + self.rfile.readline().rstrip(b"\r\n")
        return whole

    def one(self, line: bytes) -> None:
        self.tag, _, rest = line.decode("utf-8", "surrogateescape").partition(" ")
        name, _, arguments = rest.partition(" ")
        if name.upper() == "UID":
            inner, _, arguments = arguments.partition(" ")
            name = f"UID {inner}"
        name = name.upper()
        self.imap.commands.append(f"{name} {arguments}".strip())
        said = self.imap.fault(name, arguments)
        if said == "":
            raise _HangUp
        if said is not None:
            self.say(said.replace("TAG", self.tag))
            self.flush(name)
            return
        method = getattr(self, "do_" + name.replace(" ", "_").lower(), None)
        if method is None:
            self.say(f"{self.tag} BAD unknown")
            self.flush(name)
            return
        method(
            [
                one.decode("utf-8", "surrogateescape")
                for one in _TOKEN.findall(arguments.encode("utf-8", "surrogateescape"))
            ]
        )
        self.flush(name)

    def ok(self, words: str = "done") -> None:
        self.say(f"{self.tag} OK {words}")

    def do_capability(self, arguments: list[str]) -> None:
        self.say(f"* CAPABILITY {self.imap.capabilities}")
        self.ok()

    def do_login(self, arguments: list[str]) -> None:
        self.enter(_plain(arguments[0]) == self.imap.user and _plain(arguments[1]) == self.imap.password)

    def do_authenticate(self, arguments: list[str]) -> None:
        from base64 import b64decode

        self.wfile.write(b"+ \r\n")
        said = b64decode(self.rfile.readline()).decode()
        if arguments[0].upper() == "PLAIN":
            self.enter(said == f"\0{self.imap.user}\0{self.imap.password}")
        else:
            self.enter(f"auth=Bearer {self.imap.token}\1" in said and f"user={self.imap.user}\1" in said)

    def enter(self, right: bool) -> None:
        self.ok() if right else self.say(f"{self.tag} NO [AUTHENTICATIONFAILED] Authentication failed.")

    def do_enable(self, arguments: list[str]) -> None:
        self.say("* ENABLED CONDSTORE")
        self.ok()

    def do_noop(self, arguments: list[str]) -> None:
        self.ok()

    def do_logout(self, arguments: list[str]) -> None:
        self.say("* BYE")
        self.ok()
        self.flush("LOGOUT")
        raise _HangUp

    def do_list(self, arguments: list[str]) -> None:
        for folder in self.imap.folders.values():
            self.say(f'* LIST (\\HasNoChildren {folder.use}) "." "{folder.name}"'.replace(" )", ")"))
        self.ok()

    def do_select(self, arguments: list[str]) -> None:
        self.folder = self.imap.folders.get(_plain(arguments[0]))
        if self.folder is None:
            self.say(f"{self.tag} NO [NONEXISTENT] Mailbox doesn't exist: {_plain(arguments[0])}")
            return
        with self.imap.lock:
            self.say(f"* {len(self.folder.mails)} EXISTS")
            self.say(f"* OK [UIDVALIDITY {self.folder.validity}] valid")
            self.say(f"* OK [UIDNEXT {self.folder.next_uid}] next")
            if "CONDSTORE" in self.imap.capabilities:
                self.say(f"* OK [HIGHESTMODSEQ {self.folder.modseq}] highest")
        self.ok("[READ-WRITE] done")

    def do_examine(self, arguments: list[str]) -> None:
        self.do_select(arguments)

    def do_uid_search(self, arguments: list[str]) -> None:
        with self.imap.lock:
            found = [mail.uid for mail in self.here.mails if _fits(mail, arguments, self.here)]
        self.say("* SEARCH " + " ".join(map(str, found)))
        self.ok()

    @property
    def here(self) -> Folder:
        assert self.folder is not None
        return self.folder

    def named(self, numbers: str) -> Iterator[tuple[int, Mail]]:
        """The mails of a set of numbers, with their places."""
        wanted = _numbers(numbers, self.here)
        return ((place, mail) for place, mail in enumerate(list(self.here.mails), 1) if mail.uid in wanted)

    def do_uid_fetch(self, arguments: list[str]) -> None:
        since = re.search(r"CHANGEDSINCE (\d+)", " ".join(arguments[2:]))
        with self.imap.lock:
            for place, mail in self.named(arguments[0]):
                if since is None or mail.modseq > int(since[1]):
                    self.out += fetched(place, mail.uid, mail.data, mail.flags, mail.at, arguments[1])
        self.ok()

    def do_uid_store(self, arguments: list[str]) -> None:
        with self.imap.changed:
            for _, mail in self.named(arguments[0]):
                mail.flags |= set(arguments[2].strip("()").split())
                self.here.touch(mail)
            self.imap.changed.notify_all()
        self.ok()

    def do_uid_copy(self, arguments: list[str]) -> None:
        for _, mail in self.named(arguments[0]):
            self.imap.deliver(mail.data, _plain(arguments[1]), at=mail.at, flags=" ".join(mail.flags))
        self.ok()

    def do_uid_move(self, arguments: list[str]) -> None:
        moved = [mail.uid for _, mail in self.named(arguments[0])]
        self.do_uid_copy(arguments)
        for uid in moved:
            self.imap.expunge(self.here.name, uid)

    def do_uid_expunge(self, arguments: list[str]) -> None:
        for _, mail in self.named(arguments[0]):
            if "\\Deleted" in mail.flags:
                self.imap.expunge(self.here.name, mail.uid)
        self.ok()

    def do_append(self, arguments: list[str]) -> None:
        flags = " ".join(one.strip("()") for one in arguments if one.startswith("("))
        uid = self.imap.deliver(self.literal, _plain(arguments[0]), flags=flags)
        self.ok(f"[APPENDUID {self.imap.folders[_plain(arguments[0])].validity} {uid}] done")

    def do_idle(self, arguments: list[str]) -> None:
        self.say("+ idling")
        self.flush("IDLE")
        state = (self.here.next_uid, self.here.modseq)
        self.connection.settimeout(0.02)
        while True:
            with self.imap.lock:
                now = (self.here.next_uid, self.here.modseq)
            if now != state:
                state = now
                self.wfile.write(f"* {len(self.here.mails)} EXISTS\r\n".encode())
            try:
                done = self.connection.recv(64)
            except TimeoutError:
                continue
            self.connection.settimeout(None)
            if not done:
                raise _HangUp
            break
        self.ok("idle is over")


def _plain(argument: str) -> str:
    return re.sub(r"\\(.)", r"\1", argument[1:-1]) if argument.startswith('"') else argument


def _numbers(said: str, folder: Folder) -> set[int]:
    last = max((mail.uid for mail in folder.mails), default=0)
    found: set[int] = set()
    for part in said.split(","):
        first, colon, end = part.partition(":")
        ends = sorted(last if one == "*" else int(one) for one in ([first, end] if colon else [first]))
        found |= {mail.uid for mail in folder.mails if ends[0] <= mail.uid <= ends[-1]}
    return found


def _fits(mail: Mail, criteria: list[str], folder: Folder) -> bool:
    words = list(criteria)
    while words:
        name = words.pop(0).upper()
        if name == "UID" and mail.uid not in _numbers(words.pop(0), folder):
            return False
        if name in ("SINCE", "SENTON"):
            day = datetime.strptime(words.pop(0), "%d-%b-%Y").replace(tzinfo=UTC).date()
            if mail.at.date() < day or (name == "SENTON" and mail.at.date() != day):
                return False
        if name == "HEADER":
            key, value = words.pop(0), _plain(words.pop(0))
            if value.lower() not in str(message_from_bytes(mail.data)[key] or "").lower():
                return False
    return True
