"""Bluesky's JSON to domain events: pure and total. Whatever comes in, events or Poison come out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from scrm_desktop.channels.bluesky import fields
from scrm_desktop.channels.bluesky.embeds import embedded
from scrm_desktop.channels.bluesky.fields import Object
from scrm_desktop.channels.bluesky.people import SITE, profile
from scrm_desktop.channels.bluesky.records import POST, Address
from scrm_desktop.channels.bluesky.words import marks, mentions, plain
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, MessageSeen, Poison, Why
from scrm_desktop.domain.messages import RemoteMessage

LONGEST_RAW = 20_000
NO_TEXT = "A post without text. It can be seen on Bluesky."
ADDRESSED = frozenset({"mention", "reply", "quote"})
ENGAGEMENTS = {
    "like": EngagementKind.FAVOURITE,
    "like-via-repost": EngagementKind.FAVOURITE,
    "repost": EngagementKind.BOOST,
    "repost-via-repost": EngagementKind.BOOST,
    "follow": EngagementKind.FOLLOW,
}
_SENSITIVE = frozenset({"porn", "sexual", "nudity", "graphic-media", "gore", "nsfl"})


class Unreadable(ValueError):
    """One item can't be understood; the text says what is missing, in English."""


@dataclass(frozen=True, slots=True)
class Us:
    """Who we are: what makes a message ours."""

    did: str
    handle: str = ""


def post_id(value: Json) -> str:
    """The address of a post's view; empty where it is none."""
    found = Address.read(fields.word(fields.obj(value), "uri"))
    return str(found) if found and found.collection == POST else ""


def message(view: Json, us: Us) -> RemoteMessage:
    """A view of a post as a message; Unreadable where address, author, record or time is missing."""
    source = fields.obj(view)
    record, where = fields.obj(source.get("record")), Address.read(fields.word(source, "uri"))
    author = profile(source.get("author"))
    if where is None or where.collection != POST:
        raise Unreadable("The post has no usable address.")
    if author is None or author.remote_id != where.repo:
        raise Unreadable("The post has no readable author.")
    own = author.remote_id == us.did
    at = _written(source, record, own=own)
    if at is None or not isinstance(record.get("text"), str):
        raise Unreadable("The post has no readable text or time.")
    text = fields.text(record, "text", 20_000)
    found, more = marks(text, record.get("facets")), embedded(source.get("embed"))
    viewer = fields.obj(source.get("viewer"))
    parent = answered(record)
    said = _with_card(plain(text, found), more.card)
    return RemoteMessage(
        remote_id=str(where),
        author=author,
        text=said,
        created_at=at,
        own=own,
        in_reply_to=str(parent) if parent else None,
        in_reply_to_author=parent.repo if parent else None,
        language=next((one for one in _languages(record)), ""),
        url=f"{SITE}{author.handle}/post/{where.key}",
        attachments=more.attachments,
        mentions=mentions(text, found),
        replies=fields.number(source, "replyCount"),
        boosts=fields.number(source, "repostCount"),
        favourites=fields.number(source, "likeCount"),
        favourited=bool(fields.word(viewer, "like")),
        boosted=bool(fields.word(viewer, "repost")),
        sensitive=_sensitive(source) or _sensitive(fields.obj(record.get("labels"))),
        quoted=more.quoted,
        notice="" if said or more.attachments or more.quoted else NO_TEXT,
    )


def _written(source: Object, record: Object, *, own: bool) -> datetime | None:
    """When others' posts came in, which they can't choose; when ours were written."""
    came, said = fields.time(source, "indexedAt"), fields.time(record, "createdAt")
    return (said or came) if own else (came or said)


def _with_card(text: str, card: str) -> str:
    url = card.rpartition("\n")[2]
    return text if not card or url in text else f"{text}\n\n{card}".strip()


def _languages(record: Object) -> list[str]:
    found = [{"": one} for one in fields.items(record.get("langs"), 3)]
    return [fields.word(one, "", 20) for one in found if fields.word(one, "", 20)]


def _sensitive(source: Object) -> bool:
    labels = source.get("labels", source.get("values"))
    return any(fields.word(fields.obj(one), "val", 100) in _SENSITIVE for one in fields.items(labels, 50))


def answered(record: Object) -> Address | None:
    """The post that a record answers."""
    return _post(fields.obj(fields.obj(record.get("reply")).get("parent")))


def root(record: Object) -> Address | None:
    """The post that its thread began with."""
    return _post(fields.obj(fields.obj(record.get("reply")).get("root")))


def _post(reference: Object) -> Address | None:
    found = Address.read(fields.word(reference, "uri"))
    return found if found is not None and found.collection == POST else None


def engagement(notification: Json) -> EngagementSeen | None:
    """Somebody reacted; ``None`` where there is nothing to count."""
    source = fields.obj(notification)
    kind = ENGAGEMENTS.get(fields.word(source, "reason", 60))
    remote_id, at, actor = fields.word(source, "uri"), fields.time(source, "indexedAt"), profile(source.get("author"))
    if kind is None or not remote_id or at is None or actor is None:
        return None
    about = Address.read(fields.word(source, "reasonSubject"))
    post = str(about) if about is not None and about.collection == POST else None
    return EngagementSeen(remote_id=remote_id, kind=kind, actor=actor, at=at, message_id=post)


def messages(views: Iterable[Json], us: Us) -> tuple[list[RemoteMessage], tuple[Poison, ...]]:
    """Each post once; what can't be read is set aside."""
    found: dict[str, RemoteMessage] = {}
    poison: list[Poison] = []
    for view in views:
        try:
            one = message(view, us)
        except Unreadable as error:
            poison.append(poisoned(view, str(error)))
            continue
        found[one.remote_id] = one
    return list(found.values()), tuple(poison)


def in_order(found: Iterable[RemoteMessage]) -> list[RemoteMessage]:
    """Oldest first, and each behind what it answers, whatever the times say."""
    by_age = sorted(found, key=lambda one: (one.created_at, one.remote_id))
    by_id = {one.remote_id: one for one in by_age}
    placed: dict[str, RemoteMessage] = {}
    for one in by_age:
        line: dict[str, RemoteMessage] = {}
        at: RemoteMessage | None = one
        while at is not None and at.remote_id not in placed and at.remote_id not in line:
            line[at.remote_id] = at
            at = by_id.get(at.in_reply_to or "")
        for waiting in reversed(line.values()):
            placed[waiting.remote_id] = waiting
    return list(placed.values())


def why(seen: RemoteMessage, us: Us, *, addressed: bool) -> Why:
    """Why a message matters, from what it is, so that every way gives one answer; or because the network says so."""
    if seen.own:
        return Why.OWN
    to_us = seen.in_reply_to_author == us.did or any(one.remote_id == us.did for one in seen.mentions)
    return Why.MENTION if addressed or to_us else Why.CONTEXT


def seen(found: RemoteMessage, key: str, us: Us, *, addressed: bool = False) -> MessageSeen:
    """The event of a message whose thread is known."""
    return MessageSeen(message=found, why=why(found, us, addressed=addressed), thread_key=key)


def poisoned(item: Json, reason: str) -> Poison:
    """An item set aside, with its raw JSON (cut) and why."""
    try:
        raw = json.dumps(item, ensure_ascii=False)[:LONGEST_RAW]
    except (ValueError, RecursionError):
        raw = "(it can't be written down again)"
    return Poison(remote_id=fields.word(fields.obj(item), "uri"), raw=raw, reason=reason)
