"""One guestbook, connected: reading the file, answering an entry, and looking whether an answer arrived."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from scrm_desktop.channels.base import HttpFactory, StreamSpec, UploadDone
from scrm_desktop.channels.http import Call, ask
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.accounts import Account, Capabilities
from scrm_desktop.domain.commands import Command, Fence, Outcome, SendMessage
from scrm_desktop.domain.events import MessageGone, MessageSeen, Page
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.errors import BadAnswer, Unsupported
from scrm_guestbook.normalise import number, page

ENTRIES = StreamSpec("entries", "Guestbook", 300.0)
PAGE = 20
ONLY_ANSWERS = "A guestbook takes one thing from its owner: a text that answers an entry."


class GuestbookSession:
    """See :class:`scrm_desktop.channels.base.Session` for what each method promises."""

    streams = (ENTRIES,)

    def __init__(self, account: Account, password: str, http: HttpFactory, can: Capabilities) -> None:
        self._client = http.client(account.server, {"Authorization": f"Bearer {password}"})
        self._can = can

    async def describe(self) -> Capabilities:
        await ask(self._client, Call(method="GET", url="/owner"))  # SignInNeeded if the password is wrong
        return self._can

    async def newer(self, stream: str, cursor: str | None) -> Page:
        entries = await self._entries(stream)
        after = _cursor(cursor)
        part = entries[-PAGE:] if after is None else [one for one in entries if _id(one) > after]
        return self._part(part, str(max([_id(one) for one in entries], default=0)), more=False)

    async def older(self, stream: str, cursor: str | None, until: datetime) -> Page:
        before = _cursor(cursor)
        entries = [one for one in await self._entries(stream) if before is None or _id(one) < before]
        part = entries[-PAGE:]
        return self._part(part, str(min([_id(one) for one in part], default=0)), more=len(part) < len(entries))

    def listen(self) -> AsyncIterator[Page]:
        raise Unsupported("A guestbook has no live stream.")

    async def refresh(self, remote_ids: tuple[str, ...]) -> Page:
        """The file is the whole book: what is not in it was deleted."""
        entries = await self._entries(ENTRIES.name)
        there = {str(_id(one)) for one in entries}
        found = page([one for one in entries if str(_id(one)) in remote_ids])
        gone = tuple(MessageGone(remote_id=one) for one in remote_ids if one not in there)
        return Page(events=(*found.events, *gone), poison=found.poison)

    async def fence(self) -> Fence:
        own = [one.remote_id for one in await self._messages() if one.own]
        return Fence(newest_own_id=own[-1] if own else None, at=datetime.now(UTC))

    async def perform(self, command: Command, key: str, uploaded: UploadDone) -> Outcome:
        if not isinstance(command, SendMessage) or command.visibility is Visibility.DIRECT:
            raise Unsupported(ONLY_ANSWERS)
        if command.media or not command.in_reply_to:
            raise Unsupported(ONLY_ANSWERS)
        form: dict[str, str | list[str]] = {"text": command.text, "to": command.in_reply_to, "key": key}
        entry = (await ask(self._client, Call(method="POST", url="/answers", form=form))).json()
        if number(entry) is None:
            raise BadAnswer("It gave no id.", host=self._client.base_url.host)
        return _outcome(entry)

    async def find_sent(self, command: Command, fence: Fence, key: str) -> Outcome | None:
        """The guestbook keeps our key beside each answer, so there is nothing to guess."""
        entries = await self._entries(ENTRIES.name)
        return next((_outcome(one) for one in entries if isinstance(one, dict) and one.get("key") == key), None)

    async def download(self, url: str, limit: int) -> bytes:
        raise Unsupported("A guestbook has no pictures.")

    async def revoke(self) -> None:
        """The password stays the owner's."""

    async def close(self) -> None:
        await self._client.aclose()

    async def _entries(self, stream: str) -> list[Json]:
        if stream != ENTRIES.name:
            raise Unsupported(f"There is no stream {stream}.")
        found = (await ask(self._client, Call(method="GET", url="/guestbook.json"))).json()
        entries = found.get("entries") if isinstance(found, dict) else None
        if not isinstance(entries, list):
            raise BadAnswer("It is no guestbook.", host=self._client.base_url.host)
        return entries

    async def _messages(self) -> list[RemoteMessage]:
        events = page(await self._entries(ENTRIES.name)).events
        return [one.message for one in events if isinstance(one, MessageSeen)]

    def _part(self, entries: list[Json], cursor: str, *, more: bool) -> Page:
        found = page(entries)
        return Page(events=found.events, poison=found.poison, cursor=cursor, more=more)


def _id(entry: Json) -> int:
    return number(entry) or 0


def _cursor(cursor: str | None) -> int | None:
    return int(cursor) if cursor and cursor.isascii() and cursor.isdecimal() and len(cursor) < 16 else None


def _outcome(entry: Json) -> Outcome:
    seen = [one.message for one in page([entry]).events if isinstance(one, MessageSeen)]
    return Outcome(remote_id=str(_id(entry)), message=seen[0] if seen else None)
