"""Mastodon's JSON to domain events: pure and total. Whatever comes in, events or Poison come out."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from scrm_desktop.channels.mastodon import fields
from scrm_desktop.channels.mastodon.fields import Object
from scrm_desktop.channels.mastodon.people import custom_emojis, mentions, profile
from scrm_desktop.channels.plain_text import one_paragraph, tidy, to_plain
from scrm_desktop.channels.safe_json import Json
from scrm_desktop.domain.events import EngagementKind, EngagementSeen, MessageSeen, Poison, Why
from scrm_desktop.domain.messages import (
    AttachmentKind,
    Poll,
    PollOption,
    RemoteAttachment,
    RemoteMessage,
    Visibility,
)

_log = logging.getLogger(__name__)
LONGEST_RAW = 20_000

VISIBILITIES = {
    "public": Visibility.PUBLIC,
    "unlisted": Visibility.UNLISTED,
    "private": Visibility.FOLLOWERS,
    "direct": Visibility.DIRECT,
    "local": Visibility.UNLISTED,
    "mutuals_only": Visibility.FOLLOWERS,
    "followers": Visibility.FOLLOWERS,
    "limited": Visibility.DIRECT,
}

ENGAGEMENTS = {
    "favourite": EngagementKind.FAVOURITE,
    "reblog": EngagementKind.BOOST,
    "follow": EngagementKind.FOLLOW,
    "follow_request": EngagementKind.FOLLOW_REQUEST,
    "quote": EngagementKind.QUOTE,
    "poll": EngagementKind.POLL,
    "reaction": EngagementKind.OTHER,
    "pleroma:emoji_reaction": EngagementKind.OTHER,
    "emoji_reaction": EngagementKind.OTHER,
}
SILENT = frozenset(
    {"status", "quoted_update", "moderation_warning", "severed_relationships", "annual_report", "admin.sign_up"}
    | {"admin.report", "added_to_collection", "collection_update", "move", "bite"}
)
"""Notifications that are neither work nor engagement."""


class Unreadable(ValueError):
    """One item can't be understood; the text says what is missing, in English."""


@dataclass(frozen=True, slots=True)
class Us:
    """Who we are on this server: what makes a message ours, and a handle complete.

    ``private_is_direct``: the server has no followers-only posts and calls direct messages "private".
    """

    remote_id: str
    domain: str
    private_is_direct: bool = False

    def visibility(self, name: str) -> Visibility:
        """The least public meaning of a name that is unknown."""
        if name == "private" and self.private_is_direct:
            return Visibility.DIRECT
        return VISIBILITIES.get(name, Visibility.DIRECT if name else Visibility.PUBLIC)


def message(status: Json, us: Us) -> RemoteMessage:
    """A status as a message; Unreadable where id, author or time is missing."""
    source = fields.obj(status)
    remote_id, created_at = fields.remote_id(source), fields.time(source, "created_at")
    author = profile(source.get("account"), us.domain)
    if not remote_id:
        raise Unreadable("The message has no usable id.")
    if author is None:
        raise Unreadable("The message has no readable author.")
    if created_at is None:
        raise Unreadable("The message has no readable time.")
    named = mentions(source.get("mentions"), us.domain)
    return RemoteMessage(
        remote_id=remote_id,
        author=author,
        text=_text(source),
        created_at=created_at,
        own=author.remote_id == us.remote_id,
        visibility=us.visibility(fields.text(source, "visibility", 40)),
        content_warning=tidy(fields.text(source, "spoiler_text", 5000)),
        edited_at=fields.time(source, "edited_at"),
        in_reply_to=fields.remote_id(source, "in_reply_to_id") or None,
        in_reply_to_author=fields.remote_id(source, "in_reply_to_account_id") or None,
        language=fields.text(source, "language", 20),
        url=fields.web(source, "url") or fields.web(source, "uri"),
        attachments=_attachments(source.get("media_attachments")),
        poll=_poll(source.get("poll")),
        mentions=named,
        emojis=custom_emojis(source.get("emojis")),
        replies=fields.number(source, "replies_count") or 0,
        boosts=fields.number(source, "reblogs_count") or 0,
        favourites=fields.number(source, "favourites_count") or 0,
        favourited=fields.flag(source, "favourited"),
        boosted=fields.flag(source, "reblogged"),
        sensitive=fields.flag(source, "sensitive"),
        application=tidy(fields.text(fields.obj(source.get("application")), "name", 200)),
    )


def _text(source: Object) -> str:
    """The content as plain text, where profile links read as the server's own short handles."""
    content = fields.text(source, "content", 250_000)
    plain = one_paragraph(content)
    return to_plain(content, _short_handles(source)) if plain is None else plain


def _short_handles(source: Object) -> dict[str, str]:
    short: dict[str, str] = {}
    for entry in fields.items(source.get("mentions"), 200):
        one = fields.obj(entry)
        short[fields.web(one, "url")] = fields.text(one, "acct", 300) or fields.text(one, "username", 200)
    short.pop("", None)
    return short


