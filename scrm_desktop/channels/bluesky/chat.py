"""Reading direct messages: a log of events that has a true cursor, and conversations for what was before it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.chatting import ChatId, Convo, message, named
from scrm_desktop.channels.bluesky.normalise import Unreadable, Us, poisoned
from scrm_desktop.channels.bluesky.xrpc import Xrpc
from scrm_desktop.channels.safe_json import BadJson, Json, parse
from scrm_desktop.domain.events import MessageGone, MessageSeen, Page, Poison
from scrm_desktop.errors import BadAnswer, Forbidden, Gone, RemoteRefusal, ServerTrouble, SignInNeeded

CHAT = "chat"
PAGE = 50
_LOG, _LIST = "chat.bsky.convo.getLog", "chat.bsky.convo.listConvos"
_ONE, _MESSAGES = "chat.bsky.convo.getConvo", "chat.bsky.convo.getMessages"
_TELLS = ("#logCreateMessage", "#logDeleteMessage")
_NEVER = "2222222222222"
"""The revision before all others."""


class Chat:
    """One account's direct messages. Where the app password may not read them there are none, and that is said."""

    def __init__(self, xrpc: Xrpc, us: Us) -> None:
        self._xrpc, self._us = xrpc, us
        self._convos: dict[str, Convo | None] = {}

    async def allowed(self) -> bool:
        """Whether this login may read them."""
        try:
            await self._xrpc.get(_LIST, [("limit", "1")], chat=True)
        except Forbidden:
            return False
        return True

    async def revision(self) -> str | None:
        """The newest thing that happened; ``None`` where it can't be known: posts must not wait for this service."""
        try:
            listed = await self._xrpc.get(_LIST, [("limit", "1")], chat=True)
        except SignInNeeded:
            raise
        except (RemoteRefusal, ServerTrouble, BadAnswer):
            return None
        return _newest(listed) or None

    async def newer(self, cursor: str | None) -> Page:
        """What the log tells after the cursor; with none, the last message of each conversation."""
        at = fields.word({"": cursor}, "", 200)
        try:
            return await self._log(at) if at else await self._first()
        except Forbidden:
            return Page()

    async def _first(self) -> Page:
        listed = await self._xrpc.get(_LIST, [("limit", str(PAGE))], chat=True)
        found: list[tuple[Convo, Json]] = []
        for entry in _list(listed, "convos", self._xrpc.host):
            convo = self._keep(entry)
            last = fields.obj(entry).get("lastMessage")
            if convo is not None and last is not None:
                found.append((convo, last))
        return self._page(found, cursor=_newest(listed) or _NEVER)

    async def _log(self, cursor: str) -> Page:
        answer = await self._xrpc.get(_LOG, [("cursor", cursor)], chat=True)
        logs = [fields.obj(one) for one in _list(answer, "logs", self._xrpc.host)]
        found: list[tuple[Convo, Json]] = []
        for one in logs:
            if fields.kind(one).endswith(_TELLS):
                convo = await self.convo(named(one, "convoId"))
                if convo is not None:
                    found.append((convo, one.get("message")))
        revisions = [fields.word(one, "rev", 40) for one in logs]
        after = max([fields.word(answer, "cursor", 200), cursor, *revisions])
        return self._page(found, cursor=after, more=bool(logs) and after != cursor)

    async def older(self, cursor: str | None, until: datetime) -> Page:
        """History, conversation by conversation."""
        place = _Place.read(cursor)
        try:
            if not place.waiting:
                return await self._more_convos(place, until)
            return await self._history(place, until)
        except Forbidden:
            return Page()

    async def _more_convos(self, place: _Place, until: datetime) -> Page:
        params = [("limit", str(PAGE))] + ([("cursor", place.list)] if place.list else [])
        listed = await self._xrpc.get(_LIST, params, chat=True)
        entries = _list(listed, "convos", self._xrpc.host)
        waiting = [convo.id for convo in map(self._keep, entries) if convo is not None]
        following = fields.word(listed, "cursor", 400)
        if not waiting:
            return Page()
        after = _Place(following if following != place.list else "", waiting, "")
        return await self._history(after, until)

    async def _history(self, place: _Place, until: datetime) -> Page:
        """A page of the first conversation that waits."""
        convo_id = place.waiting[0]
        params = [("convoId", convo_id), ("limit", str(PAGE))] + ([("cursor", place.at)] if place.at else [])
        convo = await self.convo(convo_id)
        answer: fields.Object = {"messages": []}
        if convo is not None:
            answer = await self._xrpc.get(_MESSAGES, params, chat=True)
        entries = _list(answer, "messages", self._xrpc.host)
        following = fields.word(answer, "cursor", 400)
        oldest = [at for at in (fields.time(fields.obj(one), "sentAt") for one in entries) if at is not None]
        goes_on = bool(following) and following != place.at and bool(entries) and not (oldest and min(oldest) <= until)
        after = _Place(place.list, place.waiting, following) if goes_on else _Place(place.list, place.waiting[1:], "")
        pairs = [(convo, one) for one in reversed(entries)] if convo is not None else []
        return self._page(pairs, cursor=str(after), more=bool(after.waiting or after.list))

    async def convo(self, convo_id: str) -> Convo | None:
        """A conversation, asked for once; ``None`` where it is not there any more."""
        if not convo_id:
            return None
        if convo_id not in self._convos:
            try:
                found = await self._xrpc.get(_ONE, [("convoId", convo_id)], chat=True)
            except Gone:
                self._convos[convo_id] = None
                return None
            if self._keep(found.get("convo")) is None:
                raise BadAnswer("It does not describe the conversation.", host=self._xrpc.host)
        return self._convos.get(convo_id)

    async def with_person(self, did: str) -> str:
        """The conversation with one person, which begins with that."""
        found = await self._xrpc.get("chat.bsky.convo.getConvoForMembers", [("members", did)], chat=True)
        convo = self._keep(found.get("convo"))
        if convo is None:
            raise BadAnswer("It does not describe the conversation.", host=self._xrpc.host)
        return convo.id

    async def newest(self, convo_id: str) -> list[Json]:
        """The newest messages of a conversation, newest first."""
        params = [("convoId", convo_id), ("limit", "100")]
        answer = await self._xrpc.get(_MESSAGES, params, chat=True)
        return _list(answer, "messages", self._xrpc.host)

    async def gone(self, found: ChatId) -> bool:
        """Whether the newest messages of its conversation say that it was deleted."""
        views = [fields.obj(one) for one in await self.newest(found.convo)]
        return any(named(one) == found.message and fields.kind(one).endswith("#deletedMessageView") for one in views)

    def _keep(self, value: Json) -> Convo | None:
        convo = Convo.read(value)
        if convo is not None:
            self._convos[convo.id] = convo
        return convo

    def _page(self, found: Iterable[tuple[Convo, Json]], *, cursor: str, more: bool = False) -> Page:
        events: list[MessageSeen | MessageGone] = []
        poison: list[Poison] = []
        for convo, item in found:
            try:
                events.append(message(item, convo, self._us))
            except Unreadable as error:
                poison.append(poisoned(item, str(error)))
        return Page(events=tuple(events), poison=tuple(poison), cursor=cursor, more=more)


class _Place:
    """Where reading history stands: the list's cursor, the conversations that wait, and the first one's cursor."""

    def __init__(self, listed: str = "", waiting: list[str] | None = None, at: str = "") -> None:
        self.list, self.waiting, self.at = listed, waiting or [], at

    def __str__(self) -> str:
        return json.dumps({"list": self.list, "waiting": self.waiting, "at": self.at})

    @classmethod
    def read(cls, text: str | None) -> _Place:
        """A stored cursor, or the beginning."""
        try:
            found = fields.obj(parse(text or ""))
        except BadJson:
            return cls()
        waiting = [named({"id": one}) for one in fields.items(found.get("waiting"), PAGE)]
        return cls(fields.word(found, "list"), [one for one in waiting if one], fields.word(found, "at"))


def _list(answer: fields.Object, name: str, host: str) -> list[Json]:
    found = answer.get(name)
    if not isinstance(found, list):
        raise BadAnswer("A list was expected.", host=host)
    return fields.items(found)


def _newest(listed: fields.Object) -> str:
    return max([fields.word(fields.obj(one), "rev", 40) for one in fields.items(listed.get("convos"))], default="")
