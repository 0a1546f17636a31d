"""Telegram's updates to domain events: pure and total. Whatever comes in, events or Poison come out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scrm_desktop.channels.safe_json import Json
from scrm_desktop.channels.telegram import content, fields, people, words
from scrm_desktop.channels.telegram.fields import Object
from scrm_desktop.channels.telegram.places import Place
from scrm_desktop.channels.telegram.words import Entity
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, Event, MessageGone, MessageSeen, Poison, Why
from scrm_desktop.domain.messages import Mention, RemoteMessage, RemoteProfile, Visibility

LONGEST_RAW = 20_000
MESSAGES = ("message", "edited_message", "business_message", "edited_business_message")
ALLOWED = (*MESSAGES, "business_connection", "deleted_business_messages", "message_reaction", "my_chat_member")
"""What is asked for; the rest (payments, inline queries, buttons) is nothing that a person here could answer."""

LIKED = frozenset("👍❤🔥🥰👏😁🎉🤩🙏👌😍💯🤝🤗🫡🏆⚡😘")
"""What people put on an answer that they like; other reactions are counted without a judgement."""


class Unreadable(ValueError):
    """One item can't be understood; the text says what is missing, in English."""


@dataclass(frozen=True, slots=True)
class Us:
    """Which bot we are."""

    remote_id: str
    username: str


@dataclass(frozen=True, slots=True)
class _Read:
    """A message with what says whether it is meant for us."""

    message: RemoteMessage
    addressed: bool
    thread_key: str


def events(updates: Sequence[Json], us: Us) -> tuple[tuple[Event, ...], tuple[Poison, ...]]:
    """The events of a page of updates, in their order, and what could not be understood."""
    found: list[Event] = []
    poison: list[Poison] = []
    for update in updates:
        try:
            found += _update(fields.obj(update), us)
        except Unreadable as error:
            poison.append(_poisoned(update, str(error)))
    return tuple(_parents_first(found)), tuple(poison)


def _parents_first(found: list[Event]) -> list[Event]:
    """The same events, where what is answered stands before its answer whichever way it came."""
    later = {one.message.remote_id: one for one in reversed(found) if isinstance(one, MessageSeen)}
    ordered: list[Event] = []
    for event in found:
        chain: list[Event] = [event]
        parent = event.message.in_reply_to if isinstance(event, MessageSeen) else None
        while parent in later:
            above = later.pop(str(parent))
            if above is not event:
                chain.append(above)
            parent = above.message.in_reply_to
        ordered += reversed(chain)
        if isinstance(event, MessageSeen):
            later.pop(event.message.remote_id, None)
    return ordered


def _update(update: Object, us: Us) -> list[Event]:
    for name in MESSAGES:
        if name in update:
            return _said(fields.obj(update[name]), us)
    if "deleted_business_messages" in update:
        return _gone(fields.obj(update["deleted_business_messages"]))
    if "message_reaction" in update:
        return _reaction(fields.obj(update["message_reaction"]))
    if fields.integer(update, "update_id") is None:
        raise Unreadable("The update has no number.")
    return []


def _said(source: Object, us: Us) -> list[Event]:
    """A message, and before it the one that it answers, which Telegram sends along."""
    if not _worth_showing(source):
        return []
    found = _read(source, us)
    answered = _answered(source)
    before = _parent(answered, us) if answered else []
    return [*before, MessageSeen(message=found.message, why=_why(found), thread_key=found.thread_key)]


def _parent(answered: Object, us: Us) -> list[Event]:
    try:
        found = _read(answered, us)
    except Unreadable:
        return []  # what is answered may be of any kind; the answer counts
    return [MessageSeen(message=found.message, why=_why(found), thread_key=found.thread_key)]


def message(source: Object, us: Us) -> RemoteMessage:
    """A message as such; Unreadable where its place, author or time is missing.

    Telegram tells whole seconds, in which one can write twice: its number, which only grows, keeps the order.
    """
    return _read(source, us).message