def _attachments(value: Json) -> tuple[RemoteAttachment, ...]:
    if not value:
        return ()
    found: list[RemoteAttachment] = []
    for entry in fields.items(value, 40):
        one = fields.obj(entry)
        url = fields.web(one, "url") or fields.web(one, "remote_url")
        remote_id = fields.remote_id(one) or url[:200]
        if not remote_id:
            continue
        size = fields.obj(fields.obj(one.get("meta")).get("original"))
        found.append(
            RemoteAttachment(
                remote_id=remote_id,
                kind=_kind(fields.text(one, "type", 20)),
                url=url,
                preview_url=fields.web(one, "preview_url"),
                description=tidy(fields.text(one, "description", 15_000)),
                mime=fields.text(one, "mime_type", 100),
                width=fields.number(size, "width"),
                height=fields.number(size, "height"),
            )
        )
    return tuple(found)


def _kind(name: str) -> AttachmentKind:
    try:
        return AttachmentKind(name)
    except ValueError:
        return AttachmentKind.FILE


def _poll(value: Json) -> Poll | None:
    if not value:
        return None
    source = fields.obj(value)
    options = tuple(
        PollOption(text=tidy(fields.text(fields.obj(entry), "title", 500)), votes=_votes(entry))
        for entry in fields.items(source.get("options"), 50)
    )
    if not options:
        return None
    return Poll(
        options=options,
        expires_at=fields.time(source, "expires_at"),
        expired=fields.flag(source, "expired"),
        multiple=fields.flag(source, "multiple"),
        voters=fields.number(source, "voters_count"),
    )


def _votes(entry: Json) -> int | None:
    return fields.number(fields.obj(entry), "votes_count")


def why(seen: RemoteMessage, us: Us, *, addressed: bool = False) -> Why:
    """Why a message matters, from what it is rather than from how it came, so that every way gives one answer.

    ``addressed``: the server said so itself, for example by a notification; some do not list who is named.
    """
    if seen.own:
        return Why.OWN
    if not addressed and not any(one.remote_id == us.remote_id for one in seen.mentions):
        return Why.CONTEXT
    return Why.DIRECT if seen.visibility is Visibility.DIRECT else Why.MENTION


def others(seen: RemoteMessage, us: Us) -> str:
    """The key of a private conversation: everybody in it but us, whoever wrote."""
    ids = {seen.author.remote_id, *(one.remote_id for one in seen.mentions)} - {us.remote_id}
    return "direct:" + ",".join(sorted(ids)) if ids else f"post:{seen.remote_id}"


def root_key(seen: RemoteMessage, us: Us) -> str:
    """The thread key that the first message of a thread gives; empty where it is a post of ours."""
    if seen.visibility is Visibility.DIRECT:
        return others(seen, us)
    return "" if seen.own else f"post:{seen.remote_id}"


def engagement(notification: Json, us: Us) -> EngagementSeen | None:
    """Somebody reacted; ``None`` where there is nothing to count."""
    source = fields.obj(notification)
    kind = ENGAGEMENTS.get(fields.text(source, "type", 60))
    remote_id, at = fields.remote_id(source), fields.time(source, "created_at")
    actor = profile(source.get("account"), us.domain)
    if kind is None or not remote_id or at is None or actor is None:
        return None
    status = fields.obj(source.get("status"))
    quoted = fields.obj(fields.obj(status.get("quote")).get("quoted_status"))
    about = quoted if kind is EngagementKind.QUOTE and quoted else status
    return EngagementSeen(
        remote_id=remote_id, kind=kind, actor=actor, at=at, message_id=fields.remote_id(about) or None
    )


def poisoned(item: Json, reason: str) -> Poison:
    """An item set aside, with its raw JSON (cut) and why."""
    source = fields.obj(item)
    try:
        raw = json.dumps(item, ensure_ascii=False)[:LONGEST_RAW]
    except (ValueError, RecursionError):
        raw = "(it can't be written down again)"
    return Poison(remote_id=fields.remote_id(source), raw=raw, reason=reason)


_told: set[str] = set()


def tell_once(kind: str, name: str) -> None:
    """Log a thing that this version does not know, once."""
    if (known := f"{kind}:{name[:60]}") not in _told and len(_told) < 200:
        _told.add(known)
        _log.info("Unknown %s is ignored: %r", kind, name[:60])


def newest_first(entries: list[Json], stamp: Callable[[Object], datetime | None]) -> list[Json]:
    """The same items, newest first, whichever way the server ordered them."""
    first, last = _first_time(entries, stamp), _first_time(reversed(entries), stamp)
    return entries[::-1] if first is not None and last is not None and first < last else entries


def _first_time(entries: Iterable[Json], stamp: Callable[[Object], datetime | None]) -> datetime | None:
    return next((at for at in (stamp(fields.obj(entry)) for entry in entries) if at is not None), None)


def created(source: Object) -> datetime | None:
    """When an item was made."""
    return fields.time(source, "created_at")


def seen(found: RemoteMessage, thread_key: str, us: Us, *, addressed: bool = False) -> MessageSeen:
    """The event of a message whose thread is known."""
    return MessageSeen(message=found, why=why(found, us, addressed=addressed), thread_key=thread_key)
