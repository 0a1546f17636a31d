"""What we say: posts under a record key of our own, so that each is there once, and direct messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from scrm_desktop.channels.base import UploadDone
from scrm_desktop.channels.bluesky import chatting, counting, fields, words
from scrm_desktop.channels.bluesky.chat import Chat
from scrm_desktop.channels.bluesky.chatting import ChatId
from scrm_desktop.channels.bluesky.normalise import Unreadable, Us, message
from scrm_desktop.channels.bluesky.posts import Posts
from scrm_desktop.channels.bluesky.records import POST, Address, key_for
from scrm_desktop.channels.bluesky.typical import NO_WARNINGS
from scrm_desktop.channels.bluesky.uploading import Uploader
from scrm_desktop.channels.bluesky.words import MENTION, Mark
from scrm_desktop.channels.bluesky.xrpc import Xrpc, now
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.commands import Fence, Outcome, SendMessage
from scrm_desktop.domain.events import MessageSeen
from scrm_desktop.domain.messages import RemoteMessage, Visibility
from scrm_desktop.errors import BadAnswer, Forbidden, Gone, InputError, KnownError, Rejected, ServerTrouble, Unsupported

TOO_LONG = "A post on Bluesky has room for 300 characters and 3,000 bytes."
TOO_LONG_DIRECT = "A direct message on Bluesky has room for 1,000 characters and 10,000 bytes."
NO_FILES = "Bluesky's direct messages take no pictures."
NOT_KNOWN = "This is no message of Bluesky's."
CLOCKS = timedelta(minutes=1)
"""How far our clock and the service's may be apart, where only a time separates old from new."""
CLOSED = "Whoever wrote this lets only some people answer, and this account is not among them."
PUBLIC = "Bluesky has public posts and direct messages, and nothing in between."