def _read(source: Object, us: Us) -> _Read:
    where, author, at = place(source), people.author(source), fields.time(source)
    if where is None:
        raise Unreadable("The message has no usable number.")
    if author is None:
        raise Unreadable("The message has no readable author.")
    if at is None:
        raise Unreadable("The message has no readable time.")
    text, entities = _text(source)
    inside = content.content(source)
    answered = _answered(source)
    parent = place(answered) if answered else None
    own = _is_own(source, where, author, us)
    seen = RemoteMessage(
        remote_id=str(where),
        author=author,
        text=words.plain(text, entities) or inside.text,
        created_at=at + timedelta(microseconds=int(where.message) % 1_000_000),
        own=own,
        visibility=Visibility.DIRECT if where.private else Visibility.PUBLIC,
        edited_at=_edited(source),
        in_reply_to=str(parent) if parent and parent.chat == where.chat else None,
        in_reply_to_author=_author_of(answered),
        url=_url(source, where),
        attachments=inside.attachments,
        poll=inside.poll,
        mentions=_mentions(source, where, own, entities),
        sensitive=fields.flag(source, "has_media_spoiler"),
        quoted=fields.text(fields.obj(source.get("quote")), "text", 2000),
        notice=inside.notice or (content.FORWARDED if "forward_origin" in source and not own else ""),
    )
    seen = _opening(seen, where)
    addressed = where.private or _names_us(text, entities, us) or _answers_us(answered, us)
    return _Read(seen, addressed, _thread_key(where))


def _edited(source: Object) -> datetime | None:
    """The end of the second in which it was changed, so that this is later than when it was written."""
    at = fields.time(source, "edit_date")
    return None if at is None else at + timedelta(microseconds=999_999)


def _opening(seen: RemoteMessage, where: Place) -> RemoteMessage:
    """The command that Telegram itself writes when somebody opens the chat with a bot."""
    if where.private and not seen.own and seen.text.partition(" ")[0] == "/start":
        return replace(seen, text="", notice=content.STARTED)
    return seen


def _worth_showing(source: Object) -> bool:
    """Whether a person said something: Telegram's own notes (joined, pinned, renamed) are no messages to answer."""
    if any(fields.text(source, name, 10) for name in ("text", "caption")) or "rich_message" in source:
        return True
    where = place(source)
    return where is None or content.content(source).known


def _text(source: Object) -> tuple[str, list[Entity]]:
    if "rich_message" in source:
        return words.rich(fields.obj(source["rich_message"]).get("blocks")), []
    text = fields.text(source, "text", words.LONGEST)
    if text:
        return text, words.entities(text, source.get("entities"))
    caption = fields.text(source, "caption", words.LONGEST)
    return caption, words.entities(caption, source.get("caption_entities"))


def place(source: Object) -> Place | None:
    """Where a message stands; ``None`` where it does not say so."""
    chat, number = fields.identifier(fields.obj(source.get("chat"))), fields.count(source, "message_id")
    business = fields.word(source, "business_connection_id", 100)
    return Place(chat, str(number), business) if chat and number else None


def _answered(source: Object) -> Object:
    """What a message answers; it stands in the same business chat, also where Telegram does not repeat that."""
    answered, business = fields.obj(source.get("reply_to_message")), source.get("business_connection_id")
    return {**answered, "business_connection_id": business} if answered and business else answered


def _is_own(source: Object, where: Place, author: RemoteProfile, us: Us) -> bool:
    """What the bot wrote; in a business chat whoever is not the customer; and our channel's post above its comments."""
    if where.business:
        return where.private and author.remote_id != where.chat
    return author.remote_id == us.remote_id or fields.flag(source, "is_automatic_forward")


def _author_of(answered: Object) -> str | None:
    author = people.author(answered) if answered else None
    return author.remote_id if author else None


