"""A reply on its way: looked for first, handed in once, and filed among what we sent."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from email import message_from_bytes
from functools import partial

from imap_tools import BaseMailBox
from imap_tools.errors import MailboxAppendError

from scrm_desktop.channels.email import compose, finding, folders, naming, smtp, structure
from scrm_desktop.channels.email.border import before_sending
from scrm_desktop.channels.email.compose import Letter
from scrm_desktop.channels.email.finding import Spot
from scrm_desktop.channels.email.folders import Folders
from scrm_desktop.channels.email.line import Line, LoginNow
from scrm_desktop.channels.email.normalise import Found, Us, event
from scrm_desktop.channels.email.places import Place
from scrm_desktop.domain.commands import Outcome, SendMessage
from scrm_desktop.domain.events import MessageSeen
from scrm_desktop.errors import Gone, KnownError
from scrm_desktop.late_dataclass import dataclass

_log = logging.getLogger(__name__)
_FILES_ITSELF = ("office365.com", "outlook.com")
"""Servers that put a copy among the sent mails by themselves, some seconds later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Sends for one account; ``line`` reads and files, ``place`` takes mails. ``owed``: copies not yet filed, by id."""

    us: Us
    line: Line
    place: Place
    login: LoginNow
    chosen: tuple[str, ...]
    owed: dict[str, bytes]

    def id_of(self, key: str) -> str:
        """The id that the mail of a command has at every try."""
        return naming.own_id(key, self.us.address)

    def files_itself(self, extensions: Sequence[str]) -> bool:
        """Whether the server is known to put what it took among the sent mails."""
        return "X-GM-EXT-1" in extensions or self.place.host.endswith(_FILES_ITSELF)

    async def send(self, command: SendMessage, key: str, known: Folders) -> Outcome:
        """Do it once; what is among the sent mails already was done before."""
        message_id = self.id_of(key)
        with before_sending(self.line.host):
            done = await self.find(message_id, known)
            if done is not None:
                return done
            letter = await self._letter(command, known)
        now = datetime.now(UTC)
        mail = await asyncio.to_thread(compose.written, letter, command, message_id, now)
        people = [one.address for one in letter.to]
        with before_sending(self.place.host):
            login = await self.login()
        await smtp.submit(self.place, login, letter.sender.address, people, mail)
        self.owed[message_id] = mail
        await self._afterwards(command.in_reply_to, known)
        return self._outcome(message_id, mail, known, now)

    async def find(self, message_id: str, known: Folders) -> Outcome | None:
        """A mail of ours among those that were sent."""
        places = [one for one in (known.sent, known.all) if one]

        def look(box: BaseMailBox) -> Found | None:
            spot = finding.find(box, places, message_id)
            return finding.read(box, known, spot) if spot else None

        found = await self.line.run(look)
        if found is None:
            return None
        made = event(found, self.us)
        return Outcome(remote_id=message_id, message=made.message if isinstance(made, MessageSeen) else None)

    async def _letter(self, command: SendMessage, known: Folders) -> Letter:
        parent_id = command.in_reply_to
        if parent_id is None:
            return compose.new_letter(command, self.us)

        def look(box: BaseMailBox) -> Found | None:
            spot = finding.find(box, known.searched(self.chosen), parent_id)
            return finding.read(box, known, spot) if spot else None

        parent = await self.line.run(look)
        if parent is None:
            raise Gone(host=self.line.host)
        return compose.answer_to(parent.mail, self.us)

    async def _afterwards(self, parent_id: str | None, known: Folders) -> None:
        """File the copy and mark what was answered; the mail is out, so no trouble here may look like a failure."""
        try:
            await self.file_copies(known)
            if parent_id is not None:
                await self.line.run(lambda box: self._mark(box, parent_id))
        except KnownError as error:
            _log.warning("a sent mail could not be filed yet: %s", error.code)

    async def file_copies(self, known: Folders) -> None:
        """Put the copies that are owed among the sent mails, each once."""
        for message_id in list(self.owed):
            await self.line.run(partial(self._file, known, message_id, self.owed[message_id]), again=False)
            self.owed.pop(message_id, None)

    def _file(self, known: Folders, message_id: str, mail: bytes, box: BaseMailBox) -> None:
        """Some servers file a copy themselves; the others get one."""
        itself = self.files_itself(box.client.capabilities)
        if itself or not known.sent or finding.find(box, [known.sent], message_id) is not None:
            return
        kind, data = box.client.append(folders.quoted(known.sent), "(\\Seen)", datetime.now(UTC), mail)
        if kind != "OK":
            raise MailboxAppendError(command_result=(kind, data), expected="OK")

    def _mark(self, box: BaseMailBox, parent_id: str) -> None:
        """Other programs show by this that somebody answered."""
        spot: Spot | None = finding.find(box, self.chosen, parent_id, write=True)
        if spot is not None:
            box.client.uid("STORE", str(spot.uid), "+FLAGS.SILENT", "(\\Answered \\Seen)")

    def _outcome(self, message_id: str, mail: bytes, known: Folders, now: datetime) -> Outcome:
        parsed = message_from_bytes(mail)
        found = Found(
            mail=parsed,
            root=structure.of_mail(parsed),
            folder=known.sent or folders.INBOX,
            validity=0,
            uid=0,
            at=now,
            from_sent=True,
        )
        made = event(found, self.us)
        return Outcome(remote_id=message_id, message=made.message if isinstance(made, MessageSeen) else None)