class Writer:
    """Sends messages for one account."""

    def __init__(self, xrpc: Xrpc, posts: Posts, chat: Chat, us: Us) -> None:
        self._xrpc, self._posts, self._chat, self._us = xrpc, posts, chat, us
        self._uploader = Uploader(xrpc)

    async def send(self, command: SendMessage, key: str, uploaded: UploadDone) -> Outcome:
        """Say it once; the error says whether it may have been said."""
        if command.content_warning:
            raise InputError(NO_WARNINGS)
        if command.visibility is Visibility.DIRECT:
            return await self._direct(command)
        if command.visibility is Visibility.FOLLOWERS:
            raise Unsupported(PUBLIC)
        if counting.count(command.text) > counting.LONGEST:
            raise InputError(TOO_LONG)
        return await self._post(command, key, uploaded)

    async def find(self, command: SendMessage, fence: Fence, key: str) -> Outcome | None:
        """What became of it: a post is under its key or nowhere."""
        if command.visibility is Visibility.DIRECT:
            return await self._find_direct(command, fence)
        found = await self._posts.record(self._address(key))
        return None if found is None else self._outcome(found, fields.obj(found.get("value")))

    # -- posts --------------------------------------------------------------------------------------
    async def _post(self, command: SendMessage, key: str, uploaded: UploadDone) -> Outcome:
        record: dict[str, Json] = {"$type": POST, "text": command.text, "createdAt": now()}
        if command.in_reply_to:
            record["reply"] = await self._reply(command.in_reply_to)
        if marks := await self._facets(command.text):
            record["facets"] = marks
        if command.language:
            record["langs"] = [command.language]
        if command.media:
            record["embed"] = await self._uploader.embed(command.media, uploaded)
        where = self._address(key)
        body: dict[str, Json] = {"repo": where.repo, "collection": where.collection, "rkey": where.key}
        try:
            made = await self._xrpc.post("com.atproto.repo.createRecord", {**body, "record": record})
        except (ServerTrouble, Rejected):
            # A key that is taken is refused, as an error of the server's own: then it is there already.
            found = await self._already(where)
            if found is None:
                raise
            return self._outcome(found, fields.obj(found.get("value")))
        return self._outcome(made, record)

    async def _already(self, where: Address) -> fields.Object | None:
        """The post under this key; none where that can't be found out, so that the first error is the one told."""
        try:
            return await self._posts.record(where)
        except KnownError:
            return None

    async def _reply(self, parent_id: str) -> Json:
        """Where an answer stands, by address and version of its parent and of the thread's beginning."""
        if Address.read(parent_id) is None:
            raise Unsupported(NOT_KNOWN)
        view = (await self._posts.views([parent_id])).get(parent_id)
        if view is None:
            raise Gone("", host=self._xrpc.host, reason="")
        if fields.obj(view.get("viewer")).get("replyDisabled") is True:
            raise Forbidden(CLOSED, host=self._xrpc.host, reason=CLOSED)
        parent: Json = {"uri": parent_id, "cid": fields.word(view, "cid")}
        begun = fields.obj(fields.obj(fields.obj(view.get("record")).get("reply")).get("root"))
        root: Json = {"uri": fields.word(begun, "uri"), "cid": fields.word(begun, "cid")}
        return {"root": root if all(fields.obj(root).values()) else parent, "parent": parent}

    async def _facets(self, text: str) -> list[Json]:
        """Links, tags, and the people who are named, as far as the network knows them."""
        found: list[Mark] = []
        for one in words.find(text)[: words.MOST]:
            did = await self._did(one.value) if one.kind == MENTION else one.value
            if did:
                found.append(Mark(one.start, one.end, one.kind, did))
        return words.facets(text, found)

    async def _did(self, handle: str) -> str:
        try:
            return fields.did(await self._xrpc.get("com.atproto.identity.resolveHandle", [("handle", handle)]))
        except (Rejected, Gone, Forbidden):
            return ""

    def _address(self, key: str) -> Address:
        return Address(self._us.did, POST, key_for(f"post {key}"))

    def _outcome(self, made: fields.Object, record: Mapping[str, Json]) -> Outcome:
        where = Address.read(fields.word(made, "uri"))
        if where is None or where.collection != POST:
            raise BadAnswer("It gave no address.", host=self._xrpc.host)
        author: Json = {"did": self._us.did, "handle": self._us.handle}
        view: Json = {"uri": str(where), "cid": made.get("cid"), "author": author, "record": dict(record)}
        return Outcome(remote_id=str(where), message=self._readable(view))

    def _readable(self, view: Json) -> RemoteMessage | None:
        try:
            return message(view, self._us)
        except Unreadable:
            return None

    # -- direct messages ----------------------------------------------------------------------------
    async def _direct(self, command: SendMessage) -> Outcome:
        if command.media:
            raise Unsupported(NO_FILES)
        if counting.count(command.text) > counting.LONGEST_DIRECT:
            raise InputError(TOO_LONG_DIRECT)
        convo = await self._convo(command)
        marks = await self._facets(command.text)
        body: dict[str, Json] = {"text": command.text}
        if marks:
            body["facets"] = marks
        made = await self._xrpc.post("chat.bsky.convo.sendMessage", {"convoId": convo, "message": body}, chat=True)
        return await self._said(made, convo)

    async def _convo(self, command: SendMessage) -> str:
        """The conversation that is answered in, else the one with the person."""
        answered = ChatId.read(command.in_reply_to or "")
        if answered is not None:
            return answered.convo
        if not fields.did({"did": command.to_profile}):
            raise Unsupported(NOT_KNOWN)
        return await self._chat.with_person(command.to_profile)

    async def _said(self, made: fields.Object, convo_id: str) -> Outcome:
        remote_id = chatting.named(made)
        if not remote_id:
            raise BadAnswer("It gave no id.", host=self._xrpc.host)
        convo = chatting.Convo(convo_id, {})
        try:
            seen = chatting.message(made, convo, self._us)
        except Unreadable:
            seen = None
        found = seen.message if isinstance(seen, MessageSeen) else None
        return Outcome(remote_id=str(ChatId(convo_id, remote_id)), message=found)

    async def _find_direct(self, command: SendMessage, fence: Fence) -> Outcome | None:
        """A message of ours with this text that is newer than the fence, by the service's own revision."""
        convo = await self._convo(command)
        for entry in await self._chat.newest(convo):
            one = fields.obj(entry)
            same = fields.text(one, "text", 20_000) == command.text
            if same and fields.did(fields.obj(one.get("sender"))) == self._us.did and _behind(one, fence):
                return await self._said(one, convo)
        return None


def _behind(one: fields.Object, fence: Fence) -> bool:
    if fence.newest_own_id is not None:
        return fields.word(one, "rev", 40) > fence.newest_own_id
    at = fields.time(one, "sentAt")
    return at is not None and at >= fence.at - CLOCKS
