"""Reading one feed: ask whether it changed, and tell what is new or reads differently."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scrm_desktop.channels.feeds import discovery, document, normalise
from scrm_desktop.channels.feeds.addresses import Feed, digest, host_of
from scrm_desktop.channels.feeds.cursor import Cursor, Known
from scrm_desktop.channels.feeds.document import Document, NotAFeed
from scrm_desktop.channels.feeds.fetch import Fetched, Fetcher
from scrm_desktop.channels.feeds.normalise import Source
from scrm_desktop.channels.feeds.trouble import NO_FEED_FOUND, FeedClosed
from scrm_desktop.domain.events import MessageSeen, Page
from scrm_desktop.errors import BadAnswer, InputError

NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A feed's document, and where it was found."""

    document: Document
    answer: Fetched
    moved: str = ""


async def find(fetcher: Fetcher, url: str, known: Cursor | None = None) -> Found | None:
    """The feed at an address, or the one that the page there names; ``None``: it is as it was.

    BadAnswer where it is no feed, InputError where a page names none.
    """
    known = known or Cursor()
    answer = await _asked(fetcher, url, known)
    if answer.status == NOT_MODIFIED or (known.body and digest_of(answer.body) == known.body):
        return None
    moved = answer.moved or known.moved
    if document.looks_like_page(answer.body):
        named = discovery.feed_of(answer.body, answer.url)
        if not named or named == answer.url:
            raise InputError(NO_FEED_FOUND.format(host=_host(answer)))
        answer = await fetcher.get(named)
        moved = answer.moved or named
    return Found(document=await understood(answer), answer=answer, moved=moved)


async def _asked(fetcher: Fetcher, url: str, known: Cursor) -> Fetched:
    """Where the feed lives now; at the old address again if it is not there any more."""
    if known.moved:
        try:
            return await fetcher.get(known.moved, _conditions(known))
        except FeedClosed:
            pass
    return await fetcher.get(url, _conditions(known))


async def understood(answer: Fetched) -> Document:
    """The document in an answer, read in a thread."""
    kind = answer.headers.get("content-type", "")
    try:
        return await asyncio.to_thread(document.read, answer.body, kind, answer.url)
    except NotAFeed as error:
        raise BadAnswer(str(error), host=_host(answer)) from None


def events(found: Found, feed: Feed, cursor: Cursor | None, *, seen_at: datetime, began: datetime) -> Page:
    """What is new in a document, oldest first, with the cursor behind it.

    ``began``: what has no date and is in the feed's first reading was there before.
    """
    before = cursor or Cursor()
    whole = normalise.page(tuple(reversed(found.document.entries)), source_of(found.document, feed), seen_at)
    undated = {normalise.identity(one, feed) for one in found.document.entries if not one.get("published")}
    # Of entries with one id the one that stands first in the feed counts.
    each = {one.message.remote_id: one for one in whole.events if isinstance(one, MessageSeen)}
    now: dict[str, Known] = {one.remote_id: Known("") for one in whole.poison}
    fresh: list[MessageSeen] = []
    for place, (name, event) in enumerate(each.items()):
        first = began - timedelta(seconds=len(each) - place) if cursor is None else seen_at
        dated, now[name] = _dated(event, before.known.get(name), first if name in undated else None)
        if before.known.get(name) != now[name]:
            fresh.append(_edited(dated, seen_at) if name in before.known else dated)
    following = Cursor(
        etag=found.answer.headers.get("etag", "")[:1000],
        modified=found.answer.headers.get("last-modified", "")[:100],
        body=digest_of(found.answer.body),
        moved=found.moved,
        since=None if undated else min((one.message.created_at for one in each.values()), default=None),
        known=before.with_known(now),
    )
    poison = tuple(one for one in whole.poison if one.remote_id not in before.known)
    ordered = sorted(fresh, key=lambda one: one.message.created_at)
    return Page(events=tuple(ordered), poison=poison, cursor=str(following), covered=following.covers(seen_at))


def _dated(event: MessageSeen, old: Known | None, first: datetime | None) -> tuple[MessageSeen, Known]:
    """The event with its time, and what is remembered of it; ``first``: seen then, where it has no date."""
    message = event.message
    at = first if first is None or old is None or old.at is None else old.at
    words = digest_of(f"{message.text}\n{message.url}".encode("utf-8", "replace"))[:12]
    if at is None:
        return event, Known(words)
    return replace(event, message=replace(message, created_at=at)), Known(words, at)


def _edited(event: MessageSeen, seen_at: datetime) -> MessageSeen:
    """An entry that reads differently: edited when its feed says so, else now."""
    return replace(event, message=replace(event.message, edited_at=event.message.edited_at or seen_at))


def source_of(found: Document, feed: Feed) -> Source:
    """What the feed says of itself."""
    return Source(
        feed=feed,
        title=found.title,
        link=found.link,
        about=found.about,
        language=found.language,
        author=found.author,
    )


def digest_of(body: bytes) -> str:
    """A short name for bytes."""
    return digest(body.decode("latin-1"))


def _conditions(known: Cursor) -> Mapping[str, str]:
    found: dict[str, str] = {}
    if known.etag.isprintable() and known.etag.isascii() and known.etag:
        found["If-None-Match"] = known.etag
    if known.modified.isprintable() and known.modified.isascii() and known.modified:
        found["If-Modified-Since"] = known.modified
    return found


def _host(answer: Fetched) -> str:
    return host_of(answer.url)
