"""One mailbox, connected."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing, contextmanager
from datetime import UTC, datetime

from scrm_desktop.channels.base import HttpFactory, KeepSecret, StreamSpec, UploadDone
from scrm_desktop.channels.email import describing, downloading, folders, listening, moving, refusing, smtp
from scrm_desktop.channels.email.border import before_sending
from scrm_desktop.channels.email.folders import INBOX, Folders
from scrm_desktop.channels.email.keys import Keys
from scrm_desktop.channels.email.line import Line
from scrm_desktop.channels.email.normalise import Us, event
from scrm_desktop.channels.email.options import chosen_folders, us_of
from scrm_desktop.channels.email.places import of_address
from scrm_desktop.channels.email.reading import Reader
from scrm_desktop.channels.email.refreshing import Refresher
from scrm_desktop.channels.email.secret import Login
from scrm_desktop.channels.email.sending import Sender
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, DoDeed, Fence, Outcome, SendMessage
from scrm_desktop.domain.events import MessageSeen, Page
from scrm_desktop.domain.messages import Moderation
from scrm_desktop.errors import KnownError, SignInNeeded, Unsupported

_log = logging.getLogger(__name__)
SENT = "sent"
MOST_TOLD = 10_000


class EmailSession:
    """Puts the parts of the channel together for one account."""

    def __init__(self, account: Account, secret: str, http: HttpFactory, keep_secret: KeepSecret | None = None) -> None:
        self._place = of_address(account.server)
        self._smtp = of_address(account.option("smtp"))
        user, token_url = account.option("user", account.remote_id), account.option("token_url")
        self._keys = Keys(user, secret, token_url, http, keep_secret)
        self._us: Us = us_of(account)
        self._chosen = chosen_folders(account)
        self._number = account.id
        self._line = self._new_line("mail")
        self._known: Folders | None = None
        self._told: dict[str, Moderation] = {}
        self._sender = Sender(
            us=self._us,
            line=self._line,
            place=self._smtp,
            login=self._login,
            chosen=self._chosen,
            owed={},
        )

    def _new_line(self, name: str) -> Line:
        return Line(self._place, self._login, f"{name}-{self._number}")

    async def _login(self) -> Login:
        return await self._keys.login()

    @property
    def streams(self) -> tuple[StreamSpec, ...]:
        """The folders that were chosen, and what we sent."""
        read = [StreamSpec(stream_of(one), "Inbox" if one == INBOX else one, 60.0) for one in self._chosen]
        return (*read, StreamSpec(SENT, "Sent", 120.0))

    async def describe(self) -> Capabilities:
        """What the mailbox has and the servers can; also the check that the login is still good."""
        with self._tokens():
            self._known = await self._line.run(folders.listed)
            extensions = await self._line.run(lambda box: tuple(box.client.capabilities))
        return describing.capabilities(
            self._known, extensions, await self._size_limit(), files_itself=self._sender.files_itself(extensions)
        )

    async def _size_limit(self) -> int:
        """The largest mail that may leave; a server for sending that is away must not keep mail from being read."""
        try:
            return await smtp.size_limit(self._smtp, await self._login())
        except KnownError as error:
            _log.info("the server for sending did not say its limit: %s", error.code)
            return 0

    async def newer(self, stream: str, cursor: str | None) -> Page:
        """The next page after the cursor."""
        reader, name = await self._reader(), await self._folder(stream)
        if not name:
            return Page()
        with self._tokens():
            if stream == SENT and self._sender.owed:
                await self._sender.file_copies(await self._folders())
            return self._remembered(await self._line.run(lambda box: reader.newer(box, name, cursor)))

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        """The next page of history."""
        reader, name = await self._reader(), await self._folder(stream)
        if not name:
            return Page()
        with self._tokens():
            return self._remembered(await self._line.run(lambda box: reader.older(box, name, cursor, until)))

    def _remembered(self, page: Page) -> Page:
        """Note where mails were seen: they need not be read again while they stay there."""
        if len(self._told) > MOST_TOLD:
            self._told.clear()
        for one in page.events:
            if isinstance(one, MessageSeen):
                self._told[one.message.remote_id] = one.message.moderation
        return page

    async def listen(self) -> AsyncGenerator[Page, None]:
        """A sign whenever something happens in the first folder."""
        with self._tokens():
            async with aclosing(listening.pages(self._new_line("idle"), self._chosen[0])) as pages:
                async for page in pages:
                    yield page

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """Look again where mails lie."""
        known = await self._folders()
        refresher = Refresher(us=self._us, known=known, chosen=self._chosen, told=self._told)
        with self._tokens():
            return await self._line.run(lambda box: refresher.read(box, remote_ids))

    async def fence(self) -> Fence:
        """Our own Message-ID tells what was sent: no other mark is needed."""
        return Fence(newest_own_id=None, at=datetime.now(UTC))

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        """Do it once."""
        refusing.check(command)
        with before_sending(self._place.host):
            known = await self._folders()
        with self._tokens():
            if isinstance(command, DoDeed):
                return await self._deed(command, known)
            if isinstance(command, SendMessage):
                return await self._sender.send(command, key, known)
        raise Unsupported(refusing.CHANGE)

    async def _deed(self, command: DoDeed, known: Folders) -> Outcome:
        to = moving.target(command.deed, known, self._chosen)
        names = known.searched(self._chosen)
        found = await self._line.run(lambda box: moving.move(box, known, names, command.target, to))
        made = event(found, self._us)
        if not isinstance(made, MessageSeen):
            return Outcome(remote_id=command.target)
        self._told[made.message.remote_id] = made.message.moderation
        return Outcome(remote_id=command.target, message=made.message)

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """Look among what was sent for the id that this command has.

        Only a server that files a copy of all that it takes can say that something never arrived.
        """
        if not isinstance(command, SendMessage):
            return None
        known = await self._folders()
        if not (known.sent or known.all):
            raise Unsupported(describing.NO_SENT)
        with self._tokens():
            found = await self._sender.find(self._sender.id_of(key), known)
            extensions = await self._line.run(lambda box: tuple(box.client.capabilities))
        if found is None and not self._sender.files_itself(extensions):
            raise Unsupported(describing.NO_PROOF)
        return found

    async def download(self, url: str, limit: int) -> bytes:
        """Fetch a file of a mail; nothing that a mail only points to is ever fetched."""
        known = await self._folders()
        return await downloading.download(self._new_line("file"), known.searched(self._chosen), url, limit)

    async def revoke(self) -> None:
        """A password is not given back; a login in the browser is ended on the provider's pages."""

    async def close(self) -> None:
        """Close the connection."""
        await self._line.close()

    async def _folders(self) -> Folders:
        if self._known is None:
            with self._tokens():
                self._known = await self._line.run(folders.listed)
        return self._known

    async def _folder(self, stream: str) -> str:
        """The folder of a stream; empty where a mailbox keeps nothing of what is sent."""
        if stream == SENT:
            return (await self._folders()).sent
        name = next((one for one in self._chosen if stream_of(one) == stream), None)
        if name is None:
            raise Unsupported(f"There is no stream {stream}.")
        return name

    async def _reader(self) -> Reader:
        return Reader(us=self._us, known=await self._folders(), host=self._place.host)

    @contextmanager
    def _tokens(self) -> Generator[None, None, None]:
        """A token that is refused is renewed before the login is tried again."""
        try:
            yield
        except SignInNeeded:
            self._keys.refused()
            raise


def stream_of(folder: str) -> str:
    """The stream of a folder, under the name that people read; one that is called like another stream is told apart."""
    if folder == INBOX:
        return folder.lower()
    return f"folder {folder}" if folder.lower() in (SENT, INBOX.lower()) else folder
