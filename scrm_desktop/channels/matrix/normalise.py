"""Events of rooms to domain events: pure and total. Whatever comes in, events or Poison come out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from scrm_desktop.channels.matrix import content, fields
from scrm_desktop.channels.matrix.fields import Object
from scrm_desktop.channels.matrix.places import Place
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, Event, MessageGone, MessageSeen, Poison, Why
from scrm_desktop.domain.messages import Mention, Reaction, RemoteMessage, RemoteProfile, Visibility

LONGEST_RAW = 20_000
SHOWN = frozenset({"m.room.message", "m.room.encrypted", "m.sticker", "m.poll.start", "org.matrix.msc3381.poll.start"})
LIKED = frozenset("👍❤🔥🥰👏😁🎉🤩🙏👌😍💯🤝🤗✅⭐")


class Unreadable(ValueError):
    """One item can't be understood; the text says what is missing, in English."""


@dataclass(frozen=True, slots=True)
class Us:
    """Which account we are; ``name`` is what people call it."""

    user: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What has to be known of a room to understand what is said in it."""

    id: str
    direct: bool = False
    others: tuple[str, ...] = ()
    people: Mapping[str, RemoteProfile] = field(default_factory=dict[str, RemoteProfile])

    def person(self, user: str) -> RemoteProfile:
        """Somebody in it, by name where the name is known."""
        return self.people.get(user) or profile(user)


@dataclass(slots=True)
class Read:
    """What a list of events says; ``again``: the messages that it changes, which are to be read once more."""

    events: list[Event] = field(default_factory=list[Event])
    poison: list[Poison] = field(default_factory=list[Poison])
    again: dict[str, None] = field(default_factory=dict[str, None])


def profile(user: str, name: str = "", avatar: str = "") -> RemoteProfile:
    """A person by their id; ``user`` begins with @."""
    return RemoteProfile(
        remote_id=user,
        handle=user[1:],
        display_name=name,
        avatar_url=content.mxc(avatar),
        url=f"https://matrix.to/#/{user}",
    )


def events(told: Sequence[Json], room: Room, us: Us) -> Read:
    """All of them, in their order, and what could not be understood."""
    read = Read()
    known = {fields.event(fields.obj(one)): fields.user(fields.obj(one), "sender") for one in told}
    for one in told:
        try:
            _event(one, room, us, known, read)
        except Unreadable as error:
            read.poison.append(poisoned(one, str(error)))
    read.events = parents_first(read.events)
    return read


def _event(told: Json, room: Room, us: Us, known: Mapping[str, str], read: Read) -> None:
    source = fields.obj(told)
    where, kind = place(source, room), fields.word(source, "type", 200)
    if where is None or not kind:
        raise Unreadable("The event has no usable id or kind.")
    if kind == "m.room.redaction":
        read.events += _redaction(source, room)
    elif redacted(source):
        read.events.append(MessageGone(remote_id=str(where)))
    elif kind == "m.reaction":
        _reaction(source, where, room, us, read)
    elif kind in SHOWN and "state_key" not in source:
        changed = _changed(source, room)
        if changed is not None:
            read.again[str(changed)] = None
        else:
            read.events.append(seen(source, room, us, known))


def place(source: Object, room: Room) -> Place | None:
    """Where an event stands; ``None`` where it does not say so."""
    event = fields.event(source)
    return Place(room.id, event) if event else None


def redacted(source: Object) -> bool:
    """Whether the server says that this was removed."""
    return isinstance(fields.obj(source.get("unsigned")).get("redacted_because"), dict)


def _redaction(source: Object, room: Room) -> list[Event]:
    gone = fields.event(source, "redacts") or fields.event(fields.obj(source.get("content")), "redacts")
    if redacted(source):
        return []
    if not gone:
        raise Unreadable("The deletion names no message.")
    return [MessageGone(remote_id=str(Place(room.id, gone)))]


def relation(source: Object) -> Object:
    """What an event refers to."""
    return fields.obj(fields.obj(source.get("content")).get("m.relates_to"))


def _changed(source: Object, room: Room) -> Place | None:
    """The message that this event replaces the text of."""
    told = relation(source)
    target = fields.event(told)
    return Place(room.id, target) if target and fields.word(told, "rel_type") == "m.replace" else None


def _reaction(source: Object, where: Place, room: Room, us: Us, read: Read) -> None:
    told, at, who = relation(source), fields.time(source), fields.user(source, "sender")
    target, emoji = fields.event(told), fields.line(told, "key", 100)
    if not target or at is None or not who or not emoji:
        raise Unreadable("The reaction names no message, person or time.")
    message = str(Place(room.id, target))
    read.again[message] = None
    if who != us.user:
        kind = EngagementKind.FAVOURITE if emoji.rstrip("\ufe0f") in LIKED else EngagementKind.OTHER
        read.events.append(
            EngagementSeen(remote_id=str(where), kind=kind, actor=room.person(who), at=at, message_id=message)
        )


def seen(source: Object, room: Room, us: Us, known: Mapping[str, str] | None = None) -> MessageSeen:
    """A message with why it is shown; ``known``: who wrote other events. Unreadable where the basics are missing."""
    where, who, at = place(source, room), fields.user(source, "sender"), fields.time(source)
    if where is None:
        raise Unreadable("The message has no usable id.")
    if not who:
        raise Unreadable("The message has no readable author.")
    if at is None:
        raise Unreadable("The message has no readable time.")
    told, edited_at = _newest(source)
    above = relation(source)
    parent = _parent(above)
    said = content.content(fields.word(source, "type", 200), told, answers=bool(parent))
    own = who == us.user
    spoken = _spoken(told, room, own)
    message = RemoteMessage(
        remote_id=str(where),
        author=room.person(who),
        text=said.text,
        created_at=at,
        own=own,
        visibility=Visibility.DIRECT if room.direct else Visibility.PUBLIC,
        edited_at=edited_at,
        in_reply_to=str(Place(room.id, parent)) if parent and parent != where.event else None,
        in_reply_to_author=(known or {}).get(parent) or None,
        url=f"https://matrix.to/#/{where.room}/{where.event}",
        attachments=said.attachments,
        mentions=tuple(Mention(remote_id=one, handle=one[1:]) for one in spoken),
        quoted=said.quoted,
        notice=said.notice,
    )
    to_us = _names_us(told, said.text, us) or message.in_reply_to_author == us.user
    return MessageSeen(message=message, why=_why(message, to_us), thread_key=_thread_key(where, above, room))


def _newest(source: Object) -> tuple[Object, datetime | None]:
    """The content as it was last edited, and when."""
    original = fields.obj(source.get("content"))
    edit = fields.obj(fields.obj(fields.obj(source.get("unsigned")).get("m.relations")).get("m.replace"))
    changed = fields.obj(fields.obj(edit.get("content")).get("m.new_content"))
    at = fields.time(edit)
    same = fields.user(edit, "sender") == fields.user(source, "sender")
    return (changed, at) if changed and at is not None and same else (original, None)


def _parent(above: Object) -> str:
    """What a message answers; in a thread that is its beginning, unless it really answers another."""
    answered = fields.event(fields.obj(above.get("m.in_reply_to")))
    if fields.word(above, "rel_type") != "m.thread":
        return answered
    return answered if answered and not fields.flag(above, "is_falling_back") else fields.event(above) or answered


def thread_root(source: Object) -> str:
    """The first message of the thread in which a message stands; empty where it stands in none."""
    above = relation(source)
    return fields.event(above) if fields.word(above, "rel_type") == "m.thread" else ""


def _thread_key(where: Place, above: Object, room: Room) -> str:
    """One conversation for a private chat; in a room each message begins one, unless it answers what is in one."""
    if room.direct:
        return f"direct:{room.id}"
    root = fields.event(above) if fields.word(above, "rel_type") == "m.thread" else ""
    return f"post:{Place(room.id, root or where.event)}"


def _spoken(told: Object, room: Room, own: bool) -> list[str]:
    """Who is spoken to: by id as the sender says, and whoever else is in a private chat of ours."""
    named = fields.items(fields.obj(told.get("m.mentions")).get("user_ids"), 50)
    found = [fields.user({"id": one}, "id") for one in named]
    if own and room.direct:
        found += room.others[:1]
    return list(dict.fromkeys(one for one in found if one))


def _names_us(told: Object, text: str, us: Us) -> bool:
    """Whether it speaks to us: as its sender says, or (of old programs, which do not say) in its text."""
    if "m.mentions" in told:
        said = fields.obj(told["m.mentions"])
        return us.user in fields.items(said.get("user_ids"), 50) or fields.flag(said, "room")
    names = [us.user, us.name] if len(us.name) > 2 else [us.user]
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text, re.IGNORECASE) for one in names)


def _why(message: RemoteMessage, to_us: bool) -> Why:
    if message.own:
        return Why.OWN
    if message.visibility is Visibility.DIRECT:
        return Why.DIRECT
    return Why.MENTION if to_us else Why.CONTEXT


def reactions(told: Sequence[Json], us: Us) -> tuple[Reaction, ...]:
    """The emoji on a message, counted: each person counts once for each."""
    people: dict[str, set[str]] = {}
    for one in told:
        source = fields.obj(one)
        emoji, who = fields.line(relation(source), "key", 100), fields.user(source, "sender")
        if emoji and who and not redacted(source):
            people.setdefault(emoji, set()).add(who)
    return tuple(Reaction(emoji=emoji, count=len(who), mine=us.user in who) for emoji, who in people.items())


def with_reactions(event: MessageSeen, found: tuple[Reaction, ...]) -> MessageSeen:
    """The same message with what people put on it."""
    message = replace(event.message, reactions=found)
    return MessageSeen(message=message, why=event.why, thread_key=event.thread_key)


def invitation(told: Json, room: str, us: Us, now: datetime) -> MessageSeen:
    """An invitation into a room as a message from whoever invites; it has no time of its own."""
    state = [fields.obj(one) for one in fields.items(fields.obj(fields.obj(told).get("invite_state")).get("events"))]
    ours = _state(state, "m.room.member", us.user)
    who = fields.user(ours, "sender")
    if not who:
        raise Unreadable("The invitation names nobody.")
    member, called = _state(state, "m.room.member", who), _state(state, "m.room.name", "")
    said = fields.obj(member.get("content"))
    direct = fields.flag(fields.obj(ours.get("content")), "is_direct")
    where = Place.invited(room, direct=direct)
    message = RemoteMessage(
        remote_id=str(where),
        author=profile(who, fields.line(said, "displayname"), fields.text(said, "avatar_url", 600)),
        text=fields.line(fields.obj(called.get("content")), "name"),
        created_at=fields.time(ours) or now,
        own=False,
        visibility=Visibility.DIRECT if direct else Visibility.PUBLIC,
        notice=content.INVITATION if direct else content.ROOM_INVITATION,
    )
    key = f"direct:{room}" if direct else f"post:{where}"
    return MessageSeen(message=message, why=Why.DIRECT if direct else Why.MENTION, thread_key=key)


def _state(state: Sequence[Object], kind: str, key: str) -> Object:
    """The event of this kind about somebody (or about the room); empty where it is not told."""
    for one in state:
        if one.get("type") == kind and one.get("state_key", "") == key:
            return one
    return {}


def poisoned(told: Json, reason: str) -> Poison:
    """What could not be understood, kept as it came."""
    try:
        raw = json.dumps(told, ensure_ascii=False)[:LONGEST_RAW]
    except (ValueError, RecursionError):
        raw = "(it can't be written down again)"
    return Poison(remote_id=fields.event(fields.obj(told)), raw=raw, reason=reason)


def parents_first(found: Sequence[Event]) -> list[Event]:
    """The same events, where what is answered stands before its answer whichever way it came."""
    later = {one.message.remote_id: one for one in reversed(found) if isinstance(one, MessageSeen)}
    ordered: list[Event] = []
    for event in found:
        chain: list[Event] = [event]
        parent = event.message.in_reply_to if isinstance(event, MessageSeen) else None
        if isinstance(event, MessageSeen):
            if event.message.remote_id not in later:
                continue
            later.pop(event.message.remote_id)
        while parent in later:
            above = later.pop(str(parent))
            chain.append(above)
            parent = above.message.in_reply_to
        ordered += reversed(chain)
    return ordered
