"""Direct messages as events: pure and total."""

from __future__ import annotations

from dataclasses import dataclass

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.embeds import embedded
from scrm_desktop.channels.bluesky.normalise import Unreadable, Us
from scrm_desktop.channels.bluesky.people import profile
from scrm_desktop.channels.bluesky.words import marks, mentions, plain
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import MessageGone, MessageSeen, Why
from scrm_desktop.domain.messages import RemoteMessage, RemoteProfile, Visibility

_PREFIX = "chat"


@dataclass(frozen=True, slots=True)
class ChatId:
    """A direct message's id with that of its conversation, without which it can't be found."""

    convo: str
    message: str

    def __str__(self) -> str:
        return f"{_PREFIX}:{self.convo}:{self.message}"

    @classmethod
    def read(cls, text: str) -> ChatId | None:
        """From our own form; ``None`` where it is none."""
        parts = text.split(":")
        return cls(parts[1], parts[2]) if len(parts) == 3 and parts[0] == _PREFIX and all(parts) else None


def named(source: fields.Object, name: str = "id") -> str:
    """An id of the chat service, which holds no colon."""
    value = fields.word(source, name, 100)
    return "" if ":" in value else value


@dataclass(frozen=True, slots=True)
class Convo:
    """A conversation: who is in it, by their DID."""

    id: str
    members: dict[str, RemoteProfile]

    @classmethod
    def read(cls, value: Json) -> Convo | None:
        """A view of one; ``None`` without an id."""
        source = fields.obj(value)
        people = (profile(one) for one in fields.items(source.get("members"), 200))
        found = named(source)
        return cls(found, {one.remote_id: one for one in people if one is not None}) if found else None

    def key(self, us: Us) -> str:
        """The same for every message of it."""
        others = sorted(set(self.members) - {us.did})
        return "direct:" + ",".join(others) if others else f"convo:{self.id}"


def message(value: Json, convo: Convo, us: Us) -> MessageSeen | MessageGone:
    """A message of a conversation, or that it was deleted; Unreadable where id, sender or time is missing."""
    source = fields.obj(value)
    remote_id = named(source)
    if not remote_id:
        raise Unreadable("The message has no usable id.")
    whole = str(ChatId(convo.id, remote_id))
    if fields.kind(source).endswith("#deletedMessageView"):
        return MessageGone(remote_id=whole)
    sender, at = fields.did(fields.obj(source.get("sender"))), fields.time(source, "sentAt")
    if not sender or at is None or not isinstance(source.get("text"), str):
        raise Unreadable("The message has no readable sender, text or time.")
    text = fields.text(source, "text", 20_000)
    found, more = marks(text, source.get("facets")), embedded(source.get("embed"))
    own = sender == us.did
    author = convo.members.get(sender) or RemoteProfile(remote_id=sender, handle=us.handle if own else sender)
    said = RemoteMessage(
        remote_id=whole,
        author=author,
        text=plain(text, found),
        created_at=at,
        own=own,
        visibility=Visibility.DIRECT,
        attachments=more.attachments,
        mentions=mentions(text, found),
        quoted=more.quoted,
    )
    return MessageSeen(message=said, why=Why.OWN if own else Why.DIRECT, thread_key=convo.key(us))