def _mentions(source: Object, where: Place, own: bool, entities: Sequence[Entity]) -> tuple[Mention, ...]:
    """Who is spoken to, as far as Telegram gives ids: by name in the text, and whoever our own message answers."""
    spoken = [people.user(one.source.get("user")) for one in entities if one.kind == "text_mention"]
    if own and where.private:
        spoken.append(people.chat(source.get("chat")))
    elif own:
        answered = _answered(source)
        spoken.append(people.author(answered) if answered else None)
    found = {one.remote_id: Mention(remote_id=one.remote_id, handle=one.handle, url=one.url) for one in spoken if one}
    return tuple(found.values())


def _names_us(text: str, entities: Sequence[Entity], us: Us) -> bool:
    name = f"@{us.username}".lower()
    for one in entities:
        named = text[one.start : one.end].lower()
        if one.kind == "mention" and named == name:
            return True
        if one.kind == "bot_command" and named.endswith(name):
            return True
        if one.kind == "text_mention" and fields.identifier(fields.obj(one.source.get("user"))) == us.remote_id:
            return True
    return False


def _answers_us(answered: Object, us: Us) -> bool:
    """An answer to the bot, or a comment under a post of the channel whose discussion group this is."""
    return _author_of(answered) == us.remote_id or fields.flag(answered, "is_automatic_forward")


def _why(found: _Read) -> Why:
    if found.message.own:
        return Why.OWN
    if not found.addressed:
        return Why.CONTEXT
    return Why.DIRECT if found.message.visibility is Visibility.DIRECT else Why.MENTION


def _thread_key(where: Place) -> str:
    """One conversation for a private chat; in a group each message begins one, unless it answers what is in one."""
    if where.private:
        return f"direct:{where.chat}" + (f"/{where.business}" if where.business else "")
    return f"post:{where}"


def _url(source: Object, where: Place) -> str:
    """Where a message of a group can be opened; private chats have no addresses."""
    chat = fields.obj(source.get("chat"))
    username = fields.username(chat)
    if where.private:
        return ""
    if username:
        return f"https://t.me/{username}/{where.message}"
    return f"https://t.me/c/{where.chat[4:]}/{where.message}" if where.chat.startswith("-100") else ""


def _gone(source: Object) -> list[Event]:
    """Telegram tells bots of deletions in business chats only."""
    chat = fields.identifier(fields.obj(source.get("chat")))
    business = fields.word(source, "business_connection_id", 100)
    if not chat or not business:
        raise Unreadable("The deletion names no chat.")
    numbers = [fields.count({"n": one}, "n") for one in fields.items(source.get("message_ids"))]
    return [MessageGone(remote_id=str(Place(chat, str(number), business))) for number in numbers if number]


def _reaction(source: Object) -> list[Event]:
    """Somebody put an emoji on a message; taking one away counts for nothing."""
    where, at = place(source), fields.time(source)
    actor = people.user(source.get("user")) or people.chat(source.get("actor_chat"))
    if where is None or at is None or actor is None:
        raise Unreadable("The reaction names no message, person or time.")
    put = _emoji(source.get("new_reaction")) - _emoji(source.get("old_reaction"))
    number = f"reaction:{where}:{actor.remote_id}:{at.timestamp():.0f}"
    kind = EngagementKind.FAVOURITE if put & LIKED else EngagementKind.OTHER
    return [EngagementSeen(remote_id=number, kind=kind, actor=actor, at=at, message_id=str(where))] if put else []


def _emoji(value: Json) -> set[str]:
    """The emoji of a list of reactions; one that is a picture or was paid for goes by its kind."""
    told = [fields.obj(one) for one in fields.items(value, 20)]
    return {fields.text(one, "emoji", 40) or fields.word(one, "type", 40) for one in told}


def _poisoned(update: Json, reason: str) -> Poison:
    try:
        raw = json.dumps(update, ensure_ascii=False)[:LONGEST_RAW]
    except (ValueError, RecursionError):
        raw = "(it can't be written down again)"
    number = fields.integer(fields.obj(update), "update_id")
    return Poison(remote_id="" if number is None else f"update:{number}", raw=raw, reason=reason)
